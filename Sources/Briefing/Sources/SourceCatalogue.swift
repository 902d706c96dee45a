private import CBriefing
private import Foundation

/// Public feeds to begin with, by role and industry.
public struct SourceCatalogue: Sendable {
    /// All feeds.
    public let feeds: [Entry]

    /// A public feed.
    public struct Entry: Sendable, Hashable, Decodable {
        /// Its address.
        public let address: String
        /// What it is called.
        public let title: String
        /// How near it is to what it tells.
        public let tier: NewsSource.Tier
        /// What its items are.
        public let kind: NewsItem.Sort
        /// Roles that it is for.
        public let roles: [String]
        /// Industries that it is for.
        public let industries: [String]
        /// Topics of all its items.
        public let topics: [String]

        /// The feed as a source of items.
        public var source: NewsSource { NewsSource(id: address, name: title, tier: tier, sort: kind, topics: topics) }
    }

    private struct Table: Decodable {
        let format: Int
        let feeds: [Entry]
    }

    /// The catalogue that is part of the program.
    public static let embedded: Result<SourceCatalogue, BriefingError> = Result { () throws(BriefingError) in
        let bytes = UnsafeBufferPointer(start: cbriefing_feeds(), count: cbriefing_feeds_count())
        do {
            return SourceCatalogue(feeds: try JSONDecoder().decode(Table.self, from: Data(buffer: bytes)).feeds)
        } catch {
            throw .badTable(name: "feeds", reason: "\(error)")
        }
    }

    /// The feeds for somebody: those of the role, of the industry, and of topics that the person follows.
    public func feeds(for profile: ReaderProfile) -> [Entry] {
        let followed = Set(profile.followed)
        return feeds.filter { feed in
            let role = feed.roles.contains(profile.role)
            let industry = profile.industry.map(feed.industries.contains) == true
            return (role || industry || !followed.isDisjoint(with: feed.topics))
                && !profile.mutedSources.contains(feed.address)
        }
    }
}
