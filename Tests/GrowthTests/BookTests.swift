import Evidence
import Growth
import Signals
import Statistics
import Testing
import Workspace

@Suite struct `The book` {
    private let weights = WorkWeights([.craft: 1.25, .upkeep: 0.75, .launch: 0.5])

    private func terms(_ history: BookHistory) -> BookTerms {
        // Read as of the end of the day, as a desk does.
        let day: Int64 = 86_400_000_000
        return BookTerms(now: (history.now / day + 1) * day - 1, settled: history.now, workWeights: weights)
    }

    /// Brings a book to where the history is now.
    private func follow(_ history: BookHistory, _ changed: Set<PersonID>, _ book: inout ClockBook) {
        let terms = terms(history)
        if terms.now != book.terms.now { book.turn(to: terms) } else { book.settle(until: history.now) }
        book.replace(history.people.filter { changed.contains($0.id) }.map(history.sheet))
    }

    private func expectSame(_ book: ClockBook, _ anew: ClockBook, people: some Sequence<Person>) {
        #expect(book.terms == anew.terms)
        #expect(book.leniency == anew.leniency)
        #expect(book.calibrations == anew.calibrations)
        #expect(book.rings == anew.rings)
        #expect(book.nextSettling == anew.nextSettling)
        for person in people { #expect(book.state(of: person.id) == anew.state(of: person.id)) }
    }

    @Test(arguments: 1...8)
    func `whatever happened, it equals a book made anew`(seed: UInt64) {
        var history = BookHistory(seed: seed, people: 30, entries: 20)
        var book = ClockBook(terms(history), sheets: history.sheets)
        for _ in 0..<40 {
            let event = BookHistory.Event.allCases.randomElement(using: &history.random) ?? .added
            let changed = history.happen(event)
            follow(history, changed, &book)
            let some = history.people.shuffled(using: &history.random).prefix(2)
            expectSame(book, ClockBook(terms(history), sheets: history.sheets), people: some)
        }
        expectSame(book, ClockBook(terms(history), sheets: history.sheets), people: history.people)
    }

    @Test(arguments: 21...26)
    func `it names the edge that the whole reading names`(seed: UInt64) {
        var history = BookHistory(seed: seed, people: 30, entries: 150)
        var book = ClockBook(terms(history), sheets: history.sheets)
        var named = 0
        for _ in 0..<6 {
            for _ in 0..<4 {
                let event = BookHistory.Event.allCases.randomElement(using: &history.random) ?? .added
                let changed = history.happen(event)
                follow(history, changed, &book)
            }
            for person in history.people {
                let edge = book.reading(history.inquiry(person, at: book.terms)).edge
                #expect(book.edge(of: person.id) == edge)
                if case .competency = edge { named += 1 }
            }
        }
        #expect(named > 5)
        #expect(book.edge(of: "somebody else") == nil)
    }

    @Test(arguments: 11...14)
    func `it says what the ledger read whole says`(seed: UInt64) {
        var history = BookHistory(seed: seed, people: 60, entries: 220)
        var book = ClockBook(terms(history), sheets: history.sheets)
        for event in BookHistory.Event.allCases + [.added, .judged, .answered] {
            let changed = history.happen(event)
            follow(history, changed, &book)
        }
        let terms = book.terms
        let inquiries = history.people.map { history.inquiry($0, at: terms) }
        let whole = TeamClocks.fit(inquiries, workWeights: weights)
        #expect(Set(whole.leniency.byObserver.keys) == Set(book.leniency.byObserver.keys))
        for (observer, correction) in whole.leniency.byObserver {
            #expect(abs(book.leniency[observer] - correction) < 1e-9)
        }
        #expect(whole.rings == book.rings)
        #expect(book.calibrations[.ic]?.basis == .everybody, "enough is heard for a threshold of their own")
        for track in Track.allCases {
            let (one, other) = (whole.calibrations[track], book.calibrations[track])
            #expect(abs((one?.threshold ?? 0) - (other?.threshold ?? 1)) < 1e-9)
        }
        var heard = 0
        for inquiry in inquiries {
            let reading = whole.reading(inquiry)
            #expect(book.reading(inquiry).state == reading.state)
            let state = book.state(of: inquiry.person.id)
            #expect(state?.shown.state == reading.state)
            if reading.since != nil { heard += 1 }
            let since = state?.shown.since.map { CivilDate(days: Int($0.rounded(.down))) }
            #expect(since == reading.since)
        }
        #expect(heard > 30)
    }

    @Test func `what is shown counts on its day and not before`() throws {
        let shown = LedgerStories.now - 86_400_000_000
        var entry = LedgerStories.entry("a", state: .shown)
        entry.shownAt = shown
        let sheet = BookSheet(BookMember(LedgerStories.inquiry([])), evidence: [EvidenceGlance(entry)])
        let settles = try #require(entry.settlesAt)
        var book = ClockBook(BookTerms(now: settles + 86_400_000_000, settled: LedgerStories.now), sheets: [sheet])
        #expect(book.nextSettling == settles)
        book.settle(until: settles - 1)
        #expect(book.leniency.byObserver.isEmpty)
        book.settle(until: settles)
        #expect(book.nextSettling == nil)
        #expect(book.leniency.byObserver.keys.sorted() == ["ana"])
    }

    @Test func `taking somebody out leaves no trace of what was said about them`() {
        let history = BookHistory(seed: 3, people: 12, entries: 20)
        let terms = terms(history)
        var book = ClockBook(terms, sheets: history.sheets)
        book.remove(["p3", "p7", "nobody"])
        let left = history.people.filter { $0.id != "p3" && $0.id != "p7" }
        expectSame(book, ClockBook(terms, sheets: left.map(history.sheet)), people: left)
        #expect(book.state(of: "p3") == nil)
        book.replace(history.people.filter { $0.id == "p3" || $0.id == "p7" }.map(history.sheet))
        expectSame(book, ClockBook(terms, sheets: history.sheets), people: history.people)
    }

    @Test func `people who mostly praise each other are found when they begin and forgotten when they stop`() {
        func sheet(_ id: String, by voice: String, count: Int) -> BookSheet {
            let entries = (0..<count)
                .map {
                    LedgerStories.entry("\(id)-\($0)", by: voice, about: PersonID(id), daysAgo: 3 + $0)
                }
            let person = Person(id: PersonID(id), name: id, level: 4)
            return BookSheet(
                BookMember(LedgerStories.inquiry([], person: person)),
                evidence: entries.map { EvidenceGlance($0) }
            )
        }
        var book = ClockBook(
            BookTerms(now: LedgerStories.now),
            sheets: [sheet("ana", by: "ben", count: 4), sheet("ben", by: "cy", count: 4)]
        )
        #expect(book.rings == [])
        book.replace([sheet("ben", by: "ana", count: 4)])
        #expect(book.rings == [["ana", "ben"]])
        book.replace([sheet("ana", by: "dee", count: 4)])
        #expect(book.rings == [])
    }

    @Test(arguments: [
        ("thank you for the help", true), ("thank you for help", false), ("thanks @ana :tada: for that", false),
        ("you know it was brilliant work 🎉", true), ("one two three four \u{301}five", true),
        ("see https://a.b c d e", false),
        ("see https://a.b c d e f", true), ("see https://a.b one two three four five", true), ("", false),
        ("a\nb\tc\r\nd e ", true), ("für dich und mich heute", true), ("1 2 3 4 5 6", false),
    ])
    func `recognition describes behaviour from five words on`(quote: String, describes: Bool) throws {
        // Bare recognition bears witness but is no item.
        let entry = LedgerStories.entry("a", quote: quote)
        let whole = LedgerItems(LedgerStories.inquiry([entry]))
        #expect(whole.items.isEmpty != describes)
        let sheet = BookSheet(
            BookMember(LedgerStories.inquiry([])),
            evidence: [EvidenceGlance(entry)]
        )
        let book = ClockBook(BookTerms(now: LedgerStories.now), sheets: [sheet])
        #expect(book.leniency.byObserver.isEmpty != describes)
    }
}
