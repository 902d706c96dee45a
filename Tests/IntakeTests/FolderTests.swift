import Intake
import Testing
import Workspace

@Suite struct FolderTests {
    static func day(_ text: String, ts: String = "1709625600.000300") -> String {
        #"[{"type":"message","user":"U0BEN0001","ts":"\#(ts)","text":"\#(text)"}]"#
    }

    // Case 23
    @Test(arguments: [
        ("équipe-がんばれ", "équipe-がんばれ"), ("e\u{301}quipe", "équipe"), ("équipe", "e\u{301}quipe"), ("Équipe", "équipe"),
        ("KUDOS", "kudos"),
    ])
    func `a folder is found by its bytes, its letters, or in another case`(folder: String, name: String) throws {
        let read = try ExportDraft([
            "channels.json": #"[{"id":"C01","name":"\#(name)"}]"#, "\(folder)/2024-03-04.json": Self.day("x"),
        ]).read()
        #expect(read.messages("C01").map(\.text.text) == ["x"])
        #expect(read.export.conversations.count == 1)
    }

    @Test func `exact bytes come before other compositions of the same letters`() throws {
        let read = try ExportDraft([
            "channels.json": #"[{"id":"C01","name":"é"},{"id":"C02","name":"\#("e\u{301}")"}]"#,
            "é/2024-03-04.json": Self.day("composed"), "e\u{301}/2024-03-04.json": Self.day("decomposed"),
        ]).read()
        #expect(read.messages("C01").map(\.text.text) == ["composed"])
        #expect(read.messages("C02").map(\.text.text) == ["decomposed"])
    }

    @Test func `a name in the old DOS code page is read as such`() throws {
        var draft = ExportDraft(["channels.json": #"[{"id":"C01","name":"équipe"}]"#])
        draft.entries.append(
            ZipEntry("", Self.day("x")).with { $0.name = [0x82] + Array("quipe/2024-03-04.json".utf8) }
        )
        #expect(try draft.read().messages("C01").count == 1)
    }

    @Test func `comments on a canvas are a document's, whatever its title holds`() throws {
        let read = try ExportDraft([
            "channels.json": "[]",
            "file_conversations.json": #"[{"id":"C0FC1","name":"FC:F01:Plan a/b \\c"}]"#,
            "FC:F01:Plan a/b \\c/2024-03-04.json": Self.day("x"),
        ]).read()
        #expect(read.conversation("C0FC1")?.channel.audience == .document)
        #expect(read.messages("C0FC1").count == 1)
    }

    // Case 24
    @Test func `lists and folders that do not fit each other are taken in and counted`() throws {
        let read = try ExportDraft([
            "channels.json":
                #"[{"id":"C01","name":"no-folder","members":["U0GHOST01"]},{"id":"C02","name":"bare"},{"name":"no id"}]"#,
            "nobody-lists-me/2024-03-04.json": Self.day("x"),
        ]).read()
        let placeholder = read.conversation("folder:nobody-lists-me")
        #expect(placeholder?.channel.listed == false)
        #expect(placeholder?.channel.name == "nobody-lists-me")
        #expect(read.messages("folder:nobody-lists-me").count == 1)
        #expect(
            read.report.remarks.mapValues(\.count) == [
                .noPeopleList: 1, .folderWithoutEntry: 1, .entryWithoutFolder: 2, .noMembers: 1, .unknownMember: 1,
            ]
        )
        #expect(read.report.skipped.mapValues(\.count) == [.noID: 1])
    }

    @Test(arguments: [
        ("D0AB12345", Channel.Audience.direct), ("mpdm-a--b-1", .group), ("FC:F01:x", .document),
        ("G0AB12345", .invited),
        ("kudos", .everyone),
    ])
    func `a folder without an entry is judged by the form of its name`(
        folder: String,
        audience: Channel.Audience
    ) throws {
        let read = try ExportDraft(["channels.json": "[]", "\(folder)/2024-03-04.json": Self.day("x")]).read()
        #expect(read.export.conversations.map(\.channel.audience) == [audience])
    }

    // Case 25
    @Test func `talks of two and of several are distinct conversations by id`() throws {
        let read = try ExportDraft([
            "dms.json":
                #"[{"id":"D01","members":["U1"]},{"id":"D02","members":["U1","U0GONE"]},{"id":"D03","user":"U2"}]"#,
            "mpims.json":
                #"[{"id":"G01","name":"mpdm-a--b-1","members":["U1","U2"]},{"id":"G02","name":"mpdm-a--b-2","members":["U1","U2"]}]"#,
            "D01/2024-03-04.json": Self.day("self"), "mpdm-a--b-1/2024-03-04.json": Self.day("one"),
            "mpdm-a--b-2/2024-03-04.json": Self.day("two"),
        ]).read()
        #expect(read.export.conversations.map(\.channel.audience) == [.direct, .direct, .direct, .group, .group])
        #expect(read.conversation("D03")?.members == ["U2"])
        #expect(
            ["D01", "G01", "G02"].map { read.messages(ChannelID($0)).map(\.text.text) } == [["self"], ["one"], ["two"]]
        )
    }

    @Test func `two conversations that want one folder are both kept, the less public one gets it`() throws {
        let read = try ExportDraft([
            "channels.json": #"[{"id":"C01","name":"plans"}]"#, "groups.json": #"[{"id":"G01","name":"plans"}]"#,
            "plans/2024-03-04.json": Self.day("x"),
        ]).read()
        #expect(read.messages("G01").count == 1)
        #expect(read.conversation("C01")?.days.isEmpty == true)
        #expect(read.report.remarks[.folderForSeveral]?.count == 1)
    }

    // Case 26
    @Test(arguments: [
        ("1700000000123", Int64(1_700_000_000_123_000)), ("0", 0), ("1", 0), ("1700000000", 0), (#""x""#, 0),
        ("17000000001230000", 0),
    ])
    func `updated counts milliseconds, and nonsense is no time`(updated: String, microseconds: Int64) throws {
        let read = try ExportDraft([
            "channels.json": #"[{"id":"C01","name":"old","is_archived":true,"created":1,"updated":\#(updated)}]"#
        ]).read()
        #expect(read.conversation("C01")?.channel.archived == true)
        #expect(read.conversation("C01")?.channel.updated == microseconds)
    }

    // Case 28
    @Test func `a Grid export keeps equal channel names of two workspaces apart`() throws {
        let read = try ExportDraft([
            "org_users.json": ExportDraft.users, "channels.json": #"[{"id":"C0ORG","name":"org-wide"}]"#,
            "org-wide/2024-03-04.json": Self.day("org"),
            "teams/eng/channels.json": #"[{"id":"C0ENG","name":"kudos"}]"#, "teams/eng/users.json": ExportDraft.users,
            "teams/eng/kudos/2024-03-04.json": Self.day("eng"),
            "teams/ops/channels.json": #"[{"id":"C0OPS","name":"kudos"}]"#,
            "teams/ops/kudos/2024-03-04.json": Self.day("ops"),
            "teams/ops/org-wide/2024-03-05.json": Self.day("shared"),
            "teams/ops/lost/2024-03-04.json": Self.day("lost"),
        ]).read()
        #expect(read.export.accounts.count == 4)
        #expect(read.export.conversations.map(\.id) == ["C0ENG", "C0OPS", "C0ORG", "folder:ops/lost"])
        #expect(read.export.conversations.map(\.workspace) == ["eng", "ops", nil, "ops"])
        #expect(read.messages("C0OPS").map(\.text.text) == ["ops"])
        #expect(read.messages("C0ORG").map(\.text.text) == ["org", "shared"])
    }

    // Case 34
    @Test func `a renamed channel is one conversation, its old folder included`() throws {
        let read = try ExportDraft([
            "channels.json": #"[{"id":"C01","name":"kudos-wins","previous_names":["kudos"],"updated":1710350000123}]"#,
            "kudos/2024-03-14.json": Self.day("old folder"), "kudos-wins/2024-03-13.json": Self.day("new folder"),
        ]).read()
        #expect(read.export.conversations.map(\.channel.name) == ["kudos-wins"])
        #expect(read.messages("C01").map(\.text.text) == ["new folder", "old folder"])
        #expect(read.report.remarks[.formerName]?.count == 1)
    }

    @Test func `a present name comes before another channel's former one`() throws {
        let read = try ExportDraft([
            "channels.json": #"[{"id":"C01","name":"wins","previous_names":["kudos"]},{"id":"C02","name":"kudos"}]"#,
            "kudos/2024-03-14.json": Self.day("x"),
        ]).read()
        #expect(read.messages("C02").count == 1)
    }
}
