import Evidence
import Signals
import Testing
import Workspace

@testable import Web

/// What pages say, and never say.
@Suite struct `Words on pages` {
    @Test(arguments: `Page snapshots`.pages.indices) func `no page speaks of what Crosstie does not do`(
        _ index: Int
    ) throws {
        let (name, make) = `Page snapshots`.pages[index]
        let html = try make().lowercased()
        for word in Self.never { #expect(!html.contains(word), "\(name) says \(word)") }
        // Shares are said of groups and in formulas, never of a person.
        let tellsGroups = name.hasPrefix("audit") || name == "choice" || name == "help" || name == "trials"
        #expect(tellsGroups || !html.contains("%"), "\(name) says a share")
    }

    private static let never = [
        "rating", "score", "rank", "burnout", "attitude", "struggl", "flight risk", "demot", "percentile", "<abbr",
    ]

    @Test func `no template says that one track is above the other, or that somebody loses by a move`() throws {
        for (name, asset) in Asset.folder("Templates") where name.hasSuffix(".mustache") {
            let text = String(decoding: asset.bytes, as: UTF8.self).lowercased().replacing(/\s+/, with: " ")
            for word in Self.never + [
                "step down", "steps down", "stepping down", "step back", "back to", "lost", "lose", "loses", "losing",
                "revert", "downgrad", "move down", "fall back", "lower level", "promot", "headcount growth",
            ] {
                #expect(text.firstMatch(of: try Regex("\\b\(word)")) == nil, "\(name) says \(word)")
            }
        }
    }

    @Test func `every state of evidence says what it means for the person`() {
        for state in EvidenceState.allCases {
            let mark = StateMark(state, countsFrom: CivilDate("2026-05-25"))
            #expect(!mark.name.english.isEmpty && mark.meaning.english.hasSuffix("."))
            #expect(mark.explain == !state.counts)
        }
        #expect(
            StateMark(.shown, countsFrom: CivilDate("2026-05-25")).meaning.english
                == "Counts from Monday, 25 May unless contested."
        )
        #expect(StateMark(.shown).meaning.english == "Counts after five working days unless contested.")
    }

    @Test func `acts and sorts of work each have their own name`() {
        #expect(Set(SignalKind.allCases.map { KindMark($0).name }).count == SignalKind.allCases.count)
        #expect(Set(WorkClass.allCases.map { WorkMark($0).name }).count == WorkClass.allCases.count)
    }

    @Test func `an error says what to do`() {
        let errors: [WebError] = [
            .portInUse(host: "127.0.0.1", port: 8080), .portForbidden(host: "127.0.0.1", port: 80),
            .noSuchAddress(host: "10.0.0.1"), .badPort(70_000), .templateUnreadable(name: "week", reason: "line 3"),
            .templateMissing(name: "week"), .catalogueUnreadable(name: "de.json"), .fileMissing(name: "icon.svg"),
            .noRandomness,
        ]
        for error in errors {
            #expect(error.description.split(separator: ".").count >= 2 && error.description.hasSuffix("."))
        }
        #expect(WebError.portInUse(host: "127.0.0.1", port: 8080).description.contains("8080"))
    }

    @Test func `hostile words stay words`() throws {
        let hostile = #"<img src=x onerror="alert(1)">'&{{page}}</title>"#
        let words = Words(said: hostile)
        let item = EvidenceItem(
            id: "x",
            quote: hostile,
            voice: hostile,
            voiceTeam: hostile,
            day: Mock.day("2026-05-12"),
            channel: hostile,
            address: "javascript:alert(1)",
            kind: .feedback,
            workClass: .craft,
            state: .settled
        )
        let page = PersonPage(
            person: PersonHeader(name: hostile, role: hostile, track: words, level: words, team: hostile),
            readerIsSubject: false,
            clock: ClockCard(
                standing: .atLevel(4),
                words: words,
                notices: [words],
                gates: [ClockGate(gate: words, words: words, met: false)],
                voices: [VoiceLine(name: hostile, words: words)],
                carrier: words
            ),
            competencies: [
                CompetencyCard(
                    competency: hostile,
                    standing: .open,
                    voices: words,
                    sources: [SourceLink(label: words, link: Link("https://a.example/\"><script>"))]
                )
            ],
            edges: [GrowthEdge(edge: hostile, statement: hostile, next: [hostile], sources: [])],
            asks: [words],
            timeline: [
                EpisodeCard(
                    anchor: hostile,
                    happened: words,
                    day: DayMark(Mock.day("2026-05-12")),
                    work: WorkMark(.craft),
                    evidence: [item]
                )
            ]
        )
        let html = try draw(page, viewer: hostile)
        #expect(!html.contains("<img") && !html.contains("<script") && !html.contains("javascript:"))
        #expect(html.contains("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&#39;&amp;{{page}}&lt;/title&gt;"))
        #expect(html.ranges(of: "</title>").count == 1)
    }
}
