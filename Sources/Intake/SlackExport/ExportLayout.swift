/// Where the parts of an export lie among its files.
struct ExportLayout {
    /// One workspace: its lists, and the folders of its conversations.
    struct Section {
        /// The workspace's folder below `teams/`; nil at the top.
        var workspace: String?
        var lists: [ConversationList: Int] = [:]
        var users: [Int] = []
        /// Day files by folder name; places in the export's files.
        var folders: [ExactText: [Int]] = [:]
    }

    /// The top first, then the workspaces of a Grid by name.
    private(set) var sections: [Section]
    /// True for an Enterprise Grid export.
    let isGrid: Bool

    /// Finds the parts; the files' names are already known to be harmless.
    init(_ files: [ExportFile], path: String, report: inout ImportReport) throws(IntakeError) {
        let root = try Self.root(of: files, path: path)
        let inside = files.indices.filter { files[$0].name.hasPrefix(root) }
        var workspaces: Set<Substring> = []
        for place in inside {
            let parts = files[place].name.dropFirst(root.count).split(separator: "/", omittingEmptySubsequences: false)
            if parts.count == 3, parts[0] == "teams", ConversationList(rawValue: String(parts[2]))?.marksExport == true
            {
                workspaces.insert(parts[1])
            }
        }
        var top = Section()
        var below: [Substring: Section] = [:]
        for place in inside {
            let parts = files[place].name.dropFirst(root.count).split(separator: "/", omittingEmptySubsequences: false)
            if parts.count >= 3, parts[0] == "teams", workspaces.contains(parts[1]) {
                Self.sort(
                    place,
                    parts[2...],
                    into: &below[parts[1], default: Section(workspace: String(parts[1]))],
                    file: files[place].name,
                    report: &report
                )
            } else {
                Self.sort(place, parts[...], into: &top, file: files[place].name, report: &report)
            }
        }
        sections = [top] + below.sorted { $0.key < $1.key }.map(\.value)
        isGrid = !below.isEmpty || inside.contains { files[$0].name.dropFirst(root.count) == "org_users.json" }
    }

    private static let marks = Set(ConversationList.allCases.filter(\.marksExport).map(\.rawValue))
    private static let knownLists: Set<String> = [
        "integration_logs.json", "canvases.json", "lists.json", "huddle_transcripts.json", "content_flags.json",
    ]

    /// The part of all names before the export's own: nothing, or one wrapping folder.
    private static func root(of files: [ExportFile], path: String) throws(IntakeError) -> String {
        var wrappers: Set<String> = []
        for file in files {
            let parts = file.name.split(separator: "/", omittingEmptySubsequences: false)
            if parts.count == 1, marks.contains(file.name) { return "" }
            if parts.count == 3, parts[0] == "teams", marks.contains(String(parts[2])) { return "" }
            if parts.count == 2, marks.contains(String(parts[1])) { wrappers.insert(parts[0] + "/") }
            if parts.count == 4, parts[1] == "teams", marks.contains(String(parts[3])) {
                wrappers.insert(parts[0] + "/")
            }
        }
        if let only = wrappers.first, wrappers.count == 1 { return only }
        if wrappers.count > 1 {
            throw .severalExports(path: path, folders: wrappers.sorted().map { String($0.dropLast()) })
        }
        if files.contains(where: isDump) { throw .dumpFormat(path: path) }
        if files.contains(where: isTextExport) { throw .textExport(path: path) }
        throw .noConversations(path: path)
    }

    /// `C0123ABCD.json`, or with a thread's time behind the id, at the top or in one folder.
    private static func isDump(_ file: ExportFile) -> Bool {
        let last = file.name.split(separator: "/").last ?? ""
        guard last.hasSuffix(".json"), file.name.utf8.count(where: { $0 == UInt8(ascii: "/") }) <= 1 else {
            return false
        }
        let id = last.dropLast(5).prefix { $0 != "-" }
        guard let first = id.utf8.first, id.utf8.count >= 8, "CDG".utf8.contains(first) else { return false }
        return id.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
    }

    private static func isTextExport(_ file: ExportFile) -> Bool {
        guard file.name.hasSuffix(".txt") else { return false }
        return file.name.split(separator: "/").dropLast().contains { $0 == "channels" || $0 == "dms" }
    }

    /// `YYYY-MM-DD.json`, exactly.
    static func isDayFile(_ name: Substring) -> Bool {
        let bytes = Array(name.utf8)
        guard bytes.count == 15, name.hasSuffix(".json"), bytes[4] == 0x2D, bytes[7] == 0x2D else { return false }
        return [0, 1, 2, 3, 5, 6, 8, 9].allSatisfy { (0x30...0x39).contains(bytes[$0]) }
    }

    private static func sort(
        _ place: Int,
        _ parts: ArraySlice<Substring>,
        into section: inout Section,
        file: String,
        report: inout ImportReport
    ) {
        guard let last = parts.last, let first = parts.first else { return }
        if parts.count == 1 {
            if let list = ConversationList(rawValue: String(last)) {
                section.lists[list] = place
            } else if last == "users.json" || last == "org_users.json" {
                section.users.append(place)
            } else {
                let isKnown = knownLists.contains(String(last))
                report.count(
                    isKnown ? IgnoredFile.knownList : last.hasSuffix(".json") ? .unknownRootFile : .otherFile,
                    at: file
                )
            }
            return
        }
        // A canvas's title is free text and may hold a slash.
        let isFolder = parts.count == 2 || first.hasPrefix("FC:")
        guard isFolder, isDayFile(last) else {
            report.count(isFolder && last.hasSuffix(".json") ? IgnoredFile.notADayFile : .otherFile, at: file)
            return
        }
        section.folders[ExactText(parts.dropLast().joined(separator: "/")), default: []].append(place)
    }
}

/// A text compared byte by byte; Swift's own comparison takes composed and decomposed letters for the same.
struct ExactText: Hashable, Comparable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (left: Self, right: Self) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }
    static func < (left: Self, right: Self) -> Bool { left.text.utf8.lexicographicallyPrecedes(right.text.utf8) }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
