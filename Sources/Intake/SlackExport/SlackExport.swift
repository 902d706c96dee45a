public import Workspace

/// A Slack export: a ZIP file or the folder unpacked from it, opened for reading one day at a time.
///
/// Shape: lists are read on opening, messages only when asked for; nothing is ever written to disk.
/// Source: Slack's "How to read Slack data exports"; other tools' exports of the same layout are read alike.
public struct SlackExport: Sendable {
    /// Where it lies.
    public let path: String
    /// Everybody whom the lists of people name, by id.
    public let accounts: [Account]
    /// The teams that are this company's own, as far as the lists of people tell.
    public let homeTeams: [String]
    /// All conversations by id, each with its day files by name.
    public let conversations: [Conversation]
    /// What opening saw beside the conversations.
    public let report: ImportReport
    /// The bounds it was opened with.
    public let limits: ExportLimits
    let directory: Directory
    private let source: ExportFiles
    private let files: [ExportFile]
    private let benches = Workbenches()

    /// Opens an export and reads its lists of people and conversations.
    ///
    /// Errors: everything that makes the whole export unreadable or unsafe; a broken day file is no error.
    public static func open(_ path: String, limits: ExportLimits = .init()) throws(IntakeError) -> SlackExport {
        try SlackExport(path: path, limits: limits)
    }

    private init(path: String, limits: ExportLimits) throws(IntakeError) {
        let source = try ExportFiles.open(path, limits: limits)
        let files = source.files
        var report = ImportReport()
        let layout = try ExportLayout(files, path: path, report: &report)
        try Admission(limits: limits).check(files, read: layout)
        let lists = ExportLists(source: source, files: files, limits: limits, benches: benches)
        let users = try lists.users(of: layout, report: &report)
        var directory = Directory(users: users, grid: layout.isGrid)
        var table = ConversationTable()
        for section in layout.sections {
            let listed = try lists.conversations(of: section, report: &report)
            table.add(section: listed, file: section.workspace ?? "channels.json", report: &report)
        }
        for (number, section) in layout.sections.enumerated() {
            table.add(
                folders: section.folders,
                of: number,
                workspace: section.workspace,
                files: files,
                report: &report
            )
        }
        let conversations = table.conversations.map(\.inOrder).sorted { $0.id < $1.id }
        Self.remark(on: conversations, directory: directory, report: &report)
        for conversation in conversations where conversation.channel.listed {
            if conversation.channel.audience == .everyone {
                directory.names.channels[conversation.id] = conversation.channel.name
            } else {
                directory.names.hidden.insert(conversation.id)
            }
        }
        self.path = path
        self.limits = limits
        self.source = source
        self.files = files
        self.report = report
        self.directory = directory
        self.conversations = conversations
        accounts = directory.accounts.values.sorted { $0.id < $1.id }
        homeTeams = directory.homeTeams.sorted()
    }

    /// Reads the messages of one day file; may be called from several tasks at once.
    ///
    /// Errors: only when the export itself went or changed; a broken file comes back as `DayMessages.broken`.
    /// How long unpacking took is told to `unpacking`, for the bench.
    public func day(
        _ file: DayFile,
        of conversation: Conversation,
        unpacking: (Duration) -> Void = { _ in }
    ) throws(IntakeError) -> DayMessages {
        guard files.indices.contains(file.place), files[file.place].name == file.name else {
            throw .changedMeanwhile(path: path)
        }
        return try benches.lend { bench throws(IntakeError) in
            var day = DayMessages()
            let start = ContinuousClock.now
            if let breakage = try source.read(files[file.place], onto: bench, limit: limits.dayBytes) {
                day.broken = BrokenFile(file: file.name, breakage: breakage)
                return day
            }
            unpacking(ContinuousClock.now - start)
            let reading = DayReading(
                channel: conversation.id,
                file: file.name,
                directory: directory,
                messageBytes: limits.messageBytes
            )
            switch bench.parse(depth: limits.depth) {
            case .failure(let fault): day.broken = BrokenFile(file: file.name, breakage: fault.breakage)
            case .success(let root): day = reading.messages(of: root, bench: bench)
            }
            return day
        }
    }

    /// Tells one export from another: changes whenever a file comes, goes or changes.
    ///
    /// Source: FNV-1a (64 bits) over names, sizes and checksums, as 16 hexadecimal digits; not proof against forgery.
    public var fingerprint: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func take(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        for file in files.sorted(by: { ($0.name, $0.place) < ($1.name, $1.place) }) {
            for byte in file.name.utf8 { take(byte) }
            withUnsafeBytes(of: (UInt64(file.size), file.checksum, UInt32(0))) { for byte in $0 { take(byte) } }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The decision for each conversation, for the report.
    public func decisions(_ selection: ChannelSelection) -> [ConversationDecision] {
        zip(conversations, selection.decisions(for: conversations.map(\.channel))).map { conversation, decision in
            let channel = conversation.channel
            let isOpen = channel.audience == .everyone || decision.isRead
            return ConversationDecision(
                channel: channel.id,
                name: isOpen ? channel.name : channel.id.text,
                audience: channel.audience.rawValue,
                decision: decision,
                days: conversation.days.count
            )
        }
    }

    private static func remark(on conversations: [Conversation], directory: Directory, report: inout ImportReport) {
        for conversation in conversations where conversation.channel.listed {
            let name = conversation.id.text
            if conversation.days.isEmpty { report.count(.entryWithoutFolder, at: name) }
            if conversation.members.isEmpty { report.count(.noMembers, at: name) }
            for member in conversation.members where directory.accounts[member] == nil {
                report.count(.unknownMember, at: name)
            }
        }
    }
}

extension Conversation {
    /// The same with its day files by date, then by folder.
    fileprivate var inOrder: Conversation {
        var ordered = self
        ordered.days.sort { left, right in
            let (leftDay, rightDay) = (left.name.suffix(15), right.name.suffix(15))
            return leftDay == rightDay ? left.name < right.name : leftDay < rightDay
        }
        return ordered
    }
}
