import ArgumentParser
import CoreMetrics
import Desk
import Jobs
import Logging
import Records
import Telemetry
import Web

/// Where figures about the program may be read.
struct FiguresOptions: ParsableArguments {
    @Option(help: "Tell figures for Prometheus at PORT or HOST:PORT, /metrics and /readyz; nowhere unless given.")
    var metrics: String?

    /// The site of figures; nil where none was asked for.
    ///
    /// From here on the whole program counts. Errors: `Failure` when the address is none.
    func site(_ desk: Desk, _ records: Records, logger: Logger) throws -> MetricsSite? {
        guard let metrics else { return nil }
        let parts = metrics.split(separator: ":", omittingEmptySubsequences: false)
        guard let port = parts.last.flatMap({ Int($0) }), (0...65_535).contains(port) else {
            throw Failure(.usage, "“\(metrics)” is no address for figures. Write PORT or HOST:PORT.")
        }
        let host = parts.dropLast().joined(separator: ":")
        let registry = Registry()
        MetricsSystem.bootstrap(registry)
        registry.showProcess()
        registry.show(
            "crosstie_slack_inbox",
            "Events of Slack that were stored and not worked on, and those set aside."
        ) {
            let state = try await records.inboxState()
            return [
                Reading(Double(state.waiting), labels: [Label("state", "waiting")]),
                Reading(Double(state.setAside), labels: [Label("state", "aside")]),
            ]
        }
        registry.show("crosstie_jobs", "Jobs by kind and state.") {
            try await records.jobCounts().flatMap { kind, states in
                states.map { state, count in
                    Reading(
                        Double(count),
                        labels: [Label("kind", kind.rawValue), Label("state", state.rawValue)]
                    )
                }
            }
        }
        return MetricsSite(
            host: host.isEmpty ? "127.0.0.1" : host,
            port: port,
            logger: logger,
            isReady: { (try? await desk.now()) != nil },
            text: { await registry.text() }
        )
    }
}
