import CoreMetrics
import Synchronization

/// What kind of figure a series is.
enum Kind: Sendable {
    case counter, gauge, histogram
    /// A histogram of times.
    case seconds

    /// The word of the exposition format.
    var word: String {
        switch self {
        case .counter: "counter"
        case .gauge: "gauge"
        case .histogram, .seconds: "histogram"
        }
    }

    /// What its names end with.
    var ending: String {
        switch self {
        case .counter: "_total"
        case .gauge, .histogram: ""
        case .seconds: "_seconds"
        }
    }

    /// Upper ends of the buckets: for times around the bar of a page, for sizes by powers of ten.
    var bounds: [Double] {
        switch self {
        case .counter, .gauge: []
        case .histogram: [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]
        case .seconds: [0.002, 0.005, 0.01, 0.02, 0.06, 0.1, 0.2, 0.5, 1, 2, 5, 10, 60]
        }
    }
}

/// One series: a number, or a histogram.
final class Series: Sendable {
    /// What it says now.
    enum Value: Sendable {
        case number(Double)
        /// Upper ends with how many were at most that, how many in all, and their sum.
        case histogram([(bound: Double, count: Int)], count: Int, sum: Double)
    }

    private struct State {
        var number = 0.0
        var counts: [Int]
        var count = 0
        var sum = 0.0
    }

    private let bounds: [Double]
    private let state: Mutex<State>

    init(_ kind: Kind) {
        bounds = kind.bounds
        state = Mutex(State(counts: [Int](repeating: 0, count: kind.bounds.count)))
    }

    var value: Value {
        state.withLock { state in
            guard !bounds.isEmpty else { return .number(state.number) }
            var seen = 0
            let steps = zip(bounds, state.counts).map { bound, count in
                seen += count
                return (bound: bound, count: seen)
            }
            return .histogram(steps, count: state.count, sum: state.sum)
        }
    }

    /// Adds to a number, or puts a size into its bucket; what is no number is left out.
    private func take(_ value: Double, adds: Bool) {
        guard value.isFinite else { return }
        state.withLock { state in
            guard !bounds.isEmpty else {
                state.number = adds ? state.number + value : value
                return
            }
            if let place = bounds.firstIndex(where: { value <= $0 }) { state.counts[place] += 1 }
            state.count += 1
            state.sum += value
        }
    }
}

extension Series: CounterHandler {
    func increment(by amount: Int64) { take(Double(max(0, amount)), adds: true) }

    func reset() { state.withLock { $0.number = 0 } }
}

extension Series: RecorderHandler {
    func record(_ value: Int64) { take(Double(value), adds: false) }

    func record(_ value: Double) { take(value, adds: false) }
}

extension Series: MeterHandler {
    func set(_ value: Int64) { take(Double(value), adds: false) }

    func set(_ value: Double) { take(value, adds: false) }

    func increment(by amount: Double) { take(amount, adds: true) }

    func decrement(by amount: Double) { take(-amount, adds: true) }
}

extension Series: TimerHandler {
    func recordNanoseconds(_ duration: Int64) { take(Double(duration) / 1e9, adds: false) }
}
