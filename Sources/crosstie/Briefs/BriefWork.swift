import Desk
import Logging
import ServiceLifecycle

/// Fetches feeds and makes briefs while the site runs.
///
/// Shape: runs beside the site and ends with it. Feeds say themselves when they want to be asked again; what fails is told by its
/// sort, without names and addresses, and tried again at the next look.
struct BriefWork: Service {
    let rounds: BriefRounds
    let logger: Logger
    /// How long after the start it looks for the first time, so that the first pages come first.
    var begins: Duration = .seconds(90)
    /// How often it looks; a brief comes at most this much after its hour.
    var pause: Duration = .seconds(300)

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            try await Task.sleep(for: begins)
            while !Task.isCancelled {
                await tell("feeds fetched") { try await rounds.fetch().fetched }
                await tell("briefs made") { try await rounds.make(now: try await rounds.desk.now()) }
                try await Task.sleep(for: pause)
            }
        }
    }

    private func tell(_ what: String, _ work: () async throws -> Int) async {
        do {
            let count = try await work()
            logger.info("brief work", metadata: ["\(what)": "\(count)"])
        } catch is CancellationError {
            return
        } catch {
            logger.error("brief work failed", metadata: ["what": "\(what)", "sort": "\(type(of: error))"])
        }
    }
}
