import Intake
import Testing
import Workspace

@Suite struct MessageSortTests {
    // Case 16
    @Test func `a comment on a file belongs to who commented`() throws {
        let messages = try ExportDraft.messages(
            #"{"type":"message","subtype":"file_comment","ts":"1709546013.001400","text":"<@U0BEN0001> commented","file":{"user":"U0ANNA001"},"comment":{"user":"U0CLEO001","comment":"lovely &amp; clear"}}"#
        )
        #expect(messages.first?.author == .account("U0CLEO001"))
        #expect(messages.first?.text.text == "lovely & clear")
        #expect(messages.first?.sort == .words)
    }

    @Test(arguments: [
        #""subtype":"file_share","file":{"id":"F2","url_private":"https://f.example/a.png?t=xoxe-1-EXPORTTOKEN"}"#,
        #""files":[{"id":"F3","mode":"tombstone"},{"id":"F4","mode":"hidden_by_limit"}]"#,
        #""files":[{"id":"F5","file_access":"access_denied"},{"id":"F6","file_access":"file_not_found"},null,{}]"#,
    ])
    func `files of every sort leave the words as they are`(fields: String) throws {
        let message = try ExportDraft.message(#""text":"see",\#(fields)"#)
        #expect(message?.text == PlainText("see"))
        #expect(message?.sort == .words)
    }

    // Case 17
    @Test(arguments: [
        "channel_join", "channel_leave", "channel_topic", "channel_purpose", "channel_name", "channel_archive",
        "group_join", "group_convert_to_private", "pinned_item", "bot_add", "reminder_add", "tabbed_canvas_updated",
    ])
    func `what the chat system writes is a system line about somebody`(subtype: String) throws {
        let message = try ExportDraft.message(#""text":"x","subtype":"\#(subtype)""#)
        #expect(message?.sort == .system)
        #expect(message?.author == .system("U0ANNA001"))
    }

    @Test func `a call belongs to who began it`() throws {
        let message = try ExportDraft.message(
            #""text":"","subtype":"huddle_thread","room":{"created_by":"U0BEN0001","participant_history":["U0CLEO001"]}"#,
            user: "USLACKBOT"
        )
        #expect(message?.sort == .system)
        #expect(message?.author == .system("U0BEN0001"))
    }

    @Test(arguments: ["me_message", "file_mention", "assistant_app_thread", "document_mention", "share_shortcut"])
    func `words of a person stay words`(subtype: String) throws {
        #expect(try ExportDraft.message(#""text":"x","subtype":"\#(subtype)""#)?.sort == .words)
    }

    @Test func `an unknown subtype is kept and counted, an unknown type only counted`() throws {
        let read = try ExportDraft.kudos(
            #"{"type":"message","user":"U0ANNA001","ts":"1709546017.001800","text":"x","subtype":"brand_new_2031"}"#,
            #"{"type":"not_a_message_2031","user":"U0ANNA001","ts":"1709546018.001900"}"#
        ).read()
        #expect(read.messages().map(\.sort) == [.unknown])
        #expect(read.report.skipped[.unknownSubtype]?.first == ImportPlace(file: "kudos/2024-03-04.json", index: 0))
        #expect(read.report.skipped[.otherType]?.first == ImportPlace(file: "kudos/2024-03-04.json", index: 1))
        #expect(SkipReason.allCases.filter(\.isKept) == [.unknownSubtype])
    }
}
