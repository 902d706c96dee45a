import ArgumentParser
import Briefing
import Desk
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
            FeedsMeasure.self,
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
        return (try await ReadingRoom(beside: globals), try await desk.find(person))
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
                "\(feed?.items.count ?? 0)", source.id, feed?.problem ?? "",
            ]
        }
        Console.table(["feed", "from", "tier", "items", "address", "problem"], rows)
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
        let (source, count) = try await room.add(
            address,
            for: person,
            allowsOwnNetwork: allowOwnNetwork,
            now: GlobalOptions.now()
        )
        Console.line("Added \(source.name) (\(source.id)): \(count) items.")
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
        try await room.remove(address, for: person)
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
        let added = try await room.add(outline, for: person)
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
        Console.line(try await room.outline(of: person).opml)
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
