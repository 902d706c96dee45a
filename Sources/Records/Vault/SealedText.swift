import Workspace

/// What stands inside a sealed fact, as text; fields are parted by the unit separator, which no cell can hold.
enum SealedText {
    private static let separator: Character = "\u{1F}"

    static func text(of pay: Pay) -> String {
        fields([
            String(pay.base), pay.variable.map { String($0) } ?? "", pay.currency ?? "",
            pay.share.map { String($0) } ?? "", pay.weeklyHours.map { String($0) } ?? "",
        ])
    }

    static func pay(_ text: String) -> Pay? {
        let fields = text.split(separator: separator, omittingEmptySubsequences: false)
        guard fields.count == 5, let base = Int64(fields[0]) else { return nil }
        return Pay(
            base: base,
            variable: Int64(fields[1]),
            currency: fields[2].isEmpty ? nil : String(fields[2]),
            share: Double(fields[3]),
            weeklyHours: Double(fields[4])
        )
    }

    static func text(of groups: [ProtectedCategory: String]) -> String {
        fields(groups.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { [$0.key.rawValue, $0.value] })
    }

    static func groups(_ text: String) -> [ProtectedCategory: String] {
        let fields = text.split(separator: separator, omittingEmptySubsequences: false)
        var groups: [ProtectedCategory: String] = [:]
        for place in stride(from: 0, to: fields.count - 1, by: 2) {
            if let category = ProtectedCategory(rawValue: String(fields[place])) {
                groups[category] = String(fields[place + 1])
            }
        }
        return groups
    }

    static func text(of answer: ChoiceAnswer) -> String {
        fields([answer.choice.rawValue, answer.group, answer.words])
    }

    static func answer(_ text: String) -> ChoiceAnswer? {
        let fields = text.split(separator: separator, omittingEmptySubsequences: false)
        guard fields.count == 3, let choice = Choice(rawValue: String(fields[0])) else { return nil }
        return ChoiceAnswer(choice, group: String(fields[1]), words: String(fields[2]))
    }

    private static func fields(_ fields: [String]) -> String {
        fields.map { $0.filter { $0 != separator && $0 != "\u{0}" } }.joined(separator: String(separator))
    }
}
