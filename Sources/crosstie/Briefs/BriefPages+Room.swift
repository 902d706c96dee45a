import Briefing
import Desk
import Feeds
import Foundation
import Reading
import Web
import Workspace

extension BriefPages {
    /// Pages filled from the reading store; each call names its reader, and gives that reader's own.
    init(_ rounds: BriefRounds, site: SiteAddress) {
        self.init()
        let office = BriefOffice(rounds: rounds, site: site)
        page = { viewer, day, words in try await office.page(of: viewer, on: day, looking: words) }
        answer = { viewer, fields in try await office.answer(fields, of: viewer) }
        settings = { viewer in try await office.settings(of: viewer) }
        change = { viewer, fields in try await office.change(fields, of: viewer) }
        file = { viewer, form in try await office.file(form, of: viewer) }
        shared = { secret in try await office.shared(secret) }
        feed = { secret in try await office.feed(secret) }
    }
}

/// What the pages of the brief show and take.
struct BriefOffice: Sendable {
    let rounds: BriefRounds
    let site: SiteAddress
    private let mornings = EmptyMornings()

    init(rounds: BriefRounds, site: SiteAddress) {
        self.rounds = rounds
        self.site = site
    }

    var room: ReadingRoom { rounds.room }

    /// A reader with all that was stated.
    struct Reader {
        let person: Person
        let notebook: ReadingNotebook
        let profile: ReaderProfile
        let today: CivilDate
    }

    func reader(_ viewer: PersonID) async throws -> Reader {
        guard let person = try await rounds.desk.colleague(viewer) else { throw PageRefusal.needsSignIn }
        let notebook = try await room.store.notebook(of: viewer)
        let profile = room.profile(of: person, notebook)
        let today = ReadingRoom.day(try await rounds.desk.now(), in: profile.zone)
        return Reader(person: person, notebook: notebook, profile: profile, today: today)
    }

    /// Today's brief is made when it is first asked for; earlier days are shown as they were.
    func brief(of reader: Reader, on day: CivilDate) async throws -> Brief? {
        if let made = try await room.store.brief(of: reader.person.id, on: day) { return made }
        guard day == reader.today else { return nil }
        let now = try await rounds.desk.now()
        // The number comes first: what is written while the brief is made is looked at again next time.
        let written = try await room.store.written()
        let terms = EmptyMornings.Terms(
            day: day,
            hour: now / 3_600_000_000,
            written: written,
            profile: reader.profile,
            inside: try await rounds.desk.insideNews(),
            names: try await rounds.desk.people().map(\.name)
        )
        if let empty = await mornings.brief(of: reader.person.id, under: terms) { return empty }
        let brief = try await room.brief(
            of: reader.person,
            on: day,
            now: now,
            inside: ReadingRoom.inside(terms.inside),
            colleagues: Colleagues(terms.names),
            again: true
        )
        await mornings.keep(brief, of: reader.person.id, under: terms)
        return brief
    }

    func page(
        of viewer: PersonID,
        on day: CivilDate? = nil,
        looking words: String? = nil,
        complaint: String? = nil
    ) async throws -> BriefPage {
        let reader = try await reader(viewer)
        let day = min(day ?? reader.today, reader.today)
        let brief = words == nil ? try await brief(of: reader, on: day) : nil
        let shared = reader.notebook.secret(of: .page(day)).map { site.text + "/brief/shared/" + $0 }
        return BriefPage(
            brief,
            day: day,
            today: reader.today,
            profile: reader.profile,
            answers: reader.notebook.answers.mapValues(\.useful),
            book: room.encoder.book,
            search: try await search(words, reader),
            shared: shared,
            complaint: complaint
        )
    }

    private func search(_ words: String?, _ reader: Reader) async throws -> BriefSearch? {
        guard let words else { return nil }
        let found = try await room.store.search(words, of: reader.person.id, until: reader.today)
        return BriefSearch(
            words: words,
            hits: found.prefix(100).map { day, item in
                BriefSearch.Hit(
                    day: day,
                    headline: BriefLink(name: item.headline, address: item.sources.first?.link)
                )
            }
        )
    }

    func answer(_ fields: FormFields, of viewer: PersonID) async throws -> FormOutcome<BriefPage> {
        let reader = try await reader(viewer)
        let day = min(fields.day("day") ?? reader.today, reader.today)
        let brief = try await room.store.brief(of: viewer, on: day)
        let item = brief?.items.first { $0.formID == fields["id"] }
        let step = fields["step"].split(separator: " ", maxSplits: 1).map(String.init)
        switch (step.first, item) {
        case ("useful", let item?): try await room.store.answer(true, to: item, by: viewer)
        case ("not-useful", let item?): try await room.store.answer(false, to: item, by: viewer)
        case ("back", let item?): try await room.store.answer(nil, to: item, by: viewer)
        case ("follow", _), ("mute", _), ("leave", _):
            guard step.count == 2, room.encoder.book.place(step[1]) != nil else { throw PageRefusal.notFound }
            try await change(step[1], to: step[0], reader.person)
        case ("mute-source", let item?): try await mute(item, reader)
        case ("share", _) where brief != nil: _ = try await room.store.open(.page(day), of: viewer)
        case ("unshare", _): try await room.store.close(.page(day), of: viewer)
        default:
            let complaint = "That is no longer on the page. Choose again below."
            return .again(try await page(of: viewer, on: day, complaint: complaint))
        }
        return .done(.brief(on: day, at: fields["at"]))
    }

    private func change(_ topic: String, to step: String, _ person: Person) async throws {
        try await room.change(person) { notebook in
            notebook.profile?.followed.removeAll { $0 == topic }
            notebook.profile?.muted.removeAll { $0 == topic }
            if step == "follow" { notebook.profile?.followed.append(topic) }
            if step == "mute" { notebook.profile?.muted.append(topic) }
        }
    }

    private func mute(_ item: Brief.Item, _ reader: Reader) async throws {
        let sources = room.sources(for: reader.profile, reader.notebook)
        guard let source = sources.first(where: { $0.name == item.source.name }) else { return }
        try await room.change(reader.person) { notebook in
            if notebook.profile?.mutedSources.contains(source.id) == false {
                notebook.profile?.mutedSources.append(source.id)
            }
        }
    }

    // MARK: Files and secret addresses

    func file(_ form: BriefFile.Form, of viewer: PersonID) async throws -> BriefFile {
        let reader = try await reader(viewer)
        if form == .feeds { return BriefFile(text: try await room.outline(of: reader.person).opml, form: form) }
        guard let brief = try await brief(of: reader, on: reader.today) else { throw PageRefusal.notFound }
        return switch form {
        case .letter: BriefFile(text: brief.letter(), form: form)
        case .text: BriefFile(text: brief.text, form: form)
        case .rss, .feeds: BriefFile(text: brief.rss(title: "Brief", link: site.text + "/brief"), form: .rss)
        }
    }

    func shared(_ secret: String) async throws -> BriefSharePage {
        guard let (person, door) = try await room.store.behind(secret), case .page(let day) = door,
            try await works(person), let brief = try await room.store.brief(of: person, on: day)
        else { throw PageRefusal.notFound }
        return BriefSharePage(brief, day: day)
    }

    func feed(_ secret: String) async throws -> BriefFile {
        guard let (person, door) = try await room.store.behind(secret), door == .feed, try await works(person) else {
            throw PageRefusal.notFound
        }
        let reader = try await reader(person)
        let days = try await room.store.briefs(
            of: person,
            from: CivilDate(days: reader.today.days - 7),
            through: reader.today
        )
        guard var newest = days.first?.brief else {
            return BriefFile(
                text: Brief(day: reader.today.description, items: []).rss(title: "Brief", link: site.text + "/brief"),
                form: .rss
            )
        }
        // A feed holds a week, so that a reader that was closed over the weekend misses nothing.
        newest.items = days.flatMap(\.brief.items)
        return BriefFile(text: newest.rss(title: "Brief", link: site.text + "/brief"), form: .rss)
    }

    /// Addresses of somebody who left lead nowhere.
    private func works(_ person: PersonID) async throws -> Bool { try await rounds.desk.name(of: person) != nil }
}
