import Evidence
private import Foundation
import OrgNetwork
import Records
import Signals
import Support
import Workspace

/// What everybody's talk says about the work around them, without their words.
struct CompanySupport: Sendable {
    let records: [PersonID: SupportRecord]
    let search: SupportSearch
    let now: Int64
}

/// Keeps everybody's streams for an hour: nothing in them is finer than a day.
actor SupportShelf {
    private var kept: (hour: Int64, company: CompanySupport)?
    /// The look under way; whoever comes meanwhile waits for it instead of beginning another.
    private var work: Task<CompanySupport, any Error>?

    /// How far back streams reach: a baseline, and half a year to watch, in microseconds.
    static let reach: Int64 = 60 * 7 * 86_400_000_000
    /// So many people are enough to see what a week did to everybody.
    static let enough = 400

    func company(desk: Desk, picture: CompanyPicture) async throws -> CompanySupport {
        let hour = picture.now / 3_600_000_000
        if let kept, kept.hour == hour { return kept.company }
        while let work {
            let company = try? await work.value
            if let company, company.now / 3_600_000_000 == hour { return company }
        }
        let task = Task {
            defer { work = nil }
            let company = try await desk.companySupport(picture)
            kept = (hour, company)
            return company
        }
        work = task
        return try await task.value
    }
}

extension Desk {
    /// Everybody's streams from talk and evidence.
    func companySupport(_ picture: CompanyPicture) async throws -> CompanySupport {
        let (from, now) = (picture.now - SupportShelf.reach, picture.now)
        let people = picture.people.values.filter(\.active).sorted { $0.id < $1.id }
        let weeks = try await records.writingWeeks(from: from, to: now)
        // What is said about one person's work is read with that person; here it is needed of the sample alone.
        let sample = people.prefix(SupportShelf.enough).map(\.id)
        let words = try await records.wordsAboutWork(about: sample, from: from, to: now)
        let found = try await records.asks(from: from, to: now, people: people)
        let address = ChatAddress(base: try await records.workspaceState()?.address)
        var all: [PersonID: SupportRecord] = [:]
        for person in people {
            let present = person.account.flatMap { weeks[$0] } ?? []
            var record = SupportRecord(person: person.id, present: Set(present.map { Week(number: $0) }))
            record.heard = (words[person.id] ?? []).map { SupportRecord.Trace(moment: $0) }
            all[person.id] = record
        }
        func trace(_ message: MessageID) -> SupportRecord.Trace {
            SupportRecord.Trace(moment: message.time.microseconds, link: address.link(to: message, thread: nil))
        }
        for question in found.questions where question.kind != .mention {
            let asked = SupportRecord.Question(trace(question.message), reply: question.repliedAt)
            all[question.asker]?.asks.append(asked)
            if question.kind == .incident { all[question.asker]?.onCall.insert(Week(of: question.moment)) }
            // Words or the reader alone are wrong too often (“fetch me if I am stuck”): both must say it.
            guard question.marks.isSuperset(of: [.stuck, .blocked]) else { continue }
            // Words about one blocker stand in one channel; outside threads nothing else tells them apart.
            let blocker = SupportRecord.Blocker(
                asked.trace,
                matter: question.message.channel.text,
                moved: question.repliedAt
            )
            all[question.asker]?.blockers.append(blocker)
        }
        for ask in found.asks where ask.kind != .mention {
            all[ask.helper]?.demands.append(trace(ask.message))
            if ask.kind == .incident { all[ask.helper]?.onCall.insert(Week(of: ask.moment)) }
        }
        let search = SupportSearch(now: now, company: sample.compactMap { all[$0] })
        return CompanySupport(records: all, search: search, now: now)
    }

    /// What was found about one person, own evidence fetched anew, so that what was withdrawn takes its signal with it.
    func supportFindings(
        of person: Person,
        choice: SupportChoice,
        picture: CompanyPicture
    ) async throws -> (findings: [SupportFinding], record: SupportRecord) {
        let company = try await supports.company(desk: self, picture: picture)
        var record = company.records[person.id] ?? SupportRecord(person: person.id, present: [])
        let entries = try await picture.entries(about: person.id)
        record.edges = try await namedEdges(of: person, entries: entries, now: picture.now)
        record.heard = entries.filter {
            ($0.kind == .recognition || $0.kind == .feedback) && $0.voice.person != person.id && $0.state.isOpen
        }.map { SupportRecord.Trace(moment: $0.moment, entry: $0.id, link: $0.link) }
        record.outside = try await outsideHours(of: person, zone: choice.zone, now: picture.now)
        record.alone = try await loneSystems(of: person, picture: picture)
        return (company.search.findings(in: record), record)
    }

    /// Hours with a message outside the person's own; nil where no zone was given, or none of that name is known.
    func outsideHours(of person: Person, zone: String?, now: Int64) async throws -> [Int64]? {
        guard let account = person.account, let zone = zone.flatMap(TimeZone.init(identifier:)) else { return nil }
        let hours = try await records.writingHours(of: account, from: now - SupportShelf.reach, to: now)
        return hours.filter { hour in
            let moment = Date(timeIntervalSince1970: Double(hour) / 1_000_000)
            return OutsideHours.contains(hour + Int64(zone.secondsFromGMT(for: moment)) * 1_000_000)
        }
    }

    /// True for a zone that the system knows.
    static func isZone(_ name: String) -> Bool { TimeZone(identifier: name) != nil }

    /// What hangs on the person alone, as the go-to network has it; nothing for somebody who hid that card.
    private func loneSystems(of person: Person, picture: CompanyPicture) async throws -> [SupportRecord.LoneSystem] {
        let network = try await networks.network(
            records: records,
            people: Array(picture.people.values),
            now: picture.now
        )
        guard network.choices[person.id]?.hidden != true else { return [] }
        let load = network.load(of: person.id, for: true)
        guard !load.isEmpty else { return [] }
        let places = network.places(of: person.id)
        return load.map { cue in
            let name =
                switch cue.topic {
                case .channel(let id): "#\(network.name(of: id))"
                case .team(let team): team
                }
            return SupportRecord.LoneSystem(
                name: name,
                found: Week(of: picture.now).monday,
                sources: cue.calls.map {
                    SupportRecord.Trace(moment: $0.moment, link: places[$0.message]?.link)
                }
            )
        }
    }
}
