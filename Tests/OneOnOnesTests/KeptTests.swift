import OneOnOnes
import Testing
import Workspace

@Suite struct `What is agreed` {
    private let today = Invented.today

    private func agree(
        _ words: String = "Ask for the key",
        owner: PersonID = "ana",
        due: CivilDate? = nil,
        open: Int = 0
    ) throws(OneOnOneError) -> AgreedAction {
        try AgreedAction.agreed(
            words,
            id: "1",
            person: "ana",
            manager: "mo",
            owner: owner,
            on: today,
            due: due,
            open: open
        )
    }

    @Test func `is tidied and belongs to one of the two`() throws {
        #expect(try agree("  Ask\n for  the key ", owner: "mo").text == "Ask for the key")
        #expect(throws: OneOnOneError.notOneOfBoth) { try agree(owner: "eva") }
    }

    @Test(arguments: [
        ("", nil, 0, OneOnOneError.noWords), (" \n ", nil, 0, .noWords),
        (String(repeating: "x", count: 281), nil, 0, .tooLong(letters: 281, limit: 280)),
        ("a", "2026-09-29", 0, .badDue(Invented.day("2026-09-29"))),
        ("a", "2028-09-29", 0, .badDue(Invented.day("2028-09-29"))), ("a", nil, 20, .tooManyOpen(limit: 20)),
    ])
    func `is refused where it says nothing, too much, or the wrong day`(
        words: String,
        due: String?,
        open: Int,
        error: OneOnOneError
    ) {
        #expect(throws: error) { try agree(words, due: due.map(Invented.day), open: open) }
    }

    @Test func `is done, dropped or carried over, and closed only once`() throws {
        let action = try agree(due: today)
        let later = CivilDate(days: today.days + 7)
        #expect(try action.after(.done, on: later).state == .done)
        #expect(try action.after(.drop, on: later).closed == later)
        let carried = try action.after(.carryOver(later), on: today)
        #expect(carried.state == .open)
        #expect(carried.due == later)
        #expect(carried.carried == 1)
        #expect(throws: OneOnOneError.alreadyClosed) { try action.after(.done, on: later).after(.drop, on: later) }
        #expect(throws: OneOnOneError.badDue(today)) { try action.after(.carryOver(today), on: later) }
        #expect(action.isLate(on: later))
        #expect(!action.isLate(on: today))
    }

    @Test func `a 1:1 is noted once, on a day that has come, and not long afterwards`() throws {
        let kept = [KeptOneOnOne(id: "1", person: "ana", manager: "mo", day: today)]
        try KeptOneOnOne.check(CivilDate(days: today.days - 1), today: today, kept: kept)
        #expect(throws: OneOnOneError.alreadyKept(today)) { try KeptOneOnOne.check(today, today: today, kept: kept) }
        let next = CivilDate(days: today.days + 1)
        #expect(throws: OneOnOneError.notYet(next)) { try KeptOneOnOne.check(next, today: today, kept: []) }
        let old = CivilDate(days: today.days - 61)
        #expect(throws: OneOnOneError.tooLongAgo(old)) { try KeptOneOnOne.check(old, today: today, kept: []) }
    }

    @Test func `a note keeps its lines and has an end`() throws {
        #expect(try PrivateNote.tidied("\n first\nsecond \n") == "first\nsecond")
        #expect(throws: OneOnOneError.noWords) { try PrivateNote.tidied(" \n") }
        #expect(throws: OneOnOneError.tooLong(letters: 4_001, limit: 4_000)) {
            try PrivateNote.tidied(String(repeating: "x", count: 4_001))
        }
    }
}
