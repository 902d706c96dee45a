public import CoreMetrics
import Synchronization

/// What the program counts about itself while it runs, told in the form that Prometheus reads.
///
/// Shape: series by name and labels, made when something is counted first. Labels come from the program's own text (routes, kinds),
/// never from what people wrote, and their number is bounded: what would be one too many is counted in one figure and not kept.
/// Source: Prometheus, text exposition format 0.0.4.
public final class Registry: MetricsFactory, Sendable {
    /// How many series are kept.
    public static let mostSeries = 2_000

    private struct State {
        var families: [String: Family] = [:]
        var series = 0
        var refused = 0
        var views: [View] = []
    }

    private struct Family {
        let kind: Kind
        var series: [[Label]: Series] = [:]
    }

    /// Figures that are read when somebody asks.
    private struct View: Sendable {
        let name: String
        let words: String
        let read: @Sendable () async throws -> [Reading]
    }

    private let state = Mutex(State())

    /// An empty registry.
    public init() {}

    /// Adds figures that are read each time they are asked for, such as how many things wait.
    ///
    /// `name` ends with its unit; `words` say what it is. A read that fails leaves its figures out.
    public func show(
        _ name: String,
        _ words: String,
        read: @escaping @Sendable () async throws -> [Reading]
    ) {
        state.withLock { $0.views.append(View(name: name, words: words, read: read)) }
    }

    /// Everything in the form that Prometheus reads.
    public func text() async -> String {
        let (families, refused, views) = state.withLock { ($0.families, $0.refused, $0.views) }
        var text = ExpositionText()
        for (name, family) in families.sorted(by: { $0.key < $1.key }) {
            text.begin(name, family.kind)
            for (labels, series) in family.series.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
                text.add(name, labels, series.value)
            }
        }
        for view in views {
            guard let readings = try? await view.read() else { continue }
            text.begin(view.name, .gauge, view.words)
            for reading in readings { text.add(view.name, reading.labels.sorted(), .number(reading.value)) }
        }
        text.begin("crosstie_series_refused", .gauge, "Series that would have been one too many.")
        text.add("crosstie_series_refused", [], .number(Double(refused)))
        return text.text
    }

    /// The series of that name and labels; one that is not kept where there are too many or the name is another kind's.
    private func series(_ label: String, _ dimensions: [(String, String)], _ kind: Kind) -> Series {
        let name = ExpositionText.name(label) + kind.ending
        let labels = dimensions.map { Label(ExpositionText.name($0.0), $0.1) }.sorted()
        return state.withLock { state in
            var family = state.families[name] ?? Family(kind: kind)
            if let known = family.series[labels], family.kind == kind { return known }
            guard family.kind == kind, state.series < Self.mostSeries else {
                state.refused += 1
                return Series(kind)
            }
            let series = Series(kind)
            family.series[labels] = series
            state.families[name] = family
            state.series += 1
            return series
        }
    }

    /// A count that only grows.
    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(label, dimensions, .counter)
    }

    /// A value that goes up and down, or the sizes of things that happened.
    public func makeRecorder(
        label: String,
        dimensions: [(String, String)],
        aggregate: Bool
    ) -> any RecorderHandler {
        series(label, dimensions, aggregate ? .histogram : .gauge)
    }

    /// A value that goes up and down.
    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(label, dimensions, .gauge)
    }

    /// How long things took.
    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(label, dimensions, .seconds)
    }

    /// Series stay while the program runs.
    public func destroyCounter(_ handler: any CounterHandler) {}
    /// Series stay while the program runs.
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    /// Series stay while the program runs.
    public func destroyMeter(_ handler: any MeterHandler) {}
    /// Series stay while the program runs.
    public func destroyTimer(_ handler: any TimerHandler) {}
}
