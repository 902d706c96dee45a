import Evidence
import OneOnOnes
import Signals
import Testing
import Workspace
import Writing

/// Two hundred invented persons who differ in name, pronoun and track, with the same evidence.
struct SamePersona: Sendable, CustomTestStringConvertible {
    let name: String
    let isFemale: Bool
    let track: Track

    var testDescription: String { "\(name), \(isFemale ? "she" : "he"), \(track.rawValue)" }
    var first: String { name.split(separator: " ").first.map(String.init) ?? name }

    /// Names of two to eleven letters, none of them a word of the evidence.
    static let all: [SamePersona] = {
        var generator = Seeded(state: 20_260_930)
        let (heads, tails) = (
            ["Za", "Qu", "Vy", "Xo", "Je", "Ngo", "Ti", "Ye"], ["", "ri", "ndo", "valeska", "bette", "mo"]
        )
        let families = ["Ix", "Okonjo", "Vanterpool", "Ruiz", "Szabolcsi", "Qi", "Abernathysen"]
        return (0..<200).map { number in
            let first = heads[Int(generator.next() % 8)] + tails[Int(generator.next() % 6)]
            return SamePersona(
                name: "\(first) \(families[Int(generator.next() % 7)])",
                isFemale: number % 2 == 0,
                track: generator.next() % 2 == 0 ? .ic : .management
            )
        }
    }()

    private struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
            return mixed ^ (mixed >> 31)
        }
    }

    private static let said: [(String, voice: String, SignalKind, WorkClass, String)] = [
        ("thanks NAME for the depot import, SHE fixed it before the release", "ben", .recognition, .launch, "craft"),
        ("NAME moved the cache to its own volume, and HER rule has held since", "eva", .recognition, .upkeep, "impact"),
        (
            "what changed: @NAME saw my curve and asked only which parts may wait. papers do not wait", "li",
            .recognition, .craft, "design"
        ),
        ("I'll take the retry rule and write down why it broke", "SELF", .ownership, .ownership, "design"),
        ("Let's keep the queue on one side, because the other loses order", "SELF", .decision, .decision, "design"),
        ("I restarted the runner and cleaned the disks behind it", "SELF", .upkeep, .upkeep, "craft"),
        ("thanks NAME, the label preview saved our whole shift this morning", "ben", .recognition, .launch, "impact"),
        ("NAME, could you name the failure modes in the design before the review", "eva", .feedback, .craft, "design"),
        (
            "NAME explained the ledger to the new people, and HER drawing hangs there now", "li", .recognition,
            .enablement, "multiply"
        ),
        ("I cannot go on, the staging key is missing since Monday", "SELF", .blocked, .ownership, "craft"),
    ]

    /// The person's evidence: the same words but for name and pronouns.
    var entries: [LedgerEntry] {
        Self.said.enumerated().map { number, one in
            let words = one.0.replacing("NAME", with: first).replacing("SHE", with: isFemale ? "she" : "he")
                .replacing("HER", with: isFemale ? "her" : "his")
            var entry = Invented.entry(
                "s\(number)",
                daysAgo: number + 1,
                words,
                by: one.voice == "SELF" ? "ana" : one.voice,
                kind: one.2,
                workClass: one.3,
                competency: one.4,
                confidence: number == 2 ? 0.45 : 0.9
            )
            if one.voice == "SELF" {
                entry.voice = Voice(person: "ana", account: "ana", name: name, team: nil)
            }
            return entry
        }
    }

    var person: Person { Person(id: "ana", name: name, manager: "mo", track: track, level: 5) }

    /// A text without name and pronouns.
    func masked(_ text: String) -> String {
        var words = text.replacing(name, with: "NAME").replacing(first, with: "NAME")
        for (own, mask) in [("she", "SHE"), ("he", "SHE"), ("her", "HER"), ("his", "HER")] {
            words = words.split(separator: " ", omittingEmptySubsequences: false).map { $0 == own ? mask : String($0) }
                .joined(separator: " ")
        }
        return words
    }
}

@Suite struct `Persons who differ only in name, pronoun and track` {
    /// Everything about one of them; drafts, which take longest, where they are wanted.
    private func texts(of persona: SamePersona, withDrafts: Bool) -> [String: [String]] {
        var facts = PrepFacts(
            person: persona.person,
            manager: "mo",
            entries: persona.entries,
            now: Invented.today.microseconds
        )
        facts.names = [persona.name, "Ben Okoro", "Eva Roth", "Li Wenqing", "Mo Haddad"]
        facts.edge = Invented.facts().edge
        func draft(_ perspective: Perspective) -> ReviewDraft {
            DraftComposer(
                person: persona.person,
                from: CivilDate(days: Invented.today.days - 182),
                to: Invented.today,
                competencies: [("craft", "Craft"), ("design", "System design"), ("impact", "Business impact")],
                edges: [Invented.facts().edge].compactMap(\.self),
                levelWords: "Level 5.",
                perspective: perspective,
                names: facts.names
            ).compose(persona.entries)
        }
        let note = WeeklyNote(
            reader: "mo",
            name: "Mo",
            day: Invented.today,
            items: [WeeklyNote.Item(title: "Say thanks to \(persona.name)", why: "\(persona.first) was thanked.")]
        )
        let manager = PrepComposer(facts, for: .manager).compose()
        let person = PrepComposer(facts, for: .person).compose()
        let team = TeamWeekComposer(from: CivilDate(days: Invented.today.days - 6), to: Invented.today)
            .compose([TeamWeekComposer.Member(person: persona.person, entries: persona.entries)])
        var texts: [String: [String]] = [:]
        texts["prep"] = manager.sentences.map(\.text)
        texts["prep, own"] = person.sentences.map(\.text)
        if withDrafts {
            let review = draft(.others)
            texts["draft"] = review.sentences.map(\.text)
            texts["self review"] = draft(.own).sentences.map(\.text)
            texts["talk guide"] = review.guide.sentences.map(\.text)
        }
        texts["weekly note"] = [note?.text() ?? ""]
        texts["team week"] = team.parts.flatMap(\.lines).map(\.sentence.text)
        return texts.mapValues { $0.map { persona.masked($0) } }
    }

    @Test func `get the same preparation, draft, self review, talk guide, note and team week`() {
        let first = texts(of: SamePersona.all[0], withDrafts: true)
        #expect(first["prep"]?.count ?? 0 >= 8)
        #expect(first["draft"]?.count ?? 0 >= 6)
        #expect(first["team week"]?.count ?? 0 >= 2)
        for (number, persona) in SamePersona.all.enumerated() {
            for (kind, text) in texts(of: persona, withDrafts: number < 25) {
                #expect(text == first[kind], "\(kind): \(persona.testDescription)")
            }
        }
    }
}
