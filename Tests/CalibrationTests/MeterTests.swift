import Calibration
import Evidence
import Signals
import Statistics
import Testing
import Workspace

@Suite struct `the bias meter` {
    static func entry(_ id: EntryID, _ kind: WorkClass, at place: Double, by voice: String = "v1") -> ProfileEntry {
        ProfileEntry(id: id, position: place, workClass: kind, voice: voice, episode: "x\(id)", weight: 0.8)
    }

    static let ledger: [ProfileEntry] = (0..<24).map { (number: Int) -> ProfileEntry in
        let kinds: [WorkClass] = [.launch, .upkeep, .craft, .upkeep]
        return entry(EntryID("e\(number)"), kinds[number % 4], at: Double(number) / 24, by: "v\(number % 5)")
    }

    @Test func `sees a text of launches, and names what stays untold`() throws {
        let cited = Self.ledger.filter { $0.workClass == .launch }.map(\.id)
        let meter = BiasMeter(cited: cited, ledger: Self.ledger)
        #expect(meter.launches.text == 1 && meter.launches.ledger == 0.25 && meter.launches.isMore)
        let line = try #require(meter.lines.first { $0.name == "Visible wins" })
        #expect(line.words.contains("leans on launches") && line.advice != nil && line.entries.count == 3)
        #expect(line.entries.allSatisfy { id in !cited.contains(id) })
    }

    @Test func `has nothing to say about a text that follows the ledger`() {
        let cited = Self.ledger.enumerated().filter { $0.offset % 3 == 0 }.map(\.element.id)
        let meter = BiasMeter(cited: cited, ledger: Self.ledger)
        #expect(meter.lines.dropFirst().allSatisfy { $0.advice == nil })
        #expect(meter.episodes.told == 8 && meter.episodes.all == 24)
    }

    @Test func `sees the last quarter and the one voice`() {
        let late = BiasMeter(cited: Self.ledger.suffix(6).map(\.id), ledger: Self.ledger)
        #expect(late.lastQuarter.isMore)
        let one = Self.ledger.filter { $0.voice == "v2" }.map(\.id)
        let single = BiasMeter(cited: one, ledger: Self.ledger)
        #expect(single.leansOnOneVoice && single.voices == 5)
    }

    @Test func `a happening that was told many times is told once`() {
        var ledger = Self.ledger
        for place in ledger.indices.prefix(10) { ledger[place].episode = "one" }
        let meter = BiasMeter(cited: ["e0"], ledger: ledger)
        #expect(meter.episodes.told == 1 && meter.episodes.all == 15)
    }

    @Test func `says so where nothing is cited, and draws only what is in its words`() {
        let meter = BiasMeter(cited: ["elsewhere"], ledger: Self.ledger)
        #expect(meter.lines.count == 1 && meter.lines[0].words.contains("cites none of the 24 entries"))
        let svg = BiasMeter(cited: ["e0", "e4"], ledger: Self.ledger).svg
        #expect(svg.hasPrefix("<svg") && svg.contains("role=\"img\"") && !svg.contains("style="))
    }
}

@Suite struct `the oversight meter` {
    static func decisions(_ count: Int, agreeing: Int, own: Int) -> [OversightDecision] {
        (0..<count).map {
            OversightDecision(
                decider: "ops",
                agreed: $0 < agreeing,
                readingSeconds: 40,
                citesEntry: $0 < own,
                citesOwnEntry: $0 < own
            )
        }
    }

    @Test func `asks only where nearly all agree and most reasons bring nothing of their own`() {
        #expect(OversightMeter.all(Self.decisions(20, agreeing: 20, own: 5)).first?.isCue == true)
        #expect(OversightMeter.all(Self.decisions(20, agreeing: 20, own: 12)).first?.isCue == false)
        #expect(OversightMeter.all(Self.decisions(20, agreeing: 18, own: 0)).first?.isCue == false)
        #expect(OversightMeter.all(Self.decisions(14, agreeing: 14, own: 0)).isEmpty)
    }
}

@Suite struct `words of drafts` {
    @Test(arguments: [
        ("She is difficult in meetings.", ["difficult"]), ("The release was difficult.", []),
        ("He can be very emotional.", ["emotional"]), ("Noor is strategic.", ["strategic"]),
        ("A strategic plan for the year.", []), ("A warm person and a team player.", ["warm", "team player"]),
        ("This is a rock star hire, always.", ["rock star", "always"]), ("Seems to lead well.", ["Seems to"]),
        ("Back from maternity leave.", ["maternity"]), ("", []), ("Niceties aside, it shipped.", []),
    ])
    func `are found where they are said of a person`(text: String, words: [String]) {
        #expect(LanguageLexicon.english.findings(in: text, names: ["Noor"]).map(\.word) == words)
    }

    @Test func `have their place in the text, also behind letters of several bytes`() throws {
        let text = "Zoë — brilliant."
        let found = try #require(LanguageLexicon.english.findings(in: text).first)
        #expect(Array(text.utf8)[found.place].elementsEqual("brilliant".utf8))
    }

    @Test(arguments: [
        ("Managed 8 engineers through the year.", true), ("Runs a team of 12.", true), ("Has 9 direct reports.", true),
        ("Leads a 20-person organisation.", true), ("Grew headcount.", true), ("Unblocked 3 engineers.", false),
        ("Cut latency by 12 percent.", false), ("The team of record.", false), ("Reports shipped in 3 days.", false),
    ])
    func `that argue with a team's size are told from others`(text: String, argues: Bool) {
        #expect(!TeamSizeWords.sentences(in: text).isEmpty == argues)
    }

    @Test func `are compared between stated groups only from ten writers and twenty texts on`() throws {
        func texts(_ group: String, _ count: Int, writers: Int, _ words: (Int) -> String) -> [ReviewText] {
            (0..<count).map { ReviewText(writer: PersonID("w\(group)\($0 % writers)"), group: group, text: words($0)) }
        }
        let plain = { (place: Int) in place % 10 == 0 ? "Abrasive in reviews." : "Shipped the import and fixed alerts."
        }
        let blaming = { (place: Int) in place % 10 < 7 ? "Abrasive in reviews." : "Shipped the import." }
        let audit = LanguageAudit(
            texts("a", 40, writers: 12, blaming) + texts("b", 40, writers: 12, plain)
                + texts("c", 40, writers: 9, plain)
        )
        #expect(audit.leftOut == 1)
        let gap = try #require(audit.classes.first { $0.kind == .personality })
        #expect(gap.isBeyondChance && gap.first == "a" && gap.comparison.first.count == 28)
        #expect(audit.words.contains { $0.word == "abrasive" && $0.more == "a" })
        #expect(!audit.classes.contains { $0.first == "c" || $0.second == "c" })
    }
}
