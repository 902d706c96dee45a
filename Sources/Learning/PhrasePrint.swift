public import Signals

/// How a message is phrased: salted hashes of its words and pairs of words, and nothing from which to read them.
///
/// Names, mentions, addresses, code and numbers are one mark each, whatever they say; quoted lines are left out.
public struct PhrasePrint: Sendable, Hashable {
    /// The hashes, ascending, none twice; the 64 smallest where there are more.
    public let features: [UInt32]
    /// How many different words there are, counted up to a dozen; a phrase of few words is said in many places and teaches less.
    public let words: Int

    /// No phrase has more features.
    public static let most = 64

    /// Puts a stored print together again.
    public init(features: [UInt32], words: Int) {
        self.features = Array(Set(features).sorted().prefix(Self.most))
        self.words = max(0, words)
    }

    /// The print of a passage's target, seen together with whether it answers somebody, and a question.
    public init(_ passage: Passage, salt: PhraseSalt) {
        var cutter = PhraseCutter(passage)
        cutter.cut(passage.target)
        var all: [UInt32] = []
        all.reserveCapacity(2 * cutter.tokens.count + 4)
        var previous = PhraseCutter.edge
        for token in cutter.tokens {
            all.append(UInt32(truncatingIfNeeded: salt.hash(token, 1)))
            all.append(UInt32(truncatingIfNeeded: salt.hash(previous, token)))
            previous = token
        }
        words = cutter.words
        guard words > 0 else {
            features = []
            return
        }
        all.append(UInt32(truncatingIfNeeded: salt.hash(previous, PhraseCutter.edge)))
        let answered = passage.before.last { $0.who != passage.target.who } ?? passage.root
        all.append(UInt32(truncatingIfNeeded: salt.hash(answered == nil ? 2 : 3, 2)))
        if answered?.text.utf8.contains(63) == true { all.append(UInt32(truncatingIfNeeded: salt.hash(4, 2))) }
        all.sort()
        features = Self.distinct(all)
    }

    /// The first numbers of an ascending list, none twice.
    private static func distinct(_ sorted: consuming [UInt32]) -> [UInt32] {
        var all = sorted
        var count = 0
        for place in all.indices where place == 0 || all[place] != all[count - 1] {
            all[count] = all[place]
            count += 1
            if count == most { break }
        }
        all.removeLast(all.count - count)
        return all
    }

    /// How much two phrases share: features of both over features of either, 0 to 1.
    ///
    /// Source: Jaccard 1901.
    public func likeness(to other: PhrasePrint) -> Double {
        var left = 0
        var right = 0
        var both = 0
        while left < features.count, right < other.features.count {
            let (one, two) = (features[left], other.features[right])
            if one == two { both += 1 }
            if one <= two { left += 1 }
            if two <= one { right += 1 }
        }
        let either = features.count + other.features.count - both
        return either == 0 ? 0 : Double(both) / Double(either)
    }
}
