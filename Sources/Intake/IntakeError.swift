/// Why something could not be taken in.
///
/// Shape: facts only; the sentences are in `IntakeError.words`.
public enum IntakeError: Error, Sendable, Hashable {
    /// The path could not be opened or read; `reason` is the system's own text.
    case cannotOpen(path: String, reason: String)
    /// The file has no bytes.
    case emptyFile(path: String)
    /// The file is no ZIP archive.
    case notAnArchive(path: String)
    /// The archive begins well but its end is missing.
    case cutOffArchive(path: String)
    /// The archive's own table is damaged.
    case damagedArchive(path: String, detail: String)
    /// The archive or folder changed while it was being read.
    case changedMeanwhile(path: String)
    /// An entry is encrypted.
    case encrypted(entry: String)
    /// An entry is packed by a method other than stored and deflate.
    case unknownMethod(entry: String, method: String)
    /// Names that point outside the archive; `first` holds up to ten of them.
    case pointsOutside(first: [String], count: Int)
    /// An entry that is a link or another special file.
    case notAPlainFile(entry: String)
    /// Two entries with one name.
    case duplicateEntry(entry: String)
    /// More entries than the limit.
    case tooManyEntries(count: Int, limit: Int)
    /// Unpacks to more bytes than the limit; `entry` is nil for all entries together.
    case tooLarge(entry: String?, bytes: Int, limit: Int)
    /// Unpacks to suspiciously many times its packed size; `entry` is nil for all entries together.
    case tooDense(entry: String?, ratio: Int, limit: Int)
    /// No list of conversations is there.
    case noConversations(path: String)
    /// An export of one person as text files.
    case textExport(path: String)
    /// slackdump's `dump` format, one object a conversation.
    case dumpFormat(path: String)
    /// Several exports side by side in one archive.
    case severalExports(path: String, folders: [String])
    /// A list of people or conversations is there but cannot be read.
    case damagedList(entry: String, breakage: Breakage)
    /// A people file with problems; all of them.
    case peopleFile(file: String, problems: [PeopleProblem])
    /// A file of known moves with problems; all of them.
    case movesFile(file: String, problems: [MovesProblem])
    /// A calendar that cannot be read as a whole.
    case calendarFile(file: String, problem: CalendarProblem)
}

/// What is wrong with one JSON file.
public enum Breakage: Sendable, Hashable, Codable {
    /// No bytes, or blanks only.
    case empty
    /// Something other than a list; what it is.
    case notAList(String)
    /// The end is missing.
    case cutOff
    /// Not JSON.
    case notJSON
    /// Nested deeper than the limit.
    case tooDeep(limit: Int)
    /// Unpacks to more bytes than the limit.
    case tooLarge(bytes: Int, limit: Int)
    /// The checksum does not fit the bytes.
    case badChecksum
    /// The packed bytes are damaged, or are more or fewer than the archive says.
    case badPacking
    /// The bytes could not be read; the system's own text.
    case unreadable(String)
}
