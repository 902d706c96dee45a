import Intake
import Testing
import Workspace

@Suite struct ThreadTests {
    // Case 11
    @Test func `reactions fold skin tones, count people once and keep the source's total`() throws {
        let message = try ExportDraft.message(
            """
            "text":"x","reactions":[{"name":"clap::skin-tone-2","users":["U0CLEO001"],"count":1},
            {"name":"clap","users":["U0CLEO001","U0BEN0001"],"count":2},{"name":"heart","users":["U0LEFT001"],"count":57},
            {"name":"party_parrot","users":[],"count":3},{"name":"eyes","count":1},{"name":"+1","users":["U0BEN0001"]},{"count":4}]
            """
        )
        #expect(
            message?.reactions == [
                Reaction(name: "+1", people: ["U0BEN0001"], count: 1),
                Reaction(name: "clap", people: ["U0BEN0001", "U0CLEO001"], count: 3),
                Reaction(name: "eyes", people: [], count: 1),
                Reaction(name: "heart", people: ["U0LEFT001"], count: 57),
                Reaction(name: "party_parrot", people: [], count: 3),
            ]
        )
    }

    // Case 12
    @Test func `threads come from thread_ts alone, across days and without a root`() throws {
        let read = try ExportDraft.kudos(
            #"{"type":"message","user":"U0ANNA001","ts":"1709712000.000100","text":"root","thread_ts":"1709712000.000100","reply_count":9,"replies":[{"user":"U0BEN0001"},{"ts":"1.000001"},{}]}"#,
            #"{"type":"message","user":"U0BEN0001","ts":"1709712060.000200","text":"a","thread_ts":"1709712000.000100"}"#,
            #"{"type":"message","user":"U0BEN0001","ts":"1709712100.000100","text":"b","thread_ts":"1600000000.000100","parent_user_id":"U0X"}"#
        ).adding(
            "kudos/2026-01-01.json",
            #"[{"type":"message","user":"U0CLEO001","ts":"1767225600.000500","text":"late","thread_ts":"1709712000.000100"}]"#
        ).read()
        let root = MessageTime(slack: "1709712000.000100")
        let messages = read.messages()
        #expect(messages.map(\.isReply) == [false, true, true, true])
        #expect(messages.filter { $0.thread == root && $0.isReply }.map(\.text.text) == ["a", "late"])
        #expect(messages[2].thread == MessageTime(slack: "1600000000.000100"))
    }

    @Test func `a deleted root stands as a system line without words`() throws {
        let root = try ExportDraft.message(
            #""subtype":"tombstone","text":"This message was deleted.","hidden":true,"thread_ts":"1709546000.000100""#,
            user: "USLACKBOT"
        )
        #expect(root?.deleted == true)
        #expect(root?.sort == .system)
        #expect(root?.author == .system(nil))
        #expect(root?.text == PlainText(""))
    }

    // Case 13
    @Test(arguments: ["thread_broadcast", "reply_broadcast"])
    func `a reply shown in the channel is one message in its thread`(subtype: String) throws {
        let messages = try ExportDraft.messages(
            #"{"type":"message","user":"U0BEN0001","ts":"1709712062.000400","text":"also here","subtype":"\#(subtype)","root":{"ts":"1709712000.000100","text":"root"}}"#
        )
        #expect(messages.count == 1)
        #expect(messages.first?.shownInChannel == true)
        #expect(messages.first?.sort == .words)
        #expect(messages.first?.thread == MessageTime(slack: "1709712000.000100"))
    }

    // Case 14
    @Test func `a wrapper changes its target and is no message`() throws {
        let day = try ExportDraft.kudos(
            #"{"type":"message","user":"U0BEN0001","ts":"1709800000.000100","text":"first"}"#,
            #"{"type":"message","subtype":"message_changed","ts":"1709800100.000200","message":{"user":"U0BEN0001","text":"final","ts":"1709800000.000100","edited":{"ts":"1709800100.000000"}},"original":{"text":"first","ts":"1709800000.000100"}}"#,
            #"{"type":"message","subtype":"message_changed","ts":"1709800100.000300","message":{"user":"U0BEN0001","text":"elsewhere","ts":"1709700000.000100"}}"#,
            #"{"type":"message","user":"U0BEN0001","ts":"1709800200.000100","text":"oops"}"#,
            #"{"type":"message","subtype":"message_deleted","ts":"1709800300.000200","deleted_ts":"1709800200.000100"}"#,
            #"{"type":"message","subtype":"message_deleted","ts":"1709800300.000300","original":{"ts":"1709700000.000200"}}"#,
            #"{"type":"message","subtype":"message_deleted","ts":"1709800300.000400","previous_message":{"ts":"1709700000.000300"}}"#
        ).read().days["C0KUDOS01"]?.first
        #expect(day?.messages.map(\.text.text) == ["final", ""])
        #expect(day?.messages.map(\.deleted) == [false, true])
        #expect(day?.edits.map(\.text.text) == ["elsewhere"])
        #expect(day?.edits.first?.edited == MessageTime(slack: "1709800100.000300"))
        #expect(day?.deletions.map(\.message.time.slack) == ["1709700000.000200", "1709700000.000300"])
        #expect(day?.deletions.first?.at.slack == "1709800300.000300")
    }

    @Test func `a wrapper without its inner copy is counted`() throws {
        let day = try ExportDraft.kudos(
            #"{"type":"message","subtype":"message_changed","ts":"1709800100.000200","original":{"ts":"1709800000.000100"}}"#,
            #"{"type":"message","subtype":"message_deleted","ts":"1709800300.000200"}"#,
            #"{"type":"message","subtype":"message_replied","ts":"1709800300.000300","message":{"ts":"1709800000.000100"}}"#
        ).read().days["C0KUDOS01"]?.first
        #expect(day?.messages.isEmpty == true)
        #expect(day?.skipped.map(\.reason) == [.replyNote, .wrapperWithoutTarget])
        #expect(day?.skipped.map(\.count) == [1, 2])
    }

    @Test func `a deletion wins over an edit in whatever order they stand`() throws {
        let deletion =
            #"{"type":"message","subtype":"message_deleted","ts":"1709800300.000200","deleted_ts":"1709800000.000100"}"#
        let edit =
            #"{"type":"message","subtype":"message_changed","ts":"1709800400.000200","message":{"text":"late","ts":"1709800000.000100"}}"#
        let words = #"{"type":"message","user":"U0BEN0001","ts":"1709800000.000100","text":"first"}"#
        for order in [[deletion, edit, words], [words, edit, deletion], [edit, deletion]] {
            let day = try ExportDraft.kudos(day: "[\(order.joined(separator: ","))]").read().days["C0KUDOS01"]?.first
            #expect(day?.messages.allSatisfy { $0.deleted && $0.text.text.isEmpty } == true)
            #expect(day?.edits.isEmpty == true)
        }
    }

    // Case 15
    @Test func `an edited message has its present text and the time of the edit`() throws {
        let message = try ExportDraft.message(#""text":"now","edited":{"user":"U0ANNA001","ts":"1709546050.000000"}"#)
        #expect(message?.text.text == "now")
        #expect(message?.edited?.slack == "1709546050.000000")
    }
}
