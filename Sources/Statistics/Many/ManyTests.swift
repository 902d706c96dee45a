/// What is left of many tests when it is taken into account that they are many.
public enum ManyTests {
    /// Benjamini and Hochberg: the share of false among the rejected stays at `q`.
    ///
    /// Source: Benjamini and Hochberg (1995). Shape: both answers in the order of the input.
    public static func benjaminiHochberg(_ p: [Double], q: Double) -> (adjusted: [Double], reject: [Bool]) {
        let m = Double(p.count)
        let order = p.indices.sorted { p[$0] < p[$1] }
        var adjusted = p
        var reject = [Bool](repeating: false, count: p.count)
        var lowest = 1.0
        var found = false
        for place in order.indices.reversed() {
            let index = order[place]
            let rank = Double(place + 1)
            lowest = min(lowest, p[index] * m / rank)
            adjusted[index] = lowest
            found = found || p[index] <= rank / m * q * (1 + 1e-12)
            reject[index] = found
        }
        return (adjusted, reject)
    }

    /// Holm: the chance of even one false among the rejected stays at `q`.
    ///
    /// Source: Holm (1979). Shape: both answers in the order of the input.
    public static func holm(_ p: [Double], q: Double) -> (adjusted: [Double], reject: [Bool]) {
        let order = p.indices.sorted { p[$0] < p[$1] }
        var adjusted = p
        var reject = [Bool](repeating: false, count: p.count)
        var highest = 0.0
        var going = true
        for (place, index) in order.enumerated() {
            let left = Double(p.count - place)
            highest = max(highest, min(1, p[index] * left))
            adjusted[index] = highest
            going = going && p[index] <= q / left * (1 + 1e-12)
            reject[index] = going
        }
        return (adjusted, reject)
    }

    /// Benjamini and Hochberg for e-values, which may be looked at at any time.
    ///
    /// Source: Wang and Ramdas (2022). Shape: in the order of the input.
    public static func eBenjaminiHochberg(_ e: [Double], q: Double) -> [Bool] {
        let m = Double(e.count)
        let order = e.indices.sorted { e[$0] > e[$1] }
        var reject = [Bool](repeating: false, count: e.count)
        guard let last = order.indices.last(where: { e[order[$0]] * Double($0 + 1) * q >= m * (1 - 1e-12) }) else {
            return reject
        }
        for place in 0...last { reject[order[place]] = true }
        return reject
    }
}
