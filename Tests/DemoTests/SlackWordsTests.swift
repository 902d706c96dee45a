import Testing
import Workspace

@testable import Demo

@Suite struct SlackWordsTests {
    @Test(arguments: [
        ("a < b && c > d", "a &lt; b &amp;&amp; c &gt; d"),
        ("at 12:30:45 the `x < y` check", "at 12:30:45 the `x &lt; y` check"),
        ("see https://wiki.halvard.example/a?b=1&c=2.", "see <https://wiki.halvard.example/a?b=1&amp;c=2>."),
        ("well :tada: done", "well :tada: done"),
        ("*no* 2 * 3 * 4 and snake_case_name", "*no* 2 * 3 * 4 and snake_case_name"),
        ("- one\n- two\nafter", "• one\n• two\nafter"),
        ("> quoted\nanswer", "&gt; quoted\nanswer"),
        ("look\n```\nlet a = b < c\n```\nok", "look\n```let a = b &lt; c```\nok"),
        ("@here lunch", "<!here> lunch"),
    ])
    func `words take Slack's own form`(words: String, text: String) throws {
        #expect(try SlackWords(words).text == text)
    }

    @Test func `a mention stands as an id in the text and as a user in the blocks`() throws {
        let maren = try #require(Cast.halvard.member("maren"))
        let words = try SlackWords("ask @maren, she knows (see #papers)")
        #expect(words.text.hasPrefix("ask <@\(maren.account.text)>, she knows (see <#C0"))
        let blocks = String(decoding: JSON.list(words.elements).bytes, as: UTF8.self)
        #expect(blocks.contains("\"user_id\": \"\(maren.account.text)\""))
        #expect(blocks.contains("\"channel_id\""))
    }

    @Test func `a mention inside code is no mention`() throws {
        let words = try SlackWords("run `@nobody` or\n```\n@nobody\n```")
        #expect(words.text == "run `@nobody` or\n```@nobody```")
    }

    @Test(arguments: ["mail me at a@maren.example", "size 3@2x", "#1234 is closed", "C#", "10:30:11"])
    func `signs inside words open nothing`(words: String) throws {
        #expect(try InlineText.read(words, cast: .halvard) == [.plain(words)])
    }

    @Test func `everything beyond ASCII is escaped as Slack does`() {
        let bytes = JSON.object([("a/b", .text("Yıldırım 🚀 \"x\"\n"))]).bytes
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == "{\n    \"a\\/b\": \"Y\\u0131ld\\u0131r\\u0131m \\ud83d\\ude80 \\\"x\\\"\\n\"\n}"
        )
    }
}
