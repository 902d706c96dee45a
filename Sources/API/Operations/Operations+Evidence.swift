import Answers
import Desk
import Evidence
import Workspace
import Writing

extension Operations {
    static let evidence: [Operation] = [
        .lists(
            "listEntries",
            "/people/{person}/entries",
            .evidence,
            "What is kept about a person, the newest first, with where it was said.",
            callers: pair,
            key: { (entry: LedgerEntry) in Paging.newestFirst(entry.moment, entry.id.text) },
            row: { EntryAnswer($0) },
            run: { call in
                // What waits to be shown is nobody's to read yet, and what was hidden is gone.
                try await call.desk.evidence(about: call.person, for: call.reader)
                    .filter { $0.state != .captured && $0.state != .withdrawn }
            }
        ),
        .reads(
            "readEntry",
            "/people/{person}/entries/{entry}",
            .evidence,
            "One piece of evidence, with what was done to it.",
            callers: pair
        ) { call in
            EntryViewAnswer(try await call.desk.entry(call.entry, about: call.person, for: call.reader))
        },
        .lists(
            "listEpisodes",
            "/people/{person}/episodes",
            .evidence,
            "What happened, the newest first, with the evidence that tells each.",
            callers: pair,
            key: { (happening: Happening) in Paging.newestFirst(happening.last, happening.id.text) },
            row: { EpisodeAnswer($0) },
            run: { call in
                try await call.desk.person(call.person, for: call.reader).happenings
            }
        ),
    ]

    static let entrySteps: [Operation] = [
        step("acceptEntry", "acceptance", "Agrees with a piece of evidence, so that it settles at once.") { call in
            try await call.desk.accept(call.entry, by: call.viewer)
        },
        step(
            "contestEntry",
            "objections",
            "Objects to a piece; it counts for nothing until that is answered.",
            words: true
        ) {
            try await $0.desk.contest($0.entry, reason: $0.text("words"), by: $0.viewer)
        },
        step("addContext", "context", "Adds what the words leave out; it stands beside them.", words: true) { call in
            try await call.desk.addContext(call.text("words"), to: call.entry, by: call.viewer)
        },
        step("hideEntry", "hiding", "Hides a piece: its words go, and what rested on them is worked out again.") {
            call in
            try await call.desk.hide(call.entry, by: call.viewer)
        },
        .does(
            "answerObjection",
            "/people/{person}/entries/{entry}/objections/answer",
            .evidence,
            "Answers an objection: the piece stands, or it goes.",
            callers: "The manager, unless the words are their own.",
            body: Body.fields(
                ["stands": ["type": "boolean"], "words": Body.words(Objection.longest, "Why; three words at least.")],
                required: ["stands", "words"]
            ),
            faults: [403, 409]
        ) { call in
            let view = try await call.desk.entry(call.entry, about: call.person, for: call.reader)
            guard !view.isSubject else { throw Problem(.notAllowed, "Nobody answers their own objection.") }
            guard case .bool(let stands)? = call.body["stands"] else { throw Problem.field("stands", "It is missing.") }
            do {
                try await call.desk.answerObjection(
                    to: call.entry,
                    about: call.person,
                    stands: stands,
                    reason: call.text("words"),
                    by: call.reader
                )
            } catch DeskError.notAllowed {
                throw Problem(.notAllowed, "Neither its subject nor its voice answers an objection.")
            }
            return try await state(call)
        },
    ]

    /// Something that the subject of a piece does about it.
    private static func step(
        _ name: String,
        _ noun: String,
        _ title: String,
        words: Bool = false,
        run: @escaping @Sendable (Call) async throws -> Void
    ) -> Operation {
        .does(
            name,
            "/people/{person}/entries/{entry}/\(noun)",
            .evidence,
            title,
            callers: "The person alone.",
            body: words
                ? Body.fields(["words": Body.words(Objection.longest, "Three words at least.")], required: ["words"])
                : nil,
            faults: [403, 409]
        ) { call in
            let view = try await call.desk.entry(call.entry, about: call.person, for: call.reader)
            guard view.isSubject else { throw Problem(.notAllowed, "Only the one it is about can do this.") }
            try await run(call)
            return try await state(call)
        }
    }

    /// What became of the piece; hidden ones are not there to be read any more.
    private static func state(_ call: Call) async throws -> EntryStateAnswer {
        do {
            let view = try await call.desk.entry(call.entry, about: call.person, for: call.reader)
            return EntryStateAnswer(call.entry, about: call.person, state: view.entry.state)
        } catch EntryRefusal.noSuchEntry {
            return EntryStateAnswer(call.entry, about: call.person, state: .withdrawn)
        }
    }
}

extension Call {
    var entry: EntryID { EntryID(path["entry"] ?? "") }
}
