public import Workspace

/// One row of a file about moves, before anybody is found for it.
public struct KnownRow: Sendable, Hashable {
    /// The file's name.
    public var file: String
    /// The line, counted from 1.
    public var line: Int
    /// What the row says of who it is about.
    public var names: [Name]
    /// The day of the move.
    public var day: CivilDate?
    /// What the row tells.
    public var change: Change
    /// The level before the move, where the row has one as a number.
    public var fromLevel: Int?
    /// The level after the move, where the row has one as a number.
    public var toLevel: Int?
    /// The day on which the person was looked at.
    public var cutoff: CivilDate?
    /// What became of the person after the cutoff.
    public var moved: Bool?
    /// Plain counts, by heading.
    public var counts: [String: Double]

    /// Joins what a row says.
    public init(
        file: String,
        line: Int,
        names: [Name],
        day: CivilDate? = nil,
        change: Change = .move,
        fromLevel: Int? = nil,
        toLevel: Int? = nil,
        cutoff: CivilDate? = nil,
        moved: Bool? = nil,
        counts: [String: Double] = [:]
    ) {
        self.file = file
        self.line = line
        self.names = names
        self.day = day
        self.change = change
        self.fromLevel = fromLevel
        self.toLevel = toLevel
        self.cutoff = cutoff
        self.moved = moved
        self.counts = counts
    }

    /// One name of somebody.
    public struct Name: Sendable, Hashable {
        /// What sort of name.
        public let kind: Kind
        /// The name as written.
        public let text: String

        /// Joins kind and name.
        public init(_ kind: Kind, _ text: String) {
            self.kind = kind
            self.text = text
        }

        /// Small letters, without `@` in front and with single blanks, so that names can be compared.
        var folded: String {
            let bare = kind == .email ? text[...] : text.drop { $0 == "@" }
            return bare.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }

    /// What can say who somebody is, the surest first.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The account's id.
        case account
        /// An e-mail address.
        case email
        /// The short name in the chat.
        case handle
        /// The login where the code is.
        case login
        /// The full name.
        case name
    }

    /// What a row tells of a move.
    public enum Change: String, Sendable, Hashable, CaseIterable {
        /// A move on that day.
        case move
        /// A move on that day or before.
        case atLatest
        /// No move: the person already stood there.
        case already
        /// Somebody left or stepped back.
        case left
    }

    /// Where the row stands and the surest thing in it that is no name of a person.
    var place: String {
        let shown = names.filter { $0.kind != .name && $0.kind != .email }.min { $0.kind.place < $1.kind.place }
        return "\(file):\(line)" + (shown.map { " \($0.text)" } ?? "")
    }
}

extension KnownRow.Kind {
    /// The surest first.
    var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
