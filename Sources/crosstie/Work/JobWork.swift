import Jobs
import Logging
import Records
import ServiceLifecycle
import Store

/// Claims what is left to workers and does it; looks at the clock for all of them.
///
/// Shape: some lanes, each with one job at a time; heart-beats beside each. A job whose lease is lost is cancelled, and what it
/// still tries to write is refused. When the program is stopped, what is under way is put back.
struct JobWork: Service {
    let records: Records
    let crafts: JobCrafts
    let holder: String
    let logger: Logger
    /// How many jobs at once.
    var width = 2
    /// How long after the start it begins, so that the first pages come first.
    var begins: Duration = .seconds(30)
    /// How often a lane looks that found nothing.
    var pause: Duration = .seconds(1)
    var rule = LeaseRule()
    var backOff = BackOff()

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            try await Task.sleep(for: begins)
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await watchTheClock() }
                for _ in 0..<max(width, 1) { group.addTask { await lane() } }
            }
        }
    }

    /// Puts into the queue what the clock asks for and this process can do; of all processes one does it for each moment.
    private func watchTheClock() async {
        while !Task.isCancelled {
            do {
                for key in try await records.fire(crafts.schedules, now: GlobalOptions.now()) {
                    logger.info("job asked for", metadata: ["job": "\(key)"])
                }
            } catch is CancellationError {
                return
            } catch {
                logger.error("schedules not read", metadata: ["sort": "\(type(of: error))"])
            }
            try? await Task.sleep(for: .seconds(10))
        }
    }

    private func lane() async {
        while !Task.isCancelled {
            do {
                let job = try await records.claimJobs(
                    Set(crafts.works.keys),
                    limit: 1,
                    holder: holder,
                    rule: rule,
                    backOff: backOff,
                    now: GlobalOptions.now()
                ).first
                if let job {
                    await perform(job)
                    continue
                }
            } catch is CancellationError {
                return
            } catch {
                logger.error("no job to be had", metadata: ["sort": "\(type(of: error))"])
            }
            try? await Task.sleep(for: pause)
        }
    }

    /// How a job ended.
    private enum End: Sendable {
        case done(Int)
        case failed(any Error)
        case lost
    }

    private func perform(_ job: Job) async {
        guard let craft = crafts.works[job.kind] else { return }
        let fence = Fence(job)
        let end = await withTaskGroup(of: End?.self) { group in
            group.addTask {
                do { return .done(try await craft(job, fence)) } catch { return .failed(error) }
            }
            group.addTask {
                while !Task.isCancelled {
                    try? await Task.sleep(for: .microseconds(rule.beat))
                    if Task.isCancelled { return nil }
                    // No answer says nothing: the job goes on, and the fence decides what of it is kept.
                    let isOurs = try? await records.beat(job, rule: rule, now: GlobalOptions.now())
                    if isOurs == false { return .lost }
                }
                return nil
            }
            while let end = await group.next() {
                if let end {
                    group.cancelAll()
                    return end
                }
            }
            return .lost
        }
        let isStopping = Task.isCancelled
        // Not part of the task, which is cancelled when the program is stopped: what became of the job is still kept.
        await Task { await settle(job, end, isStopping: isStopping) }.value
    }

    private func settle(_ job: Job, _ end: End, isStopping: Bool) async {
        let now = GlobalOptions.now()
        do {
            switch end {
            case .done(let count):
                try await records.finish(job, now: now)
                logger.info("job done", metadata: ["kind": "\(job.kind.rawValue)", "count": "\(count)"])
            case .lost, .failed(JobError.leaseLost):
                logger.notice("job lost to another process", metadata: ["kind": "\(job.kind.rawValue)"])
            case .failed(is CancellationError) where isStopping:
                try await records.putBack(job, now: now)
            case .failed(let error):
                let fault = JobFault(of: error)
                let verdict = try await records.fail(job, fault, backOff: backOff, now: now)
                logger.log(
                    level: verdict == .dead ? .error : .notice,
                    verdict == .dead ? "job given up" : "job failed",
                    metadata: ["kind": "\(job.kind.rawValue)", "sort": "\(fault.sort)", "code": "\(fault.code)"]
                )
            }
        } catch JobError.leaseLost {
            logger.notice("job lost to another process", metadata: ["kind": "\(job.kind.rawValue)"])
        } catch {
            // Its lease runs out, and it is done again.
            logger.error("job not settled", metadata: ["kind": "\(job.kind.rawValue)", "sort": "\(type(of: error))"])
        }
    }
}

extension JobFault {
    /// The facts of an error: its type, and the kind of a database's trouble; never its words.
    init(of error: any Error) {
        switch error {
        case let error as StoreError: self.init(sort: "StoreError", code: "\(error.kind)")
        default: self.init(sort: "\(type(of: error))")
        }
    }
}
