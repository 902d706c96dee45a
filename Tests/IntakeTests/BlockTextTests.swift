import Intake
import Testing
import Workspace

@Suite struct BlockTextTests {
    static func richText(_ elements: String) -> String {
        #""blocks":[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[\#(elements)]}]}]"#
    }

    // Case 7
    @Test(arguments: [#""text":null"#, #""text":"""#, #""subscribed":false"#])
    func `a message without text is a message without words`(fields: String) throws {
        #expect(try ExportDraft.message(fields)?.text == PlainText(""))
    }

    @Test func `without text the words of blocks count`() throws {
        let blocks = """
            "text":"","blocks":[{"type":"header","text":{"type":"plain_text","text":"A *plain* head"}},
            {"type":"section","text":{"type":"mrkdwn","text":"*only* for <@U0BEN0001>"},"fields":[{"type":"mrkdwn","text":"f"}]},
            {"type":"hologram_2031","text":"?"},{"type":"context","elements":[{"type":"image"},{"type":"mrkdwn","text":"c"}]}]
            """
        let message = try ExportDraft.message(blocks)
        #expect(message?.text.text == "A *plain* head\nonly for @Ben Böll\nf\nc")
        #expect(message?.text.mentions.map(\.account) == ["U0BEN0001"])
    }

    @Test func `without text and blocks the words of attachments count`() throws {
        let message = try ExportDraft.message(
            #""attachments":[{"pretext":"p","title":"t","text":"x &amp; y","fields":[{"title":"k","value":"v"}]},{"fallback":"fb"}]"#
        )
        #expect(message?.text.text == "p\nt\nx & y\nk: v\nfb")
    }

    // Case 8
    @Test func `a mention that stands only in blocks is found`() throws {
        let message = try ExportDraft.message(
            #""text":"Great job @ben","#
                + Self.richText(#"{"type":"text","text":"Great job "},{"type":"user","user_id":"U0BEN0001"}"#)
        )
        #expect(message?.text.text == "Great job @Ben Böll")
        #expect(message?.text.mentions == [Mention(account: "U0BEN0001", span: 10..<20)])
    }

    @Test func `mentions of text and blocks are united, those in code left out`() throws {
        let elements = """
            {"type":"text","text":"thanks "},{"type":"user","user_id":"U0CLEO001","style":{"code":true}},{"type":"user","user_id":"U0BEN0001"}
            """
        let message = try ExportDraft.message(
            #""text":"thanks <@U0CLEO001> <@U0BEN0001> <@U0ANNA001> <!here>","# + Self.richText(elements)
        )
        #expect(message?.text.mentions.map(\.account) == ["U0BEN0001", "U0ANNA001"])
        #expect(message?.text.mentions.last?.span == nil)
        #expect(message?.text.broadcasts == ["here"])
    }

    @Test func `structured text is literal and comes before the text`() throws {
        let blocks = """
            "text":"other","blocks":[{"type":"rich_text","elements":[
            {"type":"rich_text_section","elements":[{"type":"text","text":"a &amp; *b* "},{"type":"emoji","name":"tada","skin_tone":3},
              {"type":"link","url":"https://x.example?t=xoxe-1-SECRET","text":"doc"},{"type":"channel","channel_id":"C0KUDOS01"},
              {"type":"usergroup","usergroup_id":"S01"},{"type":"broadcast","range":"channel"},{"type":"date","fallback":"Mon"}]},
            {"type":"rich_text_list","style":"ordered","offset":2,"elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"one"}]}]},
            {"type":"rich_text_list","style":"bullet","indent":1,"elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"two"}]}]},
            {"type":"rich_text_quote","elements":[{"type":"text","text":"q"}]},
            {"type":"rich_text_preformatted","elements":[{"type":"text","text":"let x"},{"type":"user","user_id":"U0BEN0001"}]}]}]
            """
        let text = try ExportDraft.message(blocks)?.text
        #expect(
            text?.text
                == "a &amp; *b* :tada::skin-tone-3:doc#kudos@S01@channelMon\n3. one\n  • two\n> q\nlet x@Ben Böll\n"
        )
        #expect(text?.links == ["https://x.example"])
        #expect(text?.mentions.isEmpty == true)
        #expect(text?.groups == ["S01"])
    }

    @Test func `empty structured text gives way to the text`() throws {
        #expect(try ExportDraft.message(#""text":"hi","# + Self.richText(""))?.text.text == "hi")
    }

    @Test func `words that are passed on belong to who wrote them`() throws {
        let message = try ExportDraft.message(
            """
            "text":"look","attachments":[{"is_share":true,"author_id":"U0BEN0001","channel_id":"C0KUDOS01","ts":"1709545200.000200",
            "text":"praise for <@U0CLEO001>","message_blocks":[]}]
            """
        )
        #expect(message?.text == PlainText("look"))
        #expect(message?.shared.first?.author == "U0BEN0001")
        #expect(message?.shared.first?.message?.time.slack == "1709545200.000200")
        #expect(message?.shared.first?.text.text == "praise for @cleo|ops")
        #expect(message?.shared.first?.text.mentions.map(\.account) == ["U0CLEO001"])
    }

    @Test func `half a surrogate pair becomes one replacement character`() throws {
        #expect(try ExportDraft.message(#""text":"a\ud83d b""#)?.text.text == "a\u{FFFD} b")
        #expect(try ExportDraft.message(#""text":"a\udc00 b""#)?.text.text == "a\u{FFFD} b")
        #expect(try ExportDraft.message(#""text":"\ud83c\udf89 \\ud83d""#)?.text.text == "🎉 \\ud83d")
        #expect(try ExportDraft.message(#""text":"a\u0000b""#)?.text.text == "ab")
    }
}
