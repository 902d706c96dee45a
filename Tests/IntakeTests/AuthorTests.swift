import Intake
import Testing
import Workspace

@Suite struct AuthorTests {
    // Case 1
    @Test func `somebody in no list becomes a placeholder, also the pseudo id of old renames`() throws {
        #expect(try ExportDraft.message(#""text":"hello""#, user: "U0GONE001")?.author == .unlisted("U0GONE001"))
        #expect(try ExportDraft.message(#""text":"hello""#, user: "U00")?.author == .unlisted("U00"))
    }

    // Cases 1 and 27
    @Test func `somebody of another company is external, named by the message itself`() throws {
        let message = try ExportDraft.message(
            #""text":"hi","team":"T0OTHER01","user_team":"T0OTHER01","user_profile":{"display_name":"pat","team":"T0OTHER01"}"#,
            user: "U0PAT0001"
        )
        #expect(message?.author == .external("U0PAT0001", team: "T0OTHER01", name: "pat"))
    }

    @Test func `an account of another team in the list of people is external and never a person of ours`() throws {
        let users = ExportDraft.users.dropLast() + #",{"id":"U0PAT0001","team_id":"T0OTHER01","name":"pat"}]"#
        let read = try ExportDraft.kudos(#"{"type":"message","user":"U0PAT0001","ts":"1709546000.000100","text":"hi"}"#)
            .replacing("users.json", String(users)).read()
        #expect(read.export.accounts.first { $0.id == "U0PAT0001" }?.sort == .external)
        #expect(read.messages().first?.author.account == "U0PAT0001")
        #expect(read.export.homeTeams == ["T0HOME001"])
    }

    // Case 2
    @Test(arguments: ["[]", "null", #"{"Xf01":{"value":"U0ANNA001","alt":""}}"#])
    func `an account without profile, names or e-mail is taken in`(fields: String) throws {
        let users = #"[{"id":"U0BARE001"},{"id":"U0FIELD01","name":"fay","profile":{"fields":\#(fields)}}]"#
        let read = try ExportDraft.kudos().replacing("users.json", users).read()
        #expect(read.export.accounts.map(\.name) == ["U0BARE001", "fay"])
        #expect(read.export.accounts.allSatisfy { $0.email == nil })
    }

    // Case 3
    @Test func `equal display names stay two accounts, and a bar in a name is a character`() throws {
        let users = """
            [{"id":"U1","name":"a","profile":{"display_name":"Kim"}},{"id":"U2","name":"b","profile":{"display_name":"Kim"}},
             {"id":"U3","name":"c","profile":{"display_name":"dev|ops é 🎉"}}]
            """
        let read = try ExportDraft.kudos(
            #"{"type":"message","user":"U1","ts":"1709546000.000100","text":"<@U3ABC> x"}"#
        ).replacing("users.json", users.replacing("U3", with: "U3ABC")).read()
        #expect(read.export.accounts.map(\.name) == ["Kim", "Kim", "dev|ops é 🎉"])
        #expect(read.messages().first?.text.text == "@dev|ops é 🎉 x")
    }

    @Test func `a name falls back from display name to real name to handle to id`() throws {
        let accounts = try ExportDraft.kudos().read().export.accounts
        #expect(accounts.map(\.name) == ["Anna", "Ben Böll", "CheerBot", "cleo|ops"])
        #expect(accounts.first?.email == "anna@home.example")
    }

    // Case 4
    @Test func `Slackbot is the system and never a person, listed or not`() throws {
        let message = try ExportDraft.message(#""text":"reminder""#, user: "USLACKBOT")
        #expect(message?.author == .system(nil))
        #expect(message?.sort == .system)
        let users = #"[{"id":"USLACKBOT","name":"slackbot","is_bot":false}]"#
        let read = try ExportDraft.kudos().replacing("users.json", users).read()
        #expect(read.export.accounts.first?.sort == .system)
        let answer = try ExportDraft.message(#""text":"x","subtype":"slackbot_response""#, user: "USLACKBOT")
        #expect(answer?.sort == .bot)
    }

    // Case 5
    @Test func `guests and accounts that were switched off are marked and keep their words`() throws {
        let users = """
            [{"id":"U0GUEST01","name":"gus","is_restricted":true},
             {"id":"U0SOLO001","name":"sol","is_restricted":true,"is_ultra_restricted":true},
             {"id":"U0LEFT001","name":"lee","deleted":true}]
            """
        let read = try ExportDraft.kudos(
            #"{"type":"message","user":"U0LEFT001","ts":"1709546000.000100","text":"bye"}"#
        )
        .replacing("users.json", users).read()
        #expect(read.export.accounts.map(\.sort) == [.guest, .member, .guest])
        #expect(read.export.accounts.map(\.deactivated) == [false, true, false])
        #expect(read.messages().first?.author == .account("U0LEFT001"))
    }

    // Case 6
    @Test(arguments: [
        (#""bot_id":"B0CHEER01","username":"other""#, Author.bot("U0CHEER01", name: "CheerBot")),
        (
            #""bot_id":"B0GONE001","bot_profile":{"name":"Praise"},"username":"other""#,
            .bot("B0GONE001", name: "Praise")
        ),
        (#""bot_id":"B0GONE001","username":"HeyKudos""#, .bot("B0GONE001", name: "HeyKudos")),
        (#""bot_id":"B0GONE001""#, .bot("B0GONE001", name: nil)),
        (#""icons":{}"#, .bot(nil, name: nil)),
    ])
    func `a program is found by its listed account, its profile, its name, in that order`(
        fields: String,
        author: Author
    ) throws {
        let messages = try ExportDraft.messages(
            #"{"type":"message","subtype":"bot_message","ts":"1709546000.000100","text":"x",\#(fields)}"#
        )
        #expect(messages.first?.author == author)
        #expect(messages.first?.sort == .bot)
    }

    @Test func `a modern program posts as its own account`() throws {
        let message = try ExportDraft.message(
            #""text":"x","bot_id":"B0CHEER01","bot_profile":{"name":"CheerBot"}"#,
            user: "U0CHEER01"
        )
        #expect(message?.author == .bot("U0CHEER01", name: "CheerBot"))
        #expect(message?.sort == .bot)
    }

    @Test func `what a program posts for a person names both and counts as the program's`() throws {
        let message = try ExportDraft.message(#""text":"x","bot_id":"B0APP0001","bot_profile":{"name":"Poster"}"#)
        #expect(message?.author == .bot("U0ANNA001", name: "Poster"))
        #expect(message?.sort == .bot)
    }
}
