import Briefing
import Desk
import Evidence
import FeedFetching
import Feeds
import Foundation
import Reading
import Records
import Store
import Workspace

/// Where reading data lies: a database and keys of their own, beside the record and never in its backup.
struct ReadingRoom: Sendable {
    let store: ReadingStore
    let encoder: NewsEncoder
    let catalogue: SourceCatalogue

    /// Opens the reading store beside a record; made where there is none.
    init(beside address: DatabaseAddress) async throws {
        let path =
            switch address {
            case .file(let path): path
            case .memory: "crosstie"
            }
        let database = try openDatabase(.file(path + ".reading.db"), create: true)
        store = try await ReadingStore(
            database,
            keys: try ReadingKeys(folder: path + ".reading-keys"),
            workspace: "main"
        )
        encoder = try NewsEncoder()
        catalogue = try SourceCatalogue.embedded.get()
    }

    /// A reader's profile: the stated one, else what the people file says of role, track and level.
    func profile(of person: Person, _ notebook: ReadingNotebook) -> ReaderProfile {
        if let profile = notebook.profile { return profile }
        let role = encoder.book.role(family: person.family, title: person.title)?.id ?? "backend"
        return ReaderProfile(role: role, track: person.track, level: person.level)
    }

    /// The day of a moment where the reader is.
    static func day(_ moment: Int64, in zone: String) -> CivilDate {
        let offset =
            TimeZone(identifier: zone)?.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment) / 1e6)) ?? 0
        return CivilDate(microseconds: moment + Int64(offset) * 1_000_000)
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
        colleagues: [String],
        again: Bool
    ) async throws -> Brief {
        if !again, let made = try await store.brief(of: person.id, on: day) { return made }
        let notebook = try await store.notebook(of: person.id)
        let profile = profile(of: person, notebook)
        let wanted = Set(sources(for: profile, notebook).map(\.id))
        let news = try await store.feeds().filter { wanted.contains($0.source.id) }.flatMap(\.news)
        let pool = ItemPool(news + inside, encoder: encoder, now: now)
        let reader = BriefingReader(
            profile: profile,
            taste: notebook.taste(encoder),
            shown: try await store.shown(to: person.id, before: day),
            colleagues: colleagues
        )
        // The seed is the reader's and the day's own, so that the same morning gives the same page.
        let seed = (person.id.text + day.description).utf8.reduce(UInt64(14_695_981_039_346_656_037)) {
            ($0 ^ UInt64($1)) &* 1_099_511_628_211
        }
        let brief = try pool.brief(for: reader, day: day.description, seed: seed)
        try await store.keep(brief, on: day, of: person.id)
        return brief
    }

    /// Decisions of the last days that everybody who works here may open, as items.
    static func inside(_ ledger: DecisionLedger, now: Int64) -> [NewsItem] {
        ledger.decisions.filter { $0.record.content.isOpen && !$0.words.isEmpty && !$0.hasLostWords }.prefix(20).map {
            view in
            NewsItem(
                id: "decision \(view.record.id)",
                source: .inside,
                title: "Decision: " + String(view.words.prefix(120)),
                text: view.words,
                link: nil,
                published: min(now, view.record.content.day.microseconds + 43_200_000_000),
                sort: .decision
            )
        }
    }

    // MARK: Fetching

    /// What a round of fetching did.
    struct Round: Sendable, Encodable {
        var fetched = 0
        var unchanged = 0
        var failed = 0
        var items = 0
        var problems: [String] = []
    }

    /// Fetches all feeds that are due; problems are kept with the feed.
    func fetch(
        _ sources: [NewsSource],
        all: Bool,
        allowsOwnNetwork: Bool,
        now: @Sendable () -> Int64
    ) async throws -> Round {
        var kept = Dictionary(try await store.feeds().map { ($0.source.id, $0) }) { first, _ in first }
        for source in sources where kept[source.id] == nil { kept[source.id] = KeptFeed(source: source) }
        let due = kept.values.filter { !$0.gone && (all || $0.nextFetch <= now()) }
        let byAddress = Dictionary(due.map { ($0.address, $0) }) { first, _ in first }
        var round = Round()
        let requests = byAddress.values.map {
            FeedRequest(address: $0.address, entityTag: $0.entityTag, lastModified: $0.lastModified)
        }
        try await FeedRound(FeedFetcher(allowsOwnNetwork: allowsOwnNetwork)).run(requests) { request, outcome in
            guard var feed = byAddress[request.address] else { return }
            Self.take(outcome, into: &feed, &round, now: now())
            let wait = FetchSchedule.wait(after: outcome, failures: feed.failures, address: request.address)
            feed.nextFetch = wait.map { now() + Int64($0) * 1_000_000 } ?? .max
            try await store.keep(feed)
        }
        return round
    }

    private static func take(_ outcome: FeedOutcome, into feed: inout KeptFeed, _ round: inout Round, now: Int64) {
        func failed(_ words: String) {
            feed.failures += 1
            feed.problem = words
            round.failed += 1
            round.problems.append("\(feed.source.name): \(words)")
        }
        switch outcome {
        case .document(let document):
            do throws(FeedError) {
                let bytes = try Unpacking.bytes(document.bytes, packing: document.packing)
                let read = try Feed(reading: bytes, from: document.address, contentType: document.contentType)
                let news = read.items.compactMap { NewsItem($0, of: feed.source, seen: now) }
                feed.keep(news)
                feed.entityTag = document.entityTag
                feed.lastModified = document.lastModified
                if let moved = document.movedTo { feed.address = moved }
                feed.failures = 0
                feed.problem = nil
                round.fetched += 1
                round.items += news.count
            } catch { failed("\(error)") }
        case .unchanged:
            feed.failures = 0
            feed.problem = nil
            round.unchanged += 1
        case .gone:
            feed.gone = true
            failed("The site says that the feed is gone for good.")
        case .later: failed("The site is busy and asks to come back later.")
        case .failed(let problem): failed(problem.description)
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
