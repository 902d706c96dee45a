public import Workspace

/// Moves that are known from elsewhere, with what says who moved and when; or people at days, with what became of them.
///
/// Shape: a CSV file with a heading line. A row names somebody (Slack id, handle, e-mail, GitHub login or name) and has a
/// day, or a cutoff with or without a label, or neither: then it only says which names belong together.
public struct MovesFile: Sendable, Hashable {
    /// The file's name as it was given.
    public let file: String
    /// The rows, in the file's order.
    public let rows: [Row]
    /// Columns of numbers beside labels: plain counts that somebody else worked out.
    public let counts: [String]
    /// Headings that mean nothing here.
    public let unknownColumns: [String]

    /// One row.
    public struct Row: Sendable, Hashable {
        /// The line that it begins on, counted from 1.
        public var line: Int
        /// What it says of who it is about.
        public var names: [NameKind: String] = [:]
        /// The day of the move.
        public var day: CivilDate?
        /// What the row is about.
        public var change: Change = .move
        /// Role or level before, as written.
        public var from: String?
        /// Role or level after, as written.
        public var to: String?
        /// The day on which the person was looked at.
        public var cutoff: CivilDate?
        /// What became of the person after the cutoff; nil where the file does not say.
        public var label: Bool?
        /// Plain counts, by heading.
        public var counts: [String: Double] = [:]

        /// True for somebody at a cutoff.
        public var isCandidate: Bool { cutoff != nil }
    }

    /// What can say who somebody is, the surest first.
    public enum NameKind: String, Sendable, Hashable, CaseIterable, Codable {
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
    public enum Change: String, Sendable, Hashable, CaseIterable, Codable {
        /// A move on that day.
        case move
        /// A move on that day or before: the first list that names the person.
        case atLatest
        /// No move: the person already stood there when the records begin.
        case already
        /// Somebody left or stepped back; not looked at.
        case left
    }

    /// The most bytes that such a file may have.
    public static let limit = 64 << 20

    /// Reads a file's bytes; `file` is what problems call it.
    ///
    /// Errors: `IntakeError.movesFile` with every problem found.
    public static func read(_ bytes: [UInt8], file: String) throws(IntakeError) -> MovesFile {
        func refuse(_ line: Int, _ fault: MovesFault) -> IntakeError {
            .movesFile(file: file, problems: [MovesProblem(file: file, line: line, column: nil, fault: fault)])
        }
        guard bytes.count <= limit else { throw refuse(1, .tooLarge(bytes: bytes.count, limit: limit)) }
        guard let text = PeopleText.decoded(bytes) else { throw refuse(PeopleText.lineOfFault(bytes), .notUTF8) }
        var reading = MovesReading(table: CSVTable(text), file: file)
        let rows = reading.rows()
        guard reading.problems.isEmpty else {
            throw .movesFile(file: file, problems: reading.problems.sorted { $0.line < $1.line })
        }
        return MovesFile(
            file: file,
            rows: rows,
            counts: reading.countColumns.map(\.heading),
            unknownColumns: reading.unknownColumns
        )
    }
}

/// A column of such a file that means something here.
enum MovesColumn: String, CaseIterable {
    case account, email, handle, login, name, day, cutoff, label, from, to, change

    /// The column that a heading means; case, blanks, hyphens and underscores do not count.
    static func named(_ heading: String) -> MovesColumn? { headings[PeopleColumn.folded(heading)] }

    private static let headings: [String: MovesColumn] = {
        let words: [MovesColumn: String] = [
            .account: """
            id slackid slackuserid slackuser slackaccount slackmemberid accountid account userid user memberid \
            member chatid zulipid discordid uid
            """,
            .email: "email emailaddress mail workemail chatemail",
            .handle: """
            handle slackhandle chathandle chat chatname username screenname nick nickname slack slackname zulip discord
            """,
            .login: "github githublogin githubid githubuser githubusername githubhandle login gitlab gitlogin",
            .name: "name person fullname realname displayname who",
            .day: """
            date day moved movedon moveday movedate promoted promotedon promotiondate promotionday promotion when \
            effective effectivedate effectiveon eventdate event since firstmaintainer firstday granted grantedon \
            decided decidedon packetopened opened openedon joined joinedon
            """,
            .cutoff: "cutoff cutoffdate asof asofdate asofday readat readon lookedat snapshot",
            .label: "label outcome target y positive ispositive waspromoted happened becamemaintainer result",
            .from: "rolefrom fromrole from oldrole previousrole fromlevel levelfrom oldlevel previouslevel",
            .to: "roleto torole to newrole role tolevel levelto newlevel",
            .change: "change kind type changetype movekind",
        ]
        var found: [String: MovesColumn] = [:]
        for (column, list) in words { for word in list.split(separator: " ") { found[String(word)] = column } }
        return found
    }()
}
