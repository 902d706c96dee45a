public import Evidence
public import Growth
import Moves
import OneOnOnes
public import Records
import Reviews
public import Workspace

/// Everything that is held about one person, as far as that person may read it.
///
/// Shape: parts that the reader may not open, or that need a key which is not there, are nil, and `leftOut` says so.
/// Source: GDPR, articles 15 and 20; others' rights in 15 (4).
public struct OwnFile: Sendable {
    /// Whose.
    public let person: Person
    /// Whom the person reports to.
    public let manager: Person?
    /// The day it is read.
    public let today: CivilDate
    /// Evidence about the person, oldest first.
    public let evidence: [LedgerEntry]
    /// Evidence about others that rests on the person's words, oldest first.
    public let said: [LedgerEntry]
    /// What the clock says; nil where no level is known.
    public let reading: ClockReading?
    /// What colleagues were asked about the person's work, and what they answered.
    public let rounds: RoundsView
    /// What the person was asked about colleagues.
    public let requests: [OwnRequest]
    /// Feedback that was asked for about the person.
    public let feedback: FeedbackView?
    /// Feedback that the person was asked for.
    public let feedbackAsked: [OwnFeedbackRequest]?
    /// Reviews that the person may read.
    public let reviews: [ReviewView]?
    /// 1:1s with the manager; nil where there is none.
    public let oneOnOne: OneOnOneView?
    /// Level-ups and changes of track.
    public let moves: [Move]
    /// Who looked at the person's pay.
    public let looks: [PayReceipt]
    /// Who called the person by name.
    public let calls: CallView
    /// The person's support signals and switches.
    public let support: SupportView?
    /// The person's tokens, without their secrets.
    public let tokens: [ProgramToken]
    /// The person's talk, counted.
    public let talk: [TalkHeld]
    /// What the person did in this program.
    public let acts: [ActHeld]
    /// What is held and not in here, and why, in sentences.
    public let leftOut: [String]
}

extension Desk {
    /// Everything that is held about a person; the person's own, or the console's on their behalf.
    ///
    /// Errors: `DeskError.notAllowed` for everybody else.
    public func ownFile(of id: PersonID, for viewer: Access.Viewer) async throws -> OwnFile {
        let picture = try await open(.looks, of: id, for: viewer)
        guard let person = picture.people[id] else { throw DeskError.noSuchPerson(id.text) }
        let entries = try await picture.entries(about: id)
        var gaps = OwnFileGaps()
        gaps.count(entries.count { $0.state == .captured }, of: "piece of evidence", "was not shown to you yet")
        let own = viewer == .person(id) && person.active
        let reading = try await picture.reading(of: person, entries: entries)
        let feedback = try await gaps.open("Feedback that was asked for", own, key: vault) {
            (try await self.feedback(about: id, for: id), try await self.feedbackRequests(to: id))
        }
        let reviews = try await gaps.open("Reviews", own, key: vault) {
            var open: [ReviewView] = []
            for listing in try await self.reviews(about: id, for: id) {
                open.append(try await self.review(listing.id, for: id))
            }
            return open
        }
        gaps.note(own: own)
        return OwnFile(
            person: person,
            manager: person.manager.flatMap { picture.people[$0] },
            today: CivilDate(microseconds: picture.now),
            evidence: entries.filter { $0.state != .captured },
            said: try await records.entries(saidBy: id, now: picture.now),
            reading: reading,
            rounds: try await rounds(about: id, for: viewer),
            requests: try await requests(to: id, for: viewer),
            feedback: feedback?.0,
            feedbackAsked: feedback?.1,
            reviews: reviews,
            oneOnOne: person.manager == nil ? nil : try await oneOnOne(id, for: viewer),
            moves: try await moves(of: id, for: viewer),
            looks: try await looks(at: id, for: viewer),
            calls: try await calls(to: id, for: viewer),
            support: own ? try await ownSupport(of: id, for: viewer) : nil,
            tokens: try await tokens(of: id, for: viewer),
            talk: try await person.account.asyncMap { try await records.talk(of: $0) } ?? [],
            acts: try await records.acts(by: id),
            leftOut: gaps.sentences
        )
    }
}

/// What a file leaves out, and why.
private struct OwnFileGaps {
    private(set) var sentences: [String] = []

    mutating func count(_ number: Int, of things: String, _ why: String) {
        guard number > 0 else { return }
        sentences.append(number == 1 ? "One \(things) \(why)." : "\(number) \(things)s: each \(why).")
    }

    /// A part for the person alone that needs the key; nil with a sentence where one of the two is missing.
    mutating func open<Part>(
        _ name: String,
        _ isOwn: Bool,
        key: Vault?,
        _ read: () async throws -> Part
    ) async throws -> Part? {
        guard isOwn else {
            sentences.append("\(name): only the person can open this part, signed in.")
            return nil
        }
        guard key != nil else {
            sentences.append("\(name): sealed, and the program was started without the key that opens it.")
            return nil
        }
        return try await read()
    }

    mutating func note(own: Bool) {
        if !own { sentences.append("Support signals and notes of 1:1s: only the person can open them, signed in.") }
        sentences += [
            "Pay stands on the pay statement, where every look leaves a receipt.",
            "What you read in briefs is kept apart under a key of your own, and can be taken from the page of the brief.",
            "Reviews and votes that are being written are their writers' until they share them with you.",
            "Of messages no words are kept but those of evidence; of each stay place, time and marks, which are counted here.",
        ]
    }
}

extension Optional {
    /// The same of what is there; nil where nothing is.
    fileprivate func asyncMap<Other>(_ change: (Wrapped) async throws -> Other) async rethrows -> Other? {
        guard let self else { return nil }
        return try await change(self)
    }
}
