public import Evidence
public import Workspace

/// The key of a request for feedback: the person's id and a number.
public struct FeedbackID: Identifier {
    /// The identifier, such as `ana.f3`.
    public let text: String
    /// Wraps the text.
    public init(_ text: String) { self.text = text }
    /// The key of a person's request by its number, from 1.
    public init(_ person: PersonID, number: Int) { text = "\(person.text).f\(number)" }
}

/// A colleague asked for words about one piece of a person's work.
public struct FeedbackRequest: Sendable, Hashable, Identifiable {
    /// The key.
    public let id: FeedbackID
    /// Whose work.
    public let subject: PersonID
    /// Who is asked.
    public let colleague: PersonID
    /// Who asks: the person or the manager.
    public let asker: PersonID
    /// Why this colleague: what both worked on, in words.
    public let reason: String
    /// What the asker would like to hear about; empty where nothing in particular.
    public let about: String
    /// When it was sent, microseconds since 1970 UTC.
    public let sent: Int64
    /// The last moment for an answer, microseconds since 1970 UTC.
    public let expires: Int64
    /// How far the answer has come; nil while there is none.
    public var answer: FeedbackAnswer?

    /// Joins what is kept of a request.
    public init(
        id: FeedbackID,
        subject: PersonID,
        colleague: PersonID,
        asker: PersonID,
        reason: String,
        about: String,
        sent: Int64,
        expires: Int64,
        answer: FeedbackAnswer? = nil
    ) {
        self.id = id
        self.subject = subject
        self.colleague = colleague
        self.asker = asker
        self.reason = reason
        self.about = about
        self.sent = sent
        self.expires = expires
        self.answer = answer
    }

    /// How far it has come at a moment.
    public func standing(at now: Int64) -> Standing {
        guard let answer else { return now > expires ? .expired : .open }
        switch answer.stage {
        case .asked: return now > expires ? .expired : .askedBack
        case .declined: return .declined
        case .given: return answer.isHeld(at: now) ? .held : .answered
        case .withdrawn: return .withdrawn
        }
    }

    /// How far a request has come.
    public enum Standing: String, Sendable, Hashable, CaseIterable {
        /// Waits for an answer.
        case open
        /// An answer came, and one thing was asked back.
        case askedBack = "asked back"
        /// Answered; shown from a day on that the giver chose.
        case held
        /// Answered, and shown to whom the giver chose.
        case answered
        /// The colleague would rather not; says nothing about anybody.
        case declined
        /// Went by unanswered; says nothing about anybody.
        case expired
        /// The giver took it back.
        case withdrawn
    }
}

/// What a colleague gave.
public struct FeedbackAnswer: Sendable, Hashable {
    /// How far it has come.
    public var stage: Stage
    /// The words.
    public var words: FeedbackWords
    /// What the giver would say of it: go on, or do something else.
    public var lean: Lean
    /// Who may read it, as the giver chose.
    public var visibility: Visibility
    /// The first day on which it is shown; nil for at once.
    public var heldUntil: CivilDate?
    /// When it was last written, microseconds since 1970 UTC.
    public var moment: Int64
    /// The evidence that it became; nil where it is for the person alone, or held.
    public var entry: EntryID?

    /// Joins words and the giver's choices.
    public init(
        stage: Stage,
        words: FeedbackWords,
        lean: Lean,
        visibility: Visibility,
        heldUntil: CivilDate? = nil,
        moment: Int64,
        entry: EntryID? = nil
    ) {
        self.stage = stage
        self.words = words
        self.lean = lean
        self.visibility = visibility
        self.heldUntil = heldUntil
        self.moment = moment
        self.entry = entry
    }

    /// True while the giver's day has not come.
    public func isHeld(at now: Int64) -> Bool {
        heldUntil.map { CivilDate(microseconds: now) < $0 } ?? false
    }

    /// How far an answer has come.
    public enum Stage: String, Sendable, Hashable, CaseIterable, Codable {
        /// It was vague in one thing, and the giver was asked back, once.
        case asked
        /// It is as the giver wants it.
        case given
        /// The colleague would rather not.
        case declined
        /// The giver took it back; its words are gone.
        case withdrawn
    }

    /// What the giver would say of the work.
    public enum Lean: String, Sendable, Hashable, CaseIterable, Codable {
        /// Go on like this.
        case goOn = "go-on"
        /// Next time something else.
        case change
    }

    /// Who may read it.
    public enum Visibility: String, Sendable, Hashable, CaseIterable, Codable {
        /// The person alone; it never becomes evidence.
        case person
        /// The person and the manager; it becomes evidence.
        case personAndManager = "person-and-manager"
    }
}

/// Words about work: what it was, what the person did, and what came of it.
public struct FeedbackWords: Sendable, Hashable, Codable {
    /// Which work.
    public var work: String
    /// What the person did.
    public var behaviour: String
    /// What came of it.
    public var effect: String

    /// The most characters of one of the three.
    public static let longest = 600

    /// Joins the three; each may be empty.
    public init(work: String = "", behaviour: String = "", effect: String = "") {
        self.work = work
        self.behaviour = behaviour
        self.effect = effect
    }

    /// All of it in one text, as evidence quotes it.
    public var text: String {
        [work, behaviour, effect].filter { !$0.isEmpty }.map { words in
            words.last.map { ".!?…”".contains($0) } == true ? words : words + "."
        }.joined(separator: " ")
    }

    /// True where nothing was written.
    public var isEmpty: Bool { work.isEmpty && behaviour.isEmpty && effect.isEmpty }
}
