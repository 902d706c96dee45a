import Evidence
import OneOnOnes
import Signals
import Testing
import Workspace
import Writing

@Suite struct `1:1 preparation` {
    private func prep(_ facts: PrepFacts = Invented.facts(), for reader: PrepReader = .manager) -> OneOnOnePrep {
        PrepComposer(facts, for: reader).compose()
    }

    private func loud(_ count: Int, by voice: String = "ben") -> [LedgerEntry] {
        (0..<count).map {
            Invented.entry(
                "l\($0)",
                daysAgo: $0 % 12 + 1,
                "thanks for the launch of the label preview, our depot prints from it since this morning",
                by: voice,
                workClass: .launch,
                episode: "l\($0)",
                stage: 3
            )
        }
    }

    @Test(arguments: PrepReader.allCases)
    func `fits on one screen and asks exactly three open questions of three kinds`(reader: PrepReader) {
        let prep = prep(for: reader)
        #expect((150...300).contains(prep.wordCount), "\(prep.wordCount)")
        #expect(prep.recent.count == 3)
        #expect(prep.questions.map(\.kind) == [.work, .growth, .obstacle])
    }

    @Test(arguments: [nil, "2026-09-16", "2026-06-02", "2026-01-12"])
    func `needs nothing that is older than it says`(last: String?) {
        var whole = Invented.facts(
            Invented.busy + loud(30)
                + (0..<60).map { place in
                    Invented.entry(
                        "o\(place)",
                        daysAgo: 20 + place * 9,
                        "thanks for the import fix number \(place), it saved the night shift of depot \(place % 7)",
                        competency: place % 3 == 0 ? "design" : "craft",
                        episode: "o\(place / 2)"
                    )
                }
        )
        whole.kept =
            last.map {
                [
                    KeptOneOnOne(
                        id: "1",
                        person: "ana",
                        manager: "mo",
                        day: Invented.day($0),
                        told: ["o3"],
                        edge: "design"
                    )
                ]
            } ?? []
        var part = whole
        part.entries = whole.entries.filter { $0.moment >= whole.earliest.microseconds }
        #expect(part.entries.count < whole.entries.count)
        for reader in PrepReader.allCases { #expect(prep(part, for: reader) == prep(whole, for: reader)) }
    }

    @Test func `thanks that say little are told nowhere`() {
        let slight = [
            "thanks for the heads up Ana", "thanks Ana for the really quick response to my question yesterday",
        ]
        let entries = slight.enumerated().map { Invented.entry("s\($0)", daysAgo: $0 + 1, $1) }
        for reader in PrepReader.allCases {
            let prep = prep(Invented.facts(entries), for: reader)
            #expect(prep.recent.isEmpty)
            #expect(prep.thanks == nil)
            #expect(prep.note != nil)
        }
    }

    @Test func `every claim names evidence, and the evidence says it`() {
        let prep = prep()
        let check = CitationCheck(entries: Invented.busy, subject: "Ana Berg")
        let claims = prep.sentences.filter { $0.role == .claim }
        #expect(claims.count >= 5)
        for claim in claims { #expect(check.faults(of: claim).isEmpty, "\(claim.text)") }
    }

    @Test func `both sides read the same facts, one of them as you`() {
        let (own, other) = (prep(for: .person), prep(for: .manager))
        #expect(own.sentences.map(\.sources) == other.sentences.map(\.sources))
        #expect(own.questions == other.questions)
        #expect(own.told == other.told)
        #expect(!own.sentences.contains { $0.text.contains("Ana Berg") })
        let frames = own.sentences.filter { $0.role == .claim }.map { sentence in
            sentence.text.split(separator: "“", omittingEmptySubsequences: false).enumerated().map {
                $0 == 0 ? $1 : $1.drop { $0 != "”" }
            }.joined()
        }
        let strange = frames.filter { " \($0)".contains(" I ") || $0.contains("Ana ") || $0.contains(" my ") }
        #expect(strange.isEmpty, "\(strange)")
    }

    @Test func `names the growth edge with the ladder's words, what was seen of it, and one chance`() {
        let edge = prep().edge.map(\.text)
        #expect(edge.first == "System design, next: Designs a component with trade-offs written down.")
        #expect(edge.contains { $0.hasPrefix("Last seen: ") })
        #expect(edge.count { $0.hasPrefix("A chance coming up: ") } == 1)
        #expect(prep().edge.last?.sentence.sources == ["g"])
    }

    @Test func `says when the edge was named before, and that silence about it says nothing`() {
        var facts = Invented.facts(Invented.busy.filter { $0.id != "f" })
        facts.kept = [
            KeptOneOnOne(id: "1", person: "ana", manager: "mo", day: Invented.day("2026-09-16"), edge: "design")
        ]
        let edge = prep(facts).edge.map(\.text)
        #expect(edge.first?.hasSuffix("(named on 16 September)") == true)
        #expect(edge.contains("Nothing was seen of it here since then, which says nothing about the work."))
    }

    @Test func `nothing older than the last 1:1 is told, except at the edge`() {
        var facts = Invented.facts()
        facts.kept = [KeptOneOnOne(id: "1", person: "ana", manager: "mo", day: Invented.day("2026-09-26"))]
        let prep = prep(facts)
        #expect(prep.since == Invented.day("2026-09-26"))
        let moments = Dictionary(uniqueKeysWithValues: Invented.busy.map { ($0.id, $0.moment) })
        for id in prep.recent.flatMap(\.sources) { #expect(moments[id] ?? 0 >= prep.since.microseconds) }
        #expect(prep.edge.contains { $0.sentence.sources == ["f"] })
    }

    @Test func `keeps upkeep or help among three things when there is any`() {
        let quiet = Invented.entry(
            "q",
            daysAgo: 9,
            "I moved the cache to its own volume and cleaned the runner disks",
            by: "ana",
            kind: .upkeep,
            workClass: .upkeep
        )
        #expect(prep(Invented.facts(loud(6) + [quiet])).recent.contains { $0.sources.contains("q") })
    }

    @Test func `tells at least one thing that the manager did not see`() {
        let unseen = Invented.entry(
            "u",
            daysAgo: 9,
            "thanks for the import fix, it saved our whole shift",
            by: "ben",
            workClass: .launch
        )
        let prep = prep(Invented.facts(loud(6, by: "mo") + [unseen]))
        #expect(prep.recent.count == 3)
        #expect(prep.recent.contains { $0.sources.contains("u") })
    }

    @Test func `what an earlier preparation told is no news beside what is new`() {
        // Three are told, and one of the others is thanked for.
        let entries = loud(6)
        let first = prep(Invented.facts(entries))
        var facts = Invented.facts(entries)
        facts.kept = [
            KeptOneOnOne(id: "1", person: "ana", manager: "mo", day: Invented.day("2026-09-10"), told: first.told)
        ]
        let again = prep(facts)
        #expect(again.told.contains { !first.told.contains($0) })
    }

    @Test func `names the help that is wanted apart from what happened, and a support signal before it`() {
        var facts = Invented.facts()
        #expect(prep(facts).support?.sources == ["e"])
        #expect(!prep(facts).recent.contains { $0.sources.contains("e") })
        facts.support = ("Three questions had no reply. Maybe ask who owes one.", [])
        #expect(prep(facts).support?.text == "Three questions had no reply. Maybe ask who owes one.")
    }

    @Test func `carries open actions over, the soonest first`() {
        var facts = Invented.facts()
        facts.actions = [
            Invented.action("1"), Invented.action("2", due: "2026-10-09"), Invented.action("3", due: "2026-10-02"),
        ]
        #expect(prep(facts).actions.map(\.id) == ["3", "2", "1"])
    }

    @Test func `says so when nothing new was heard, and still asks`() {
        let facts = Invented.facts([
            Invented.entry("old", daysAgo: 100, "the adapter design with its failure table", by: "eva")
        ])
        #expect(prep(facts).recent.isEmpty)
        #expect(prep(facts).note?.text == "No items since 1 July. Ask what went unseen.")
        #expect(prep(facts, for: .person).note?.text == "No items since 1 July. Say what went unseen.")
        #expect(prep(facts).questions.count == 3)
    }

    @Test func `where no last 1:1 was noted it reaches back until there is enough to tell, and no further`() {
        let old = (0..<3).map {
            Invented.entry(
                "o\($0)",
                daysAgo: 40 + $0,
                "thanks for the launch of the label preview, our depot prints from it since this morning",
                by: "ben",
                workClass: .launch,
                episode: "o\($0)"
            )
        }
        #expect(prep(Invented.facts(old)).since == Invented.day("2026-08-05"))
        #expect(prep(Invented.facts(old)).recent.count == 3)
        #expect(prep(Invented.facts(loud(5) + old)).since == Invented.day("2026-09-16"))
    }

    @Test func `what is older than the last 1:1 and was told in none comes behind what is new`() {
        let old = Invented.entry(
            "o",
            daysAgo: 30,
            "thanks for the import fix, it saved our whole shift",
            by: "eva",
            episode: "o"
        )
        var facts = Invented.facts(loud(1) + [old])
        facts.kept = [KeptOneOnOne(id: "1", person: "ana", manager: "mo", day: Invented.day("2026-09-20"))]
        #expect(prep(facts).recent.flatMap(\.sources) == ["l0"])
        #expect(prep(facts).earlier.flatMap(\.sources) == ["o"])
        facts.kept = [
            KeptOneOnOne(id: "1", person: "ana", manager: "mo", day: Invented.day("2026-09-20"), told: ["o"])
        ]
        #expect(prep(facts).earlier.isEmpty)
    }

    @Test func `words that cannot be cut stand whole, when they name the person`() throws {
        let words =
            "what changed: @ana saw my curve last week and asked only which parts may wait. so the photo queue went behind her bulk throttle"
        func facts(_ quote: String) -> PrepFacts {
            Invented.facts([
                Invented.entry("w", daysAgo: 3, quote, by: "ben", confidence: 0.45)
            ])
        }
        let told = try #require(prep(facts(words)).recent.first)
        #expect(told.sources == ["w"])
        #expect(told.text.contains("wrote: “what changed: ana saw my curve last week"))
        #expect(CitationCheck(entries: facts(words).entries, subject: "Ana Berg").verdict(of: told) == .supported)
        // Nobody is named, too many are, it says nothing, or it says what somebody is like.
        for other in [
            words.replacing("@ana", with: "somebody"), "@ana @ben @eva @mo launched the preview today for all depots",
            "thank you @ana, cake is there", "@ana is so lazy about the photo queue behind the bulk throttle",
        ] {
            #expect(prep(facts(other)).recent.isEmpty, "\(other)")
        }
        #expect(prep(facts(words)).recent.count == 1)
    }

    @Test func `evidence of which nothing can be told is not called silence`() {
        let note = prep(Invented.facts([Invented.entry("x", daysAgo: 3, "nice", by: "ben")])).note?.text
        #expect(note?.hasPrefix("What was said since 1 July stands on the page") == true)
    }

    @Test func `where no edge can be named it says what the ladder asks and what was not seen`() {
        var facts = Invented.facts()
        facts.edge = nil
        facts.askAbout = [
            GrowthEdge(competency: "Judgement", competencyID: "judgement", statement: "Weighs risks early."),
            GrowthEdge(competency: "Craft", competencyID: "craft", statement: "Leaves code that others change."),
        ]
        let edge = prep(facts).edge.map(\.text)
        #expect(edge.count == 2)
        #expect(edge[0].contains(" asks next: "))
        #expect(edge[1].hasPrefix("Too little was seen here of it, and of “"))
        let named = edge[0].split(separator: " ").first.map(String.init) ?? ""
        #expect(prep(facts).questions[1].text.contains("“\(named)”"))
    }

    @Test func `nobody is thanked for what the reader was not sure was thanks`() {
        let doubtful = Invented.entry(
            "d",
            daysAgo: 3,
            "one thing, Ana. when two of us say no, it is useful if the manager moves the depot date himself",
            by: "ben",
            confidence: 0.55
        )
        #expect(prep(Invented.facts([doubtful])).thanks == nil)
    }

    @Test func `ten voices on one thing are told as one thing`() {
        let fans = (0..<10).map {
            Invented.entry(
                "x\($0)",
                daysAgo: 2,
                "thanks for the launch of the label preview, our depot prints from it since this morning",
                episode: "one"
            )
        }
        #expect(prep(Invented.facts(fans)).recent.count == 1)
    }

    @Test(arguments: [EvidenceState.contested, .withdrawn, .captured])
    func `uses nothing that is contested, gone or unseen`(state: EvidenceState) {
        let facts = Invented.facts([
            Invented.entry("a", daysAgo: 2, "since the retry fix nobody had to repair a label", state: state)
        ])
        #expect(prep(facts).sentences.allSatisfy { $0.sources.isEmpty })
    }

    @Test func `the order of the evidence changes nothing, and saying a thing again in its episode neither`() {
        let first = prep()
        for seed in 0..<6 {
            let shuffled = Invented.busy.sorted {
                StableHash.hash([$0.id.text, "\(seed)"]) < StableHash.hash([$1.id.text, "\(seed)"])
            }
            #expect(prep(Invented.facts(shuffled)) == first)
        }
        var copy = Invented.busy[0]
        copy.id = "a2"
        let twice = prep(Invented.facts(Invented.busy + [copy]))
        #expect(twice.told == first.told)
    }

    @Test func `stays on one screen whatever there is to tell`() {
        var facts = Invented.facts(loud(40))
        facts.edge = GrowthEdge(
            competency: "System design",
            competencyID: "craft",
            statement: Array(repeating: "designs and explains", count: 30).joined(separator: " ")
        )
        facts.actions = (0..<20).map {
            Invented.action("\($0)", Array(repeating: "word", count: 40).joined(separator: " "))
        }
        facts.support = (Array(repeating: "word", count: 60).joined(separator: " "), [])
        #expect(prep(facts).wordCount <= 300)
    }
}

@Suite struct `Questions of a 1:1` {
    private func questions(_ person: Person, kept: [KeptOneOnOne] = []) -> [PrepQuestion] {
        var facts = PrepFacts(
            person: person,
            manager: "mo",
            entries: Invented.busy.filter { $0.kind != .blocked },
            now: Invented.today.microseconds
        )
        facts.kept = kept
        return PrepComposer(facts, for: .manager).compose().questions
    }

    @Test func `are never those of the last time, over many weeks`() {
        var kept: [KeptOneOnOne] = []
        var now = Invented.day("2026-01-06")
        var seen: Set<String> = []
        for week in 0..<16 {
            var facts = Invented.facts()
            facts.now = now.microseconds
            facts.kept = kept
            let asked = PrepComposer(facts, for: .manager).compose().questions.map(\.key)
            #expect(Set(asked).isDisjoint(with: kept.last?.asked ?? []))
            seen.formUnion(asked)
            kept.append(KeptOneOnOne(id: "\(week)", person: "ana", manager: "mo", day: now, asked: asked))
            now = CivilDate(days: now.days + 7)
        }
        #expect(seen.count >= 8)
    }

    @Test func `differ between people with the same evidence`() {
        let sets = Set(
            (0..<12).map { number in
                questions(Person(id: PersonID("p\(number)"), name: "Ana Berg")).map(\.key)
            }
        )
        #expect(sets.count >= 5)
    }

    @Test func `are open, and about work`() {
        let openings = ["What ", "Which ", "Where ", "How ", "Who ", "Whose ", "Whom ", "Little can be seen here"]
        let closed = [
            "family", "health", "home", "holiday", "partner", "children", "feel", "mood", "weekend", "private",
        ]
        for question in QuestionWords.all {
            #expect(openings.contains { question.hasPrefix($0) }, "\(question)")
            #expect(question.hasSuffix("?"), "\(question)")
            #expect(!closed.contains { question.lowercased().contains($0) }, "\(question)")
        }
        #expect(QuestionWords.all.count >= 40)
    }
}
