/// People who mostly praise each other, kept up to date: `ReciprocalPairs.find` on numbers.
struct RingFinder: Sendable {
    /// Whom each person mostly hears, of those who are people in the book themselves.
    private var leaning: [[Int32]]

    init(_ leaning: [[Int32]]) { self.leaning = leaning }

    /// Takes over whom a person mostly hears; true when that is a change.
    mutating func set(_ voices: [Int32], of person: Int) -> Bool {
        guard leaning[person] != voices else { return false }
        leaning[person] = voices
        return true
    }

    /// Groups of two and more people, each joined to the next by a pair that leans on each other.
    func groups() -> [[Int]] {
        var group: [Int: Int] = [:]
        var groups: [[Int]] = []
        for person in leaning.indices {
            for voice in leaning[person]
            where Int(voice) != person && leaning[Int(voice)].contains(Int32(person)) {
                join(person, Int(voice), in: &groups, by: &group)
            }
        }
        return groups.filter { !$0.isEmpty }
    }

    private func join(_ one: Int, _ other: Int, in groups: inout [[Int]], by group: inout [Int: Int]) {
        switch (group[one], group[other]) {
        case (nil, nil):
            groups.append([one, other])
            (group[one], group[other]) = (groups.count - 1, groups.count - 1)
        case (let place?, nil):
            groups[place].append(other)
            group[other] = place
        case (nil, let place?):
            groups[place].append(one)
            group[one] = place
        case (let first?, let second?):
            guard first != second else { return }
            for person in groups[second] { group[person] = first }
            groups[first] += groups[second]
            groups[second] = []
        }
    }
}
