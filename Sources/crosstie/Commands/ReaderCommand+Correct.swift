import ArgumentParser
import Desk
import Evidence
import Learning
import Records
import Signals
import Workspace

extension ReaderCommand {
    struct Correct: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say whether a piece of evidence was read rightly; later readings here learn from it.",
            discussion: """
                --right accepts the evidence, --wrong contests it. Of the words only salted hashes are kept, on this \
                machine; \u{201C}crosstie reader report\u{201D} shows how often people agreed.
                """
        )

        @OptionGroup var globals: GlobalOptions

        @Argument(help: "The evidence's id, as `crosstie evidence` shows it.")
        var entry: String

        @Flag(help: "It was read rightly.")
        var right = false

        @Flag(help: "The message does no such thing.")
        var wrong = false

        @Option(help: "Who says so: id, e-mail address or unique name.")
        var by: String

        func validate() throws {
            guard right != wrong else { throw ValidationError("Say either --right or --wrong.") }
        }

        func run() async throws {
            let desk = try await globals.desk()
            let person = try await desk.find(by)
            let records = try await globals.records(create: false)
            let now = GlobalOptions.now()
            guard let found = try await records.entry(EntryID(entry), now: now) else {
                throw RecordError.noSuchEntry(entry)
            }
            let salt = try await records.readerSetting().salt
            let words = Passage(target: Utterance(who: found.voice.account.text, text: found.quote))
            let act: EvidenceAct = right ? .accept : .contest
            if found.state.after(act) != nil {
                try await records.perform(act, on: found.id, by: person.id, reason: "the reading", now: now)
            }
            try await records.keep(
                Correction(
                    workspace: records.workspace,
                    message: found.message,
                    phrase: PhrasePrint(words, salt: salt),
                    kind: found.kind,
                    verdict: right ? .confirmed : .removed,
                    confidence: found.confidence,
                    by: person.id,
                    moment: now,
                    reader: found.reader
                )
            )
            let verdict = right ? "rightly" : "wrongly"
            Console.line("Kept: \(person.name) says that \(found.kind.rawValue) was read \(verdict).")
        }
    }
}
