import Testing

@testable import Signals

/// A made-up talk and whom its last message is about.
struct SubjectCase: Sendable, CustomTestStringConvertible {
    let text: String
    var kind: SignalKind = .recognition
    var before: [(who: String, text: String)] = []
    var root: (who: String, text: String)?
    let subjects: [Subject]

    var testDescription: String { text }
}

@Suite struct SubjectResolutionTests {
    static let cases: [SubjectCase] = [
        SubjectCase(text: "thanks @Bo", before: [("Cy", "done")], subjects: [.participant("Bo")]),
        SubjectCase(text: "thanks @bo_li", before: [("Bo Li", "done")], subjects: [.participant("Bo Li")]),
        SubjectCase(text: "thanks!", before: [("Bo", "try again"), ("Ann", "ok")], subjects: [.participant("Bo")]),
        SubjectCase(
            text: "thanks Carla",
            before: [("Carla Diaz", "look at the log"), ("Bo", "or wait")],
            subjects: [.participant("Carla Diaz")]
        ),
        SubjectCase(text: "thanks @Bo and @Cy", subjects: [.participant("Bo"), .participant("Cy")]),
        SubjectCase(text: "thank you all", before: [("Bo", "done")], subjects: [.group]),
        SubjectCase(text: "thanks for all the help", before: [("Bo", "done")], subjects: [.participant("Bo")]),
        SubjectCase(text: "thanks everyone!", before: [("Bo", "done")], subjects: [.group]),
        SubjectCase(
            text: "thank you both",
            before: [("Cy", "one way"), ("Bo", "another way")],
            subjects: [.participant("Bo"), .participant("Cy")]
        ),
        SubjectCase(text: "thanks @Ann", before: [("Bo", "done")], subjects: [.participant("Bo")]),
        SubjectCase(
            text: "please rename this",
            kind: .feedback,
            before: [("Bo", "patch is up")],
            subjects: [.participant("Bo")]
        ),
        SubjectCase(text: "great", root: ("Bo", "released"), subjects: [.participant("Bo")]),
        SubjectCase(text: "thanks", subjects: [.unknown]),
        SubjectCase(text: "thanks Elena!", before: [("Bo Li", "done")], subjects: [.participant("Elena")]),
        SubjectCase(text: "thanks Jason", before: [("jyel", "done")], subjects: [.participant("jyel")]),
        SubjectCase(
            text: "thanks Mike",
            before: [("Michael Roe", "done"), ("Bo Li", "ok")],
            subjects: [.participant("Michael Roe")]
        ),
        SubjectCase(text: "@Bo: all thanks to @Cy", subjects: [.participant("Cy")]),
        SubjectCase(text: "thanks @build-bot", before: [("Bo", "done")], subjects: []),
        SubjectCase(
            text: "Cyra's patch is merged",
            kind: .delivery,
            before: [("Cyra Lund", "ok")],
            subjects: [.participant("Cyra Lund")]
        ),
        SubjectCase(
            text: "merged",
            kind: .delivery,
            before: [("Cy", "my patch is up")],
            subjects: [.participant("Cy")]
        ),
        SubjectCase(text: "merged my patch", kind: .delivery, before: [("Cy", "PR is up")], subjects: [.author]),
        SubjectCase(text: "we shipped it", kind: .delivery, subjects: [.group]),
        SubjectCase(
            text: "Cyra has decided for B",
            kind: .decision,
            before: [("Cyra Lund", "ok")],
            subjects: [.participant("Cyra Lund")]
        ),
        SubjectCase(text: "@Cy reverted the deploy", kind: .upkeep, subjects: [.participant("Cy")]),
        SubjectCase(text: "@Cy is swamped", kind: .blocked, subjects: [.participant("Cy")]),
        SubjectCase(text: "I'll fix it, @Bo", kind: .ownership, before: [("Bo", "broken")], subjects: [.author]),
        SubjectCase(text: "@Bo because the lock comes late", kind: .coaching, subjects: [.author]),
        SubjectCase(text: "waiting for @Bo", kind: .blocked, subjects: [.author]),
    ]

    @Test(arguments: cases)
    func `the subject is whom the words are about`(example: SubjectCase) {
        let passage = Passage(who: "Ann", text: example.text, root: example.root, before: example.before)
        var resolution = SubjectResolution(passage: passage, talk: Talk(passage))
        let found = resolution.subjects(of: example.kind) { _, _ in 0 }
        #expect(found.map(\.subject) == example.subjects)
    }

    @Test func `with several sentences the one that carries the thanks decides`() {
        let passage = Passage(
            who: "Ann",
            text: "@Bo: I will ask tomorrow. Thanks for the pointer, @Cy.",
            before: [("Cy", "look at the log")]
        )
        var resolution = SubjectResolution(passage: passage, talk: Talk(passage))
        let found = resolution.subjects(of: .recognition) { words, _ in words.contains("Thanks") ? 0.9 : 0.1 }
        #expect(found.map(\.subject) == [.participant("Cy")])
    }

    @Test func `whoever gave thanks just before is not the helper`() {
        let passage = Passage(who: "Ann", text: "thanks", before: [("Bo", "use the new key"), ("Cy", "thank you!")])
        var resolution = SubjectResolution(passage: passage, talk: Talk(passage))
        let found = resolution.subjects(of: .recognition) { words, _ in words.contains("thank you") ? 0.9 : 0.1 }
        #expect(found.map(\.subject) == [.participant("Bo")])
    }

    @Test func `words are scored again only where it can make a difference`() {
        func asked(_ text: String, before: [(who: String, text: String)]) -> Int {
            let passage = Passage(who: "Ann", text: text, before: before)
            var resolution = SubjectResolution(passage: passage, talk: Talk(passage))
            var count = 0
            _ = resolution.subjects(of: .recognition) { _, _ in
                count += 1
                return 0.3
            }
            return count
        }
        #expect(asked("It works. Thanks!", before: [("Bo", "use the new key"), ("Bo", "or the old")]) == 0)
        #expect(asked("It works. Thanks!", before: [("Bo", "use the new key"), ("Cy", "or the old")]) == 2)
        #expect(asked("It works. Thanks all!", before: [("Bo", "use the new key")]) == 2)
        #expect(asked("It works. Thanks @Bo!", before: [("Bo", "use the new key")]) == 2)
    }

    @Test func `a mention means the speaker of that name, whatever its letters' case`() {
        let passage = Passage(
            who: "Ann",
            text: "hi @FIRST_last, mail joe@example.org @here",
            before: [("First Last", "x")]
        )
        #expect(passage.target.mentions.map(\.who) == ["First Last"])
        #expect(passage.target.mentions.map(\.span) == [3..<14])
    }

    @Test func `nobody is the subject twice and the author never of own thanks`() throws {
        let reader = try StaticReader()
        let lines = try Vectors.invented()
        for (line, signals) in zip(lines, reader.readNow(lines.map(\.passage))) {
            #expect(Set(signals.map(\.label)).count == signals.count)
            for signal in signals where signal.kind == .recognition {
                #expect(signal.subject != .participant(line.who))
            }
        }
    }

    @Test(arguments: [
        ("thanks @Bo", nil, SubjectReason.mentioned), ("thanks Bosse", nil, .named), ("thanks!", nil, .helperBefore),
        ("thanks!", ("Cy", "it is released"), .threadRoot), ("thanks all", nil, .group),
    ])
    func `a subject has its reason`(text: String, root: (who: String, text: String)?, reason: SubjectReason) {
        let before = root == nil ? [(who: "Bosse", text: "try again")] : []
        let passage = Passage(who: "Ann", text: text, root: root, before: before)
        var resolution = SubjectResolution(passage: passage, talk: Talk(passage))
        #expect(resolution.subjects(of: .recognition) { _, _ in 0 }.map(\.reason) == [reason])
    }
}
