extension IntakeError: CustomStringConvertible {
    /// What happened, where, and what to do.
    public var words: String {
        switch self {
        case .cannotOpen(let path, let reason):
            "\(path) could not be opened: \(reason). Check the path and that the file may be read."
        case .emptyFile(let path):
            "\(path) is empty. Download the export again."
        case .notAnArchive(let path):
            "\(path) is not a ZIP archive. Give the ZIP file that Slack made, or the folder unpacked from it."
        case .cutOffArchive(let path):
            "\(path) ends too early: the archive's last part is missing. Download the export again."
        case .damagedArchive(let path, let detail):
            "\(path) is damaged (\(detail)). Download the export again."
        case .changedMeanwhile(let path):
            "\(path) changed while it was being read. Start the import again; nothing is read twice."
        case .encrypted(let entry):
            "\(entry) is encrypted. Unpack the archive with its password and give the folder."
        case .unknownMethod(let entry, let method):
            "\(entry) is packed with \(method), which is not read here. Pack the folder again as an ordinary ZIP (deflate)."
        case .pointsOutside(let first, let count):
            "\(Self.named(count, "name")) in the archive \(count == 1 ? "points" : "point") outside of it: "
                + "\(first.joined(separator: ", ")). Slack never writes such names, so nothing was read."
        case .notAPlainFile(let entry):
            "\(entry) is a link or a special file, not a plain one. Slack never writes such entries, so nothing was read."
        case .duplicateEntry(let entry):
            "\(entry) is in the archive twice. It is not clear which one counts, so nothing was read; "
                + "pack the folder again."
        case .tooManyEntries, .tooLarge, .tooDense: limitWords
        default: layoutWords
        }
    }

    /// The same sentence.
    public var description: String { words }

    private var limitWords: String {
        switch self {
        case .tooManyEntries(let count, let limit):
            "The archive has \(count) entries; the limit is \(limit). Raise the limit `entries` if the export is genuine."
        case .tooLarge(let entry, let bytes, let limit):
            "\(entry ?? "The archive") unpacks to \(bytes) bytes; the limit is \(limit). "
                + "Raise the limit `\(entry == nil ? "totalBytes" : "listBytes")` if the export is genuine."
        case .tooDense(let entry, let ratio, let limit):
            "\(entry ?? "The archive") unpacks to \(ratio) times its packed size; the limit is \(limit). "
                + "Text does not pack so well, so nothing was read. Raise the limit `ratio` if the export is genuine."
        default: ""
        }
    }

    private var layoutWords: String {
        switch self {
        case .noConversations(let path):
            "\(path) holds no list of conversations (channels.json, groups.json, dms.json or mpims.json), "
                + "so it is not a Slack export. Give the ZIP file that Slack made."
        case .textExport(let path):
            "\(path) is an export of one person's conversations as text files. Ask for the JSON kind of that export."
        case .dumpFormat(let path):
            "\(path) was written by slackdump's `dump` command. Run `slackdump export` instead; its result is read here."
        case .severalExports(let path, let folders):
            "\(path) holds several exports: \(folders.joined(separator: ", ")). Import them one by one."
        case .damagedList(let entry, let breakage):
            "\(entry) \(breakage.words). Without it, conversations and people cannot be told apart; "
                + "download the export again."
        case .peopleFile(let file, let problems):
            "\(file) has \(Self.named(problems.count, "problem")):\n"
                + problems.map { "- \($0.words)" }.joined(separator: "\n")
        case .movesFile(let file, let problems):
            "\(file) has \(Self.named(problems.count, "problem")):\n"
                + problems.map { "- \($0.words)" }.joined(separator: "\n")
        case .calendarFile(let file, let problem): "\(file), \(problem.words)"
        default: ""
        }
    }

    static func named(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

extension Breakage {
    /// The fact as the end of a sentence that begins with the file's name.
    public var words: String {
        switch self {
        case .empty: "is empty"
        case .notAList(let kind): "holds \(kind) where a list belongs"
        case .cutOff: "is cut off"
        case .notJSON: "is not valid JSON"
        case .tooDeep(let limit): "is nested deeper than \(limit) levels"
        case .tooLarge(let bytes, let limit): "has \(bytes) bytes; the limit is \(limit)"
        case .badChecksum: "does not fit its checksum"
        case .badPacking: "is packed wrongly and cannot be unpacked"
        case .unreadable(let reason): "could not be read (\(reason))"
        }
    }
}
