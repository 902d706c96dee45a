import Jobs
import Testing

/// Back-off, leases and schedules as rules.
struct JobRuleTests {
    private let second: Int64 = 1_000_000

    @Test(arguments: [(1, 30), (2, 60), (3, 120), (4, 240), (7, 1920), (8, 3600), (30, 3600), (1000, 3600)])
    func `a pause doubles with each try up to an hour, and is at most a quarter shorter`(tries: Int, seconds: Int64) {
        for key in ["a", "b", "feeds 1790000000", "notes 7"] {
            let pause = BackOff().pause(after: tries, key: key)
            #expect(pause <= seconds * second)
            #expect(pause > seconds * second * 74 / 100)
        }
    }

    @Test func `jobs that failed together do not come back together, and each waits equally long everywhere`() {
        let pauses = (0..<100).map { BackOff().pause(after: 3, key: "job \($0)") }
        #expect(Set(pauses).count > 60)
        #expect(pauses == (0..<100).map { BackOff().pause(after: 3, key: "job \($0)") })
    }

    @Test func `a job is given up at its last try and not before`() {
        let rule = BackOff(tries: 3)
        for tries in 1...2 {
            guard case .again(let moment) = rule.verdict(after: tries, key: "k", at: 100) else {
                Issue.record("given up after \(tries)")
                continue
            }
            #expect(moment > 100)
        }
        #expect(rule.verdict(after: 3, key: "k", at: 100) == .dead)
        #expect(rule.verdict(after: 4, key: "k", at: 100) == .dead)
    }

    @Test func `a lease is over at its end, and a holder beats several times before`() {
        let rule = LeaseRule(length: 40)
        let lease = Lease(holder: "h", token: 1, until: rule.end(from: 100))
        #expect(!lease.isOver(at: 139))
        #expect(lease.isOver(at: 140))
        #expect(rule.beat * 3 < rule.length)
    }

    @Test(arguments: [-25, -24, -1, 0, 1, 23, 24, 25, 240, 241] as [Int64])
    func `the moment of a schedule is the last one that is not in the future`(now: Int64) {
        for offset in [-5, 0, 7, 30] as [Int64] {
            let schedule = Schedule(.feeds, every: 24, offset: offset)
            let moment = schedule.moment(at: now)
            #expect(moment <= now)
            #expect(moment + 24 > now)
            #expect((moment - offset) % 24 == 0)
        }
    }

    @Test func `each moment is asked for once, however often one looks, and missed ones count as one`() {
        let schedule = Schedule(.notes, every: 10)
        var last: Int64?
        var fired: [Int64] = []
        for now in [3, 5, 9, 10, 10, 11, 19, 57, 58, 60] as [Int64] {
            if let moment = schedule.due(after: last, at: now) {
                fired.append(moment)
                last = moment
            }
        }
        #expect(fired == [0, 10, 50, 60])
        #expect(schedule.due(after: last, at: 20) == nil)
    }

    @Test func `two moments never share a key, and no two kinds share a word`() {
        let schedule = Schedule(.notes, every: 600 * second)
        #expect(Set((0..<50).map { schedule.key(of: $0 * 600 * second) }).count == 50)
        #expect(Set(JobKind.allCases.map(\.rawValue)).count == JobKind.allCases.count)
    }
}
