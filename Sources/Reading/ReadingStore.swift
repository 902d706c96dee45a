public import Briefing
public import Store
public import Workspace

/// Reading data: what people want to read, what they said of it, and what was shown to them.
///
/// It lies in a database of its own, sealed with a key for each person, and is given to that person alone: every call names the
/// reader, and there is no call that lists readers or compares them.
public struct ReadingStore: Sendable {
    let database: any Database
    let keys: ReadingKeys
    let workspace: WorkspaceID

    /// Opens the store and brings it to its shape.
    public init(_ database: any Database, keys: ReadingKeys, workspace: WorkspaceID) async throws {
        try await ReadingSchema.migrations.run(on: database)
        self.database = database
        self.keys = keys
        self.workspace = workspace
    }

    /// A number that is another one after everything that is written here; nil where the database cannot tell.
    public func written() async throws -> Int64? { try await database.written() }

    func tag(_ person: PersonID) -> String { keys.tag(workspace, person.text, for: "reader") }

    // MARK: Notebook

    /// A reader's notebook; an empty one for somebody who never stated anything.
    public func notebook(of person: PersonID) async throws -> ReadingNotebook {
        let reader = tag(person)
        let workspace = workspace.text
        guard let key = try keys.key(of: reader, create: false) else { return ReadingNotebook() }
        let rows = try await database.read { connection in
            try connection.rows("SELECT notebook FROM reader WHERE workspace_id = \(workspace) AND reader = \(reader)")
                .map { try $0.bytes("notebook") }
        }
        guard let sealed = rows.first else { return ReadingNotebook() }
        return try Sealed.open(sealed, "notebook " + reader, key, as: ReadingNotebook.self)
    }

    /// Keeps a reader's notebook.
    public func keep(_ notebook: ReadingNotebook, of person: PersonID) async throws {
        let reader = tag(person)
        let workspace = workspace.text
        guard let key = try keys.key(of: reader, create: true) else { return }
        let sealed = try Sealed.seal(notebook, "notebook " + reader, key)
        try await database.write { connection in
            try connection.run(
                """
                INSERT INTO reader (workspace_id, reader, notebook) VALUES (\(workspace), \(reader), \(sealed))
                ON CONFLICT (workspace_id, reader) DO UPDATE SET notebook = excluded.notebook
                """
            )
        }
    }

    /// Keeps an answer; nil takes it back.
    public func answer(_ useful: Bool?, to item: Brief.Item, by person: PersonID) async throws {
        var notebook = try await notebook(of: person)
        notebook.answers[item.id] = useful.map {
            ReadingNotebook.Answer(headline: item.headline, topics: item.topics, useful: $0)
        }
        try await keep(notebook, of: person)
    }

    // MARK: Briefs

    /// Keeps what was shown on a day.
    public func keep(_ brief: Brief, on day: CivilDate, of person: PersonID) async throws {
        let reader = tag(person)
        let workspace = workspace.text
        guard let key = try keys.key(of: reader, create: true) else { return }
        let sealed = try Sealed.seal(brief, "brief \(reader) \(day.days)", key)
        try await database.write { connection in
            try connection.run(
                """
                INSERT INTO reader_brief (workspace_id, reader, day, brief) VALUES (\(workspace), \(reader), \(day.days), \(sealed))
                ON CONFLICT (workspace_id, reader, day) DO UPDATE SET brief = excluded.brief
                """
            )
        }
    }

    /// The briefs of the days from one to another, the newest first.
    public func briefs(
        of person: PersonID,
        from first: CivilDate,
        through last: CivilDate
    ) async throws -> [(day: CivilDate, brief: Brief)] {
        let reader = tag(person)
        let workspace = workspace.text
        guard let key = try keys.key(of: reader, create: false) else { return [] }
        let rows = try await database.read { connection in
            try connection.rows(
                """
                SELECT day, brief FROM reader_brief
                WHERE workspace_id = \(workspace) AND reader = \(reader) AND day >= \(first.days) AND day <= \(last.days)
                ORDER BY day DESC
                """
            ).map { (Int(try $0.integer("day")), try $0.bytes("brief")) }
        }
        return try rows.map { day, sealed in
            (CivilDate(days: day), try Sealed.open(sealed, "brief \(reader) \(day)", key, as: Brief.self))
        }
    }

    /// A day's brief; nil when none was made.
    public func brief(of person: PersonID, on day: CivilDate) async throws -> Brief? {
        try await briefs(of: person, from: day, through: day).first?.brief
    }

    /// Ids of what was shown in the seven days before a day.
    public func shown(to person: PersonID, before day: CivilDate) async throws -> Set<String> {
        let past = try await briefs(
            of: person,
            from: CivilDate(days: day.days - 7),
            through: CivilDate(days: day.days - 1)
        )
        return Set(past.flatMap { $0.brief.items.map(\.id) })
    }

    /// Items that were shown and hold all of some words, the newest first.
    public func search(
        _ words: String,
        of person: PersonID,
        until last: CivilDate
    ) async throws -> [(day: CivilDate, item: Brief.Item)] {
        let wanted = words.lowercased().split(whereSeparator: \.isWhitespace)
        guard !wanted.isEmpty else { return [] }
        let all = try await briefs(of: person, from: CivilDate(days: 0), through: last)
        return all.flatMap { day, brief in
            brief.items.filter { item in
                let text = ([item.headline] + item.happened + item.sources.map(\.name)).joined(separator: " ")
                    .lowercased()
                return wanted.allSatisfy { text.contains($0) }
            }.map { (day, $0) }
        }
    }

    // MARK: Feeds

    /// The feeds that are fetched here, in no order that tells anything.
    public func feeds() async throws -> [KeptFeed] {
        let workspace = workspace.text
        let key = keys.shared(self.workspace)
        let rows = try await database.read { connection in
            try connection.rows("SELECT feed, kept FROM reading_feed WHERE workspace_id = \(workspace) ORDER BY feed")
                .map { (try $0.text("feed"), try $0.bytes("kept")) }
        }
        return try rows.map { feed, sealed in try Sealed.open(sealed, "feed " + feed, key, as: KeptFeed.self) }
    }

    /// Keeps a feed as it was fetched.
    public func keep(_ feed: KeptFeed) async throws {
        let tag = keys.tag(workspace, feed.source.id, for: "feed")
        let workspace = workspace.text
        let sealed = try Sealed.seal(feed, "feed " + tag, keys.shared(self.workspace))
        try await database.write { connection in
            try connection.run(
                """
                INSERT INTO reading_feed (workspace_id, feed, kept) VALUES (\(workspace), \(tag), \(sealed))
                ON CONFLICT (workspace_id, feed) DO UPDATE SET kept = excluded.kept
                """
            )
        }
    }

    /// Forgets a feed.
    public func remove(feed address: String) async throws {
        let tag = keys.tag(workspace, address, for: "feed")
        let workspace = workspace.text
        try await database.write { connection in
            try connection.run("DELETE FROM reading_feed WHERE workspace_id = \(workspace) AND feed = \(tag)")
        }
    }

    // MARK: Forgetting

    /// Forgets a reader for good: the key is thrown away, then the rows.
    ///
    /// What stands in backups of the database can no longer be opened by anybody.
    public func forget(_ person: PersonID) async throws {
        let reader = tag(person)
        let workspace = workspace.text
        let doors = ((try? await notebook(of: person))?.doors ?? [:]).values.map(place)
        try keys.forget(reader)
        try await database.write { connection in
            try connection.run("DELETE FROM reader WHERE workspace_id = \(workspace) AND reader = \(reader)")
            try connection.run("DELETE FROM reader_brief WHERE workspace_id = \(workspace) AND reader = \(reader)")
            try connection.run("DELETE FROM reader_delivery WHERE workspace_id = \(workspace) AND reader = \(reader)")
            for door in doors {
                try connection.run("DELETE FROM reader_door WHERE workspace_id = \(workspace) AND door = \(door)")
            }
        }
    }
}
