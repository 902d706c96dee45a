import Evidence
import Foundation
import Statistics
import Testing
import Workspace

@testable import OrgNetwork

/// Which measure finds the people whom others call, and which only finds talkers: made-up companies in which both are known.
@Suite struct `Calls and talk` {
    @Test func `pull finds those who can help, and not those who talk`() throws {
        var pull: [(area: Double, talk: Double)] = []
        var mentions: [(area: Double, talk: Double)] = []
        for seed in 0..<3 {
            let world = TalkingCompany(seed: UInt64(seed) + 11)
            let wanted = world.skill.map { $0 >= world.skill.sorted()[world.count * 9 / 10] }
            for (values, keep) in [(world.made.graph().pull, 0), (world.mentions, 1)] {
                let area = try #require(Self.area(wanted, values))
                let talk = try #require(Sample.correlation(Sample.ranks(values), world.talks.map { $0 ? 1 : 0 }))
                if keep == 0 { pull.append((area, talk)) } else { mentions.append((area, talk)) }
            }
        }
        let area = try #require(Sample.mean(pull.map(\.area)))
        let talk = try #require(Sample.mean(pull.map(\.talk)))
        let talkOfMentions = try #require(Sample.mean(mentions.map(\.talk)))
        #expect(area > 0.9, "\(area)")
        #expect(abs(talk) < 0.2, "\(talk)")
        #expect(talkOfMentions > 0.35, "\(talkOfMentions)")
    }

    /// The share of pairs, one wanted and one not, that stand in the right order.
    private static func area(_ wanted: [Bool], _ values: [Double]) -> Double? {
        let ranks = Sample.ranks(values)
        let (yes, all) = (Double(wanted.count { $0 }), Double(wanted.count))
        guard yes > 0, yes < all else { return nil }
        let sum = zip(wanted, ranks).reduce(0) { $1.0 ? $0 + $1.1 : $0 }
        return (sum - yes * (yes + 1) / 2) / (yes * (all - yes))
    }
}

/// A company in which skill is known, fifteen in a hundred talk six times as much, and talkers jump in unasked.
private struct TalkingCompany {
    let count = 120
    var made: MadeUpCalls
    var skill: [Double] = []
    var talks: [Bool] = []
    var mentions: [Double]

    init(seed: UInt64) {
        var random = SeededRandom(seed)
        made = MadeUpCalls(people: count)
        mentions = Array(repeating: 0, count: count)
        skill = (0..<count).map { _ in random.normal() }
        talks = (0..<count).map { _ in random.share() < 0.15 }
        let volume = talks.map { ($0 ? 6 : 1) * exp(0.4 * random.normal()) }
        for asker in 0..<count {
            let known = (0..<count).filter { $0 != asker && ($0 / 8 == asker / 8 || random.share() < 0.12) }
            for _ in 0..<random.poisson(exp(log(14) + 0.7 * random.normal())) {
                let helper = Self.pick(known, known.map { exp(1.2 * skill[$0]) }, &random)
                let part = random.share()
                let kind: Ask.Kind =
                    part < 0.6 ? .question : part < 0.8 ? .unblock : part < 0.92 ? .decision : .incident
                let isGood = random.share() < 1 / (1 + exp(-(skill[helper] + 0.5)))
                made.call(asker, helper, kind, isGood ? .resolved : .answered, daysAgo: random.share() * 365)
                mentions[helper] += 1
                guard random.share() < 0.5 else { continue }
                let talker = Self.pick(known, known.map { volume[$0] }, &random)
                if talker != helper { made.call(asker, talker, kind, .answered, daysAgo: 9, summoned: false) }
            }
            for _ in 0..<random.poisson(10 * volume[asker]) {
                let other = Self.pick(known, known.map { volume[$0] }, &random)
                mentions[other] += 1
                made.call(asker, other, .mention, .none, daysAgo: random.share() * 365, summoned: random.share() < 0.3)
            }
        }
    }

    private static func pick(_ from: [Int], _ weights: [Double], _ random: inout SeededRandom) -> Int {
        var left = random.share() * weights.reduce(0, +)
        for (place, weight) in zip(from, weights) {
            left -= weight
            if left < 0 { return place }
        }
        return from[from.count - 1]
    }
}
