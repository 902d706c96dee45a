import Jobs
import Records
import Store
import StoreTesting
import Testing
import Workspace

/// The queue of what is left to workers, as the record keeps it.
struct JobRecordTests {
    private let now = Invented.now
    private let second: Int64 = 1_000_000
    private let rule = LeaseRule(length: 30_000_000)
    private let backOff = BackOff(tries: 3)

    private func job(_ key: String) -> Job { job(.notes, key) }

    private func job(_ kind: JobKind, _ key: String, priority: Int? = nil, due: Int64 = 0) -> Job {
        Job(kind, key: key, priority: priority, due: now + due, made: now)
    }

    private func claim(_ records: Records, _ holder: String, limit: Int = 1, at moment: Int64) async throws -> [Job] {
        try await records.claimJobs(
            Set(JobKind.allCases),
            limit: limit,
            holder: holder,
            rule: rule,
            backOff: backOff,
            now: moment
        )
    }

    @Test(arguments: Engine.available)
    func `a key that is asked for twice is one job, whatever became of it`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        #expect(try await records.enqueue([job("a"), job("b"), job("a")]) == 2)
        #expect(try await records.enqueue([job("a")]) == 0)
        for taken in try await claim(records, "one", limit: 9, at: now) { try await records.finish(taken, now: now) }
        #expect(try await records.enqueue([job("a"), job("c")]) == 1)
        #expect(try await records.jobCounts() == [.notes: [.done: 2, .waiting: 1]])
        #expect(try await records.forgetJobs(endedBefore: now + 1) == 2)
        #expect(try await records.enqueue([job("a")]) == 1)
    }

    @Test(arguments: Engine.available)
    func `the most pressing comes first, then the longest due, and nothing before its time`(engine: Engine) async throws
    {
        let records = try await Invented.records(engine)
        try await records.enqueue([
            job(.tidying, "later", due: 5), job(.tidying, "old", due: -9), job(.tidying, "young", due: -3),
            job(.chatAgain, "pressing", due: -1), job(.notes, "given", priority: 99),
        ])
        let first = try await claim(records, "one", limit: 2, at: now)
        let rest = try await claim(records, "one", limit: 9, at: now)
        #expect((first + rest).map(\.key) == ["given", "pressing", "old", "young"])
        #expect(try await claim(records, "one", at: now + 5).map(\.key) == ["later"])
    }

    @Test(arguments: Engine.available)
    func `only kinds that somebody can do are taken`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        try await records.enqueue([job(.feeds, "f"), job(.notes, "n")])
        let taken = try await records.claimJobs([.feeds], limit: 9, holder: "one", rule: rule, now: now)
        #expect(taken.map(\.key) == ["f"])
    }

    @Test(arguments: Engine.available)
    func `many who claim at once never get the same job`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        try await records.enqueue((0..<60).map { job("job \($0)") })
        let taken = try await withThrowingTaskGroup(of: [String].self) { group in
            for holder in 0..<8 {
                group.addTask {
                    var keys: [String] = []
                    while true {
                        let some = try await claim(records, "holder \(holder)", limit: 3, at: now)
                        if some.isEmpty { return keys }
                        keys += some.map(\.key)
                    }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(taken.count == 60)
        #expect(Set(taken).count == 60)
    }

    @Test(arguments: Engine.available)
    func `who lost the lease neither ends the job nor writes anything`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        try await records.enqueue([job("a")])
        let slow = try #require(try await claim(records, "slow", at: now).first)
        let fenced = records.fenced(by: Fence(slow))
        try await fenced.note("written in time", on: "a", by: "slow", now: now)
        #expect(try await claim(records, "quick", at: now + 29 * second).isEmpty)
        let quick = try #require(try await claim(records, "quick", at: now + 30 * second).first)
        let before = try await records.auditPosition()

        #expect(try await !records.beat(slow, rule: rule, now: now + 31 * second))
        await #expect(throws: JobError.leaseLost("a")) { try await records.finish(slow, now: now) }
        await #expect(throws: JobError.leaseLost("a")) { try await records.putBack(slow, now: now) }
        await #expect(throws: JobError.leaseLost("a")) {
            try await records.fail(slow, .abandoned, backOff: backOff, now: now)
        }
        await #expect(throws: JobError.leaseLost("a")) {
            try await fenced.note("written too late", on: "a", by: "slow", now: now)
        }
        #expect(try await records.auditPosition() == before)

        try await records.finish(quick, now: now)
        await #expect(throws: JobError.leaseLost("a")) { try await records.finish(quick, now: now) }
        #expect(try await records.jobCounts() == [.notes: [.done: 1]])
    }

    @Test(arguments: Engine.available)
    func `a heart-beat keeps the job, even a late one where nobody else wanted it`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        try await records.enqueue([job("a")])
        let taken = try #require(try await claim(records, "one", at: now).first)
        #expect(try await records.beat(taken, rule: rule, now: now + 20 * second))
        #expect(try await claim(records, "two", at: now + 40 * second).isEmpty)
        #expect(try await records.beat(taken, rule: rule, now: now + 60 * second))
        #expect(try await claim(records, "two", at: now + 61 * second).isEmpty)
        try await records.finish(taken, now: now + 62 * second)
    }

    @Test(arguments: Engine.available)
    func `what fails comes back later each time and is given up at last`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        try await records.enqueue([job("a")])
        var moment = now
        let fault = JobFault(sort: "StoreError", code: "busy")
        for tries in 1...3 {
            let taken = try #require(try await claim(records, "one", at: moment).first)
            #expect(taken.tries == tries)
            switch try await records.fail(taken, fault, backOff: backOff, now: moment) {
            case .again(let next):
                #expect(tries < 3)
                #expect(try await claim(records, "one", at: next - 1).isEmpty)
                moment = next
            case .dead: #expect(tries == 3)
            }
        }
        #expect(try await claim(records, "one", at: moment + Invented.day).isEmpty)
        let dead = try #require(try await records.jobs(in: [.dead]).first)
        #expect(dead.fault == fault)
        #expect(dead.lease == nil)

        try await records.retry(deadJob: "a", by: "operator", now: moment)
        let again = try #require(try await claim(records, "one", at: moment).first)
        #expect(again.tries == 1)
        for _ in 0..<3 {
            guard let taken = try await claim(records, "one", at: moment + Invented.day).first else { break }
            try await records.fail(taken, fault, backOff: BackOff(tries: 1), now: moment)
        }
        try await records.drop(deadJob: "a", by: "operator", now: moment)
        #expect(try await records.enqueue([job("a")]) == 0)
        await #expect(throws: JobError.noSuchDeadJob("a")) {
            try await records.retry(deadJob: "a", by: "operator", now: moment)
        }
    }

    @Test(arguments: Engine.available)
    func `work whose holders die each time is given up as well, and what is put back counts no try`(
        engine: Engine
    ) async throws {
        let records = try await Invented.records(engine)
        try await records.enqueue([job("a")])
        let stopped = try #require(try await claim(records, "stopped", at: now).first)
        try await records.putBack(stopped, now: now)
        for round in 0..<3 {
            #expect(try await claim(records, "dying", at: now + Int64(round) * 30 * second).first?.tries == round + 1)
        }
        #expect(try await claim(records, "dying", at: now + 90 * second).isEmpty)
        #expect(try await records.jobs(in: [.dead]).first?.fault == .abandoned)
    }

    @Test(arguments: Engine.available)
    func `of many processes one fires each moment, and what still waits is not asked for again`(
        engine: Engine
    ) async throws {
        let records = try await Invented.records(engine)
        let schedules = [Schedule(.notes, every: 600 * second), Schedule(.feeds, every: 300 * second)]
        var fired: [String] = []
        for step in 0..<4 {
            let moment = now + Int64(step) * 300 * second
            fired += try await withThrowingTaskGroup(of: [String].self) { group in
                for _ in 0..<6 { group.addTask { try await records.fire(schedules, now: moment) } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            // Feeds are done at once, notes by nobody.
            for taken in try await records.claimJobs([.feeds], limit: 9, holder: "one", rule: rule, now: moment) {
                try await records.finish(taken, now: moment)
            }
        }
        #expect(fired.filter { $0.hasPrefix("feeds") }.count == 4)
        #expect(fired.filter { $0.hasPrefix("notes") }.count == 1)
        #expect(Set(fired).count == fired.count)
    }

    @Test(arguments: Engine.available)
    func `what one process does for all has one holder, and each is fenced off from the one before`(
        engine: Engine
    ) async throws {
        let records = try await Invented.records(engine)
        let first = try #require(try await records.take(lease: "chat", holder: "one", rule: rule, now: now))
        #expect(try await records.take(lease: "chat", holder: "two", rule: rule, now: now + 29 * second) == nil)
        #expect(try await records.take(lease: "other", holder: "two", rule: rule, now: now) != nil)
        #expect(try await records.beat(first, on: "chat", rule: rule, now: now + 29 * second))
        #expect(try await records.take(lease: "chat", holder: "two", rule: rule, now: now + 50 * second) == nil)
        let second = try #require(
            try await records.take(lease: "chat", holder: "two", rule: rule, now: now + 59 * self.second)
        )
        #expect(second.token > first.token)
        #expect(try await !records.beat(first, on: "chat", rule: rule, now: now + 60 * self.second))
        await #expect(throws: JobError.leaseLost("chat")) {
            try await records.fenced(by: Fence(first, on: "chat")).note("late", on: "x", by: "one", now: now)
        }
        try await records.give(back: first, on: "chat")
        #expect(try await records.leases()["chat"]?.holder == "two")
        try await records.give(back: second, on: "chat")
        await #expect(throws: JobError.leaseLost("chat")) {
            try await records.fenced(by: Fence(second, on: "chat")).note("late", on: "x", by: "two", now: now)
        }
        #expect(try await records.take(lease: "chat", holder: "one", rule: rule, now: now + 61 * self.second) != nil)
    }

    @Test(arguments: Engine.available, [3, 14, 15, 92, 65] as [UInt64])
    func `whatever holders do and however they die, each job is ended once`(engine: Engine, seed: UInt64) async throws {
        let records = try await Invented.records(engine)
        var chance = SplitMix(state: seed)
        try await records.enqueue((0..<12).map { job("job \($0)") })
        var moment = now
        var held: [(holder: String, job: Job)] = []
        var ended: [String: Int] = [:]
        for _ in 0..<250 {
            moment += Int64.random(in: 0...12, using: &chance) * second
            switch Int.random(in: 0..<6, using: &chance) {
            case 0, 1:
                let holder = "holder \(Int.random(in: 0..<3, using: &chance))"
                held += try await records.claimJobs(
                    [.notes],
                    limit: 2,
                    holder: holder,
                    rule: rule,
                    backOff: BackOff(tries: 1000),
                    now: moment
                ).map { (holder, $0) }
            case 2:
                for one in held { _ = try await records.beat(one.job, rule: rule, now: moment) }
            case 3 where !held.isEmpty:
                let one = held.remove(at: Int.random(in: 0..<held.count, using: &chance))
                do {
                    try await records.finish(one.job, now: moment)
                    ended[one.job.key, default: 0] += 1
                } catch JobError.leaseLost { continue }
            case 4 where !held.isEmpty:
                let one = held.remove(at: Int.random(in: 0..<held.count, using: &chance))
                do {
                    try await records.fail(one.job, .abandoned, backOff: BackOff(tries: 1000), now: moment)
                } catch JobError.leaseLost { continue }
            default: continue
            }
        }
        moment += Invented.day
        for taken in try await records.claimJobs(
            [.notes],
            limit: 99,
            holder: "last",
            rule: rule,
            backOff: BackOff(tries: 1000),
            now: moment
        ) {
            try await records.finish(taken, now: moment)
            ended[taken.key, default: 0] += 1
        }
        #expect(ended.count == 12)
        #expect(ended.values.allSatisfy { $0 == 1 })
    }
}

/// Numbers that are the same in every run.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
