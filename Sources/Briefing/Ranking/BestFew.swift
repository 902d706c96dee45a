/// The few best of many, by a heap with the least on top; ties go to the one met first.
struct BestFew {
    private var heap: [(score: Double, item: Int, met: Int)] = []
    private let most: Int
    private var met = 0

    init(most: Int) {
        self.most = most
        heap.reserveCapacity(most + 1)
    }

    var isFull: Bool { heap.count >= most }
    var least: Double { heap.first?.score ?? 0 }

    mutating func add(_ score: Double, _ item: Int) {
        met += 1
        if heap.count < most {
            heap.append((score, item, met))
            var at = heap.count - 1
            while at > 0, less(heap[at], heap[(at - 1) / 2]) {
                heap.swapAt(at, (at - 1) / 2)
                at = (at - 1) / 2
            }
        } else if most > 0, score > heap[0].score {
            heap[0] = (score, item, met)
            sink()
        }
    }

    private mutating func sink() {
        var at = 0
        while true {
            var least = at
            for child in [2 * at + 1, 2 * at + 2] where child < heap.count && less(heap[child], heap[least]) {
                least = child
            }
            if least == at { return }
            heap.swapAt(at, least)
            at = least
        }
    }

    private func less(
        _ one: (score: Double, item: Int, met: Int),
        _ other: (score: Double, item: Int, met: Int)
    ) -> Bool {
        one.score != other.score ? one.score < other.score : one.met > other.met
    }

    /// The best first.
    var sorted: [(Double, Int)] { heap.sorted { less($1, $0) }.map { ($0.score, $0.item) } }
}
