import Evidence
public import Workspace

/// What the clock shows of a person, without the words: for lists and audits.
public struct BookState: Sendable, Hashable {
    /// Whose.
    public let person: PersonID
    /// The state, and since when it is shown.
    public let shown: ShownState
    /// What the evidence alone says now.
    public let look: Look
}

extension ClockBook {
    /// How generously some speakers tend to write.
    public func leniency(of voices: some Sequence<String>) -> LeniencyTable {
        var found: [String: Double] = [:]
        for voice in voices {
            guard let number = numbers.known(voice), net.isHeard(number) else { continue }
            found[voice] = net.correction(number)
        }
        return LeniencyTable(found)
    }

    /// The clock for a person's track, as far as it concerns some speakers.
    public func clock(for track: Track, voices: Set<String> = []) -> LevelClock {
        LevelClock(
            parameters: calibrations[track]?.applied(to: terms.parameters) ?? terms.parameters,
            leniency: leniency(of: voices),
            rings: rings.filter { !$0.isDisjoint(with: voices) }
        )
    }

    /// The clock for a person, as far as it concerns those who speak in an inquiry.
    public func clock(for inquiry: ClockInquiry) -> LevelClock {
        let said = inquiry.entries.map(\.voice) + inquiry.answers.map(\.voice)
        return clock(for: inquiry.person.track, voices: Set(said.map { inquiry.merged($0).key }))
    }

    /// What the evidence says about one person, with the words; the entries and answers are given with the inquiry.
    public func reading(_ inquiry: ClockInquiry) -> ClockReading {
        ClockReading(inquiry, clock: clock(for: inquiry), workWeights: terms.workWeights)
    }

    /// What the clock shows of a person; nil for somebody who is not in the book.
    public func state(of person: PersonID) -> BookState? { page(of: person).map(state) }

    private func state(of page: BookPage) -> BookState {
        let member = page.sheet.member
        let found = page.sheet.items(terms)
        let keys = found.voices
        var clock = LevelClock(
            parameters: calibrations[member.person.track]?.applied(to: terms.parameters) ?? terms.parameters
        )
        let inquiry = member.inquiry
        clock.settling = inquiry.settling
        clock.leave = inquiry.leave.map { Double($0.lowerBound.days)..<Double($0.upperBound.days) }
        let trail = ItemTrail(
            found.items,
            clock: clock,
            leniency: { numbers.known(keys[Int($0)]).map { net.correction($0) } ?? 0 },
            ring: { voice in rings.isEmpty ? nil : ringNumber(of: keys[Int(voice)]) }
        )
        let needs = clock.breadth(
            nextLevel: member.demand.level ?? member.demand.presentLevel,
            audience: inquiry.audience,
            requiredTeams: inquiry.isSmall ? 1 : nil
        )
        return BookState(
            person: page.person,
            shown: trail.shown(now: terms.today, needs: needs),
            look: trail.look(at: terms.today, needs: needs)
        )
    }

    private func ringNumber(of voice: String) -> Int32? {
        rings.firstIndex { $0.contains(voice) }.map { Int32($0) }
    }
}

extension NameNumbers {
    /// The number that a name has; nil while it has none.
    func known(_ name: String) -> Int32? { numbers[name] }
}
