public import Desk
import Evidence
import Intake
public import Logging
import OneOnOnes
public import Records
import Reviews
import Slack
public import SlackLive
import Workspace

/// Puts what is due into the outbox: preparations, weekly notes, questions about colleagues, requests for feedback, briefs.
///
/// Shape: each has a name for good, so that looking twice, from two programs or after an interruption writes once.
public struct SlackNotes: Sendable {
    private let desk: Desk
    private let records: Records
    private let outbox: Outbox
    private let briefs: (any BriefSource)?
    private let site: String?
    private let logger: Logger

    /// Joins the desk with the outbox; `site` is where the pages are, for links.
    public init(
        desk: Desk,
        records: Records,
        outbox: Outbox,
        briefs: (any BriefSource)? = nil,
        site: String?,
        logger: Logger
    ) {
        self.desk = desk
        self.records = records
        self.outbox = outbox
        self.briefs = briefs
        self.site = site
        self.logger = logger
    }

    /// Looks once; returns how many messages were put in.
    ///
    /// What fails is told by its sort and looked at again the next time.
    @discardableResult
    public func look(now: Int64) async -> Int { await lookAtAll(now: now).count }

    /// Looks once and throws what failed first, after everything else was looked at.
    @discardableResult
    public func work(now: Int64) async throws -> Int {
        let (count, fault) = await lookAtAll(now: now)
        if let fault { throw fault }
        return count
    }

    private func lookAtAll(now: Int64) async -> (count: Int, fault: (any Error)?) {
        var count = 0
        var fault: (any Error)?
        for (what, work) in [
            ("deliveries", deliveries), ("requests", requests), ("feedback", feedback), ("briefs", briefs),
        ] as [(String, @Sendable (Int64) async throws -> Int)] {
            do {
                count += try await work(now)
            } catch {
                fault = fault ?? error
                logger.error(
                    "slack notes failed",
                    metadata: ["what": .string(what), "fault": .string("\(type(of: error))")]
                )
            }
        }
        return (count, fault)
    }

    /// Preparations the day before, and weekly notes.
    @Sendable private func deliveries(now: Int64) async throws -> Int {
        var count = 0
        for delivery in try await desk.deliveries(at: now) {
            guard let view = try await desk.words(of: delivery), let account = view.reader.account,
                try await outbox.isOpen(for: delivery.kind.rawValue, to: account, now: now)
            else { continue }
            // Into the outbox first: where the program ends between the two, the same name is not put in a second time.
            let isNew = try await outbox.put(
                message(view),
                key: delivery.id,
                kind: delivery.kind.rawValue,
                to: account,
                ends: delivery.expires,
                now: now
            )
            _ = try await desk.claim(delivery, at: now)
            if isNew { count += 1 }
        }
        return count
    }

    private func message(_ view: DeliveryView) -> OutgoingMessage {
        let doors = view.doors.enumerated().map { place, door in
            site.flatMap { BlockElement.link(door.label, "door_\(place)", to: $0 + door.path) }
        }
        return OutgoingMessage(
            Mrkdwn(view.subject),
            blocks: [.header(view.subject)] + DocumentBlocks.blocks(view.document) + [
                .actions(doors),
                .context([Mrkdwn("/crosstie notes off \(view.delivery.kind.rawValue) switches this message off.")]),
            ]
        )
    }

    /// Questions about colleagues that wait for an answer.
    @Sendable private func requests(now: Int64) async throws -> Int {
        let people = Dictionary(try await desk.people().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var waiting: [PersonID: Set<RequestID>] = [:]
        for round in try await desk.recentRounds(for: .console) {
            for request in round.requests where request.standing(at: now) == .open {
                waiting[request.colleague, default: []].insert(request.id)
            }
        }
        var count = 0
        for (colleague, ids) in waiting.sorted(by: { $0.key < $1.key }) {
            guard let account = people[colleague]?.account else { continue }
            for own in try await desk.requests(to: colleague, for: .person(colleague))
            where ids.contains(own.request.id) {
                let words = Mrkdwn("A question about \(own.person.name)'s work, one press")
                let isNew = try await outbox.put(
                    OutgoingMessage(words, blocks: DeskAnswers.asked(own)),
                    key: "request \(own.request.id.text)",
                    kind: "requests",
                    to: account,
                    ends: own.request.expires,
                    now: now
                )
                if isNew { count += 1 }
            }
        }
        return count
    }

    /// Requests for feedback that wait for an answer.
    @Sendable private func feedback(now: Int64) async throws -> Int {
        let people = Dictionary(try await desk.people().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var count = 0
        for colleague in try await records.waitingForFeedback(now: now) {
            guard let account = people[colleague]?.account else { continue }
            for own in try await desk.feedbackRequests(to: colleague) where own.standing == .open {
                let isNew = try await outbox.put(
                    DeskAnswers.message(asking: own),
                    key: DeskAnswers.key(of: own.request.id),
                    kind: "requests",
                    to: account,
                    ends: own.request.expires,
                    now: now
                )
                if isNew { count += 1 }
            }
        }
        return count
    }

    @Sendable private func briefs(now: Int64) async throws -> Int {
        guard let briefs else { return 0 }
        let people = Dictionary(try await desk.people().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var count = 0
        for brief in try await briefs.dueBriefs(now: now) {
            guard let account = people[brief.reader]?.account else { continue }
            let isNew = try await outbox.put(
                message(brief),
                key: "brief \(brief.reader.text) \(brief.key)",
                kind: "brief",
                to: account,
                now: now
            )
            _ = try await briefs.claim(brief, now: now)
            if isNew { count += 1 }
        }
        return count
    }

    private func message(_ brief: DueBrief) -> OutgoingMessage {
        var blocks: [Block?] = [.header(brief.title)]
        for item in brief.items {
            let title = item.address.map { Mrkdwn.link($0, item.title) } ?? .bold(item.title)
            blocks.append(.section(title + Mrkdwn(item.words.isEmpty ? "" : "\n\(item.words)")))
        }
        let page = site.map { Mrkdwn.link($0 + brief.path, "All of it, and what you like to read") }
        blocks.append(
            .context([page, Mrkdwn("/crosstie notes off brief switches this message off.")].compactMap(\.self))
        )
        return OutgoingMessage(Mrkdwn(brief.title), blocks: blocks)
    }
}
