import Briefing
import Desk
import Feeds
import Foundation
import Reading
import Store
import Workspace

/// Where reading data lies: a database and keys of their own, beside the record and never in its backup.
struct ReadingRoom: Sendable {
    let store: ReadingStore
    let encoder: NewsEncoder
    let catalogue: SourceCatalogue

    /// Opens the reading store beside a record; made where there is none.
    ///
    /// On a server it is a schema of its own, beside the record's and with other keys; a backup of the record leaves it out.
    init(beside globals: GlobalOptions) async throws {
        let database = try Self.database(beside: globals)
        store = try await ReadingStore(
            database,
            keys: try ReadingKeys(folder: try globals.beside() + ".reading-keys"),
            workspace: "main"
        )
        encoder = try NewsEncoder()
        catalogue = try SourceCatalogue.embedded.get()
    }

    /// The database of what is read.
    static func database(beside globals: GlobalOptions) throws -> any Database {
        if case .postgres(let address) = try globals.address(),
            let apart = address.with(schema: (address.schema ?? "crosstie") + "_reading")
        {
            return try openDatabase(.postgres(apart), create: true)
        }
        return try openDatabase(.file(try globals.beside() + ".reading.db"), create: true)
    }

    /// A reader's profile: the stated one, else what the people file says of role, track and level.
    func profile(of person: Person, _ notebook: ReadingNotebook) -> ReaderProfile {
        if let profile = notebook.profile { return profile }
        let role = encoder.book.role(family: person.family, title: person.title)?.id ?? "backend"
        return ReaderProfile(role: role, track: person.track, level: person.level)
    }

    /// The day of a moment where the reader is.
    static func day(_ moment: Int64, in zone: String) -> CivilDate {
        CivilDate(microseconds: moment + offset(moment, in: zone))
    }

    /// The hour of a moment where the reader is, 0 to 23.
    static func hour(_ moment: Int64, in zone: String) -> Int {
        Int((moment + offset(moment, in: zone)) / 3_600_000_000 % 24)
    }

    private static func offset(_ moment: Int64, in zone: String) -> Int64 {
        let date = Date(timeIntervalSince1970: Double(moment) / 1e6)
        return Int64(TimeZone(identifier: zone)?.secondsFromGMT(for: date) ?? 0) * 1_000_000
    }

    /// The sources that a reader reads: own ones, and those of the catalogue for the profile.
    func sources(for profile: ReaderProfile, _ notebook: ReadingNotebook) -> [NewsSource] {
        let own = notebook.feeds
        let known = Set(own.map(\.id))
        return own + catalogue.feeds(for: profile).map(\.source).filter { !known.contains($0.id) }
    }

    /// Makes a reader's brief of a day, or gives the one that was made.
    func brief(
        of person: Person,
        on day: CivilDate,
        now: Int64,
        inside: [NewsItem],
        colleagues: Colleagues,
        again: Bool
    ) async throws -> Brief {
        if !again, let made = try await store.brief(of: person.id, on: day) { return made }
        let notebook = try await store.notebook(of: person.id)
        let wanted = Set(sources(for: profile(of: person, notebook), notebook).map(\.id))
        let pool = await pool(of: wanted, among: try await store.feeds(), inside: inside, now: now)
        return try await brief(of: person, on: day, from: pool, notebook, colleagues: colleagues)
    }

    /// What a group of readers with the same sources chooses from.
    func pool(of wanted: Set<String>, among feeds: [KeptFeed], inside: [NewsItem], now: Int64) async -> ItemPool {
        let news = feeds.filter { wanted.contains($0.source.id) }.flatMap(\.news)
        return await ItemPool(news + inside, encoder: encoder, now: now, tasks: 2)
    }

    /// Makes a reader's brief of a day from a pool, and keeps it.
    func brief(
        of person: Person,
        on day: CivilDate,
        from pool: ItemPool,
        _ notebook: ReadingNotebook,
        colleagues: Colleagues
    ) async throws -> Brief {
        let reader = BriefingReader(
            profile: profile(of: person, notebook),
            taste: notebook.taste(encoder),
            shown: try await store.shown(to: person.id, before: day),
            colleagues: colleagues
        )
        // The seed is the reader's and the day's own, so that the same morning gives the same page.
        let seed = (person.id.text + day.description).utf8.reduce(UInt64(14_695_981_039_346_656_037)) {
            ($0 ^ UInt64($1)) &* 1_099_511_628_211
        }
        let brief = try pool.brief(for: reader, day: day.description, seed: seed)
        // A morning without news stays open: the brief is made when some have come.
        if !brief.items.isEmpty { try await store.keep(brief, on: day, of: person.id) }
        return brief
    }

    /// What everybody who works here may read of the company, as items.
    static func inside(_ news: [InsideNews]) -> [NewsItem] {
        news.map { one in
            let (name, sort): (String, NewsItem.Sort) =
                switch one.sort {
                case .decision: ("Decision", .decision)
                case .lesson: ("Lesson", .lesson)
                case .thanks: ("Thanks", .thanks)
                }
            return NewsItem(
                id: one.id,
                source: .inside,
                title: name + ": " + Excerpt.headline(one.words),
                text: one.words,
                link: one.link,
                published: one.moment,
                sort: sort
            )
        }
    }
}

extension Failure {
    /// Words for reading data, feeds and briefs that do not come about.
    init?(reading error: any Error) {
        switch error {
        case let error as FeedError: self.init(.data, "\(error)")
        case let error as BriefingError: self.init(.usage, "\(error)")
        case let error as ReadingError: self.init(.permission, "\(error)")
        default: return nil
        }
    }
}
