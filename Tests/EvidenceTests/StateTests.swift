import Evidence
import Testing
import Workspace

@Suite struct `States of evidence` {
    /// A Wednesday, ten in the morning.
    private let wednesday = (CivilDate("2026-09-30")?.microseconds ?? 0) + 36_000_000_000

    @Test(arguments: [
        ("2026-09-28", "2026-10-05"), ("2026-10-01", "2026-10-08"), ("2026-10-02", "2026-10-09"),
        ("2026-10-03", "2026-10-09"), ("2026-10-04", "2026-10-09"),
    ])
    func `five working days pass over weekends`(shown: String, settles: String) throws {
        let start = try #require(CivilDate(shown)).microseconds
        #expect(CivilDate(microseconds: WorkingDays.after(start, count: 5)).description == settles)
    }

    @Test func `what was shown settles by itself, to the minute`() {
        var entry = Invented.entry("a", at: wednesday)
        entry.shownAt = wednesday
        let settles = WorkingDays.after(wednesday, count: 5)
        #expect(entry.state(at: settles - 1) == .shown)
        #expect(entry.state(at: settles) == .settled)
        #expect(entry.settled(at: settles).settledAt == settles)
    }

    @Test(arguments: [EvidenceState.captured, .contested, .withdrawn, .corrected])
    func `time moves no other state`(state: EvidenceState) {
        var entry = Invented.entry("a", at: wednesday)
        entry.state = state
        entry.shownAt = wednesday
        #expect(entry.state(at: .max) == state)
    }

    @Test func `nothing counts before its subject could see it`() {
        for state in EvidenceState.allCases where state.counts { #expect(state == .settled || state == .corrected) }
        #expect(EvidenceState.captured.after(.accept) == nil)
        #expect(EvidenceState.captured.after(.contest) == nil)
    }

    @Test(arguments: EvidenceAct.allCases)
    func `withdrawn is the end`(act: EvidenceAct) {
        #expect(EvidenceState.withdrawn.after(act) == nil)
    }
}
