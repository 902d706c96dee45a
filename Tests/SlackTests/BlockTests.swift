import Intake
import Slack
import Testing
import Workspace

/// Whatever is put in, Slack's limits hold.
@Suite struct `Blocks within Slack's limits` {
    private static let long = String(repeating: "ünïcode 👩‍👩‍👧 & <b> ", count: 400)

    private func units(_ value: WireValue) -> Int { value.string?.utf16.count ?? 0 }

    @Test func `words are cut before the limit, never inside a character or an entity`() {
        for limit in [1, 2, 5, 24, 75, 76, 77, 78, 79, 150, 3000] {
            let cut = Mrkdwn(Self.long).cut(to: limit)
            #expect(cut.count <= limit)
            let rest = cut.wire.replacing("&amp;", with: "").replacing("&lt;", with: "").replacing("&gt;", with: "")
            #expect(!rest.contains("&") && !rest.contains("<"))
            #expect(cut.wire.hasSuffix("…"))
        }
        #expect(Mrkdwn("short").cut(to: 5).wire == "short")
    }

    @Test func `a mention or a link is kept whole or left out`() {
        let text =
            Mrkdwn("to ") + .mention("U0123456789") + Mrkdwn(" and ") + .link("https://x.example/a?b=1&c=2", "here")
        for limit in 4...text.count {
            let wire = text.cut(to: limit).wire
            #expect(wire.filter { $0 == "<" }.count == wire.filter { $0 == ">" }.count)
        }
    }

    @Test func `a section, a header and a button hold their limits`() {
        let home = Home([
            .section(Mrkdwn(Self.long), beside: .button(Self.long, Self.long, value: Self.long)), .header(Self.long),
            .context((0..<30).map { _ in Mrkdwn(Self.long) }), .fields((0..<30).map { _ in Mrkdwn(Self.long) }),
            .actions((0..<60).map { .button("b", "a\($0)") }),
        ])
        let blocks = home.payload["blocks"].elements
        #expect(units(blocks[0]["text"]["text"]) <= 3000)
        #expect(units(blocks[0]["accessory"]["text"]["text"]) <= 75)
        #expect(units(blocks[0]["accessory"]["value"]) <= 2000)
        #expect(units(blocks[0]["accessory"]["action_id"]) <= 255)
        #expect(units(blocks[1]["text"]["text"]) <= 150)
        #expect(blocks[2]["elements"].elements.count == 10)
        #expect(blocks[3]["fields"].elements.count == 10)
        #expect(blocks[3]["fields"].elements.allSatisfy { units($0["text"]) <= 2000 })
        #expect(blocks[4]["elements"].elements.count == 25)
    }

    @Test(arguments: [0, 1, 50, 51, 100, 101, 400])
    func `a surface holds as many blocks as Slack bears, and says where some are left out`(count: Int) {
        let blocks: [Block?] = (0..<count).map { .section(Mrkdwn("\($0)")) }
        let message = OutgoingMessage(Mrkdwn("x"), blocks: blocks).payload["blocks"].elements
        #expect(message.count == min(count, 50))
        let home = Home(blocks).payload["blocks"].elements
        #expect(home.count == max(1, min(count, 100)))
        let modal = Modal("t", callback: "c", blocks: blocks).payload["blocks"].elements
        #expect(modal.count == max(1, min(count, 100)))
        if count > 50 { #expect(message.last?["type"].string == "context") }
    }

    @Test func `ids are there, short enough and each once`() {
        let same: [Block?] = (0..<40).map { _ in .actions([.button("b", "same"), .button("c", "same")], id: Self.long) }
        let blocks = Home(same).payload["blocks"].elements
        let ids = blocks.compactMap { $0["block_id"].string }
        #expect(Set(ids).count == 40 && ids.allSatisfy { !$0.isEmpty && $0.utf16.count <= 255 })
        #expect(blocks.allSatisfy { $0["elements"].elements.count == 1 })
    }

    @Test func `menus and choices hold their limits, and the chosen one is among them`() throws {
        let options = (0..<300).map { Option(Self.long, "\($0)" + Self.long, below: Self.long) }
        let menu = try #require(BlockElement.menu("m", options, chosen: options[3].value, hint: Self.long))
        let modal = Modal(
            Self.long,
            callback: Self.long,
            blocks: [
                .input(Self.long, menu, below: Self.long), .input("r", .radios("r", options)),
                .input("c", .checks("c", options, chosen: [options[1].value])),
                .input("w", .words("w", initial: Self.long, hint: Self.long, most: 99_999)),
            ],
            close: Self.long,
            metadata: Self.long
        ).payload
        #expect(units(modal["title"]["text"]) <= 24 && units(modal["close"]["text"]) <= 24)
        #expect(units(modal["submit"]["text"]) <= 24 && modal["submit"].isObject)
        #expect(units(modal["callback_id"]) <= 255 && units(modal["private_metadata"]) <= 3000)
        let elements = modal["blocks"].elements.map { $0["element"] }
        #expect(elements.map { $0["options"].elements.count } == [100, 10, 10, 0])
        #expect(elements[0]["options"].elements.contains(elements[0]["initial_option"]))
        for option in elements[0]["options"].elements {
            #expect(units(option["text"]["text"]) <= 75 && units(option["value"]) <= 75)
            #expect(units(option["description"]["text"]) <= 75)
        }
        #expect(elements[3]["max_length"].integer == 3000 && units(elements[3]["initial_value"]) <= 3000)
        #expect(units(elements[0]["placeholder"]["text"]) <= 150)
    }

    @Test func `nothing is ever empty where Slack wants words`() {
        let home = Home([.section(.empty), .header(""), .section(Mrkdwn("  "), beside: .button("", ""))])
        for block in home.payload["blocks"].elements { #expect(block["text"]["text"].words != nil) }
        #expect(OutgoingMessage(.empty).payload["text"].words != nil)
        #expect(BlockElement.menu("m", []) == nil && Block.actions([]) == nil && Block.context([]) == nil)
    }

    @Test func `inputs stay out of messages and buttons out of inputs`() {
        let message = OutgoingMessage(Mrkdwn("x"), blocks: [.input("l", .words("w"))]).payload
        #expect(message["blocks"].isNothing)
        #expect(Block.input("l", .button("b", "b")) == nil)
    }
}

@Suite struct `Words for Slack` {
    @Test(arguments: [
        ("a & b", "a &amp; b"), ("<!channel>", "&lt;!channel&gt;"), ("&amp;", "&amp;amp;"),
        ("\"quoted\"", "\"quoted\""),
        ("<@U1>", "&lt;@U1&gt;"), ("", ""),
    ])
    func `are escaped once, and name nobody by accident`(plain: String, wire: String) {
        #expect(Mrkdwn(plain).wire == wire)
        #expect(SlackText.plain(wire).text == plain.replacing("<@U1>", with: "<@U1>"))
    }

    @Test func `link only to the web`() {
        #expect(Mrkdwn.link("javascript:x", "here").wire == "here")
        #expect(Mrkdwn.link("https://a.example", "a|b").wire == "<https://a.example|a¦b>")
    }
}

@Suite struct `The app's manifest` {
    @Test func `asks for no more than it says`() {
        for withPrivate in [false, true] {
            let manifest = AppManifest(privateChannels: withPrivate).payload
            let scopes = manifest["oauth_config"]["scopes"]["bot"].elements.compactMap(\.string)
            for forbidden in [
                "channels:join", "chat:write.public", "im:history", "im:write", "mpim:history", "files:read", "admin",
            ] {
                #expect(!scopes.contains(forbidden))
            }
            #expect(scopes.contains("groups:history") == withPrivate)
            let events = manifest["settings"]["event_subscriptions"]["bot_events"].elements.compactMap(\.string)
            #expect(events.contains("message.groups") == withPrivate && !events.contains("message.im"))
            #expect(manifest["oauth_config"]["scopes"]["user"].isNothing)
        }
    }

    @Test func `names addresses with HTTP and none with Socket Mode`() {
        let http = AppManifest(delivery: .http(site: "https://x.example")).payload
        #expect(http["settings"]["event_subscriptions"]["request_url"].string == "https://x.example/slack/events")
        #expect(http["settings"]["socket_mode_enabled"] == false)
        let socket = AppManifest().payload
        #expect(!socket.json.contains("https://") && socket["settings"]["socket_mode_enabled"] == true)
    }

    @Test func `signs people in at the address that the site answers at, and renews tokens only where that is wanted`()
    {
        let manifest = AppManifest(
            delivery: .http(site: "https://x.example"),
            signIn: "https://x.example",
            rotatesTokens: true
        ).payload
        let redirects = manifest["oauth_config"]["redirect_urls"].elements.compactMap(\.string)
        #expect(redirects == ["https://x.example/sign-in/provider/back"])
        #expect(manifest["settings"]["token_rotation_enabled"].isTrue)
        #expect(!AppManifest().payload["settings"]["token_rotation_enabled"].isTrue)
    }

    @Test func `keeps to Slack's lengths`() {
        let manifest = AppManifest(name: String(repeating: "n", count: 99)).payload
        #expect((manifest["display_information"]["name"].string?.count ?? 99) <= 35)
        #expect((manifest["display_information"]["description"].string?.count ?? 999) <= 140)
        for command in manifest["features"]["slash_commands"].elements {
            #expect((command["command"].string?.count ?? 99) <= 32)
            #expect((command["description"].string?.count ?? 9999) <= 2000)
        }
        for shortcut in manifest["features"]["shortcuts"].elements {
            #expect((shortcut["name"].string?.count ?? 99) <= 24)
            #expect((shortcut["description"].string?.count ?? 999) <= 150)
        }
    }
}
