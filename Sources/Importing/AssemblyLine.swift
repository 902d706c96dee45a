import Evidence
import Intake
import Records
import Signals
import Workspace

/// The stages between an export and the record: parse (parallel), listen (in order), read (parallel), write (in order).
///
/// At most `width` chunks are under way, so memory does not grow with the export.
struct AssemblyLine {
    let run: ImportRun
    let progress: @Sendable (ImportProgress) -> Void
    private(set) var outcome = ImportOutcome()

    private var parsed: [Int: ParsedChunk] = [:]
    private var read: [Int: ReadChunk] = [:]
    private var nextToParse = 0
    private var nextToHear = 0
    private var nextToWrite = 0
    private var talk = Talk()
    private var pending: [ReadChunk] = []
    private var isWriting = false

    init(run: ImportRun, progress: @escaping @Sendable (ImportProgress) -> Void) {
        self.run = run
        self.progress = progress
    }

    private enum Step: Sendable {
        case parsed(Int, ParsedChunk)
        case read(Int, ReadChunk)
        case written(BatchOutcome, messages: Int, duration: Duration)
    }

    mutating func work() async throws {
        outcome.report = run.export.report
        let total = run.plan.chunks.reduce(0) { $0 + $1.bytes }
        let start = ContinuousClock.now
        try await withThrowingTaskGroup(of: Step.self) { group in
            schedule(in: &group)
            while let step = try await group.next() {
                try Task.checkCancellation()
                take(step)
                schedule(in: &group)
                progress(outcome.progress(total: total, since: start))
            }
        }
    }

    private mutating func take(_ step: Step) {
        switch step {
        case .parsed(let index, let chunk):
            parsed[index] = chunk
        case .read(let index, let chunk):
            read[index] = chunk
        case .written(let changes, let messages, let duration):
            isWriting = false
            outcome.changes.add(changes)
            outcome.messages += messages
            outcome.time.store += duration
        }
    }

    private mutating func schedule(in group: inout ThrowingTaskGroup<Step, any Error>) {
        let chunks = run.plan.chunks
        let run = run
        while let chunk = parsed.removeValue(forKey: nextToHear) {
            let index = nextToHear
            nextToHear += 1
            if chunks[index].isFirst { talk = Talk(speakers: run.settings.capture.speakers) }
            let heard = hear(chunk, chunks[index])
            group.addTask { .read(index, try await heard.read(by: run)) }
        }
        collect()
        if !isWriting, !pending.isEmpty, enoughToWrite || nextToWrite == chunks.count { write(in: &group) }
        while nextToParse < chunks.count, nextToParse - nextToWrite < run.settings.width {
            let index = nextToParse
            nextToParse += 1
            group.addTask { .parsed(index, try ParsedChunk(chunks[index], of: run)) }
        }
    }

    private var enoughToWrite: Bool {
        pending.reduce(0) { $0 + $1.batch.messages.count } >= run.settings.messagesPerCommit
    }

    /// Moves what can be written next, in order, into the pending transaction.
    private mutating func collect() {
        while !enoughToWrite, let chunk = read.removeValue(forKey: nextToWrite) {
            nextToWrite += 1
            outcome.add(chunk)
            if !chunk.isHeardOnly { pending.append(chunk) }
        }
    }

    private mutating func write(in group: inout ThrowingTaskGroup<Step, any Error>) {
        let batches = pending.map(\.batch)
        pending = []
        isWriting = true
        let run = run
        group.addTask {
            let start = ContinuousClock.now
            let changes = try await run.records.commit(batches, now: run.settings.capture.now)
            let messages = batches.reduce(0) { $0 + $1.messages.count }
            return .written(changes, messages: messages, duration: .now - start)
        }
    }

    /// Gives every message its context; the only stage that must see the messages one after the other.
    private mutating func hear(_ chunk: ParsedChunk, _ plan: ImportPlan.Chunk) -> HeardChunk {
        let start = ContinuousClock.now
        var heard = HeardChunk(parsed: chunk, channel: run.plan.conversations[plan.conversation].channel, plan: plan)
        for (index, message) in chunk.messages.enumerated() {
            guard let passage = talk.passage(of: message), !plan.isHeardOnly, !message.text.text.isEmpty else {
                continue
            }
            heard.passages.append(passage)
            heard.owners.append(index)
            heard.hearers.append(talk.hearer)
        }
        outcome.time.listen += .now - start
        return heard
    }
}
