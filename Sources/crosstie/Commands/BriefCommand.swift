import ArgumentParser
import Briefing
import Desk
import Foundation
import Reading
import Workspace

struct BriefCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "brief",
        abstract:
            "Make somebody's brief of the day: five to seven items, what happened, why it matters, then that is all.",
        discussion: """
            What somebody reads lies in a database and keys of its own, beside the record (DATABASE.reading.db, \
            DATABASE.reading-keys), and never reaches drafts, clocks or managers. It learns from “useful” and “not useful” only. \
            `crosstie feeds fetch` brings the news; --role, --industry, --follow and the like state the profile.
            """
    )

    @OptionGroup var globals: GlobalOptions

    @Argument(help: "Whose brief: id, e-mail address or unique name.")
    var name: String?

    @Option(help: "The same, as an option.")
    var person: String?

    @Option(help: "The day, YYYY-MM-DD; without it today.")
    var date: String?

    @Option(help: "text, html, rss, share or json.")
    var format: BriefFormat = .text

    @Flag(help: "Make the brief again, though the day has one.")
    var again = false

    @OptionGroup(title: "Profile") var stated: ProfileOptions

    @Option(help: "Say that an item was useful, by its number.")
    var useful: Int?

    @Option(help: "Say that an item was not useful, by its number.")
    var notUseful: Int?

    @Option(help: "Look for words in all briefs so far.")
    var search: String?

    @Flag(help: "Forget the reader: profile, answers and briefs, in every backup too.")
    var forget = false

    func run() async throws {
        guard let text = name ?? person else { throw Failure(.usage, "whose brief? Write `crosstie brief PERSON`.") }
        let desk = try await globals.desk()
        let person = try await desk.find(text)
        let room = try await ReadingRoom(beside: globals)
        if forget {
            try await room.store.forget(person.id)
            return Console.line("Forgotten: the key is thrown away, and nobody can open what was sealed with it.")
        }
        var notebook = try await room.store.notebook(of: person.id)
        let before = room.profile(of: person, notebook)
        let profile = stated.applied(to: before)
        if profile != before || (notebook.profile == nil && stated.isGiven) {
            notebook.profile = profile
            // Unknown names are said before anything is kept.
            _ = try ItemPool([], encoder: room.encoder, now: 0).ranking(for: BriefingReader(profile: profile))
            try await room.store.keep(notebook, of: person.id)
        }
        let now = try await desk.now()
        let today = ReadingRoom.day(now, in: profile.zone)
        if let search { return try await show(search, person, room, until: today) }
        let day =
            try date.map { text in
                guard let day = CivilDate(text) else { throw Failure(.usage, "“\(text)” is no day. Write YYYY-MM-DD.") }
                return day
            } ?? today
        guard day <= today else {
            throw Failure(.usage, "\(day) has not come yet; where the reader is, it is \(today).")
        }
        let moment = day < today ? day.microseconds + Int64(profile.hour) * 3_600_000_000 : now
        let brief = try await room.brief(
            of: person,
            on: day,
            now: moment,
            inside: ReadingRoom.inside(try await desk.insideNews()),
            colleagues: Colleagues(try await desk.people().map(\.name)),
            again: again || stated.isGiven
        )
        if let number = useful ?? notUseful {
            guard brief.items.indices.contains(number - 1) else {
                throw Failure(.usage, "the brief has no item \(number).")
            }
            try await room.store.answer(useful != nil, to: brief.items[number - 1], by: person.id)
            return Console.line("Noted. Tomorrow's brief leans \(useful != nil ? "to" : "away from") it a little.")
        }
        try show(brief)
    }

    private func show(_ brief: Brief) throws {
        if globals.json || format == .json { return try Console.json(BriefAnswer(brief)) }
        switch format {
        case .text, .json: Console.line(brief.text)
        case .html: Console.line(brief.letter())
        case .share: Console.line(brief.sharePage)
        case .rss: Console.line(brief.rss(title: "Brief", link: "https://localhost/brief"))
        }
        if format == .text, brief.items.isEmpty {
            Console.error(
                "The brief is made when there are news. `crosstie feeds fetch --person PERSON` brings what is due."
            )
        }
    }

    private func show(_ words: String, _ person: Person, _ room: ReadingRoom, until day: CivilDate) async throws {
        let found = try await room.store.search(words, of: person.id, until: day)
        if found.isEmpty { return Console.line("Nothing of that stood in a brief so far.") }
        for (day, item) in found { Console.line("\(day)  \(item.headline)  \(item.sources.first?.link ?? "")") }
    }
}

/// How a brief is written.
enum BriefFormat: String, ExpressibleByArgument, CaseIterable {
    case text, html, rss, share, json
}

/// A profile as options; what is not given stays as it is.
struct ProfileOptions: ParsableArguments {
    @Option(help: "The role, such as backend, product or people.")
    var role: String?
    @Option(help: "The industry, such as payments or retail.")
    var industry: String?
    @Option(help: "Topics to follow, with commas between.")
    var follow: String?
    @Option(help: "Topics that never come, with commas between.")
    var mute: String?
    @Option(help: "Sources that never come: feed addresses with commas between.")
    var muteSources: String?
    @Option(help: "Tools in daily use, with commas between.")
    var tools: String?
    @Option(help: "Competencies to grow in, with commas between.")
    var growing: String?
    @Option(help: "What you care about, in your own words.")
    var words: String?
    @Option(help: "Hour of the day at which the brief is due.")
    var hour: Int?
    @Option(help: "Time zone, such as Europe/Berlin.")
    var zone: String?
    @Option(help: "Items, 5 to 7.")
    var length: Int?

    var isGiven: Bool {
        [role, industry, follow, mute, muteSources, tools, growing, words, zone].contains { $0 != nil } || hour != nil
            || length != nil
    }

    func validate() throws {
        if let hour, !(0...23).contains(hour) { throw ValidationError("--hour is 0 to 23.") }
        if let length, !(5...7).contains(length) { throw ValidationError("--length is 5 to 7.") }
        if let zone, TimeZone(identifier: zone) == nil {
            throw ValidationError("“\(zone)” is no time zone. Write one such as Europe/Berlin.")
        }
    }

    func applied(to profile: ReaderProfile) -> ReaderProfile {
        func list(_ text: String) -> [String] {
            text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        }
        var profile = profile
        if let role { profile.role = role }
        if let industry { profile.industry = industry.isEmpty ? nil : industry }
        if let follow { profile.followed = list(follow) }
        if let mute { profile.muted = list(mute) }
        if let muteSources { profile.mutedSources = list(muteSources) }
        if let tools { profile.tools = list(tools) }
        if let growing { profile.growing = list(growing) }
        if let words { profile.words = words }
        if let hour { profile.hour = hour }
        if let zone { profile.zone = zone }
        if let length { profile.length = length }
        return profile
    }
}

/// A brief for programs; scores and the choice by chance stay inside.
struct BriefAnswer: Encodable {
    struct Item: Encodable {
        let headline: String
        let happened: [String]
        let source: String
        let why: String
        let sources: [Source]
        let isNew: Bool
    }
    struct Source: Encodable {
        let name: String
        let link: String?
    }
    let day: String
    let items: [Item]
    let end: String

    init(_ brief: Brief) {
        day = brief.day
        end = Brief.end
        items = brief.items.map { item in
            Item(
                headline: item.headline,
                happened: item.happened,
                source: item.source.name,
                why: item.matters,
                sources: item.sources.map { Source(name: $0.name, link: $0.link) },
                isNew: item.isNew
            )
        }
    }
}
