/// Who was heard about whom, and how generously each speaker tends to write: `LeniencyTable.fit`, kept up to date.
///
/// A person's voices change the corrections of those who spoke about the person; in the next pass they change those of
/// everybody who spoke about anybody whom the former spoke about. Each correction that is touched is summed anew, over the
/// same people in the same order, so that no change leaves a trace and all numbers are those of a net made anew.
struct LeniencyNet: Sendable {
    /// One speaker's voice about one person.
    struct Cell: Sendable, Equatable {
        let voice: Int32
        /// How many independent observations it is worth.
        let mass: Double
        /// Share at the next level, not corrected.
        let share: Double
    }

    private let parameters: ClockParameters
    /// Voices about each person, in the order of their keys.
    private(set) var cells: [[Cell]]
    /// Where each speaker was heard, in the order of people.
    private var heard: [[Seat]]
    /// What all voices about a person weigh, with what was assumed before.
    private var totals: [Double]
    private var passes: [Pass]

    /// A speaker's place among the voices about a person.
    private struct Seat: Sendable {
        let person: Int32
        var place: Int32
    }

    private struct Pass: Sendable {
        /// What of it speaks for the next level, by person, under the corrections of the pass before.
        var next: [Double]
        /// The corrections that the pass finds, by speaker.
        var corrections: [Double]
    }

    /// Fits to everybody's voices; people stand in the order of their keys.
    init(_ cells: [[Cell]], voices: Int, parameters: ClockParameters) {
        self.parameters = parameters
        self.cells = cells
        heard = Array(repeating: [], count: voices)
        for (person, cells) in cells.enumerated() {
            for (place, cell) in cells.enumerated() {
                heard[Int(cell.voice)].append(Seat(person: Int32(person), place: Int32(place)))
            }
        }
        totals = cells.map { Self.total($0, parameters) }
        passes = []
        for _ in 0..<max(0, parameters.leniencyPasses) { passes.append(fit(after: passes.last)) }
    }

    /// How generously a speaker tends to write; 0 for one who was never compared.
    func correction(_ voice: Int32) -> Double { passes.last?.corrections[Int(voice)] ?? 0 }

    /// True for somebody who was heard about anybody.
    func isHeard(_ voice: Int32) -> Bool { !heard[Int(voice)].isEmpty }

    /// Takes over what is said of some people now, and sums anew what it touches.
    ///
    /// - Parameters:
    ///   - changed: people, each once, with their voices
    ///   - voices: how many speakers there are by now
    /// - Returns: the people whose corrected voices may differ, in order
    mutating func update(_ changed: [(person: Int, cells: [Cell])], voices: Int) -> [Int] {
        grow(to: voices)
        var touched: Set<Int32> = []
        for (person, new) in changed {
            for cell in cells[person] {
                touched.insert(cell.voice)
                stand(up: cell.voice, from: person)
            }
            for (place, cell) in new.enumerated() {
                touched.insert(cell.voice)
                sit(down: cell.voice, at: Seat(person: Int32(person), place: Int32(place)))
            }
            cells[person] = new
            totals[person] = Self.total(new, parameters)
        }
        let own = changed.map { Int32($0.person) }
        var moved: [Int32] = []
        for pass in passes.indices {
            var speakers = Marks(count: voices)
            for voice in touched { speakers.insert(voice) }
            for person in people(hearing: moved, and: own) {
                passes[pass].next[person] = next(person, before: pass)
                if pass > 0 { for cell in cells[person] { speakers.insert(cell.voice) } }
            }
            moved = refit(speakers.members, pass: pass)
        }
        return people(hearing: moved, and: own)
    }

    /// Some people and all about whom some speakers were heard, in order.
    private func people(hearing voices: [Int32], and own: [Int32]) -> [Int] {
        var marks = Marks(count: cells.count)
        for person in own { marks.insert(person) }
        for voice in voices { for seat in heard[Int(voice)] { marks.insert(seat.person) } }
        return marks.members.map { Int($0) }
    }

    /// A set of small numbers; a change can touch nearly everybody.
    private struct Marks {
        private var isIn: [Bool]
        init(count: Int) { isIn = Array(repeating: false, count: count) }
        mutating func insert(_ number: Int32) { isIn[Int(number)] = true }
        /// In order.
        var members: [Int32] { isIn.indices.filter { isIn[$0] }.map { Int32($0) } }
    }

    /// Sums some speakers' corrections anew; returns those that came out differently.
    private mutating func refit(_ speakers: [Int32], pass: Int) -> [Int32] {
        var moved: [Int32] = []
        for voice in speakers {
            let found = correction(of: voice, pass: pass)
            if found != passes[pass].corrections[Int(voice)] {
                passes[pass].corrections[Int(voice)] = found
                moved.append(voice)
            }
        }
        return moved
    }

    private mutating func grow(to voices: Int) {
        let more = voices - heard.count
        guard more > 0 else { return }
        heard += Array(repeating: [], count: more)
        for pass in passes.indices { passes[pass].corrections += Array(repeating: 0, count: more) }
    }

    private mutating func stand(up voice: Int32, from person: Int) {
        heard[Int(voice)].removeAll { $0.person == Int32(person) }
    }

    private mutating func sit(down voice: Int32, at seat: Seat) {
        let place = heard[Int(voice)].firstIndex { $0.person > seat.person } ?? heard[Int(voice)].count
        heard[Int(voice)].insert(seat, at: place)
    }

    /// One pass over everybody at once; the same sums in the same order as speaker by speaker.
    private func fit(after last: Pass?) -> Pass {
        var pass = Pass(next: totals, corrections: Array(repeating: 0, count: heard.count))
        var mass = pass.corrections
        for person in cells.indices {
            let next = next(person, corrections: last?.corrections)
            pass.next[person] = next
            for cell in cells[person] {
                let corrected = Self.corrected(cell, last?.corrections)
                guard let part = difference(cell, corrected: corrected, next: next, total: totals[person]) else {
                    continue
                }
                pass.corrections[Int(cell.voice)] += part
                mass[Int(cell.voice)] += cell.mass
            }
        }
        for voice in mass.indices { pass.corrections[voice] /= mass[voice] + parameters.leniencyStrength }
        return pass
    }

    /// One speaker's correction.
    private func correction(of voice: Int32, pass: Int) -> Double {
        let before = pass > 0 ? passes[pass - 1].corrections : nil
        var sum = 0.0
        var mass = 0.0
        for seat in heard[Int(voice)] {
            let place = Int(seat.person)
            let cell = cells[place][Int(seat.place)]
            let corrected = Self.corrected(cell, before)
            guard
                let part = difference(
                    cell,
                    corrected: corrected,
                    next: passes[pass].next[place],
                    total: totals[place]
                )
            else { continue }
            sum += part
            mass += cell.mass
        }
        return sum / (mass + parameters.leniencyStrength)
    }

    /// What a speaker saw, less what all others say about the same person; nil where there is nobody else.
    private func difference(_ cell: Cell, corrected: Double, next: Double, total: Double) -> Double? {
        guard total - cell.mass > 0 else { return nil }
        let rest = (next - cell.mass * corrected) / (total - cell.mass)
        return cell.mass * (cell.share - rest)
    }

    private func next(_ person: Int, before pass: Int) -> Double {
        next(person, corrections: pass > 0 ? passes[pass - 1].corrections : nil)
    }

    private func next(_ person: Int, corrections: [Double]?) -> Double {
        cells[person]
            .reduce(parameters.priorStrength * parameters.priorMean) {
                $0 + $1.mass * Self.corrected($1, corrections)
            }
    }

    private static func corrected(_ cell: Cell, _ corrections: [Double]?) -> Double {
        min(1, max(0, cell.share - (corrections?[Int(cell.voice)] ?? 0)))
    }

    private static func total(_ cells: [Cell], _ parameters: ClockParameters) -> Double {
        cells.reduce(parameters.priorStrength) { $0 + $1.mass }
    }
}
