public import Evidence
import Growth
import Ladder
import Records
import Signals
public import Workspace

/// Rounds of requests about one person, as the person and their manager see them.
public struct RoundsView: Sendable {
    /// Whose work.
    public let person: Person
    /// The day it is read.
    public let today: CivilDate
    /// Rounds, newest first.
    public let rounds: [Round]
    /// True when it is time to ask, and the viewer may send a round.
    public let isDue: Bool
    /// From which day on a round can be sent again; nil when that is not the reason.
    public let next: CivilDate?

    /// One round.
    public struct Round: Sendable {
        /// What was asked.
        public let question: ColleagueQuestion
        /// Its key.
        public let id: RoundID
        /// When it was sent.
        public let sent: CivilDate
        /// Who sent it, by name.
        public let sender: String
        /// The last day for an answer.
        public let until: CivilDate
        /// How many were asked.
        public let asked: Int
        /// How many answers wait until they can be shown without telling on anybody.
        public let held: Int
        /// Answers that can be seen, oldest first.
        public let answers: [Answer]
    }

    /// One answer.
    public struct Answer: Sendable {
        /// The answer.
        public let answer: ColleagueAnswer
        /// Who gave it; people who report to the person are not named.
        public let name: String
    }
}

/// What somebody was asked about a colleague.
public struct OwnRequest: Sendable {
    /// The request.
    public let request: ColleagueRequest
    /// About whom.
    public let person: Person
    /// What is asked.
    public let question: ColleagueQuestion
    /// When it was sent.
    public let sent: CivilDate
    /// How far it has come.
    public let standing: ColleagueRequest.Standing
    /// True where the person reports to whom it is about, so that the answer is shown without a name.
    public let isReport: Bool
}

extension Desk {
    /// Asks up to five colleagues one question about a person's work.
    ///
    /// Errors: `RequestError.notDue`, `.nothingToAsk`, `.nobodyToAsk`; `DeskError.noLevel`.
    public func sendRequests(about id: PersonID, by viewer: Access.Viewer) async throws -> SentRound {
        let picture = try await open(.rounds, of: id, for: viewer)
        return try await send(about: id, by: viewer.ledgerActor, picture)
    }

    /// Sends every round that is due, where the workspace lets the schedule do that; the least heard come first.
    ///
    /// Errors: `RequestError.notAutomatic`.
    public func sendDueRequests(for viewer: Access.Viewer) async throws -> [SentRound] {
        let picture = try await open(.asking, for: viewer)
        guard try await records.asksAutomatically() else { throw RequestError.notAutomatic }
        var due: [(person: PersonID, need: RequestNeed)] = []
        for person in picture.people.values where person.active && person.level != nil {
            guard let reading = try await picture.reading(of: person), reading.requestDue,
                let need = reading.requestNeed
            else { continue }
            due.append((person.id, need))
        }
        var sent: [SentRound] = []
        // The least heard come first, since colleagues can be asked only so often.
        for (person, _) in due.sorted(by: { ($0.need.evidence, $0.person) < ($1.need.evidence, $1.person) }) {
            do {
                sent.append(try await send(about: person, by: .schedule, picture))
            } catch RequestError.notDue, RequestError.nobodyToAsk, RequestError.nothingToAsk {
                continue
            }
        }
        return sent
    }

    /// Lets the schedule send requests by itself, or stops it.
    public func set(asksAutomatically automatic: Bool, by viewer: Access.Viewer) async throws {
        _ = try await open(.asking, for: viewer)
        try await records.set(asksAutomatically: automatic, by: viewer.ledgerActor, now: try await now())
    }

    /// True when the schedule sends requests by itself.
    public func asksAutomatically(for viewer: Access.Viewer) async throws -> Bool {
        _ = try await open(.asking, for: viewer)
        return try await records.asksAutomatically()
    }

    /// Rounds about a person, with the answers that can be seen.
    public func rounds(about id: PersonID, for viewer: Access.Viewer) async throws -> RoundsView {
        let picture = try await open(.rounds, of: id, for: viewer)
        guard let person = picture.people[id] else { throw DeskError.noSuchPerson(id.text) }
        let rounds = try await records.rounds(about: id, now: picture.now)
        let reading = try await picture.reading(of: person)
        let isDue = reading?.requestDue ?? false
        return RoundsView(
            person: person,
            today: CivilDate(microseconds: picture.now),
            rounds: rounds.reversed().map { Self.shown($0, picture) },
            isDue: isDue,
            next: isDue ? nil : reading?.requestNeed?.next(after: rounds.map(\.sent).max())
        )
    }

    /// Rounds about everybody within the last sixty days, newest first; for those who look after asking.
    public func recentRounds(for viewer: Access.Viewer) async throws -> [SentRound] {
        let now = try await open(.asking, for: viewer).now
        return try await records.rounds(since: now - 60 * 86_400_000_000, now: now).reversed()
    }

    /// What a person was asked about colleagues: what waits first, then what is past, newest first.
    public func requests(to colleague: PersonID, for viewer: Access.Viewer) async throws -> [OwnRequest] {
        let picture = try await open(.requests, of: colleague, for: viewer)
        let rounds = try await records.rounds(asking: colleague, now: picture.now)
        let own = rounds.flatMap { round in
            round.requests.compactMap { request in
                picture.people[round.subject].map { person in
                    OwnRequest(
                        request: request,
                        person: person,
                        question: round.question,
                        sent: CivilDate(microseconds: round.sent),
                        standing: request.standing(at: picture.now),
                        isReport: picture.people[colleague]?.manager == person.id
                    )
                }
            }
        }
        func order(_ own: OwnRequest) -> (Int, Int, RequestID) {
            (own.standing == .open ? 0 : 1, own.standing == .open ? own.sent.days : -own.sent.days, own.request.id)
        }
        return own.sorted { order($0) < order($1) }
    }

    /// Answers one's own request: one tap and, where one likes, one sentence.
    ///
    /// Errors: `RequestError.noSuchRequest`, `.answered`, `.expired`, `.tooLong`, `.privateMatter`.
    @discardableResult
    public func answerRequest(
        _ id: RequestID,
        _ sight: ColleagueSight,
        words: String = "",
        by colleague: PersonID
    ) async throws -> ColleagueAnswer {
        let picture = try await open(.requests, of: colleague, for: .person(colleague))
        guard let person = picture.people[colleague] else { throw DeskError.noSuchPerson(colleague.text) }
        let own = try await records.rounds(asking: colleague, now: picture.now)
        guard let round = own.first(where: { $0.requests.contains { $0.id == id } }) else {
            throw RequestError.noSuchRequest(id.text)
        }
        return try await records.answer(
            id,
            voice: Voice(
                person: colleague,
                account: person.account ?? AccountID(colleague.text),
                name: person.name,
                team: person.team
            ),
            sight: sight,
            words: try Self.sentence(words),
            isReport: person.manager == round.subject,
            now: try await now()
        )
    }

    private func send(about id: PersonID, by actor: LedgerActor, _ picture: CompanyPicture) async throws -> SentRound {
        guard let person = picture.people[id] else { throw DeskError.noSuchPerson(id.text) }
        guard person.level != nil else { throw DeskError.noLevel(person.name) }
        guard let need = try await picture.reading(of: person)?.requestNeed else {
            throw RequestError.nothingToAsk(name: person.name)
        }
        let last = try await records.rounds(about: id, now: picture.now).last
        let (ladder, now, today) = (ladder, try await now(), picture.now)
        return try await records.send(roundAbout: id, name: person.name, by: actor, now: now) { load in
            let history = RequestHistory(load, about: id, lastCompetency: last?.question.competency, now: today)
            guard need.isDue(daysSinceRequest: history.daysSinceRound(about: id, now: today)) else {
                throw RequestError.notDue(name: person.name, next: need.next(after: load.last))
            }
            guard !need.topics.isEmpty else { throw RequestError.nothingToAsk(name: person.name) }
            guard let round = RequestPlan.plan([need], history: history, now: today).first else {
                throw RequestError.nobodyToAsk(name: person.name)
            }
            guard let question = ColleagueQuestion(round, about: person, ladder: ladder) else {
                throw RequestError.nothingToAsk(name: person.name)
            }
            return RoundDraft(question: question, colleagues: round.colleagues)
        }
    }

    /// A sentence as it is kept: one line, short enough, and about work.
    private static func sentence(_ words: String) throws -> String {
        let line = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard line.count <= RequestSchedule.longestSentence else {
            throw RequestError.tooLong(given: line.count, limit: RequestSchedule.longestSentence)
        }
        if let matters = try? PrivateMatters.embedded.get(), matters.score(line) >= matters.point {
            throw RequestError.privateMatter
        }
        return line
    }

    private static func shown(_ round: SentRound, _ picture: CompanyPicture) -> RoundsView.Round {
        let given = round.requests.compactMap(\.answer).sorted { ($0.moment, $0.id) < ($1.moment, $1.id) }
        let seen = given.filter { $0.state != .captured && $0.state != .withdrawn }
        return RoundsView.Round(
            question: round.question,
            id: round.id,
            sent: CivilDate(microseconds: round.sent),
            sender: picture.name(of: round.sender),
            until: CivilDate(microseconds: RequestSchedule.expiry(of: round.sent)),
            asked: round.requests.count,
            held: given.count { $0.state == .captured },
            answers: seen.map { answer in
                let isReport = answer.voice.person.flatMap { picture.people[$0]?.manager } == round.subject
                return RoundsView.Answer(
                    answer: answer,
                    name: isReport ? "Somebody who reports to them" : answer.voice.name
                )
            }
        )
    }
}

extension CompanyPicture {
    /// An actor as people read it.
    func name(of actor: LedgerActor) -> String {
        switch actor {
        case .person(let id): people[id]?.name ?? "Somebody who left"
        case .console: "People operations, at the command line"
        case .schedule: "The schedule"
        }
    }
}
