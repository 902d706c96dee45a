public import Evidence
import Store
public import Workspace

extension Records {
    /// Messages without their words, by channel and time; those that were deleted are left out.
    ///
    /// Units: moments in microseconds since 1970 UTC, both ends included.
    /// Shape: `channels` are the conversations to look at; nil for all. For much talk ask for one channel after the other.
    public func talk(from: Int64, to: Int64, in channels: [ChannelID]? = nil) async throws -> [TalkMark] {
        guard let channels else {
            return try await talk(where: "posted BETWEEN \(from) AND \(to)")
        }
        var found: [TalkMark] = []
        for channel in Set(channels).sorted() {
            found += try await talk(where: "channel_id = \(channel.text) AND posted BETWEEN \(from) AND \(to)")
        }
        return found
    }

    /// Conversations that are open to everyone, by id: the only ones that asks are found in.
    public func openChannels() async throws -> [Channel] {
        try await channels().filter { $0.audience == .everyone }
    }

    /// Who called whom from a moment on, in conversations that are open to everyone; one channel after the other.
    ///
    /// Units: moments in microseconds since 1970 UTC. Talk of the 14 days before is read for its context.
    public func asks(from: Int64, to: Int64, people: [Person]) async throws -> AskFinder.Found {
        let channels = try await openChannels()
        let finder = AskFinder(people: people, channels: channels, since: from)
        var found = AskFinder.Found()
        for channel in channels {
            found.add(finder.find(in: try await talk(from: from - AskFinder.patience, to: to, in: [channel.id])))
        }
        found.sort()
        return found
    }

    /// Keeps where the chat can be opened, so that a message can be linked to without its words.
    public func keep(address: String) async throws {
        let workspace = workspace
        guard try await workspaceState()?.address != address else { return }
        try await database.write { connection in
            try connection.run(
                "UPDATE workspace SET address = \(address) WHERE workspace_id = \(workspace.text)"
            )
        }
    }

    private func talk(where condition: SQL) async throws -> [TalkMark] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT channel_id, posted, author, sort, thread, marks, named FROM message
                WHERE workspace_id = \(workspace.text) AND \(condition) AND NOT deleted
                ORDER BY channel_id, posted
                """
            ).map(TalkMark.init)
        }
    }
}

extension TalkMark {
    fileprivate init(_ row: SQLRow) throws {
        let word = try row.text("sort")
        guard let sort = Message.Sort(rawValue: word) else { throw RecordError.unknownWord(column: "sort", word: word) }
        self.init(
            id: MessageID(
                channel: ChannelID(try row.text("channel_id")),
                time: MessageTime(microseconds: try row.integer("posted"))
            ),
            author: try row.optionalText("author").map { AccountID($0) },
            sort: sort,
            thread: try row.optionalInteger("thread").map { MessageTime(microseconds: $0) },
            marks: TalkMarks(rawValue: try row.integer("marks")),
            named: try row.text("named").split(separator: " ").map { AccountID(String($0)) }
        )
    }
}
