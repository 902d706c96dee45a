import Evidence
import Signals
import Testing
import Workspace
import Writing

@Suite struct `A review draft` {
    private var composer: DraftComposer { InventedYear.composer }
    private let year = InventedYear.entries

    @Test func `leaves a box empty where there is not enough evidence, and offers to ask`() throws {
        let draft = composer.compose(year)
        #expect(draft.sections.map(\.competency) == ["Craft", "System design", "Ownership"])
        let empty = try #require(draft.sections.first { $0.id == "design" })
        #expect(empty.isEmpty)
        #expect(empty.request?.competencyID == "design")
        #expect(draft.requests.count == 1)
        #expect(draft.questions.contains { $0.text.contains("system design") })
    }

    @Test func `says nothing that its sources do not say`() {
        let draft = composer.compose(year)
        let check = CitationCheck(entries: year, subject: "Ana Berg")
        let claims = draft.sentences.filter { $0.role == .claim }
        #expect(claims.count >= 6)
        for claim in claims { #expect(check.faults(of: claim).isEmpty, "\(claim.text)") }
    }

    @Test func `quotes at most twenty words or whole sentences, and only words that were written`() {
        let draft = composer.compose(year)
        let byID = Dictionary(uniqueKeysWithValues: year.map { ($0.id, $0.quote) })
        for line in draft.lines where line.sentence.role == .claim {
            for quote in Quoted.parts(of: line.text) {
                #expect(quote.split(separator: " ").count <= (quote.hasSuffix("…") ? 21 : 64), "\(quote)")
                #expect(line.sources.contains { Verbatim.says(byID[$0] ?? "", quote) }, "\(quote)")
            }
        }
    }

    @Test func `follows the whole period, not its end`() throws {
        let draft = composer.compose(year)
        let recency = try #require(draft.meters.first { $0.measure == .recency })
        #expect(recency.isMet)
        let cited = Set(draft.cited)
        #expect(year.prefix(6).contains { cited.contains($0.id) })
        #expect(year.suffix(6).contains { cited.contains($0.id) })
    }

    @Test func `uses settled evidence only, of the period only, and never that somebody was stuck`() {
        let outside = Invented.entry(
            "old",
            daysAgo: 300,
            "thanks for the older import repair that saved the night shift"
        )
        let open = Invented.entry(
            "open",
            daysAgo: 3,
            "thanks for the fresh import repair of this morning",
            state: .shown
        )
        let stuck = Invented.entry(
            "stuck",
            daysAgo: 4,
            "waiting for the staging key since Monday",
            by: "ana",
            kind: .blocked
        )
        #expect(composer.compose([outside, open, stuck]).cited.isEmpty)
    }

    @Test func `numbers its citations in reading order, each once`() {
        let cited = composer.compose(year).cited
        #expect(Set(cited).count == cited.count)
        #expect(!cited.isEmpty)
    }

    @Test func `is the same for the same evidence, in whatever order it comes`() {
        #expect(composer.compose(year) == composer.compose(year.reversed()))
    }

    @Test(arguments: [
        ("Zo Li", "zo", Track.ic), ("Maximiliane Oberhuber-Sattelmair", "maximiliane", .ic),
        ("Ana Berg", "ana", .management),
    ])
    func `does not depend on name, pronoun or track`(name: String, given: String, track: Track) {
        func masked(_ draft: ReviewDraft, _ name: String) -> [String] {
            let given = name.split(separator: " ")[0]
            return draft.sentences.map { $0.text.replacing(name, with: "NAME").replacing(given, with: "NAME") }
        }
        var other = Invented.person
        other.name = name
        other.track = track
        var composer = composer
        let first = masked(composer.compose(year), "Ana Berg")
        composer.person = other
        let renamed = year.map { entry in
            var entry = entry
            entry.quote = entry.quote.replacing("Ana", with: name.split(separator: " ")[0])
            return entry
        }
        #expect(masked(composer.compose(renamed), name) == first)
    }

    @Test func `repeats no form twice in a row`() {
        let draft = composer.compose(year)
        let claims = draft.impactLines + draft.sections.flatMap(\.lines)
        let forms = claims.map { Quoted.frame(of: $0.text) }
        for (one, next) in zip(forms, forms.dropFirst()) { #expect(one != next, "\(one)") }
        #expect(Set(forms).count > claims.count / 2)
    }

    @Test func `knows no rating, rank or score, and no word of the forbidden ones`() {
        let draft = composer.compose(year)
        let words = (draft.sentences + draft.guide.sentences).map { Quoted.frame(of: $0.text).lowercased() }
            .joined(separator: " ")
        for word in ["rating", "score", "rank", "exceeds", "meets expectations", "struggling", "at risk", "attitude"] {
            #expect(!words.contains(word))
        }
    }

    @Test func `tells upkeep of several weeks in one sentence that counts the weeks`() throws {
        let upkeep = (0..<4).map { week in
            Invented.entry(
                "u\(week)",
                daysAgo: 20 + week * 14,
                "restarted the label runner \(week + 3) and cleaned its disk before the night shift",
                by: "ana",
                kind: .upkeep,
                workClass: .upkeep,
                competency: "ownership"
            )
        }
        let draft = composer.compose(upkeep)
        let merged = try #require(
            draft.lines.first { $0.sources.count > 1 },
            "\(draft.lines.filter { $0.sentence.role == .claim }.map(\.text))"
        )
        #expect(merged.text.contains("four"))
        #expect(merged.stands)
    }

    @Test func `says where the words are the person's own: a self review`() {
        var composer = composer
        composer.perspective = .own
        let draft = composer.compose(year)
        let claims = draft.lines.filter { $0.sentence.role == .claim }
        #expect(claims.count >= 6)
        #expect(claims.allSatisfy { !Quoted.frame(of: $0.text).contains("Ana") })
        #expect(claims.contains { $0.text.contains(" me ") || $0.text.hasPrefix("I ") || $0.text.contains(" I ") })
        let check = CitationCheck(entries: year, subject: "Ana Berg")
        for claim in claims { #expect(check.faults(of: claim.sentence).isEmpty, "\(claim.text)") }
    }
}

@Suite struct `What a manager decides about a draft` {
    private let year = InventedYear.entries

    private func draft(_ choices: DraftChoices, _ entries: [LedgerEntry]? = nil) -> ReviewDraft {
        var composer = InventedYear.composer
        composer.choices = choices
        return composer.compose(entries ?? year)
    }

    @Test func `dropped evidence is not told, kept evidence is`() throws {
        let before = draft(DraftChoices())
        let told = try #require(before.cited.first)
        let untold = try #require(year.map(\.id).first { !before.cited.contains($0) })
        let after = draft(DraftChoices(evidence: [told: .drop, untold: .keep]))
        #expect(!after.cited.contains(told))
        #expect(after.cited.contains(untold))
    }

    @Test func `a note stands behind the line that cites its evidence, as the manager's words`() throws {
        let id = try #require(year.first?.id)
        let lines = draft(DraftChoices(notes: [id: "I was in the room for this."])).lines
        let place = try #require(lines.firstIndex { $0.origin == .managersWords })
        #expect(lines[place].text == "Manager's words: I was in the room for this.")
        #expect(lines[place - 1].sources.contains(id))
    }

    @Test func `a sentence changed by hand stays as it is, and shows what its source does not say`() throws {
        let line = try #require(draft(DraftChoices()).sections.first?.lines.first)
        let edit = DraftChoices.Edit(
            key: line.key,
            block: .competency("craft"),
            text: "On 3 May in #papers, Ana saved 99 containers.",
            sources: line.sources
        )
        let after = draft(DraftChoices(edits: [edit]))
        let edited = try #require(after.lines.first { $0.key == line.key })
        #expect(edited.text == edit.text)
        #expect(edited.origin == .managersWords)
        guard case .unsupported(let reasons) = edited.standing else {
            Issue.record("it stands")
            return
        }
        #expect(!reasons.isEmpty)
        #expect(after.lines.filter { $0.key == line.key }.count == 1)
        #expect(after.meters.first { $0.measure == .groundedness }?.isMet == false)
    }

    @Test func `a line that was taken out does not come back`() throws {
        let line = try #require(draft(DraftChoices()).sections.first?.lines.first)
        let edit = DraftChoices.Edit(key: line.key, block: .competency("craft"), text: "", sources: [])
        #expect(!draft(DraftChoices(edits: [edit])).lines.contains { $0.key == line.key })
    }

    @Test(arguments: [EvidenceState.withdrawn, .contested])
    func `a sentence whose source is gone breaks where everybody sees it`(state: EvidenceState) throws {
        let before = draft(DraftChoices())
        let line = try #require(before.sections.first?.lines.first)
        let shown = before.sections.flatMap { section in
            section.lines.map {
                DraftChoices.Edit(key: $0.key, block: .competency(section.id), text: $0.text, sources: $0.sources)
            }
        }
        let changed = year.map { entry in
            var entry = entry
            if line.sources.contains(entry.id) { entry.state = state }
            return entry
        }
        let after = draft(DraftChoices(shown: shown), changed)
        let broken = try #require(after.broken.first)
        #expect(broken.key == line.key)
        #expect(broken.text == line.text)
        let deleted = draft(DraftChoices(shown: shown), year.filter { !line.sources.contains($0.id) })
        #expect(deleted.broken.map(\.key) == [line.key])
    }

    @Test func `a draft that was kept is checked again without being composed again`() throws {
        let line = try #require(
            draft(DraftChoices()).impactLines.first ?? draft(DraftChoices()).sections.first?.lines.first
        )
        let edit = DraftChoices.Edit(key: line.key, block: .impact, text: line.text, sources: line.sources)
        let fresh = InventedYear.composer.recheck([edit], origin: .composed, against: year)
        #expect(fresh.map(\.standing) == [.stands])
        let gone = InventedYear.composer.recheck([edit], origin: .composed, against: [])
        #expect(gone.map(\.standing) == [.broken(line.sources)])
    }

    @Test func `each block has one word that reads back`() {
        for block in [DraftBlock.summary, .impact, .competency("craft"), .edges, .level, .questions] {
            #expect(DraftBlock(text: block.text) == block)
        }
        #expect(DraftBlock(text: "elsewhere") == nil)
    }
}

/// What stands between quotation marks, and what around them.
enum Quoted {
    static func parts(of text: String) -> [String] {
        text.split(separator: "“").dropFirst().compactMap { $0.split(separator: "”").first.map(String.init) }
    }

    /// The form of a sentence: without quotes, days and places.
    static func frame(of text: String) -> String {
        var frame = text
        for part in parts(of: text) { frame = frame.replacing("“\(part)”", with: "“”") }
        return frame.split(separator: " ").filter { word in
            !word.hasPrefix("#") && !word.contains(where: \.isNumber)
        }.joined(separator: " ")
    }
}
