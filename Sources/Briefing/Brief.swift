/// One morning's page for one person.
public struct Brief: Sendable, Hashable, Codable {
    /// The day, `YYYY-MM-DD`, in the person's own zone.
    public var day: String
    /// Five to seven items; fewer on a day that has fewer.
    public var items: [Item]
    /// How the item that was chosen by chance was chosen; nil where there was nothing to choose among.
    public var exploration: Exploration?

    /// Makes a brief.
    public init(day: String, items: [Item], exploration: Exploration? = nil) {
        self.day = day
        self.items = items
        self.exploration = exploration
    }

    /// The words that end every brief.
    public static let end = "That is all."

    /// One item.
    public struct Item: Sendable, Hashable, Codable, Identifiable {
        /// The item's id.
        public var id: String
        /// Its headline, as its source wrote it.
        public var headline: String
        /// What happened: at most two sentences, as the source wrote them.
        public var happened: [String]
        /// Whose sentences they are.
        public var source: Source
        /// All sources of the story, the one that is quoted first.
        public var sources: [Source]
        /// Why it is in this person's brief.
        public var reasons: [Reason]
        /// False when an item of the same story was shown in the last seven days.
        public var isNew: Bool
        /// Where it comes from inside the company.
        public var isInside: Bool
        /// Ids of its topics.
        public var topics: [String]
        /// The score that it was picked by; never shown.
        public var score: Double

        /// Makes an item.
        public init(
            id: String,
            headline: String,
            happened: [String],
            source: Source,
            sources: [Source],
            reasons: [Reason],
            isNew: Bool,
            isInside: Bool,
            topics: [String],
            score: Double
        ) {
            self.id = id
            self.headline = headline
            self.happened = happened
            self.source = source
            self.sources = sources
            self.reasons = reasons
            self.isNew = isNew
            self.isInside = isInside
            self.topics = topics
            self.score = score
        }

        /// The id without characters that forms and addresses cannot carry.
        public var formID: String { id.split(separator: "\u{1F}").joined(separator: " ") }
        /// Why it matters to the person, in sentences.
        public var matters: String { reasons.map(\.sentence).joined(separator: " ") }
    }

    /// A source of a story.
    public struct Source: Sendable, Hashable, Codable {
        /// What it is called.
        public var name: String
        /// Where the item stands.
        public var link: String?
        /// How near it is to what it tells.
        public var tier: NewsSource.Tier

        /// Names a source.
        public init(name: String, link: String?, tier: NewsSource.Tier) {
            self.name = name
            self.link = link
            self.tier = tier
        }
    }

    /// The choice by chance, kept so that others than the ranking's own choices can be judged later.
    public struct Exploration: Sendable, Hashable, Codable {
        /// The item.
        public var item: String
        /// How likely it was to be chosen.
        public var propensity: Double
    }

    /// Words that it takes to read.
    public var wordCount: Int {
        items.reduce(0) { sum, item in
            sum
                + ([item.headline, item.matters] + item.happened).reduce(0) {
                    $0 + $1.split(whereSeparator: \.isWhitespace).count
                }
        }
    }
}

extension ItemPool {
    /// Items of one source in a brief.
    public static let mostOfSource = 2

    /// Makes somebody's brief.
    ///
    /// The best by worth and difference, at most two of a source, at least one from inside where there is one, and one chosen by
    /// chance among the places 6 to 15. The same seed gives the same brief.
    /// Errors: role, industry or topic that nobody knows.
    public func brief(for reader: BriefingReader, day: String, seed: UInt64) throws(BriefingError) -> Brief {
        let ranked = try ranking(for: reader)
        let wanted = reader.profile.items
        var picked = pick(wanted - 1, of: ranked)
        if !picked.contains(where: { items[$0.item].sort.isInside }),
            let inside = try ranking(for: reader, most: 1, insideOnly: true).first
        {
            if picked.count >= wanted - 1 { picked.removeLast() }
            picked.append(inside)
        }
        let chance = explore(ranked, beside: picked, seed: seed)
        if chance == nil, picked.count < wanted {
            // Nothing to choose among by chance: the next best takes the place.
            picked = fill(picked, from: ranked, to: wanted)
        }
        let sorted = picked.sorted { $0.score > $1.score }
        var page = sorted.map { item(for: $0, reader, exploring: nil) }
        if let chance { page.append(item(for: chance.item, reader, exploring: chance.among)) }
        return Brief(
            day: day,
            items: page,
            exploration: chance.map {
                Brief.Exploration(item: items[$0.item.item].id, propensity: 1 / Double($0.among))
            }
        )
    }

    private func pick(_ count: Int, of ranked: [RankedItem]) -> [RankedItem] {
        Diversity.pick(
            count,
            of: ranked.map(\.score),
            similarity: { max(0, likeness(ranked[$0].item, ranked[$1].item)) },
            allowed: { index, chosen in fits(ranked[index], beside: chosen.map { ranked[$0] }) }
        ).map { ranked[$0] }
    }

    private func fits(_ one: RankedItem, beside others: [RankedItem]) -> Bool {
        let source = items[one.item].source
        // Decisions, lessons and thanks are three sources under one roof, but still one roof.
        return others.count { items[$0.item].source.id == source.id } < Self.mostOfSource
    }

    private func fill(_ picked: [RankedItem], from ranked: [RankedItem], to count: Int) -> [RankedItem] {
        var picked = picked
        for one in ranked
        where picked.count < count && !picked.contains(where: { $0.item == one.item }) && fits(one, beside: picked) {
            picked.append(one)
        }
        return picked
    }

    private func explore(
        _ ranked: [RankedItem],
        beside picked: [RankedItem],
        seed: UInt64
    ) -> (item: RankedItem, among: Int)? {
        let eligible = ranked.dropFirst(5).prefix(10).filter { one in
            !picked.contains { $0.item == one.item } && fits(one, beside: picked)
        }
        guard !eligible.isEmpty else { return nil }
        let place = Int(MinHash.mixed(seed) % UInt64(eligible.count))
        return (eligible[place], eligible.count)
    }

    private func item(for ranked: RankedItem, _ reader: BriefingReader, exploring: Int?) -> Brief.Item {
        let own = items[ranked.item]
        let members = stories.members(of: ranked.item)
        var sources: [Brief.Source] = []
        for member in members where !sources.contains(where: { $0.name == items[member].source.name }) {
            sources.append(
                Brief.Source(name: items[member].source.name, link: items[member].link, tier: items[member].source.tier)
            )
        }
        let quoted =
            members.first { !Excerpt.sentences(of: items[$0].text, headline: own.title).isEmpty } ?? ranked.item
        let source = items[quoted].source
        return Brief.Item(
            id: own.id,
            headline: own.title,
            happened: Excerpt.sentences(of: items[quoted].text, headline: own.title),
            source: Brief.Source(name: source.name, link: items[quoted].link, tier: source.tier),
            sources: sources,
            reasons: reasons(for: ranked, reader: reader, exploring: exploring),
            isNew: !ranked.parts.seen,
            isInside: own.sort.isInside,
            topics: topicIDs(ranked.item),
            score: ranked.score
        )
    }
}
