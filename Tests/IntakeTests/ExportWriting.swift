import Foundation
import Intake
import Workspace

/// A small export that a test writes, as an archive or as a folder.
struct ExportDraft {
    var entries: [ZipEntry] = []

    init(_ files: KeyValuePairs<String, String> = [:]) {
        for (name, content) in files { entries.append(ZipEntry(name, content)) }
    }

    /// Three people, a program and one channel; one day of it.
    static func kudos(_ messages: String...) -> ExportDraft { kudos(day: "[\(messages.joined(separator: ","))]") }

    static func kudos(day: String) -> ExportDraft {
        ExportDraft(["users.json": users, "channels.json": channels, "kudos/2024-03-04.json": day])
    }

    static let channels = #"[{"id":"C0KUDOS01","name":"kudos","members":["U0ANNA001","U0BEN0001"]}]"#
    static let users = """
        [{"id":"U0ANNA001","team_id":"T0HOME001","name":"anna","profile":{"display_name":"Anna","real_name":"Anna Arendt",
          "email":"Anna@home.example"}},
         {"id":"U0BEN0001","team_id":"T0HOME001","name":"ben","profile":{"display_name":"","real_name":"Ben Böll"}},
         {"id":"U0CLEO001","team_id":"T0HOME001","name":"cleo","profile":{"display_name":"cleo|ops"}},
         {"id":"U0CHEER01","team_id":"T0HOME001","name":"cheer","is_bot":true,
          "profile":{"display_name":"CheerBot","bot_id":"B0CHEER01"}}]
        """

    mutating func add(_ name: String, _ content: String) { entries.append(ZipEntry(name, content)) }

    func adding(_ name: String, _ content: String) -> ExportDraft {
        var draft = self
        draft.add(name, content)
        return draft
    }

    func replacing(_ name: String, _ content: String) -> ExportDraft {
        var draft = self
        draft.entries.removeAll { $0.name == Array(name.utf8) }
        draft.add(name, content)
        return draft
    }

    /// Writes the archive, lends its path, and removes it again.
    func zipped<T>(_ body: (String) throws -> T) throws -> T {
        try Self.file(ZipWriting.archive(entries), body)
    }

    /// Writes the folder, lends its path, and removes it again.
    func unpacked<T>(_ body: (String) throws -> T) throws -> T {
        try Self.temporaryFolder { folder in
            for entry in entries {
                let file = folder.appending(path: String(decoding: entry.name, as: UTF8.self))
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                try Data(entry.content).write(to: file)
            }
            return try body(folder.path)
        }
    }

    static func file<T>(_ bytes: [UInt8], _ body: (String) throws -> T) throws -> T {
        try temporaryFolder { folder in
            let file = folder.appending(path: "export.zip")
            try Data(bytes).write(to: file)
            return try body(file.path)
        }
    }

    static func temporaryFolder<T>(_ body: (URL) throws -> T) throws -> T {
        let folder = FileManager.default.temporaryDirectory.appending(path: "intake-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }
}

/// An export read whole.
struct ReadExport {
    var export: SlackExport
    var days: [ChannelID: [DayMessages]] = [:]
    var report: ImportReport

    init(path: String, limits: ExportLimits = .init()) throws {
        export = try SlackExport.open(path, limits: limits)
        report = export.report
        for conversation in export.conversations {
            for file in conversation.days {
                let day = try export.day(file, of: conversation)
                days[conversation.id, default: []].append(day)
                report.add(day)
            }
        }
    }

    func messages(_ channel: ChannelID = "C0KUDOS01") -> [Message] { (days[channel] ?? []).flatMap(\.messages) }

    func conversation(_ id: ChannelID) -> Conversation? { export.conversations.first { $0.id == id } }
}

extension ExportDraft {
    func read(limits: ExportLimits = .init()) throws -> ReadExport {
        try zipped { try ReadExport(path: $0, limits: limits) }
    }

    /// Why an export is refused; nil when it is not.
    func refusal(limits: ExportLimits = .init()) throws -> IntakeError? {
        try zipped { path in
            do {
                _ = try SlackExport.open(path, limits: limits)
                return nil
            } catch let error as IntakeError {
                return error
            }
        }
    }

    /// The messages of a day with these entries.
    static func messages(_ entries: String...) throws -> [Message] {
        try kudos(day: "[\(entries.joined(separator: ","))]").read().messages()
    }

    /// One message of Anna's with more fields beside the usual ones.
    static func message(
        _ fields: String,
        ts: String = "1709546000.000100",
        user: String = "U0ANNA001"
    ) throws -> Message? {
        try messages(#"{"type":"message","user":"\#(user)","ts":"\#(ts)",\#(fields)}"#).first
    }
}

extension IntakeError {
    /// The name of the case.
    var kind: String? { Mirror(reflecting: self).children.first?.label }
}
