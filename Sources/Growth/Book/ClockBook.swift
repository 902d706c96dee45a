import Statistics
public import Workspace

/// Everybody's evidence and what is fitted over it, kept up to date: a change costs what it touches.
///
/// Whatever came and went before, a book equals one made anew from the same sheets under the same terms.
/// Source: `docs/methods.md`, "The book".
public struct ClockBook: Sendable {
    /// What all pages are read under.
    public private(set) var terms: BookTerms
    /// One per person, in the order of their keys.
    public private(set) var pages: [BookPage]
    /// The fitted threshold of each track; the same for both until both have thirty people.
    public private(set) var calibrations: [Track: ThresholdCalibration] = [:]
    /// People who mostly praise each other.
    public private(set) var rings: [Set<String>] = []

    private var places: [PersonID: Int] = [:]
    /// Each person's track, by its place among all.
    private var tracks: [Int] = []
    /// When each page's next piece settles; the greatest number there is for never.
    private var settling: [Int64] = []
    var numbers = NameNumbers()
    var net: LeniencyNet
    private var finder: RingFinder
    /// How many independent observations each person's voices are worth.
    private var evidence: [Double] = []
    /// Each person's share of next-level work, corrected; nil below the evidence needed.
    private var shares: [Double?] = []

    /// A book of pages that were all read under the same terms; of several about one person the last counts.
    public init(_ terms: BookTerms, pages: [BookPage] = []) {
        self.terms = terms
        let unique = Dictionary(pages.map { ($0.person, $0) }, uniquingKeysWith: { _, last in last })
        self.pages = unique.values.sorted { $0.person.text < $1.person.text }
        net = LeniencyNet([], voices: 0, parameters: terms.parameters)
        finder = RingFinder([])
        connect()
    }

    /// A book of sheets, read one after the other.
    public init(_ terms: BookTerms, sheets: [BookSheet]) {
        self.init(terms, pages: sheets.map { BookPage($0, terms: terms) })
    }

    /// When something settles by time passing alone, microseconds since 1970 UTC; nil for never.
    public var nextSettling: Int64? { settling.min().flatMap { $0 == .max ? nil : $0 } }

    /// How generously each observer tends to write.
    public var leniency: LeniencyTable { leniency(of: numbers.names) }

    /// The page of a person; nil for somebody who is not in the book.
    public func page(of person: PersonID) -> BookPage? { places[person].map { pages[$0] } }

    // MARK: - Changes

    /// Takes over what is known of some people now; whoever was not in the book comes in.
    public mutating func replace(_ sheets: [BookSheet]) {
        turnPages(sheets.map { BookPage($0, terms: terms) })
    }

    /// Takes people out with all their evidence; what they said about others stays.
    public mutating func remove(_ people: Set<PersonID>) {
        guard people.contains(where: { places[$0] != nil }) else { return }
        pages.removeAll { people.contains($0.person) }
        connect()
    }

    /// Lets time pass: what was shown long enough by then has settled, and nothing else changes.
    public mutating func settle(until moment: Int64) {
        guard moment > terms.settled else { return }
        terms.settled = moment
        guard let nextSettling, nextSettling <= moment else { return }
        let due = pages.filter { $0.nextSettling.map { $0 <= moment } ?? false }
        turnPages(due.map { BookPage($0.sheet, terms: terms) })
    }

    /// Reads every page under other terms, one after the other.
    public mutating func turn(to terms: BookTerms) {
        self = ClockBook(terms, sheets: pages.map(\.sheet))
    }

    private mutating func turnPages(_ new: [BookPage]) {
        let new = Dictionary(new.map { ($0.person, $0) }, uniquingKeysWith: { _, last in last })
        let added = new.values.filter { places[$0.person] == nil }
        guard added.isEmpty else {
            for page in new.values { if let place = places[page.person] { pages[place] = page } }
            pages = (pages + added).sorted { $0.person.text < $1.person.text }
            return connect()
        }
        var changed: [(person: Int, cells: [LeniencyNet.Cell])] = []
        for page in new.values {
            guard let place = places[page.person] else { continue }
            pages[place] = page
            settling[place] = page.nextSettling ?? .max
            tracks[place] = page.sheet.track
            changed.append((place, cells(of: page)))
        }
        guard !changed.isEmpty else { return }
        let moved = net.update(changed, voices: numbers.names.count)
        for (place, _) in changed { evidence[place] = evidence(of: place) }
        var leans = false
        for (place, _) in changed where finder.set(leaning(place), of: place) { leans = true }
        if leans { rings = namedRings() }
        for place in moved + changed.map(\.person) { shares[place] = share(of: place) }
        calibrate()
    }

    // MARK: - What follows

    /// Works out all that follows from the pages.
    private mutating func connect() {
        places = Dictionary(pages.enumerated().map { ($1.person, $0) }, uniquingKeysWith: { first, _ in first })
        settling = pages.map { $0.nextSettling ?? .max }
        tracks = pages.map(\.sheet.track)
        numbers = NameNumbers()
        var all: [[LeniencyNet.Cell]] = []
        all.reserveCapacity(pages.count)
        for page in pages { all.append(cells(of: page)) }
        net = LeniencyNet(all, voices: numbers.names.count, parameters: terms.parameters)
        finder = RingFinder(pages.indices.map { leaning($0) })
        rings = namedRings()
        evidence = pages.indices.map { evidence(of: $0) }
        shares = pages.indices.map { share(of: $0) }
        calibrate()
    }

    private mutating func cells(of page: BookPage) -> [LeniencyNet.Cell] {
        page.voices.map { LeniencyNet.Cell(voice: numbers.number(of: $0.key), mass: $0.mass, share: $0.share) }
    }

    /// Whom a person mostly hears, of those who are in the book themselves.
    private func leaning(_ place: Int) -> [Int32] {
        let voices = pages[place].voices
        let total = voices.reduce(0) { $0 + $1.mass }
        return voices.filter { $0.mass > ReciprocalPairs.part * total }
            .compactMap { places[PersonID($0.key)].map { Int32($0) } }
    }

    private func namedRings() -> [Set<String>] {
        finder.groups().map { Set($0.map { pages[$0].person.text }) }
            .sorted { ($0.min() ?? "") < ($1.min() ?? "") }
    }

    /// What all voices about a person are worth; no correction changes it.
    private func evidence(of place: Int) -> Double {
        var sum = ExactSum()
        for cell in net.cells[place] { sum.add(cell.mass) }
        return sum.value
    }

    /// The share of a person's evidence at the next level, as `ThresholdCalibration.share`.
    private func share(of place: Int) -> Double? {
        guard evidence[place] >= ThresholdCalibration.minimumEvidence else { return nil }
        var next = ExactSum()
        for cell in net.cells[place] {
            next.add(cell.mass * min(1, max(0, cell.share - net.correction(cell.voice))))
        }
        return next.value / evidence[place]
    }

    private mutating func calibrate() {
        // By number: a dictionary would be asked for every person.
        var byTrack = Track.allCases.map { _ in [Double]() }
        for (track, share) in zip(tracks, shares) { if let share { byTrack[track].append(share) } }
        let shares = Dictionary(uniqueKeysWithValues: zip(Track.allCases, byTrack))
        calibrations = pages.isEmpty ? [:] : TeamClocks.calibrations(shares, parameters: terms.parameters)
    }
}
