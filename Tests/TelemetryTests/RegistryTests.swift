import CoreMetrics
import Telemetry
import Testing

@Suite struct `Figures about the program` {
    @Test func `are told in the form that Prometheus reads`() async {
        let registry = Registry()
        let answered = registry.makeCounter(
            label: "http.requests",
            dimensions: [("status", "200"), ("path", "/people/:id")]
        )
        answered.increment(by: 2)
        registry.makeCounter(label: "http.requests", dimensions: [("path", "/"), ("status", "404")]).increment(by: 1)
        registry.makeMeter(label: "connections", dimensions: []).set(Int64(3))
        let timer = registry.makeTimer(label: "http.duration", dimensions: [("path", "/")])
        timer.recordNanoseconds(4_000_000)
        timer.recordNanoseconds(70_000_000)
        timer.recordNanoseconds(90_000_000_000)
        registry.show("inbox_waiting", "Events that wait.") { [Reading(5, labels: [Label("kind", "event")])] }
        #expect(
            await registry.text() == """
                # TYPE connections gauge
                connections 3
                # TYPE http_duration_seconds histogram
                http_duration_seconds_bucket{path="/",le="0.002"} 0
                http_duration_seconds_bucket{path="/",le="0.005"} 1
                http_duration_seconds_bucket{path="/",le="0.01"} 1
                http_duration_seconds_bucket{path="/",le="0.02"} 1
                http_duration_seconds_bucket{path="/",le="0.06"} 1
                http_duration_seconds_bucket{path="/",le="0.1"} 2
                http_duration_seconds_bucket{path="/",le="0.2"} 2
                http_duration_seconds_bucket{path="/",le="0.5"} 2
                http_duration_seconds_bucket{path="/",le="1"} 2
                http_duration_seconds_bucket{path="/",le="2"} 2
                http_duration_seconds_bucket{path="/",le="5"} 2
                http_duration_seconds_bucket{path="/",le="10"} 2
                http_duration_seconds_bucket{path="/",le="60"} 2
                http_duration_seconds_bucket{path="/",le="+Inf"} 3
                http_duration_seconds_sum{path="/"} 90.074
                http_duration_seconds_count{path="/"} 3
                # TYPE http_requests_total counter
                http_requests_total{path="/",status="404"} 1
                http_requests_total{path="/people/:id",status="200"} 2
                # HELP inbox_waiting Events that wait.
                # TYPE inbox_waiting gauge
                inbox_waiting{kind="event"} 5
                # HELP crosstie_series_refused Series that would have been one too many.
                # TYPE crosstie_series_refused gauge
                crosstie_series_refused 0

                """
        )
    }

    @Test func `name a value as it is, whatever letters it has`() async {
        let registry = Registry()
        registry.makeCounter(label: "9 lives", dimensions: [("a-b", "x\"y\\z\nend")]).increment(by: 1)
        #expect(await registry.text().contains(#"_9_lives_total{a_b="x\"y\\z\nend"} 1"#))
    }

    @Test func `of one name and the same labels are one, in whatever order the labels come`() async {
        let registry = Registry()
        registry.makeCounter(label: "c", dimensions: [("a", "1"), ("b", "2")]).increment(by: 1)
        registry.makeCounter(label: "c", dimensions: [("b", "2"), ("a", "1")]).increment(by: 1)
        #expect(await registry.text().contains(#"c_total{a="1",b="2"} 2"#))
    }

    @Test func `are bounded in number, and those left out are told`() async {
        let registry = Registry()
        for number in 0..<Registry.mostSeries + 7 {
            registry.makeCounter(label: "c", dimensions: [("n", "\(number)")]).increment(by: 1)
        }
        let text = await registry.text()
        #expect(text.split(separator: "\n").count { $0.hasPrefix("c_total") } == Registry.mostSeries)
        #expect(text.contains("crosstie_series_refused 7"))
    }

    @Test func `that cannot be read are left out, the others stay`() async {
        struct Gone: Error {}
        let registry = Registry()
        registry.show("gone", "Not there.") { throw Gone() }
        registry.show("there", "There.") { [Reading(1.5)] }
        let text = await registry.text()
        #expect(!text.contains("gone") && text.contains("there 1.5"))
    }

    @Test func `count what many threads count at once`() async {
        let registry = Registry()
        await withTaskGroup { group in
            for _ in 0..<20 {
                group.addTask {
                    for _ in 0..<500 { registry.makeCounter(label: "c", dimensions: []).increment(by: 1) }
                }
            }
        }
        #expect(await registry.text().contains("c_total 10000\n"))
    }

    @Test func `of the process itself are there`() async throws {
        let registry = Registry()
        registry.showProcess()
        let lines = await registry.text().split(separator: "\n")
        for name in ["process_resident_memory_bytes", "process_open_fds", "process_cpu_seconds"] {
            let line = try #require(lines.first { $0.hasPrefix(name + " ") })
            #expect(try #require(Double(line.dropFirst(name.count + 1))) > 0)
        }
    }
}
