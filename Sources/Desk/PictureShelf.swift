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

    private struct Kept {
        var position: Int64
        var ladder: String
        var company: Company
        var book: ClockBook
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
    }

    func picture(records: Records, ladder: CareerLadder, at moments: Moments) async throws -> CompanyPicture {
        while let work { _ = try? await work.value }
        let task = Task {
            defer { work = nil }
            return try await refresh(records: records, ladder: ladder, at: moments)
        }
        work = task
        return try await task.value
    }

    private func refresh(records: Records, ladder: CareerLadder, at moments: Moments) async throws -> CompanyPicture {
        let terms = BookTerms(now: moments.clocks, settled: moments.now)
        // Off the shelf while it is worked on: what cannot be brought up to date is made anew next time.
        var current: Kept
        if var known = kept.take(), known.ladder == ladder.stamp, try await follow(&known, records: records) {
            current = known
        } else {
            current = try await made(terms, records: records, ladder: ladder)
        }
        if current.book.terms.now != terms.now || current.book.terms.settled > terms.settled {
            let sheets = current.book.pages.map(\.sheet)
            current.book = ClockBook(terms, pages: await BookReader.pages(of: sheets, terms: terms))
        } else {
            current.book.settle(until: terms.settled)
        }
        kept = current
        return CompanyPicture(now: moments.now, company: current.company, book: current.book, records: records)
    }

    private func made(_ terms: BookTerms, records: Records, ladder: CareerLadder) async throws -> Kept {
        // The place comes first: what is written while the record is read is looked at again next time.
        let position = try await records.auditPosition()
        let company = try await Self.company(records, ladder: ladder)
        let reader = BookReader(records: records, terms: terms)
        let members = company.members.values.sorted { $0.person.id < $1.person.id }
        let book = ClockBook(terms, pages: try await reader.pages(of: members))
        return Kept(position: position, ladder: ladder.stamp, company: company, book: book)
    }

    /// Follows the audit; false where it is faster to look at everything again.
    private func follow(_ kept: inout Kept, records: Records) async throws -> Bool {
        guard try await records.auditPosition() != kept.position else { return true }
        let changes = try await records.changes(since: kept.position)
        guard !changes.isMuch else { return false }
        kept.position = changes.position
        var touched = changes.subjects
        if changes.isAboutPeople {
            let before = kept.company.members
            kept.company = try await Self.company(records, ladder: kept.company.ladder)
            let now = kept.company.members
            kept.book.remove(Set(before.keys.filter { now[$0] == nil }))
            for (person, member) in now where before[person] != member { touched.insert(person) }
        }
        let reader = BookReader(records: records, terms: kept.book.terms)
        let members = touched.compactMap { kept.company.members[$0] }
        kept.book.replace(try await reader.sheets(of: members))
        return true
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
