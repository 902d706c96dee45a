import Evidence
import Store
import Workspace

/// One batch on its way into the record.
struct BatchCommit {
    let batch: MessageBatch
    let workspace: WorkspaceID
    var audit: AuditChain
    let now: Int64
    var outcome = BatchOutcome()
    var known: [Int64: Known] = [:]
    private var inserts: [[SQLValue]] = []

    struct Known {
        let edited: Int64
        let deleted: Bool
        let reading: Int64
    }

    init(batch: MessageBatch, workspace: WorkspaceID, audit: AuditChain, now: Int64) {
        self.batch = batch
        self.workspace = workspace
        self.audit = audit
        self.now = now
    }

    mutating func run(on connection: any Connection) throws -> BatchOutcome {
        try lookUp(on: connection)
        var read: Set<Int64> = []
        var rewritten: Set<Int64> = []
        var again: Set<Int64> = []
        for message in batch.messages {
            let time = message.time.microseconds
            let edited = message.edited?.microseconds ?? 0
            guard let copy = known[time] else {
                inserts.append(row(of: message))
                known[time] = Known(edited: edited, deleted: message.deleted, reading: batch.reading)
                outcome.added += 1
                if message.deleted { try withdraw(time, on: connection) } else { read.insert(time) }
                continue
            }
            if copy.deleted || edited < copy.edited {
                outcome.unchanged += 1
            } else if message.deleted {
                try delete(time, on: connection)
            } else if edited > copy.edited {
                try update(message, on: connection)
                outcome.edited += 1
                read.insert(time)
                rewritten.insert(time)
            } else if batch.again.contains(message.time) {
                try update(message, on: connection)
                outcome.unchanged += 1
                read.insert(time)
                again.insert(time)
            } else if copy.reading != batch.reading {
                try update(message, on: connection)
                outcome.unchanged += 1
                read.insert(time)
            } else {
                outcome.unchanged += 1
            }
        }
        try insertMessages(on: connection)
        for time in batch.deletions { try deleteOrRemember(time.microseconds, on: connection) }
        try keepEvidence(of: read, rewritten: rewritten, again: again, on: connection)
        try keepMark(on: connection)
        return outcome
    }

    private mutating func lookUp(on connection: any Connection) throws {
        let times = batch.messages.map(\.time.microseconds) + batch.deletions.map(\.microseconds)
        guard let first = times.min(), let last = times.max() else { return }
        let rows = try connection.rows(
            """
            SELECT posted, edited, deleted, reading FROM message
            WHERE workspace_id = \(workspace.text) AND channel_id = \(batch.channel.text)
                AND posted BETWEEN \(first) AND \(last)
            """
        )
        for row in rows {
            known[try row.integer("posted")] = Known(
                edited: try row.integer("edited"),
                deleted: try row.boolean("deleted"),
                reading: try row.integer("reading")
            )
        }
    }

    private func row(of message: MessageKey) -> [SQLValue] {
        [
            .text(workspace.text), .text(batch.channel.text), .integer(message.time.microseconds),
            (message.author?.text).sqlValue, .text(message.sort.rawValue), (message.thread?.microseconds).sqlValue,
            .integer(message.edited?.microseconds ?? 0), .boolean(message.deleted), .integer(batch.reading),
            .integer(message.marks.rawValue), .text(message.namedText),
        ]
    }

    private mutating func insertMessages(on connection: any Connection) throws {
        for rows in inserts.batches(of: 250) {
            try connection.run(
                """
                INSERT INTO message (workspace_id, channel_id, posted, author, sort, thread, edited, deleted, reading,
                    marks, named)
                VALUES \(rows: rows)
                """
            )
        }
        inserts = []
    }

    private func update(_ message: MessageKey, on connection: any Connection) throws {
        try connection.run(
            """
            UPDATE message SET author = \(message.author?.text), sort = \(message.sort.rawValue),
                thread = \(message.thread?.microseconds), edited = \(message.edited?.microseconds ?? 0),
                reading = \(batch.reading), marks = \(message.marks.rawValue), named = \(message.namedText)
            WHERE workspace_id = \(workspace.text) AND channel_id = \(batch.channel.text)
                AND posted = \(message.time.microseconds)
            """
        )
    }

    /// A deletion of a message that never came is remembered, so that a late original does not revive it.
    private mutating func deleteOrRemember(_ time: Int64, on connection: any Connection) throws {
        if let copy = known[time] {
            if !copy.deleted { try delete(time, on: connection) }
            return
        }
        try connection.run(
            """
            INSERT INTO message (workspace_id, channel_id, posted, author, sort, thread, edited, deleted, reading)
            VALUES (\(workspace.text), \(batch.channel.text), \(time), \(String?.none), 'unknown', \(Int64?.none), 0,
                \(true), \(batch.reading))
            """
        )
        known[time] = Known(edited: 0, deleted: true, reading: batch.reading)
        outcome.deleted += 1
    }

    private mutating func delete(_ time: Int64, on connection: any Connection) throws {
        try connection.run(
            """
            UPDATE message SET deleted = \(true), marks = 0, named = ''
            WHERE workspace_id = \(workspace.text) AND channel_id = \(batch.channel.text) AND posted = \(time)
            """
        )
        known[time] = Known(edited: known[time]?.edited ?? 0, deleted: true, reading: batch.reading)
        outcome.deleted += 1
        try withdraw(time, on: connection)
    }

    /// Takes the words away and leaves the fact that something was here.
    mutating func withdraw(
        _ time: Int64,
        except kept: Set<EntryID> = [],
        reason: String = "deleted at its source",
        wordsStay: Bool = false,
        on connection: any Connection
    ) throws {
        let moment = EntryID.prefix(of: MessageTime(microseconds: time))
        let rows = try connection.rows(
            """
            SELECT entry_id, subject FROM evidence
            WHERE workspace_id = \(workspace.text) AND entry_id BETWEEN \(moment) AND \(moment + "g")
                AND channel_id = \(batch.channel.text) AND state <> 'withdrawn'
            ORDER BY entry_id
            """
        )
        var isRecalled = false
        for row in rows {
            let id = try row.text("entry_id")
            guard !kept.contains(EntryID(id)) else { continue }
            if !isRecalled { try SlackOutboxRecall.forget(now: now, workspace: workspace, on: connection) }
            isRecalled = true
            try connection.run(
                """
                UPDATE evidence SET state = 'withdrawn', quote = '', matters = '', link = NULL
                WHERE workspace_id = \(workspace.text) AND entry_id = \(id)
                """
            )
            try ReviewSealing.forget(EntryID(id), now: now, workspace: workspace, on: connection)
            try RewordingSources.forget(EntryID(id), workspace: workspace, on: connection)
            audit.append(.init(actor: "source", name: "withdrawn", object: id, detail: reason), at: now)
            outcome.evidenceWithdrawn += 1
            outcome.subjects.insert(PersonID(try row.text("subject")))
        }
        guard !rows.isEmpty, !wordsStay else { return }
        // What was said about a reading goes with the words.
        try connection.run(
            """
            DELETE FROM correction
            WHERE workspace_id = \(workspace.text) AND channel_id = \(batch.channel.text) AND posted = \(time)
            """
        )
    }

    private func keepMark(on connection: any Connection) throws {
        guard let mark = batch.mark else { return }
        try connection.run(
            """
            INSERT INTO import_mark (workspace_id, source, channel_id, last_file)
            VALUES (\(workspace.text), \(mark.source), \(batch.channel.text), \(mark.file))
            ON CONFLICT (workspace_id, source, channel_id) DO UPDATE SET last_file = excluded.last_file
            """
        )
    }
}
