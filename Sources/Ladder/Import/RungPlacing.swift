extension ImportSketch {
    /// The level number of each rung, from 1; tracks meet where the files say so, or at their tops.
    func levelNumbers(_ gathering: ImportGathering) -> [Int] {
        let order = ordered(gathering)
        let managers = order.filter { rungs[$0].track == .management }
        let others = order.filter { rungs[$0].track != .management }
        if managers.isEmpty || others.isEmpty { return numbers(byPlaceIn: [order]) }
        if rungs.allSatisfy({ $0.order != nil }) { return numbers(by: { rungs[$0].order ?? 0 }) }
        if speakOneCode(managers, others) { return numbers(by: { Double(rungs[$0].name.number ?? 0) }) }
        if let shared = numbers(byStemsIn: order) { return shared }
        gathering.assume(.alignedTops, at: rungs[managers[0]].label, in: file)
        let shift = others.count - managers.count
        var numbers = [Int](repeating: 1, count: rungs.count)
        for (place, rung) in others.enumerated() { numbers[rung] = place + 1 + max(0, -shift) }
        for (place, rung) in managers.enumerated() { numbers[rung] = place + 1 + max(0, shift) }
        return numbers
    }

    /// Rungs as somebody listed them, else by the words that say where they stand.
    private func ordered(_ gathering: ImportGathering) -> [Int] {
        let places = Array(rungs.indices)
        if isOrdered { return places }
        let codes = rungs.map(\.name.isCode)
        if codes.allSatisfy(\.self) {
            return places.sorted { (rungs[$0].name.number ?? 0, $0) < (rungs[$1].name.number ?? 0, $1) }
        }
        if rungs.allSatisfy({ $0.name.rank != nil }) {
            return places.sorted { (rungs[$0].name.rank ?? 0, $0) < (rungs[$1].name.rank ?? 0, $1) }
        }
        gathering.assume(.orderGuessed, file: file)
        return places
    }

    /// True when both tracks count with one code, so that equal numbers are equal levels.
    private func speakOneCode(_ managers: [Int], _ others: [Int]) -> Bool {
        guard (managers + others).allSatisfy({ rungs[$0].name.isCode }) else { return false }
        let numbers = { (places: [Int]) in places.compactMap { rungs[$0].name.number } }
        guard Set(numbers(managers)).count == managers.count, Set(numbers(others)).count == others.count else {
            return false
        }
        // Two codes that both begin at 1 and differ in length count for themselves.
        let bothFromOne = numbers(managers).min() == 1 && numbers(others).min() == 1
        return !(bothFromOne && managers.count != others.count)
    }

    private func numbers(by height: (Int) -> Double) -> [Int] {
        let heights = Set(rungs.indices.map(height)).sorted()
        return rungs.indices.map { (heights.firstIndex(of: height($0)) ?? 0) + 1 }
    }

    private func numbers(byPlaceIn orders: [[Int]]) -> [Int] {
        var numbers = [Int](repeating: 1, count: rungs.count)
        for order in orders { for (place, rung) in order.enumerated() { numbers[rung] = place + 1 } }
        return numbers
    }

    /// `senior-2-ic` and `senior-2-pm` are one level; nil when no two rungs share a stem.
    private func numbers(byStemsIn order: [Int]) -> [Int]? {
        var numbers = [Int](repeating: 1, count: rungs.count)
        var byStem: [String: Int] = [:]
        var next = 1
        var shared = false
        for rung in order {
            let stem = rungs[rung].name.stem
            if !stem.isEmpty, let number = byStem[stem] {
                numbers[rung] = number
                shared = true
            } else {
                numbers[rung] = next
                byStem[stem] = next
                next += 1
            }
        }
        return shared ? numbers : nil
    }
}
