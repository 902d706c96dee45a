import ArgumentParser
import Desk
import Moves
import Records
import Workspace

/// For whom a command looks or acts.
struct ViewerOptions: ParsableArguments {
    @Option(
        name: .customLong("as"),
        help:
            "Look and act as this person, with their rights; without it as the console, which acts for people operations."
    )
    var asPerson: String?

    func viewer(_ desk: Desk) async throws -> Access.Viewer {
        guard let asPerson else { return .console }
        return .person(try await desk.find(asPerson).id)
    }

    /// The person, where only a person can do it.
    func person(_ desk: Desk) async throws -> PersonID {
        guard let asPerson else { throw Failure(.usage, "this belongs to a person alone. Add --as PERSON.") }
        return try await desk.find(asPerson).id
    }
}

extension Failure {
    /// Words for a move that cannot go on.
    init(move error: MoveError) {
        let code: Code =
            switch error {
            case .noSuchMove: .noInput
            case .ownCase: .permission
            case .noLevel, .left: .data
            default: .usage
            }
        self.init(code, error.words)
    }

    /// Words for sealed facts that stay sealed.
    init(vault error: VaultError) {
        let code: Code =
            switch error {
            case .noKey: .noInput
            case .badKey, .damaged: .data
            case .wrongKey: .permission
            }
        self.init(code, error.words)
    }
}

extension Track {
    /// Reads the two words that the ladder writes, and the usual others.
    init(word: String) throws {
        switch word.lowercased() {
        case "ic", "individual": self = .ic
        case "management", "manager": self = .management
        default: throw Failure(.usage, "“\(word)” is not a track. Write ic or management.")
        }
    }
}

extension Standing {
    /// `ic 5`.
    var words: String { "\(track.rawValue) \(level.map(String.init) ?? "–")" }
}
