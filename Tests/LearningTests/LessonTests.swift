import Learning
import Signals
import Testing
import Workspace

@Suite struct `Corrections teach` {
    static let phrase = "thanks in advance for looking into the flaky login test"

    @Test func `what was removed is not seen again in the same words`() async throws {
        let reader = TaughtReader(
            ScriptedReader { _ in [Taught.signal()] },
            examples: Taught.examples([Taught.correction(Self.phrase, .removed)])
        )
        #expect(try await reader.read([Taught.passage(Self.phrase)]) == [[]])
        #expect(reader.stamp == ReaderStamp(name: "static", version: "7"))
    }

    @Test func `capitals, names, numbers and marks make no other phrase`() {
        let examples = Taught.examples([Taught.correction("thanks @Omar for looking at build 12 again", .removed)])
        let other = Taught.passage("Thanks @Priya for looking at build 977 again!", before: [("Priya", "it is done")])
        #expect(examples.taught([Taught.signal(.recognition, .participant("Priya"))], in: other).isEmpty)
    }

    @Test func `one word more takes some confidence, other words none`() {
        let examples = Taught.examples([Taught.correction(Self.phrase, .removed)])
        let nearly = examples.taught([Taught.signal()], in: Taught.passage(Self.phrase + " everybody"))
        #expect((nearly.first?.confidence ?? 0) < 0.75)
        let other = Taught.passage("thank you Omar, the login works again since this morning")
        #expect(examples.taught([Taught.signal()], in: other) == [Taught.signal()])
    }

    @Test func `what was added is seen in the same words, about whoever plays that part`() {
        let words = "right, we keep the old format until spring then"
        let examples = Taught.examples([Taught.correction(words, .added(.author), kind: .decision)])
        let seen = examples.taught([], in: Taught.passage(words, who: "Somebody"))
        #expect(seen.map(\.kind) == [.decision])
        #expect(seen.map(\.subject) == [.author])
        #expect((0.5...0.9).contains(seen.first?.confidence ?? 0))
    }

    @Test func `what was confirmed is surer next time`() {
        let examples = Taught.examples([Taught.correction(Self.phrase, .confirmed)])
        let seen = examples.taught([Taught.signal(.recognition, .author, 0.6)], in: Taught.passage(Self.phrase))
        #expect((seen.first?.confidence ?? 0) > 0.85)
    }

    @Test func `a changed subject is the same part of the next talk`() {
        let words = "that was a great catch in the review yesterday"
        let change = Correction.Verdict.subjectChanged(from: .speaker(0), to: .root)
        let examples = Taught.examples([Taught.correction(words, change)])
        let next = Passage(
            who: "Ana",
            text: words,
            root: ("Ravi", "the numbers are off by one"),
            before: [("Ravi", "the numbers are off by one"), ("Tom", "fixed now")]
        )
        // Ravi is the speaker before Tom; the root plays the part that was named.
        let seen = examples.taught([Taught.signal(.recognition, .participant("Tom"))], in: next)
        #expect(seen.map(\.subject) == [.participant("Ravi")])
        #expect(seen.map(\.confidence) == [0.9])
    }

    @Test func `another kind is left alone`() {
        let examples = Taught.examples([Taught.correction(Self.phrase, .removed)])
        let feedback = Taught.signal(.feedback)
        #expect(examples.taught([feedback], in: Taught.passage(Self.phrase)) == [feedback])
    }

    @Test func `a message of quotes, marks or nothing teaches nothing`() {
        for text in ["", "  ", "> thanks", "!!!", "@Omar", "`code`", "12 34"] {
            let examples = Taught.examples([Taught.correction(text, .removed)])
            #expect(examples.taught([Taught.signal()], in: Taught.passage(text)) == [Taught.signal()], "\(text)")
        }
    }
}

@Suite struct `What corrections cannot do` {
    static let short = ["thanks", "thanks!", "ty", "kudos", "thank you", "great, thanks"]

    @Test(arguments: short)
    func `one correction does not mute thanks`(_ text: String) {
        let examples = Taught.examples([Taught.correction(text, .removed)])
        for other in Self.short + ["thanks @Omar", "thanks, that fixed it", "kudos to the infra team"] {
            let seen = examples.taught([Taught.signal()], in: Taught.passage(other))
            #expect(seen.count == 1, "\(other)")
        }
    }

    @Test func `one person does not mute a short phrase, however often it is corrected`() {
        let alone = Taught.examples((0..<200).map { Taught.correction("thanks", .removed, number: $0) })
        let once = Taught.examples([Taught.correction("thanks", .removed)])
        let passage = Taught.passage("thanks")
        #expect(alone.taught([Taught.signal()], in: passage) == once.taught([Taught.signal()], in: passage))
        #expect(alone.taught([Taught.signal()], in: passage).count == 1)
    }

    @Test func `a common phrase of a few words takes two people`() {
        let text = "thanks for the help"
        let first = Taught.correction(text, .removed)
        let second = Taught.correction(text, .removed, by: "p2", number: 2)
        #expect(Taught.examples([first]).taught([Taught.signal()], in: Taught.passage(text)).count == 1)
        #expect(Taught.examples([first, second]).taught([Taught.signal()], in: Taught.passage(text)).isEmpty)
    }

    @Test func `many people can`() {
        let people = Taught.examples(
            (0..<8).map { Taught.correction("thanks", .removed, by: PersonID("p\($0)"), number: $0) }
        )
        #expect(people.taught([Taught.signal()], in: Taught.passage("thanks")).isEmpty)
    }

    @Test func `nothing is learned from another workspace`() {
        let foreign = Taught.correction(LessonText.removed, .removed, workspace: "other")
        let examples = Taught.examples([foreign])
        #expect(examples.isEmpty)
        // The same phrase hashed with another salt is another phrase.
        let elsewhere = Taught.examples([Taught.correction(LessonText.removed, .removed, salt: Taught.salt(9))])
        #expect(elsewhere.taught([Taught.signal()], in: Taught.passage(LessonText.removed)) == [Taught.signal()])
        let here = PhrasePrint(Taught.passage(LessonText.removed), salt: Taught.salt)
        let there = PhrasePrint(Taught.passage(LessonText.removed), salt: Taught.salt(9))
        #expect(here.likeness(to: there) == 0)
    }

    @Test func `confidence stays between 0 and 1 and moves by no more than the bound`() {
        let all = (0..<40).map { Taught.correction(LessonText.removed, .confirmed, by: PersonID("p\($0)"), number: $0) }
        for confidence in [0.0, 0.001, 0.3, 0.999, 1.0] {
            let seen = Taught.examples(all).taught(
                [Taught.signal(.recognition, .author, confidence)],
                in: Taught.passage(LessonText.removed)
            )
            let moved = seen.first?.confidence ?? -1
            #expect((confidence...1).contains(moved))
        }
    }
}

/// Phrases that several tests share.
enum LessonText {
    static let removed = "thanks in advance for looking into the flaky login test"
}
