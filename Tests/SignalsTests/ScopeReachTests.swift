import Testing

@testable import Signals

@Suite struct `Scope from what can be seen` {
    @Test(arguments: [
        (ScopeReach(channel: .closed, stage: 1), 1...2),
        (ScopeReach(channel: .team, stage: 2), 2...2),
        (ScopeReach(channel: .area, teams: 2, systems: 1, stage: 3), 3...4),
        (ScopeReach(channel: .area, teams: 4, severity: .high, systems: 3, stage: 4), 5...5),
        (ScopeReach(channel: .company, teams: 6, severity: .major, systems: 4, customers: .max, stage: 5), 5...6),
    ])
    func `wider work scores higher`(reach: ScopeReach, expected: ClosedRange<Int>) {
        #expect(expected.contains(reach.score), "\(reach.score)")
    }

    @Test func `a wide channel alone is no wide work`() {
        #expect(ScopeReach(channel: .company).score <= 3)
        #expect(ScopeReach(channel: .company, stage: 1).score <= 2)
    }

    @Test func `more teams, systems, customers or severity never lower the score`() {
        for channel in ScopeReach.Channel.allCases {
            for teams in 1...7 {
                let less = ScopeReach(channel: channel, teams: teams, stage: 2).score
                #expect(ScopeReach(channel: channel, teams: teams + 1, stage: 2).score >= less)
            }
            #expect(
                ScopeReach(channel: channel, severity: .major).score
                    >= ScopeReach(channel: channel, severity: .minor).score
            )
        }
    }

    @Test(arguments: [
        ("SEV1 in checkout", ScopeReach.Severity.major), ("sev-2 again", .high), ("this is a P3", .minor),
        ("sev 1 and sev3", .major), ("p0!", .major),
    ])
    func `a severity is read from its name`(text: String, severity: ScopeReach.Severity) {
        #expect(ScopeReach.Severity(namedIn: text) == severity)
    }

    @Test(arguments: ["", "seven nodes", "p", "mp3 player", "SEVERE", "http2", "sevX 4"])
    func `other words and numbers are no severity`(text: String) {
        #expect(ScopeReach.Severity(namedIn: text) == nil)
    }
}
