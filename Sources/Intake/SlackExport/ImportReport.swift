public import Workspace

/// Where something was seen: a file of the export, and which entry of it.
public struct ImportPlace: Sendable, Hashable, Codable {
    /// The file's name inside the export.
    public var file: String
    /// The entry, counted from 0; nil for the file as a whole.
    public var index: Int?

    /// Joins a file and an entry.
    public init(file: String, index: Int? = nil) {
        self.file = file
        self.index = index
    }
}

/// How often something was seen, and where first.
public struct ImportTally: Sendable, Hashable, Codable {
    /// How often.
    public var count: Int
    /// Where first.
    public var first: ImportPlace

    /// Makes a tally.
    public init(count: Int = 1, first: ImportPlace) {
        self.count = count
        self.first = first
    }
}

/// What an import saw beside the messages: what was left out and why, what is broken, which conversations are read.
///
/// Shape: plain values; two reports merge into one, in any order of days but with places of the first.
public struct ImportReport: Sendable, Hashable, Codable {
    /// Entries of lists and day files that are not messages, or are set apart, by reason.
    public var skipped: [SkipReason: ImportTally] = [:]
    /// Files of the export that hold nothing for us, by reason.
    public var ignored: [IgnoredFile: ImportTally] = [:]
    /// Facts about folders and lists that a reader should know, by kind.
    public var remarks: [ExportRemark: ImportTally] = [:]
    /// Day files that could not be read.
    public var broken: [BrokenFile] = []
    /// Every conversation, and whether it is read.
    public var conversations: [ConversationDecision] = []
    /// Messages that came out, duplicates within one file not counted.
    public var messages: Int = 0
    /// Day files read, the broken ones not counted.
    public var days: Int = 0

    /// Makes an empty report.
    public init() {}

    /// Takes over the counts of another part of the same import.
    public mutating func merge(_ other: ImportReport) {
        skipped.merge(other.skipped) { ImportTally(count: $0.count + $1.count, first: $0.first) }
        ignored.merge(other.ignored) { ImportTally(count: $0.count + $1.count, first: $0.first) }
        remarks.merge(other.remarks) { ImportTally(count: $0.count + $1.count, first: $0.first) }
        broken += other.broken
        conversations += other.conversations
        messages += other.messages
        days += other.days
    }

    /// Counts one day file's outcome.
    public mutating func add(_ day: DayMessages) {
        messages += day.messages.count
        if let broken = day.broken { self.broken.append(broken) } else { days += 1 }
        for skip in day.skipped {
            skipped[skip.reason, default: ImportTally(count: 0, first: skip.first)].count += skip.count
        }
    }

    mutating func count(_ reason: SkipReason, at place: ImportPlace) {
        skipped[reason, default: ImportTally(count: 0, first: place)].count += 1
    }

    mutating func count(_ reason: IgnoredFile, at file: String) {
        ignored[reason, default: ImportTally(count: 0, first: ImportPlace(file: file))].count += 1
    }

    mutating func count(_ remark: ExportRemark, at file: String) {
        remarks[remark, default: ImportTally(count: 0, first: ImportPlace(file: file))].count += 1
    }
}

/// Why an entry of a day file is no message, or is a message set apart.
public enum SkipReason: String, Sendable, Hashable, CaseIterable, Codable, CodingKeyRepresentable {
    /// `null` where a message belongs.
    case nothing
    /// `{}`.
    case emptyObject
    /// A text, number or list where a message belongs.
    case notAnObject
    /// A file object, such as a post.
    case fileObject
    /// `type` is something other than `message`.
    case otherType
    /// No `ts`.
    case noTime
    /// A `ts` that is no time: text, NaN, a number.
    case badTime
    /// More text than the limit.
    case tooLarge
    /// The same message again in the same file; the newest edit counts.
    case repeated
    /// A wrapper that says a message changed or went, without saying which.
    case wrapperWithoutTarget
    /// A note that a message has got a reply.
    case replyNote
    /// A subtype that this version does not know; kept, never analysed.
    case unknownSubtype
    /// An entry of `users.json` or of a list of conversations without an id.
    case noID

    /// True for messages that are kept all the same.
    public var isKept: Bool { self == .unknownSubtype }
}

/// How many entries of one day file were left out or set apart for one reason.
public struct Skip: Sendable, Hashable, Codable {
    /// Why.
    public var reason: SkipReason
    /// How many.
    public var count: Int
    /// The first of them.
    public var first: ImportPlace

    /// Makes a count.
    public init(reason: SkipReason, count: Int, first: ImportPlace) {
        self.reason = reason
        self.count = count
        self.first = first
    }
}

/// Why a file of an export is not read.
public enum IgnoredFile: String, Sendable, Hashable, CaseIterable, Codable, CodingKeyRepresentable {
    /// A known list without messages: integrations, canvases, transcripts.
    case knownList
    /// A root file that this version does not know.
    case unknownRootFile
    /// JSON in a conversation's folder that is no day file, such as its canvas.
    case notADayFile
    /// Anything else: attachments, uploads, deeper folders.
    case otherFile
}

/// Facts about an export's lists and folders that are worth a line.
public enum ExportRemark: String, Sendable, Hashable, CaseIterable, Codable, CodingKeyRepresentable {
    /// No list of people.
    case noPeopleList
    /// A folder that no list names; its conversation is a placeholder.
    case folderWithoutEntry
    /// A listed conversation without a folder.
    case entryWithoutFolder
    /// A folder that several conversations could own; the least public one got it.
    case folderForSeveral
    /// A folder under a conversation's former name.
    case formerName
    /// A conversation without a list of its members.
    case noMembers
    /// A member that no list of people names.
    case unknownMember
    /// One conversation in several lists; the least public list counts.
    case listedTwice
}

/// A day file that could not be read.
public struct BrokenFile: Sendable, Hashable, Codable {
    /// The file's name inside the export.
    public var file: String
    /// What is wrong with it.
    public var breakage: Breakage

    /// Joins a file and its fault.
    public init(file: String, breakage: Breakage) {
        self.file = file
        self.breakage = breakage
    }

    /// The fact as a sentence.
    public var words: String { "\(file) \(breakage.words)." }
}

/// One conversation of an export, and whether it is read.
public struct ConversationDecision: Sendable, Hashable, Codable {
    /// The conversation.
    public var channel: ChannelID
    /// Its name; of a conversation that is not public and not named for reading, its id.
    public var name: String
    /// Who can see it; a raw value of `Channel.Audience`.
    public var audience: String
    /// Whether its messages are read, and why.
    public var decision: ChannelSelection.Decision
    /// How many day files it has.
    public var days: Int
}
