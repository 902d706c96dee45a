public import Desk
import Evidence
import OneOnOnes
import Records
import Reviews
import Support
import Workspace

/// Everything that is held about one person, for programs; what is empty is there as an empty list.
public struct OwnFileAnswer: Codable, Sendable {
    /// One's own words about somebody else's work; what was read in them is that person's.
    struct Said: Codable, Sendable {
        let id: String
        let about: String
        let day: String
        let channel: String
        let quote: String
        let link: String?
    }
    struct Feedback: Codable, Sendable {
        let id: String
        let person: String
        let colleague: String
        let asker: String
        let about: String
        let sent: String
        let standing: String
        let words: String?
        let visibility: String?
    }
    struct OneOnOne: Codable, Sendable {
        let manager: String
        let days: [String]
        let open: [ActionAnswer]
        let closed: [ActionAnswer]
        let notes: [Note]?
    }
    struct Note: Codable, Sendable {
        let day: String
        let words: String
    }
    struct Support: Codable, Sendable {
        let isOff: Bool
        let zone: String?
        let signals: [String]
    }
    struct Token: Codable, Sendable {
        let id: String
        let name: String
        let scopes: [String]
        let created: String
        let expires: String
        let used: String?
    }
    struct Talk: Codable, Sendable {
        let channel: String
        let messages: Int
        let first: String
        let last: String
    }
    struct Act: Codable, Sendable {
        let position: Int
        let moment: String
        let act: String
        let object: String
    }

    let form: String
    let person: PersonAnswer
    let today: String
    let evidence: [EntryAnswer]
    let said: [Said]
    let clock: ClockAnswer?
    let rounds: RoundsAnswer
    let requests: [RequestView]
    let feedback: [Feedback]?
    let feedbackAsked: [Feedback]?
    let reviews: [ReviewAnswer]?
    let oneOnOne: OneOnOne?
    let moves: [MoveAnswer]
    let looks: [LookAnswer]
    let calls: CallAnswer
    let support: Support?
    let tokens: [Token]
    let talk: [Talk]
    let acts: [Act]
    let leftOut: [String]

    /// Reads it from what the desk gives.
    public init(_ file: OwnFile) {
        form = "crosstie own file 1"
        person = PersonAnswer(file.person)
        today = file.today.description
        evidence = file.evidence.map(EntryAnswer.init)
        said = file.said.map {
            Said(
                id: $0.id.text,
                about: $0.subject.text,
                day: CivilDate(microseconds: $0.moment).description,
                channel: $0.channelName,
                quote: $0.quote,
                link: $0.link
            )
        }
        clock = file.reading.map(ClockAnswer.init)
        rounds = RoundsAnswer(file.rounds)
        requests = file.requests.map(RequestView.init)
        feedback = file.feedback?.requests.map {
            Feedback($0.request, colleague: $0.colleague, asker: $0.asker, standing: $0.standing)
        }
        feedbackAsked = file.feedbackAsked?.map {
            Feedback($0.request, colleague: file.person.name, asker: $0.asker, standing: $0.standing)
        }
        reviews = file.reviews?.map(ReviewAnswer.init)
        oneOnOne = file.oneOnOne.map(OneOnOne.init)
        moves = file.moves.map(MoveAnswer.init)
        looks = file.looks.map(LookAnswer.init)
        calls = CallAnswer(file.calls)
        support = file.support.map { support in
            Support(
                isOff: support.choice.isOff,
                zone: support.choice.zone,
                signals: support.signals.map { "\($0.words.what) \($0.words.act)" }
            )
        }
        tokens = file.tokens.map(Token.init)
        talk = file.talk.map {
            Talk(
                channel: $0.channel,
                messages: $0.messages,
                first: CivilDate(microseconds: $0.first).description,
                last: CivilDate(microseconds: $0.last).description
            )
        }
        acts = file.acts.map {
            Act(position: Int($0.position), moment: Moment.text($0.moment), act: $0.act, object: $0.object)
        }
        leftOut = file.leftOut
    }
}

extension OwnFileAnswer.Feedback {
    init(_ request: FeedbackRequest, colleague: String, asker: String, standing: FeedbackRequest.Standing) {
        id = request.id.text
        person = request.subject.text
        self.colleague = colleague
        self.asker = asker
        about = request.about
        sent = CivilDate(microseconds: request.sent).description
        self.standing = standing.rawValue
        words = request.answer.flatMap { $0.words.isEmpty ? nil : $0.words.text }
        visibility = request.answer?.visibility.rawValue
    }
}

extension OwnFileAnswer.OneOnOne {
    init(_ view: OneOnOneView) {
        manager = view.manager.id.text
        days = view.kept.map(\.description)
        open = view.open.map(ActionAnswer.init)
        closed = view.closed.map(ActionAnswer.init)
        notes = view.notes?.map {
            OwnFileAnswer.Note(day: CivilDate(microseconds: $0.moment).description, words: $0.text)
        }
    }
}

extension OwnFileAnswer.Token {
    init(_ token: ProgramToken) {
        id = token.id
        name = token.name
        scopes = token.scopes.sorted().map(\.rawValue)
        created = token.created.description
        expires = token.expires.description
        used = token.used?.description
    }
}
