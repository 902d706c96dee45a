import Evidence
import Reviews
import Testing
import Workspace

@Suite struct `Asking for feedback` {
    @Test(
        arguments: [
            ("Great!", [VaguenessCheck.Part.work, .behaviour, .effect]),
            ("Awesome team player, always helpful.", [.work, .behaviour, .effect]),
            ("Great work on everything, thank you so much", [.work, .behaviour, .effect]),
            ("In the INC-137 postmortem she asked for the times of each step, so we found the second cause.", []),
            ("During the billing migration you wrote the rollback plan, which meant nobody had to stay late.", []),
            ("She reviewed my change #4411.", [.effect]),
            ("The search rewrite is much faster since then.", [.behaviour]),
            ("He explained it twice, and now I can do it without help.", [.work]),
            (
                "In Tuesday's planning meeting you interrupted Kim three times; she stopped giving her estimate.",
                [.effect]
            ),
        ]
    ) func `what is missing is asked back, and nothing else`(_ text: String, _ missing: [VaguenessCheck.Part]) {
        #expect(VaguenessCheck.missing(in: FeedbackWords(work: text)) == missing)
        #expect(VaguenessCheck.missing(in: FeedbackWords(effect: text)) == missing, "whichever field it was put in")
    }

    @Test func `three filled fields are enough, three fields of praise are not`() {
        let full = FeedbackWords(
            work: "Moving the ledger to the new queue",
            behaviour: "Showed each team the plan and took their objections in",
            effect: "Nobody was surprised on the day"
        )
        #expect(VaguenessCheck.missing(in: full) == [])
        let praise = FeedbackWords(work: "Great", behaviour: "Always nice", effect: "Love it")
        #expect(VaguenessCheck.missing(in: praise) == [.work, .behaviour, .effect])
        #expect(VaguenessCheck.question(for: praise)?.contains("Which piece of work") == true)
        #expect(VaguenessCheck.question(for: full) == nil)
    }

    @Test func `another language is taken as it is`() {
        let words = FeedbackWords(
            work: "Die Umstellung der Warteschlange haben wir gemeinsam geplant und nachts ausgerollt."
        )
        #expect(VaguenessCheck.missing(in: words) == [])
    }

    @Test func `colleagues are proposed for one thing each, the latest first, other teams before the own`() {
        var entries: [LedgerEntry] = []
        // One colleague spoke a hundred times about one thing; four others once each.
        for place in 0..<100 {
            entries.append(Invented.entry(EntryID("l\(place)"), "x", voice: "loud", day: 5))
        }
        for (place, who) in ["bo", "cy", "di", "ed"].enumerated() {
            entries.append(
                Invented.entry(EntryID("q\(who)"), "x", voice: PersonID(who), day: place, matters: ["inc-\(place)"])
            )
        }
        let chosen = Nominee.propose(SharedWork.seen(in: entries), isFree: { $0 != "ed" }, isNear: { $0 == "loud" })
        #expect(Set(chosen.map(\.colleague)) == ["bo", "cy", "di", "loud"])
        #expect(
            chosen.first?.colleague == "di"
                && chosen.first?.work.reason(between: "Ana", and: "Di")
                    == "Ana and Di both worked on INC-2 on 6 October."
        )
        let more = entries + (0..<100).map { Invented.entry(EntryID("m\($0)"), "x", voice: "bo", day: 0) }
        let again = Nominee.propose(SharedWork.seen(in: more), isFree: { $0 != "ed" }, isNear: { $0 == "loud" })
        #expect(again.map(\.colleague) == chosen.map(\.colleague), "volume moves nobody up")
    }

    @Test func `the person is nobody’s nominee, and hearers are asked as well as speakers`() {
        let entries = [
            Invented.entry("o", "This is how the lock works", voice: "ana", hearer: "hu", day: 1),
            Invented.entry("p", "x", voice: "ana", day: 2),
        ]
        let chosen = Nominee.propose(SharedWork.seen(in: entries), isFree: { _ in true }, isNear: { _ in false })
        #expect(chosen.map(\.colleague) == ["hu"])
        #expect(
            chosen[0].work.reason(between: "Ana", and: "Hu")
                == "Ana and Hu both worked on something in #queue on 5 October."
        )
    }

    @Test func `what was given is held until the giver’s day, and told apart from what went by`() {
        var request = FeedbackRequest(
            id: "ana.f1",
            subject: "ana",
            colleague: "bo",
            asker: "ana",
            reason: "r",
            about: "",
            sent: 0,
            expires: Invented.day.microseconds
        )
        #expect(request.standing(at: 0) == .open)
        #expect(request.standing(at: Invented.day.microseconds + 1) == .expired)
        var answer = FeedbackAnswer(
            stage: .given,
            words: FeedbackWords(work: "w"),
            lean: .goOn,
            visibility: .person,
            heldUntil: CivilDate(days: Invented.day.days + 5),
            moment: 0
        )
        request.answer = answer
        #expect(request.standing(at: Invented.day.microseconds) == .held)
        #expect(request.standing(at: (Invented.day.days + 5).moment) == .answered)
        answer.stage = .declined
        request.answer = answer
        #expect(request.standing(at: 0) == .declined)
    }
}
