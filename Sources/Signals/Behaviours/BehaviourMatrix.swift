/// How much each behaviour speaks to each competency of a ladder; every row adds up to 1, or to 0 where it speaks to none.
///
/// Made from a ladder's own words when the ladder loads, shown and edited as text. Source: `docs/methods.md`,
/// "Competencies by behaviours".
public struct BehaviourMatrix: Sendable, Hashable {
    /// Ids of the competencies, in the ladder's order.
    public let competencies: [String]
    /// For each of `WorkBehaviour.all`, its shares in the order of `competencies`.
    public private(set) var rows: [[Double]]

    /// What a ladder says about one competency.
    public struct Wording: Sendable, Hashable {
        /// The competency's id.
        public let competency: String
        /// Stage statements and behaviours, one sentence each.
        public let sentences: [String]

        /// Joins an id and its sentences.
        public init(competency: String, sentences: [String]) {
            self.competency = competency
            self.sentences = sentences
        }
    }

    /// The matrix of the reference ladder's ids alone: each behaviour speaks to its home.
    public static let homes: BehaviourMatrix = {
        var ids: [String] = []
        for behaviour in WorkBehaviour.all where !ids.contains(behaviour.home) { ids.append(behaviour.home) }
        return BehaviourMatrix(
            competencies: ids,
            rows: WorkBehaviour.all.map { behaviour in ids.map { $0 == behaviour.home ? 1 : 0 } }
        )
    }()

    private init(competencies: [String], rows: [[Double]]) {
        self.competencies = competencies
        self.rows = rows
    }

    /// Reads a ladder's sentences as the reader reads messages, and gives each behaviour to the competencies whose
    /// sentences show it; half of a row is its home, where the ladder has a competency of that id.
    public init(ladder: [Wording], weights: BehaviourWeights) {
        let known = WorkBehaviour.all.indices
        let shown = ladder.map { wording in
            let all = wording.sentences.map { weights.behaviours(of: $0) }
            return known.map { index in all.isEmpty ? 0 : all.reduce(0) { $0 + $1[index] } / Double(all.count) }
        }
        let competencies = ladder.map(\.competency)
        self.competencies = competencies
        rows = known.map { index in
            let words = shown.map { $0[index] * $0[index] }
            let total = words.reduce(0, +)
            let home = competencies.firstIndex(of: WorkBehaviour.all[index].home)
            let share = home == nil ? 1 : 0.5
            var row = words.map { total > 0 ? share * $0 / total : 0 }
            if let home { row[home] += 1 - share }
            return Self.balanced(row)
        }
    }

    /// The competencies that shares of behaviours speak to, the likeliest first; shares of 1.
    public func competencies(of behaviours: [Double]) -> [CompetencyShare] {
        var shares = Array(repeating: 0.0, count: competencies.count)
        for (row, share) in zip(rows, behaviours) {
            for (index, value) in row.enumerated() { shares[index] += share * value }
        }
        let total = shares.reduce(0, +)
        guard total > 0 else { return [] }
        return shares.indices
            .sorted { shares[$0] == shares[$1] ? $0 < $1 : shares[$0] > shares[$1] }
            .map { CompetencyShare(competency: competencies[$0], share: shares[$0] / total) }
    }

    private static func balanced(_ row: [Double]) -> [Double] {
        let total = row.reduce(0, +)
        return total > 0 ? row.map { $0 / total } : row
    }
}

// MARK: - As text

extension BehaviourMatrix {
    /// A table for people and programs: one line a behaviour, comma between, shares with two digits.
    public var csv: String {
        let head = (["behaviour"] + competencies).joined(separator: ",")
        let lines = zip(WorkBehaviour.all, rows).map { behaviour, row in
            ([behaviour.id] + row.map(Self.text)).joined(separator: ",")
        }
        return ([head] + lines).joined(separator: "\n") + "\n"
    }

    /// Puts edited rows in the place of computed ones; behaviours that are not listed keep theirs, and rows are brought
    /// to a sum of 1.
    ///
    /// Errors: a line that cannot be taken, with its number.
    public func applying(csv: String) throws(BehaviourMatrixError) -> BehaviourMatrix {
        var lines = csv.split(whereSeparator: \.isNewline).enumerated().map { ($0.offset + 1, Self.fields($0.element)) }
        lines.removeAll { $0.1.allSatisfy(\.isEmpty) || $0.1.first?.hasPrefix("#") == true }
        guard let head = lines.first, head.1.first == "behaviour" else { throw .noHead }
        var places: [Int] = []
        for name in head.1.dropFirst() {
            guard let place = competencies.firstIndex(of: name) else {
                throw .unknownCompetency(name, line: head.0)
            }
            places.append(place)
        }
        var edited = self
        for (number, fields) in lines.dropFirst() {
            guard let behaviour = WorkBehaviour.all.firstIndex(where: { $0.id == fields.first }) else {
                throw .unknownBehaviour(fields.first ?? "", line: number)
            }
            guard fields.count == places.count + 1 else {
                throw .fields(found: fields.count, expected: places.count + 1, line: number)
            }
            var row = Array(repeating: 0.0, count: competencies.count)
            for (place, field) in zip(places, fields.dropFirst()) {
                guard let share = Double(field.isEmpty ? "0" : field), share >= 0, share.isFinite else {
                    throw .notAShare(field, line: number)
                }
                row[place] = share
            }
            edited.rows[behaviour] = Self.balanced(row)
        }
        return edited
    }

    private static func fields(_ line: Substring) -> [String] {
        line.split(separator: ",", omittingEmptySubsequences: false).map { field in
            var field = field
            while field.first?.isWhitespace == true { field.removeFirst() }
            while field.last?.isWhitespace == true { field.removeLast() }
            return String(field)
        }
    }

    private static func text(_ share: Double) -> String {
        let hundredths = Int((share * 100).rounded())
        return hundredths % 100 == 0 ? "\(hundredths / 100)" : "0.\(hundredths < 10 ? "0" : "")\(hundredths)"
    }
}

/// What can be wrong with an edited matrix.
public enum BehaviourMatrixError: Error, Sendable, Hashable {
    /// The first line does not begin with `behaviour`.
    case noHead
    /// A column names no competency of the ladder.
    case unknownCompetency(String, line: Int)
    /// A line names no behaviour.
    case unknownBehaviour(String, line: Int)
    /// A line has too many or too few fields.
    case fields(found: Int, expected: Int, line: Int)
    /// A field is no number of 0 or more.
    case notAShare(String, line: Int)
}
