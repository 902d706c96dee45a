import ArgumentParser
import Desk
import Evidence
import Signals
import Workspace
import Writing

struct EvidenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence",
        abstract: "Show what the ledger holds about a person."
    )

    @OptionGroup var globals: GlobalOptions

    @Option(help: "Id, e-mail address or unique name.")
    var person: String

    func run() async throws {
        let desk = try await globals.desk()
        let person = try await desk.find(person)
        let entries = try await desk.evidence(about: person.id, for: .console)
        if globals.json { return try Console.json(entries.map(EntryAnswer.init)) }
        let happenings = Happening.all(of: entries)
        Console.heading(
            "\(person.name): \(entries.count.grouped) pieces of evidence in \(happenings.count.grouped) episodes"
        )
        if entries.isEmpty { Console.line("Nothing was heard yet. This says nothing about the work.") }
        for happening in happenings {
            Console.line()
            Console.heading(
                "\(DateWords.dayAndYear(CivilDate(microseconds: happening.first)))  #\(happening.entries[0].channelName)  \(happening.workClass.words)"
            )
            for entry in happening.entries {
                Console.line("  \(entry.kind.rawValue), \(entry.state.rawValue), \(entry.voice.name) [\(entry.id)]")
                Console.line(Console.wrapped("“\(entry.quote)”", indent: 4))
            }
        }
    }
}

/// A piece of evidence for programs.
struct EntryAnswer: Encodable {
    let id: String
    let subject: String
    let voice: String
    let voiceID: String
    let kind: String
    let workClass: String
    let confidence: Double
    let competencies: [CompetencyShare]
    let stage: Double
    let scope: Int
    let reach: String?
    let reason: String
    let quote: String
    let link: String?
    let channel: String
    let channelName: String
    let ts: String
    let episode: String
    let state: String
    let settles: String?
    let reader: ReaderStamp
    let ladderVersion: String

    enum CodingKeys: String, CodingKey {
        case id, subject, voice, voiceID, kind, workClass = "class", confidence, competencies, stage, scope, reach,
            reason,
            quote,
            link, channel
        case channelName, ts, episode, state, settles, reader, ladderVersion
    }

    init(_ entry: LedgerEntry) {
        id = entry.id.text
        subject = entry.subject.text
        voice = entry.voice.name
        voiceID = entry.voice.key
        kind = entry.kind.rawValue
        workClass = entry.workClass.rawValue
        confidence = (entry.confidence * 1000).rounded() / 1000
        competencies = entry.competencies
        stage = (entry.stage * 100).rounded() / 100
        scope = entry.scope
        reach = entry.reachWords
        reason = entry.reason.rawValue
        quote = entry.quote
        link = entry.link
        channel = entry.message.channel.text
        channelName = entry.channelName
        ts = entry.message.time.slack
        episode = entry.episode.text
        state = entry.state.rawValue
        settles = entry.settlesAt.map { CivilDate(microseconds: $0).description }
        reader = entry.reader
        ladderVersion = entry.ladderVersion
    }
}

extension WorkClass {
    /// The class as people call it.
    var words: String {
        switch self {
        case .launch: "launch"
        case .upkeep: "keeping the lights on"
        case .ownership: "ownership"
        case .decision: "decision"
        case .enablement: "helping others"
        case .craft: "craft"
        }
    }
}
