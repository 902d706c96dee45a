import ArgumentParser
import Foundation
import Ladder

extension LadderCommand {
    struct Diff: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Say in words what changed between two ladders.")

        @OptionGroup var globals: GlobalOptions

        @Argument(help: "The older ladder in YAML.")
        var old: String

        @Argument(help: "The newer ladder in YAML; without it the adopted one, or the built-in one.")
        var new: String?

        func run() async throws {
            let older = try await LadderCommand.document(old, globals).ladder
            let newer = try await LadderCommand.document(new, globals).ladder
            let diff = LadderDiff(from: older, to: newer)
            if globals.json { return try Console.json(DiffAnswer(diff)) }
            guard !diff.changes.isEmpty else { return Console.line("\(diff.old) and \(diff.new) say the same.") }
            for weight in LadderChange.Weight.allCases {
                let changes = diff.changes.filter { $0.weight == weight }
                guard !changes.isEmpty else { continue }
                Console.heading(weight == .meaning ? "What changes for people" : "What is only worded anew")
                for change in changes {
                    Console.line(Console.wrapped("· \(change.sentence)", indent: 2))
                    if let before = change.before, change.kind != .title {
                        Console.line(Console.wrapped("before: \(before)", indent: 6))
                    }
                    if let after = change.after, change.kind != .title {
                        Console.line(Console.wrapped("now:    \(after)", indent: 6))
                    }
                }
            }
            if diff.needsVersion {
                Console.line("The version did not rise; raise it, so that judgements can name what they used.")
            }
        }
    }

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a ladder from a table, a folder of competencies, markdown or tracks with milestones."
        )

        @OptionGroup var globals: GlobalOptions

        @Argument(help: "Files or folders; two tables make two tracks.")
        var paths: [String]

        @Option(help: "Where to write the ladder in YAML.")
        var out: String

        func run() async throws {
            guard !paths.isEmpty else { throw Failure(.usage, "name a file or a folder to make a ladder from.") }
            let imported = try LadderImport.read(try paths.flatMap(LadderCommand.files))
            try LadderCommand.write(imported.yaml, to: out)
            if globals.json { return try Console.json(LadderImportAnswer(imported, out: out)) }
            let ladder = imported.ladder
            Console.line(
                "\(out): \(ladder.levels.count) levels and \(ladder.competencies.count) competencies, read as \(imported.form.words)."
            )
            list("Decided for you; please look", imported.assumed)
            list("Left out", imported.leftOut)
            Console.line("Fill the places marked \(LadderCheck.gapMark), then run `crosstie ladder check \(out)`.")
        }

        private func list(_ title: String, _ remarks: [ImportRemark]) {
            guard !remarks.isEmpty else { return }
            Console.line()
            Console.heading("\(title): \(remarks.count)")
            for remark in remarks { Console.line("  \(remark)") }
            Console.line()
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print a ladder as YAML, or as JSON with --json.")

        @OptionGroup var globals: GlobalOptions

        @Argument(help: "A ladder in YAML; without it the adopted one, or the built-in one.")
        var file: String?

        @Option(help: "Where to write it; without it on standard output.")
        var out: String?

        func run() async throws {
            let ladder = try await LadderCommand.document(file, globals).ladder
            let text = globals.json ? ladder.json : ladder.yaml
            if let out { return try LadderCommand.write(text, to: out) }
            FileHandle.standardOutput.write(Data(text.utf8))
        }
    }

    /// The files of a path: itself, or all below a folder by name.
    static func files(at path: String) throws -> [ImportFile] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw Failure(.noInput, "there is nothing at \(path). Check the path.")
        }
        var paths = [path]
        if isFolder.boolValue {
            let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
            paths = names.sorted().filter { name in !name.split(separator: "/").contains { $0.hasPrefix(".") } }
                .map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
                .filter { FileManager.default.fileExists(atPath: $0, isDirectory: &isFolder) && !isFolder.boolValue }
        }
        guard paths.count <= 5000 else {
            throw Failure(.data, "\(path) holds \(paths.count) files; a ladder has fewer. Is it the right folder?")
        }
        return try paths.map { path in
            guard let data = FileManager.default.contents(atPath: path) else {
                throw Failure(.noInput, "\(path) cannot be read. Check that this user may read it.")
            }
            return ImportFile(path: path, bytes: Array(data))
        }
    }

    static func write(_ text: String, to path: String) throws {
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        } catch {
            throw Failure(
                .cannotCreate,
                "\(path) cannot be written. Check that the folder exists and may be written to."
            )
        }
    }
}

extension ImportForm {
    /// The form, in words.
    var words: String {
        switch self {
        case .ladder: "a ladder of this program"
        case .matrix: "a table of competencies and levels"
        case .competencies: "competencies one by one"
        case .frontMatter: "markdown with topics and levels"
        case .milestones: "tracks with milestones"
        }
    }
}

/// Changes for programs.
struct DiffAnswer: Encodable {
    struct Change: Encodable {
        let kind: String
        let touches: String
        let place: String
        let words: String
        let before: String?
        let after: String?
    }

    let old: String
    let new: String
    let needsVersion: Bool
    let changes: [Change]

    init(_ diff: LadderDiff) {
        (old, new, needsVersion) = (diff.old, diff.new, diff.needsVersion)
        changes = diff.changes.map {
            Change(
                kind: $0.kind.rawValue,
                touches: $0.weight.rawValue,
                place: $0.place,
                words: $0.sentence,
                before: $0.before,
                after: $0.after
            )
        }
    }
}

/// What an import did, for programs.
struct LadderImportAnswer: Encodable {
    struct Remark: Encodable {
        let kind: String
        let file: String
        let line: Int
        let field: String
        let text: String
        let reason: String
    }

    let form: String
    let out: String
    let levels: Int
    let competencies: Int
    let remarks: [Remark]

    init(_ imported: LadderImport, out: String) {
        form = imported.form.rawValue
        self.out = out
        levels = imported.ladder.levels.count
        competencies = imported.ladder.competencies.count
        remarks = imported.remarks.map {
            Remark(
                kind: $0.kind.rawValue,
                file: $0.file,
                line: $0.line,
                field: $0.field,
                text: $0.text,
                reason: $0.reason.words
            )
        }
    }
}
