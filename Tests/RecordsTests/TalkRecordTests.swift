import Evidence
import Records
import Store
import StoreTesting
import Testing
import Workspace

@Suite struct `Marks in the record` {
    private func key(
        _ second: Int64,
        _ marks: TalkMarks,
        named: [AccountID] = [],
        edited: Int64? = nil,
        deleted: Bool = false
    ) -> MessageKey {
        MessageKey(
            Message(
                id: MessageID(channel: Invented.channel.id, time: Invented.time(second)),
                author: .account("U2"),
                text: PlainText("words"),
                edited: edited.map { Invented.time($0) },
                deleted: deleted
            ),
            marks: marks,
            named: named
        )
    }

    private func talk(_ records: Records) async throws -> [TalkMark] {
        try await records.talk(from: 0, to: Invented.now, in: [Invented.channel.id])
    }

    @Test(arguments: Engine.available)
    func `marks and names come back as they went in`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let keys = [key(1, [.question, .blocked], named: ["U1", "U7"]), key(2, [])]
        try await records.commit([Invented.batch(keys)], now: Invented.now)
        let talk = try await talk(records)
        #expect(talk.map(\.marks) == [[.question, .blocked], []])
        #expect(talk.map(\.named) == [["U1", "U7"], []])
        #expect(talk.map(\.author) == ["U2", "U2"])
        #expect(try await records.talk(from: 0, to: Invented.now) == talk)
        #expect(try await records.talk(from: Invented.time(2).microseconds, to: Invented.now).count == 1)
        #expect(try await records.talk(from: 0, to: Invented.now, in: ["C9"]).isEmpty)
    }

    @Test(arguments: Engine.available)
    func `an edit and another reading bring new marks, the same reading does not`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        try await records.commit([Invented.batch([key(1, .question, named: ["U1"])])], now: Invented.now)
        try await records.commit([Invented.batch([key(1, .thanks)])], now: Invented.now)
        #expect(try await talk(records).map(\.marks) == [.question])
        try await records.commit([Invented.batch([key(1, .thanks)], reading: 2)], now: Invented.now)
        #expect(try await talk(records).map(\.marks) == [.thanks])
        try await records.commit(
            [Invented.batch([key(1, .stuck, named: ["U3"], edited: 60)], reading: 2)],
            now: Invented.now
        )
        #expect(try await talk(records).map(\.marks) == [.stuck])
        #expect(try await talk(records).map(\.named) == [["U3"]])
    }

    @Test(arguments: Engine.available)
    func `a deleted message leaves neither marks nor names, in whichever order the copies come`(
        engine: Engine
    ) async throws {
        let original = Invented.batch([key(1, .question, named: ["U1"])])
        for deletion in [
            Invented.batch([], deletions: [Invented.time(1)]),
            Invented.batch([key(1, .question, named: ["U1"], deleted: true)]),
        ] {
            for order in [[original, deletion], [deletion, original]] {
                let records = try await Invented.records(engine)
                for batch in order { try await records.commit([batch], now: Invented.now) }
                #expect(try await talk(records).isEmpty)
                let rows = try await records.database.read { connection in
                    try connection.rows("SELECT marks, named FROM message").map {
                        (try $0.integer("marks"), try $0.text("named"))
                    }
                }
                #expect(rows.allSatisfy { $0 == (0, "") })
            }
        }
    }

    @Test(arguments: Engine.available)
    func `asks are found in conversations that are open to everyone, and nowhere else`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        try await records.keep(channels: [Channel(id: "C2", name: "closed", audience: .invited)])
        for channel: ChannelID in ["C1", "C2"] {
            let batch = MessageBatch(
                channel: channel,
                messages: [key(1, .question, named: ["U1"])],
                entries: [],
                reading: 1
            )
            try await records.commit([batch], now: Invented.now)
        }
        let found = try await records.asks(from: 0, to: Invented.now, people: [Invented.ana, Invented.ben])
        #expect(found.asks.map(\.channel) == ["C1"])
        #expect(found.asks.map(\.helper) == ["ana"])
    }
}
