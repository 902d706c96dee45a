public import Evidence
public import Workspace

/// What a call weighs, and which calls weigh less or nothing because they could be made up.
///
/// Source: `docs/methods.md`, "Calls".
public struct CallRules: Sendable {
    /// After how long a call weighs half, in microseconds: 120 days.
    public var halfLife: Int64 = 120 * 86_400_000_000
    /// How often each of two people may call the other before they are taken for a pair that calls itself up.
    public var reciprocalLimit = 5
    /// What is left of the weight of such a pair.
    public var reciprocalShare = 0.5
    /// The share of all names in one channel from which on it is taken for announcements or small talk.
    public var channelShare = 0.4
    /// In how many channels people have to be named before a share of them says anything.
    public var channelsToCompare = 5

    /// The rules as they stand in the methods.
    public static let standard = CallRules()
    /// Nothing but the weights.
    public static let weightsOnly: CallRules = {
        var rules = CallRules()
        rules.reciprocalLimit = .max
        rules.channelShare = 2
        return rules
    }()

    /// What a call weighs by what it is about.
    public static func weight(of kind: Ask.Kind) -> Double {
        switch kind {
        case .incident: 3
        case .decision: 2
        case .unblock: 1.5
        case .question: 1
        case .mention: 0.25
        }
    }

    /// What a call weighs by what became of it.
    public static func weight(of outcome: Ask.Outcome) -> Double {
        switch outcome {
        case .resolved: 1
        case .answered: 0.7
        case .none: 0.3
        }
    }

    /// Channels that hold too many of all names to say whom people call.
    public func crowded(_ named: [ChannelID: Int]) -> Set<ChannelID> {
        let total = named.values.reduce(0, +)
        guard named.values.count(where: { $0 > 0 }) >= channelsToCompare else { return [] }
        return Set(named.filter { Double($0.value) > channelShare * Double(total) }.keys)
    }

    /// Calls that count: somebody was called in, by somebody else, not after `now`, in no crowded channel; oldest first.
    public func counted(_ asks: [Ask], named: [ChannelID: Int] = [:], now: Int64) -> [Ask] {
        let crowded = crowded(named)
        return asks.filter {
            $0.summoned && $0.asker != $0.helper && $0.moment <= now && !crowded.contains($0.channel)
        }
        .sorted { ($0.moment, $0.message, $0.asker, $0.helper) < ($1.moment, $1.message, $1.asker, $1.helper) }
    }
}
