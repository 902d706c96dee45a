public import Desk
import Evidence
import Records
import Support
public import Workspace
import Writing

/// Cues and support signals for programs.
public struct CueWeekAnswer: Codable, Sendable {
    struct Cue: Codable, Sendable {
        let id: String
        let kind: String
        let person: String
        let title: String
        let why: SentenceAnswer
        let due: String
        let gone: String
    }
    struct Source: Codable, Sendable {
        let day: String
        let evidence: String?
        let link: String?
    }
    struct Signal: Codable, Sendable {
        let id: String
        let kind: String
        let person: String
        let what: String
        let act: String
        let how: String
        let opened: String
        let managerFrom: String?
        let expires: String
        let sources: [Source]

        init(_ line: SupportLine) {
            id = line.id
            kind = line.kind.rawValue
            person = line.person.text
            what = line.words.what
            act = line.words.act
            how = line.words.how
            opened = line.opened.description
            managerFrom = line.managerFrom?.description
            expires = line.expires.description
            sources = line.sources.map {
                Source(
                    day: CivilDate(microseconds: $0.moment).description,
                    evidence: $0.entry?.text,
                    link: $0.link
                )
            }
        }
    }
    struct Hours: Codable, Sendable {
        let people: Int
        let recent: Int
        let usual: Int
    }

    let reader: String
    let cues: [Cue]
    let off: Bool?
    let own: [Signal]
    let team: [Signal]
    let teamHours: Hours?

    /// Reads it from what the desk gives.
    ///
    /// Shape: without `own` the signals are switched off or not the reader's to see.
    public init(
        reader: PersonID,
        cues: [OpenCue],
        own: SupportView?,
        team: [SupportLine],
        hours: TeamHours?
    ) {
        self.reader = reader.text
        self.cues = cues.map {
            Cue(
                id: $0.id,
                kind: $0.cue.kind.rawValue,
                person: $0.cue.person.text,
                title: $0.cue.title,
                why: SentenceAnswer($0.cue.why),
                due: $0.cue.due.description,
                gone: $0.gone.description
            )
        }
        off = own?.choice.isOff
        self.own = own?.signals.map(Signal.init) ?? []
        self.team = team.map(Signal.init)
        teamHours = hours.map { Hours(people: $0.people, recent: $0.recent, usual: $0.usual) }
    }
}
