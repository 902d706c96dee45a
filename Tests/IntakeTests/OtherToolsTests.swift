import Foundation
import Intake
import Testing
import Workspace

@Suite struct OtherToolsTests {
    // Case 35
    @Test func `slackdump's export reads as Slack's own`() throws {
        let own = #"{"type":"message","user":"U0BEN0001","ts":"1709970000.000100","text":"to <@U0ANNA001>"}"#
        let dumped =
            #"{"type":"message","user":"U0BEN0001","ts":"1709970000.000100","text":"to <@U0ANNA001>","blocks":null,"replace_original":false,"delete_original":false,"metadata":{"event_type":"","event_payload":null}}"#
        let slack = try ExportDraft.kudos(own).read()
        let slackdump = try ExportDraft.kudos(dumped).adding("kudos/attachments/F7-d.pdf", "%PDF")
            .adding("__uploads/F7/d.pdf", "%PDF").read()
        #expect(slack.messages() == slackdump.messages())
        #expect(slackdump.report.ignored[.otherFile]?.count == 2)
    }

    @Test func `a folder reads as the archive it came from`() throws {
        let draft = ExportDraft.kudos(#"{"type":"message","user":"U0BEN0001","ts":"1709970000.000100","text":"x"}"#)
            .adding("kudos/.DS_Store", "x").adding("kudos/2024-03-05.json", "[")
        let archive = try draft.read()
        let folder = try draft.unpacked { try ReadExport(path: $0) }
        var inFolder = draft
        inFolder.entries = draft.entries.map { entry in entry.with { $0.name = Array("My export/".utf8) + $0.name } }
        let wrapped = try inFolder.unpacked { try ReadExport(path: $0) }
        #expect(archive.messages() == folder.messages())
        #expect(archive.report.broken == folder.report.broken)
        #expect(archive.messages() == wrapped.messages())
        #expect(archive.export.accounts == folder.export.accounts)
    }

    @Test func `slackdump's dump format is refused by name`() throws {
        for name in ["C0123ABCD.json", "D0123ABCD-1709970000.000100.json", "dump/C0123ABCD.json"] {
            #expect(
                try ExportDraft([name: #"{"channel_id":"C0123ABCD","messages":[]}"#]).refusal()?.kind == "dumpFormat"
            )
        }
    }

    @Test func `an export of text files is refused by name`() throws {
        let draft = ExportDraft(["channels/kudos/2024-03.txt": "x", "dms/ben.txt": "x", "files/a.png": "x"])
        #expect(try draft.refusal()?.kind == "textExport")
    }

    @Test func `an archive without lists is no export, and several side by side are not one`() throws {
        let photos = ExportDraft(["users.json": "[]", "photos/a.jpg": "x"])
        #expect(try photos.refusal()?.kind == "noConversations")
        let two = ExportDraft(["a/channels.json": "[]", "b/channels.json": "[]"])
        #expect(try two.refusal()?.kind == "severalExports")
    }

    // Case 31
    @Test func `days are read in any order by several tasks at once, each on its own`() async throws {
        var draft = ExportDraft(["channels.json": ExportDraft.channels, "users.json": ExportDraft.users])
        for day in 10..<40 {
            let entries = (0..<200).map { index in
                #"{"type":"message","user":"U0BEN0001","ts":"17095\#(day)\#(100 + index).000100","text":"great <@U0ANNA001> \#(index)"}"#
            }
            draft.add("kudos/20\(day)-01-01.json", "[\(entries.joined(separator: ","))]")
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "intake-\(UUID().uuidString).zip")
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(ZipWriting.archive(draft.entries)).write(to: folder)
        let export = try SlackExport.open(folder.path)
        let conversation = try #require(export.conversations.first)
        let read = try await withThrowingTaskGroup(of: DayMessages.self) { group in
            for file in conversation.days.shuffled() {
                group.addTask { @concurrent in try export.day(file, of: conversation) }
            }
            return try await group.reduce(into: [DayMessages]()) { $0.append($1) }
        }
        let ids = Set(read.flatMap(\.messages).map(\.id))
        #expect(ids.count == 30 * 200)
        #expect(read.allSatisfy { $0.broken == nil && $0.skipped.isEmpty && $0.messages.count == 200 })
        // Reading a day again gives the same; an import that stopped goes on with the next day.
        for file in conversation.days.prefix(3) {
            let again = try export.day(file, of: conversation).messages
            #expect(read.contains { $0.messages == again })
        }
    }

    @Test func `reports merge and survive JSON`() throws {
        let one = try ExportDraft.kudos("null", "{}").read().report
        var both = one
        both.merge(one)
        #expect(both.skipped[.nothing]?.count == 2)
        #expect(both.days == 2)
        var full = both
        full.broken.append(BrokenFile(file: "a", breakage: .tooLarge(bytes: 2, limit: 1)))
        full.conversations = try ExportDraft.kudos().read().export.decisions(.allPublic)
        let json = try JSONEncoder().encode(full)
        #expect(try JSONDecoder().decode(ImportReport.self, from: json) == full)
        #expect(String(decoding: json, as: UTF8.self).contains(#""nothing":{"#))
    }
}
