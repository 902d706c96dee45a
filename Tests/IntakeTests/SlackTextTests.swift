import Intake
import Testing
import Workspace

/// A wire text and what must come out of it.
struct TextCase: CustomTestStringConvertible, Sendable {
    var wire: String
    var plain: String
    var testDescription: String { wire }

    init(_ wire: String, _ plain: String) {
        self.wire = wire
        self.plain = plain
    }
}

@Suite struct SlackTextTests {
    static let names = DisplayNames(
        accounts: ["U0ANNA001": "Anna", "W0BEN0001": "Ben B"],
        channels: ["C0KUDOS01": "kudos-wins"],
        hidden: ["C0SECRET1"]
    )

    // Case 9
    @Test(arguments: [
        TextCase("<@U0ANNA001> and <@W0BEN0001|old name>", "@Anna and @Ben B"),
        TextCase("<@U0GONE001|lee> and <@U0GONE002>", "@lee and @U0GONE002"),
        TextCase(
            "<#C0KUDOS01|kudos> <#C0OTHER01|other> <#C0OTHER02> <#C0OTHER03|>",
            "#kudos-wins #other #C0OTHER02 #C0OTHER03"
        ),
        TextCase("<!subteam^S01|@leads> <!subteam^S01|leads> <!subteam^S01>", "@leads @leads @S01"),
        TextCase(
            "<!here> <!here|here> <!here|@here> <@here> <!channel> <!everyone>",
            "@here @here @here @here @channel @everyone"
        ),
        TextCase("due <!date^1709600000^{date_short} at {time}^https://x.example/d|Mar 5>", "due Mar 5"),
        TextCase("due <!date^1709600000^{date_short}>", "due 2024-03-05 00:53 UTC"),
        TextCase("<https://x.example/a?b=1&amp;c=2|the doc>, <https://x.example>", "the doc, https://x.example"),
        TextCase("<mailto:hr@x.example|hr@x.example> <tel:+491|call> <tel:+492>", "hr@x.example call +492"),
        TextCase("<https://x.example|a|b> <https://x.example|>", "a|b https://x.example"),
        TextCase("<!other^1^2|label> <!other>", "label other"),
        TextCase(":tada: :+1::skin-tone-4: :party_parrot: 🎉", ":tada: :+1::skin-tone-4: :party_parrot: 🎉"),
        TextCase("5&gt;4 &amp;amp; &amp;lt; R&D &quot;", "5>4 &amp; &lt; R&D &quot;"),
        TextCase("*bold* _it_ ~st~ *_both_*", "bold it st both"),
        TextCase("snake_case_name 2*3*4 ~/a ~/b *a * b __init__", "snake_case_name 2*3*4 ~/a ~/b *a * b __init__"),
        TextCase("(*bold*), \"_it_\"!", "(bold), \"it\"!"),
        TextCase("*over\nlines*", "*over\nlines*"),
        TextCase("*<@U0ANNA001>* did `a_b_c` and *that*", "@Anna did a_b_c and that"),
        TextCase("`code &lt;b&gt; *x*` ```pre_\n_fix```", "code <b> *x* \npre_\n_fix"),
        TextCase("&gt; quoted\n• item", "> quoted\n• item"),
        TextCase("a < b, <unclosed, <not a token>", "a < b, <unclosed, <not a token>"),
        TextCase("zero\u{0}s go", "zeros go"),
        TextCase("", ""),
    ])
    func `every form of Slack's text becomes plain`(text: TextCase) {
        #expect(SlackText.plain(text.wire, names: Self.names).text == text.plain)
    }

    @Test func `what a text points to is kept, in order and unescaped`() {
        let text = SlackText.plain(
            "<@U0ANNA001> <https://x.example/a?b=1&amp;c=2|doc> <!date^1^{date}^https://x.example/d|day> <mailto:hr@x.example> "
                + "<!subteam^S01|@leads> <#C0KUDOS01> <!here>",
            names: Self.names
        )
        #expect(text.mentions.map(\.account) == ["U0ANNA001"])
        #expect(text.links == ["https://x.example/a?b=1&c=2", "https://x.example/d", "mailto:hr@x.example"])
        #expect(text.groups == ["S01"])
        #expect(text.channels == ["C0KUDOS01"])
        #expect(text.broadcasts == ["here"])
    }

    // Case 8
    @Test(arguments: ["`<@U0ANNA001>`", "```ask\n<@U0ANNA001|anna>```", "*`<@U0ANNA001>`*"])
    func `a mention in code is text, not a mention`(wire: String) {
        let text = SlackText.plain(wire, names: Self.names)
        #expect(text.mentions.isEmpty)
        #expect(text.text.contains("<@U0ANNA001"))
    }

    // Case 10
    @Test func `a private channel keeps its id and shows no name`() {
        for wire in ["<#C0SECRET1|>", "<#C0SECRET1>", "<#C0SECRET1|layoffs>"] {
            let text = SlackText.plain(wire, names: Self.names)
            #expect(text.text == "#C0SECRET1")
            #expect(text.channels == ["C0SECRET1"])
        }
    }

    @Test func `each mention's place holds its name, whatever stands around it`() {
        var random = SystemRandomNumberGenerator()
        let pieces: [String] = [
            "<@U0ANNA001>", "<@W0BEN0001|x>", "*bold*", "&amp;", "`c <@U0ANNA001>`", " ", "é", "🎉", "_", "*", "<", ">",
            "```a```",
            "<https://x.example|l>", "xoxe-1-SECRET", "\n", "~s~", "\u{0}",
        ]
        for _ in 0..<500 {
            let wire = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            let text = SlackText.plain(wire, names: Self.names)
            let bytes = Array(text.text.utf8)
            for mention in text.mentions {
                let name = Self.names.accounts[mention.account] ?? mention.account.text
                guard let span = mention.span else { continue }
                #expect(String(decoding: bytes[span], as: UTF8.self) == "@" + name, "\(wire.debugDescription)")
            }
            #expect(!text.text.contains("xoxe"))
            #expect(!text.text.contains("\u{0}"))
        }
    }

    @Test func `a long line of opening marks is read to its end`() {
        let wire = String(repeating: "*a ", count: 50_000)
        #expect(SlackText.plain(wire).text == wire)
    }

    // Case 32
    @Test(arguments: [
        TextCase("see xoxe-1-EXPORTTOKEN now", "see [removed] now"),
        TextCase("key=xoxb-1234567890-abc", "key=[removed]"),
        TextCase("xapp-1-A012345-678", "[removed]"),
        TextCase("tokens begin with xoxb-", "tokens begin with xoxb-"),
        TextCase("`xoxe.xoxp-1-abcdef`", "[removed]"),
        TextCase("<https://f.example/a.png?t=xoxe-1-EXPORTTOKEN>", "https://f.example/a.png"),
    ])
    func `no token of Slack's stays in a text`(text: TextCase) {
        #expect(SlackText.plain(text.wire).text == text.plain)
    }

    @Test func `an export's token goes from addresses and leaves the rest`() {
        let text = SlackText.plain("<https://f.example/a.png?x=1&amp;t=xoxe-1-EXPORTTOKEN&amp;y=2|file>")
        #expect(text.links == ["https://f.example/a.png?x=1&y=2"])
        #expect(SlackText.withoutSecrets("a xoxe-1 b") == "a [removed] b")
    }
}
