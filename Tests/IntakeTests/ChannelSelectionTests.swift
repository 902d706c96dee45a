import Intake
import Testing
import Workspace

@Suite struct ChannelSelectionTests {
    static let channels = [
        Channel(id: "C01", name: "kudos"), Channel(id: "G01", name: "plans", audience: .invited),
        Channel(id: "G02", name: "mpdm-a--b-1", audience: .group), Channel(id: "D01", name: "D01", audience: .direct),
        Channel(id: "C0FC", name: "FC:F01:x", audience: .document),
        Channel(id: "G03", name: "kudos", audience: .invited),
    ]

    // Case 33
    @Test func `only public channels are read unless others are named`() {
        #expect(
            ChannelSelection.allPublic.decisions(for: Self.channels)
                == [.readPublic, .notNamed, .notNamed, .neverDirect, .notNamed, .notNamed]
        )
    }

    @Test func `named conversations are read, by id or by name`() {
        let selection = ChannelSelection.named(["#Plans", "G02", "C0FC", "D01"])
        #expect(
            selection.decisions(for: Self.channels)
                == [.notChosen, .readNamed, .readNamed, .neverDirect, .readNamed, .notNamed]
        )
    }

    @Test func `a private channel that shares its name must be named by its id`() {
        #expect(
            ChannelSelection.allPublic(and: ["kudos"]).decisions(for: Self.channels)
                == [.readNamed, .notNamed, .notNamed, .neverDirect, .notNamed, .nameNotUnique]
        )
        #expect(ChannelSelection.named(["G03"]).decisions(for: Self.channels).last == .readNamed)
    }

    @Test(arguments: [["D01"], ["#d01"], ["D01", "kudos"]])
    func `the talk of two people is never read`(names: [String]) {
        #expect(ChannelSelection.allPublic(and: names).decisions(for: Self.channels)[3] == .neverDirect)
    }

    @Test func `a name that no conversation has is told`() {
        #expect(
            ChannelSelection.named(["kudos", "#kudso", "C01", "C99"]).unknown(among: Self.channels) == [
                "#kudso", "C99",
            ]
        )
    }

    @Test func `the report hides the names of what is not read`() throws {
        let export = try ExportDraft([
            "channels.json": #"[{"id":"C01","name":"kudos"},{"id":"C02","name":"secretly","is_private":true}]"#,
            "groups.json": #"[{"id":"G01","name":"layoffs"},{"id":"C01","name":"kudos"}]"#,
        ]).read().export
        #expect(export.decisions(.allPublic).map(\.name) == ["C01", "C02", "G01"])
        #expect(export.decisions(.allPublic(and: ["C01", "layoffs"])).map(\.name) == ["kudos", "C02", "layoffs"])
    }

    @Test func `a message never shows the name of a private channel`() throws {
        let read = try ExportDraft.kudos(
            #"{"type":"message","user":"U0BEN0001","ts":"1709970000.000100","text":"see <#G01|layoffs> and <#C0KUDOS01|old>"}"#
        ).adding("groups.json", #"[{"id":"G01","name":"layoffs"}]"#).read()
        #expect(read.messages().first?.text.text == "see #G01 and #kudos")
    }
}
