import ArgumentParser
import Briefing
import Desk
import FeedFetching
import Feeds
import Foundation
import Reading
import Workspace

struct FeedsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feeds",
        abstract: "Public feeds for the brief: list, add, remove, import, export, fetch.",
        subcommands: [
            FeedsList.self, FeedsAdd.self, FeedsRemove.self, FeedsImport.self, FeedsExport.self, FeedsFetch.self,
        ],
        defaultSubcommand: FeedsList.self
    )
}

/// Whose feeds a command is about.
struct FeedReaderOptions: ParsableArguments {
    @Option(help: "Whose feeds: id, e-mail address or unique name.")
    var person: String

    func open(_ globals: GlobalOptions) async throws -> (ReadingRoom, Person) {
        let desk = try await globals.desk()
        return (try await ReadingRoom(beside: try globals.address()), try await desk.find(person))
    }
}

struct FeedsList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The feeds that somebody's brief is made from."
    )
    @OptionGroup var globals: GlobalOptions
    @OptionGroup var reader: FeedReaderOptions

    func run() async throws {
        let (room, person) = try await reader.open(globals)
        let notebook = try await room.store.notebook(of: person.id)
        let kept = Dictionary(try await room.store.feeds().map { ($0.source.id, $0) }) { first, _ in first }
        let own = Set(notebook.feeds.map(\.id))
        let sources = room.sources(for: room.profile(of: person, notebook), notebook)
        if globals.json { return try Console.json(sources) }
        let rows = sources.map { source in
            let feed = kept[source.id]
            return [
                source.name, own.contains(source.id) ? "own" : "starter", source.tier.rawValue,
                "\(feed?.items.count ?? 0)", feed?.problem ?? "", source.id,
            ]
        }
        Console.table(["feed", "from", "tier", "items", "problem", "address"], rows)
    }
}

struct FeedsAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a feed, by its own address or that of a page that names it."
    )
    @OptionGroup var globals: GlobalOptions
    @OptionGroup var reader: FeedReaderOptions
    @Argument(help: "Address of a feed or a page.")
    var address: String
    @Flag(help: "Allow addresses inside this machine's own network.")
    var allowOwnNetwork = false

    func run() async throws {
        let (room, person) = try await reader.open(globals)
        let fetcher = FeedFetcher(allowsOwnNetwork: allowOwnNetwork)
        let (found, feed) = try await find(fetcher)
        var notebook = try await room.store.notebook(of: person.id)
        if notebook.profile == nil { notebook.profile = room.profile(of: person, notebook) }
        let known = room.catalogue.feeds.first { $0.address == found }?.source
        let source = known ?? NewsSource(id: found, name: feed.title ?? found, tier: .outlet)
        if !notebook.feeds.contains(where: { $0.id == source.id }) { notebook.feeds.append(source) }
        try await room.store.keep(notebook, of: person.id)
        Console.line("Added \(source.name) (\(found)): \(feed.items.count) items.")
    }

    /// The feed at the address, else the first of those that the page names.
    private func find(_ fetcher: FeedFetcher) async throws -> (String, Feed) {
        let outcome = await fetcher.fetch(FeedRequest(address: address))
        guard case .document(let document) = outcome else { throw Failure(.unavailable, Self.words(outcome, address)) }
        let bytes = try Unpacking.bytes(document.bytes, packing: document.packing)
        do {
            return (address, try Feed(reading: bytes, from: document.address, contentType: document.contentType))
        } catch {
            guard case .page = error else { throw error }
        }
        let page = FeedDiscovery(page: bytes, from: document.address, contentType: document.contentType)
        return try await find(among: page.candidates.prefix(12).map(\.address), fetcher)
    }

    /// The first address that leads to a feed.
    private func find(among addresses: [String], _ fetcher: FeedFetcher) async throws -> (String, Feed) {
        for candidate in addresses {
            guard case .document(let inner) = await fetcher.fetch(FeedRequest(address: candidate)),
                let plain = try? Unpacking.bytes(inner.bytes, packing: inner.packing),
                let feed = try? Feed(reading: plain, from: inner.address, contentType: inner.contentType)
            else { continue }
            return (inner.movedTo ?? candidate, feed)
        }
        throw Failure(.data, "the page \(address) names no feed, and none lies where sites usually keep them.")
    }

    private static func words(_ outcome: FeedOutcome, _ address: String) -> String {
        switch outcome {
        case .failed(let problem): "\(address): \(problem)"
        case .gone: "\(address) is gone for good."
        case .later: "\(address) is busy. Try again later."
        case .document, .unchanged: "\(address) gave nothing."
        }
    }
}

struct FeedsRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Remove one of somebody's own feeds, or mute a starter feed."
    )
    @OptionGroup var globals: GlobalOptions
    @OptionGroup var reader: FeedReaderOptions
    @Argument(help: "Address of the feed.")
    var address: String

    func run() async throws {
        let (room, person) = try await reader.open(globals)
        var notebook = try await room.store.notebook(of: person.id)
        var profile = room.profile(of: person, notebook)
        let count = notebook.feeds.count
        notebook.feeds.removeAll { $0.id == address }
        if notebook.feeds.count == count {
            guard room.catalogue.feeds.contains(where: { $0.address == address }) else {
                throw Failure(.noInput, "no feed has the address \(address). `crosstie feeds list` shows them.")
            }
            if !profile.mutedSources.contains(address) { profile.mutedSources.append(address) }
        }
        notebook.profile = profile
        try await room.store.keep(notebook, of: person.id)
        Console.line("Removed \(address).")
    }
}

struct FeedsImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take over a list of feeds from another reader (OPML)."
    )
    @OptionGroup var globals: GlobalOptions
    @OptionGroup var reader: FeedReaderOptions
    @Argument(help: "OPML file.")
    var file: String

    func run() async throws {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Failure(.noInput, "there is no file \(file), or it cannot be read.")
        }
        let outline = try Outline(reading: Array(data))
        let (room, person) = try await reader.open(globals)
        var notebook = try await room.store.notebook(of: person.id)
        if notebook.profile == nil { notebook.profile = room.profile(of: person, notebook) }
        var known = Set(notebook.feeds.map(\.id))
        var added = 0
        for entry in outline.feeds where known.insert(entry.address).inserted {
            let source = room.catalogue.feeds.first { $0.address == entry.address }?.source
            notebook.feeds.append(source ?? NewsSource(id: entry.address, name: entry.title, tier: .outlet))
            added += 1
        }
        try await room.store.keep(notebook, of: person.id)
        Console.line("\(added) feeds added, \(outline.feeds.count - added) were there already.")
    }
}

struct FeedsExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write somebody's feeds as a list for other readers (OPML)."
    )
    @OptionGroup var globals: GlobalOptions
    @OptionGroup var reader: FeedReaderOptions

    func run() async throws {
        let (room, person) = try await reader.open(globals)
        let notebook = try await room.store.notebook(of: person.id)
        let own = Set(notebook.feeds.map(\.id))
        let entries = room.sources(for: room.profile(of: person, notebook), notebook).map { source in
            Outline.Entry(
                address: source.id,
                title: source.name,
                folders: [own.contains(source.id) ? "Own" : "Starter"]
            )
        }
        Console.line(Outline(title: "Feeds", feeds: entries).opml)
    }
}

struct FeedsFetch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch",
        abstract: "Fetch what is due: unchanged feeds are not sent again, failing ones are asked less often."
    )
    @OptionGroup var globals: GlobalOptions
    @OptionGroup var reader: FeedReaderOptions
    @Flag(help: "Fetch all, due or not.")
    var all = false
    @Flag(help: "Allow addresses inside this machine's own network.")
    var allowOwnNetwork = false

    func run() async throws {
        let (room, person) = try await reader.open(globals)
        let notebook = try await room.store.notebook(of: person.id)
        let sources = room.sources(for: room.profile(of: person, notebook), notebook)
        let round = try await room.fetch(sources, all: all, allowsOwnNetwork: allowOwnNetwork) { GlobalOptions.now() }
        if globals.json { return try Console.json(round) }
        Console.line(
            "\(round.fetched) feeds fetched with \(round.items) items, \(round.unchanged) unchanged, \(round.failed) failed."
        )
        for problem in round.problems.sorted() { Console.line("  " + problem) }
    }
}
