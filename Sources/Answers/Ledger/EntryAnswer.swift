import Desk
public import Evidence
import Signals
import Workspace
import Writing

/// A piece of evidence for programs.
public struct EntryAnswer: Codable, Sendable {
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

    /// Reads it from what the desk gives.
    public init(_ entry: LedgerEntry) {
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
