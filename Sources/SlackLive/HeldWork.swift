public import Jobs
public import Logging
public import Records

/// What one process does for all that share a record, for as long as it holds the lease; another one takes over when it is gone.
///
/// Shape: heart-beats go on beside the work. Where they find that somebody else has the lease, the work is cancelled; what it
/// still tries to write is refused by the fence. While the database cannot be asked, the work goes on trying.
public struct HeldWork: Sendable {
    private let records: Records
    private let name: String
    let holder: String
    private let rule: LeaseRule
    private let now: @Sendable () -> Int64
    private let logger: Logger

    /// Names the lease and the process.
    public init(
        _ name: String,
        records: Records,
        holder: String,
        rule: LeaseRule = LeaseRule(),
        now: @escaping @Sendable () -> Int64,
        logger: Logger
    ) {
        self.name = name
        self.records = records
        self.holder = holder
        self.rule = rule
        self.now = now
        self.logger = logger
    }

    /// Waits for the lease, works while it is held, and so on until the task is cancelled; `waiting` is done at each look in vain.
    public func run(
        waiting: @Sendable () async -> Void = {},
        _ work: @escaping @Sendable (_ fenced: Records) async -> Void
    ) async {
        while !Task.isCancelled {
            do {
                if let lease = try await records.take(lease: name, holder: holder, rule: rule, now: now()) {
                    logger.info("lease taken", metadata: ["lease": .string(name)])
                    await hold(lease, work)
                    logger.info("lease given up", metadata: ["lease": .string(name)])
                } else {
                    await waiting()
                }
            } catch is CancellationError {
                return
            } catch {
                logger.error(
                    "lease not to be had",
                    metadata: ["lease": .string(name), "sort": .string("\(type(of: error))")]
                )
            }
            try? await Task.sleep(for: .microseconds(rule.beat))
        }
    }

    private func hold(_ lease: Lease, _ work: @escaping @Sendable (Records) async -> Void) async {
        let fenced = records.fenced(by: Fence(lease, on: name))
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await work(fenced) }
            group.addTask {
                while !Task.isCancelled {
                    try? await Task.sleep(for: .microseconds(rule.beat))
                    // No answer says nothing: the work goes on, and the fence decides what of it is kept.
                    guard let isOurs = try? await records.beat(lease, on: name, rule: rule, now: now()) else {
                        continue
                    }
                    if !isOurs { return }
                }
            }
            await group.next()
            group.cancelAll()
        }
        // Not part of the task, which is cancelled when the program is stopped: the next process is not to wait.
        await Task { [records, name] in try? await records.give(back: lease, on: name) }.value
    }
}
