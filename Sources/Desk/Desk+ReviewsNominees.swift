import Evidence
import Foundation
import Ladder
import OrgNetwork
import Records
import Reviews
import Signals
import Workspace
import Writing

/// What is asked, as it is kept.
struct FeedbackAsk: Codable {
    let reason: String
    let about: String
}

/// What was given, as it is kept.
struct FeedbackGift: Codable {
    let words: FeedbackWords
    let lean: FeedbackAnswer.Lean
    let visibility: FeedbackAnswer.Visibility

    init(_ answer: FeedbackAnswer) {
        words = answer.words
        lean = answer.lean
        visibility = answer.visibility
    }
}

extension FeedbackAnswer {
    /// An answer without words.
    static func gone(_ stage: Stage, now: Int64) -> FeedbackAnswer {
        FeedbackAnswer(stage: stage, words: FeedbackWords(), lean: .goOn, visibility: .person, moment: now)
    }
}

extension FeedbackRequest {
    /// A request as it is kept.
    init(_ row: FeedbackRow) throws {
        let asked = try JSONDecoder().decode(FeedbackAsk.self, from: Data(row.asked.utf8))
        let gift = try row.given.map { try JSONDecoder().decode(FeedbackGift.self, from: Data($0.utf8)) }
        let answer = row.stage.flatMap { FeedbackAnswer.Stage(rawValue: $0) }.map { stage in
            FeedbackAnswer(
                stage: stage,
                words: gift?.words ?? FeedbackWords(),
                lean: gift?.lean ?? .goOn,
                visibility: gift?.visibility ?? .person,
                heldUntil: row.heldUntil,
                moment: row.answered ?? row.sent,
                entry: row.entry
            )
        }
        self.init(
            id: FeedbackID(row.id),
            subject: row.subject,
            colleague: row.colleague,
            asker: row.asker,
            reason: asked.reason,
            about: asked.about,
            sent: row.sent,
            expires: row.expires,
            answer: answer
        )
    }
}

extension Desk {
    /// Puts feedback into the ledger that may be shown by now; true when there was some.
    @discardableResult
    func releaseFeedback(_ picture: CompanyPicture) async throws -> Bool {
        let now = try await now()
        let due = try await records.feedbackDue(now: now, vault: try key())
        guard !due.isEmpty else { return false }
        let reader = try? StaticReader()
        for row in due {
            let request = try FeedbackRequest(row)
            guard let person = picture.people[row.subject], let answer = request.answer else { continue }
            let entry = entry(request, answer, about: person, picture, reader, now: now)
            try await records.capture(entry, fromFeedback: row.id, now: now)
            try await records.groupEpisodes(about: row.subject, now: now)
        }
        return true
    }

    /// What a colleague gave as evidence: the giver said which way it leans, the reader only what it is about.
    private func entry(
        _ request: FeedbackRequest,
        _ answer: FeedbackAnswer,
        about person: Person,
        _ picture: CompanyPicture,
        _ reader: StaticReader?,
        now: Int64
    ) -> LedgerEntry {
        let giver = picture.people[request.colleague]
        let text = answer.words.text
        let kind: SignalKind = answer.lean == .goOn ? .recognition : .feedback
        // Of several requests answered in one moment each still gets a key of its own.
        let number = Int64(request.id.text.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF })
        let message = MessageID(channel: "feedback", time: MessageTime(microseconds: answer.moment - number))
        let said = reader?.readNow([Passage(target: Utterance(who: "giver", text: text))]).first?
            .max { $0.confidence < $1.confidence }
        let asked = Set(
            ladder.competencies(for: person.track == .ic ? .ic : .management, family: person.family).map(\.id)
        )
        let own = (said?.competencies ?? []).filter { asked.contains($0.competency) }
        let whole = own.reduce(0) { $0 + $1.share }
        let id = EntryID(message, kind: kind, subject: person.id)
        return LedgerEntry(
            id: id,
            subject: person.id,
            voice: Voice(
                person: request.colleague,
                account: giver?.account ?? AccountID(request.colleague.text),
                name: giver?.name ?? "Somebody who left",
                team: giver?.team
            ),
            kind: kind,
            workClass: said?.workClass ?? .craft,
            confidence: 1,
            competencies: whole > 0
                ? own.prefix(3).map { CompetencyShare(competency: $0.competency, share: $0.share / whole) } : [],
            stage: said?.stage ?? 1,
            quote: String(text.prefix(400)),
            link: nil,
            message: message,
            channelName: message.channel.text,
            episode: EpisodeID(id.text),
            moment: message.time.microseconds,
            state: .shown,
            shownAt: now,
            reader: ReaderStamp(name: "given", version: "1"),
            ladderVersion: ladder.version
        )
    }

    /// Whom one could ask about a person: people who were there, none asked too often, none who reports to them.
    func nominees(
        for person: Person,
        _ rows: [FeedbackRow],
        _ picture: CompanyPicture
    ) async throws -> [(person: Person, reason: String)] {
        let load = try await records.requestsThisWeek(now: picture.now)
        let lately = Set(rows.filter { picture.now - $0.sent < 42 * 86_400_000_000 }.map(\.colleague))
        let chosen = Nominee.propose(
            try await sharedWork(of: person, picture),
            isFree: { id in
                guard let other = picture.people[id], other.active else { return false }
                return id != person.id && id != person.manager && other.manager != person.id && !lately.contains(id)
                    && (load[id] ?? 0) < RequestSchedule.requestsAWeek
            },
            isNear: { picture.people[$0]?.team == person.team }
        )
        return chosen.compactMap { nominee in
            picture.people[nominee.colleague].map { ($0, nominee.work.reason(between: person.name, and: $0.name)) }
        }
    }

    /// What a person and colleagues both had a part in within half a year: in the ledger, and in calls for help in the open.
    func sharedWork(of person: Person, _ picture: CompanyPicture) async throws -> [SharedWork] {
        let from = picture.now - 183 * 86_400_000_000
        let entries = try await picture.entries(about: person.id).filter { $0.moment >= from && $0.state.isOpen }
        let network = try await networks.network(
            records: records,
            people: Array(picture.people.values),
            now: picture.now
        )
        let calls = network.graph.calls.filter {
            $0.moment >= from && ($0.helper == person.id || $0.asker == person.id)
        }
        return SharedWork.seen(in: entries)
            + calls.map { call in
                SharedWork(
                    colleague: call.helper == person.id ? call.asker : call.helper,
                    matter: "\(call.message.channel) \(call.moment)",
                    moment: call.moment,
                    channel: network.name(of: call.channel),
                    part: call.helper == person.id ? .called : .helped
                )
            }
    }
}
