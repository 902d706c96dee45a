import Desk
import Evidence
import Logging
import Records
import ServiceLifecycle
import Workspace

/// What has to be done once a day whether or not anybody looks: support signals begin their head start, due requests go out.
///
/// Shape: runs beside the site and ends with it. What fails is told by its sort, without names, and tried again the next day.
struct DailyWork: Service {
    let desk: Desk
    let logger: Logger
    /// How long after the start it looks for the first time, so that the first pages come first.
    var begins: Duration = .seconds(60)
    /// How often it looks whether a new day began.
    var pause: Duration = .seconds(1_800)

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            try await Task.sleep(for: begins)
            var done: CivilDate?
            while !Task.isCancelled {
                let today = CivilDate(microseconds: GlobalOptions.now())
                if done != today {
                    await once()
                    done = today
                }
                try await Task.sleep(for: pause)
            }
        }
    }

    /// The work of one day.
    func once() async {
        await tell("support signals open") { try await desk.openSupportSignals() }
        await tell("rounds of requests sent") {
            do {
                return try await desk.sendDueRequests(for: .console).count
            } catch RequestError.notAutomatic {
                return 0
            }
        }
        await tell("objections that only the console may answer, crosstie objections", loudly: true) {
            try await desk.objectionsToAnswer(for: .console).count { $0.answers == nil }
        }
        await tell("preparations due") {
            try await desk.prepsDue(on: CivilDate(microseconds: try await desk.now())).count
        }
    }

    /// `loudly` where somebody who reads the log has to act.
    private func tell(_ what: String, loudly: Bool = false, _ work: () async throws -> Int) async {
        do {
            let count = try await work()
            logger.log(
                level: loudly && count > 0 ? .notice : .info,
                "daily work",
                metadata: ["\(what)": "\(count)"]
            )
        } catch is CancellationError {
            return
        } catch {
            logger.error("daily work failed", metadata: ["what": "\(what)", "sort": "\(type(of: error))"])
        }
    }
}
