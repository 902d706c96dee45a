import Evidence
import Growth
import Ladder
import Records
import Workspace

/// Keeps the last picture and brings it up to date, so that turning pages costs nothing and news costs what they touch.
actor PictureShelf {
    private var kept: Kept?
    /// The refreshing under way; whoever comes meanwhile waits for it instead of beginning another.
    private var work: Task<CompanyPicture, any Error>?
    /// Numbers for what changed; none is given twice.
    private var number = 0
    private let people = PersonShelf()

    private struct Kept {
        /// What the database said of its commits before anything of this was read; nil where it cannot tell.
        var written: Int64?
        /// The moment that the record is kept as of; nil where it follows the clock.
        var fixed: Int64?
        var position: Int64
        var ladder: String
        var company: Company
        var book: ClockBook
        var stamps: PictureStamps
        var channels: [ChannelID: String]
        /// When anything settles by time passing alone; nil for never.
        var settles: Int64?

        /// True where the clocks say the same under other terms: on the same day, before anything else settles.
        func holds(under terms: BookTerms) -> Bool {
            book.terms.now == terms.now && book.terms.settled <= terms.settled
                && settles.map { $0 > terms.settled } ?? true
        }
    }

    /// The moments of a picture.
    struct Moments: Sendable {
        /// The moment that everything is read at, microseconds since 1970 UTC.
        let now: Int64
        /// The moment that the clocks are read at: the same for a whole day.
        let clocks: Int64

        /// A record that is kept as of a moment is read at it; any other as of the end of its day.
        init(now: Int64, isFixed: Bool) {
            self.now = now
            let day = CivilDate(microseconds: now)
            clocks = isFixed ? now : CivilDate(days: day.days + 1).microseconds - 1
        }

        var terms: BookTerms { BookTerms(now: clocks, settled: now) }
    }

    /// Everybody, at the moment that the record is kept as of, or else the clock's.
    func picture(
        records: Records,
        ladder: CareerLadder,
        clock: @escaping @Sendable () -> Int64
    ) async throws -> CompanyPicture {
        // What was read after this number was given holds as long as the number does.
        if let written = try await records.written(), let known = kept, known.written == written {
            let moments = Moments(now: known.fixed ?? clock(), isFixed: known.fixed != nil)
            if known.ladder == ladder.stamp, known.holds(under: moments.terms) {
                return picture(known, at: moments, records: records)
            }
        }
        while let work { _ = try? await work.value }
        let task = Task {
            defer { work = nil }
            return try await refresh(records: records, ladder: ladder, clock: clock)
        }
        work = task
        return try await task.value
    }

    private func picture(_ kept: Kept, at moments: Moments, records: Records) -> CompanyPicture {
        CompanyPicture(
            now: moments.now,
            company: kept.company,
            book: kept.book,
            stamps: kept.stamps,
            shelf: people,
            records: records
        )
    }

    private func refresh(
        records: Records,
        ladder: CareerLadder,
        clock: @Sendable () -> Int64
    ) async throws -> CompanyPicture {
        let written = try await records.written()
        let fixed = try await records.workspaceState()?.asOf
        let moments = Moments(now: fixed ?? clock(), isFixed: fixed != nil)
        let terms = moments.terms
        // Off the shelf while it is worked on: what cannot be brought up to date is made anew next time.
        var current: Kept
        if var known = kept.take(), known.ladder == ladder.stamp, try await follow(&known, written, records: records) {
            current = known
        } else {
            current = try await made(terms, records: records, ladder: ladder)
        }
        (current.written, current.fixed) = (written, fixed)
        if current.book.terms.now != terms.now || current.book.terms.settled > terms.settled {
            let sheets = current.book.pages.map(\.sheet)
            current.book = ClockBook(terms, pages: await BookReader.pages(of: sheets, terms: terms))
        } else {
            current.book.settle(until: terms.settled)
        }
        current.settles = current.book.nextSettling
        kept = current
        return picture(current, at: moments, records: records)
    }

    private func made(_ terms: BookTerms, records: Records, ladder: CareerLadder) async throws -> Kept {
        // The place comes first: what is written while the record is read is looked at again next time.
        let position = try await records.auditPosition()
        let channels = try await records.channelNames()
        let company = try await Self.company(records, ladder: ladder)
        let reader = BookReader(records: records, terms: terms)
        let members = company.members.values.sorted { $0.person.id < $1.person.id }
        let book = ClockBook(terms, pages: try await reader.pages(of: members))
        return Kept(
            position: position,
            ladder: ladder.stamp,
            company: company,
            book: book,
            stamps: PictureStamps(era: next(), company: next(), names: next()),
            channels: channels
        )
    }

    /// Follows the audit; false where it is faster to look at everything again.
    private func follow(_ kept: inout Kept, _ written: Int64?, records: Records) async throws -> Bool {
        if let written, written == kept.written { return true }
        // What channels are called stands in no audit.
        let channels = try await records.channelNames()
        if channels != kept.channels {
            kept.channels = channels
            kept.stamps.names = next()
        }
        guard try await records.auditPosition() != kept.position else { return true }
        let changes = try await records.changes(since: kept.position)
        guard !changes.isMuch else { return false }
        kept.position = changes.position
        var touched = changes.subjects
        if changes.isAboutPeople {
            let before = kept.company.members
            kept.company = try await Self.company(records, ladder: kept.company.ladder)
            // Nobody here knows what the act did: whatever is kept of anybody is read again.
            (kept.stamps.company, kept.stamps.era) = (next(), next())
            let now = kept.company.members
            kept.book.remove(Set(before.keys.filter { now[$0] == nil }))
            for (person, member) in now where before[person] != member { touched.insert(person) }
        }
        let change = next()
        for person in touched { kept.stamps.changes[person] = change }
        let reader = BookReader(records: records, terms: kept.book.terms)
        let members = touched.compactMap { kept.company.members[$0] }
        kept.book.replace(try await reader.sheets(of: members))
        return true
    }

    private func next() -> Int {
        number += 1
        return number
    }

    private static func company(_ records: Records, ladder: CareerLadder) async throws -> Company {
        Company(
            people: try await records.people(),
            moves: try await records.moves(),
            offices: try await records.offices(),
            ladder: ladder
        )
    }
}

/// By what that was kept of a picture can be told from what is no longer so.
struct PictureStamps: Sendable {
    /// Another one whenever nobody can tell whose evidence changed.
    var era: Int
    /// Another one whenever people, moves or offices may be others.
    var company: Int
    /// Another one whenever a channel has another name.
    var names: Int
    /// Another one whenever evidence about a person, or an answer, is another; nobody is listed for whom that never happened.
    var changes: [PersonID: Int] = [:]

    /// By what the evidence about a person is known.
    func ledger(of person: PersonID) -> LedgerStamp {
        LedgerStamp(era: era, change: changes[person] ?? 0, names: names)
    }
}

/// Reads people's evidence into a book, some hundred people at a time, on all cores.
struct BookReader: Sendable {
    let records: Records
    let terms: BookTerms

    /// How many people's rows are held at once in each task.
    private static let slice = 100
    /// How many tasks there are: as many as the database reads at once.
    private static let tasks = 4

    /// Everybody's pages.
    func pages(of members: [BookMember]) async throws -> [BookPage] {
        try await inSlices(members) { some in try await sheets(of: some).map { BookPage($0, terms: terms) } }
    }

    /// Some people's sheets, in any order.
    func sheets(of members: [BookMember]) async throws -> [BookSheet] {
        var sheets: [BookSheet] = []
        for start in stride(from: 0, to: members.count, by: Self.slice) {
            let some = members[start..<min(members.count, start + Self.slice)]
            let ids = some.map(\.person.id)
            let evidence = try await records.glances(about: ids)
            let answers = try await records.glances(atAnswersAbout: ids)
            sheets += some.map { member in
                BookSheet(
                    member,
                    evidence: evidence[member.person.id] ?? [],
                    answers: (answers[member.person.id] ?? []).compactMap(BookAnswer.init)
                )
            }
        }
        return sheets
    }

    /// The same sheets under other terms.
    static func pages(of sheets: [BookSheet], terms: BookTerms) async -> [BookPage] {
        await withTaskGroup(of: [BookPage].self) { group in
            for start in stride(from: 0, to: sheets.count, by: 1000) {
                group.addTask {
                    sheets[start..<min(sheets.count, start + 1000)].map { BookPage($0, terms: terms) }
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
    }

    private func inSlices(
        _ members: [BookMember],
        _ read: @escaping @Sendable ([BookMember]) async throws -> [BookPage]
    ) async throws -> [BookPage] {
        try await withThrowingTaskGroup(of: [BookPage].self) { group in
            var pages: [BookPage] = []
            pages.reserveCapacity(members.count)
            for (index, start) in stride(from: 0, to: members.count, by: Self.slice).enumerated() {
                if index >= Self.tasks, let done = try await group.next() { pages += done }
                let some = Array(members[start..<min(members.count, start + Self.slice)])
                group.addTask { try await read(some) }
            }
            for try await done in group { pages += done }
            return pages
        }
    }
}

extension BookAnswer {
    /// A kept answer as the book takes it; nil for one that no time makes count.
    fileprivate init?(_ kept: ColleagueAnswer) {
        if kept.state.counts {
            self.init(RequestAnswer(kept))
        } else if kept.state == .shown, let settles = kept.settlesAt {
            self.init(RequestAnswer(kept.settled(at: settles)), countsFrom: settles)
        } else {
            return nil
        }
    }
}
