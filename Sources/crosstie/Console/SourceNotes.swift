import Evidence
import Workspace
import Writing

/// Sentences with numbers behind them, and the list that the numbers lead to.
struct SourceNotes {
    let sources: [EntryID: LedgerEntry]
    private var order: [EntryID] = []

    init(sources: [EntryID: LedgerEntry]) { self.sources = sources }

    mutating func block(_ title: String, _ sentences: [Sentence]) {
        guard !sentences.isEmpty else { return }
        Console.line()
        Console.heading(title)
        for sentence in sentences { Console.line(Console.wrapped("· " + sentence.text + marks(sentence), indent: 2)) }
    }

    /// ` [1][2]`.
    mutating func marks(_ sentence: Sentence) -> String {
        guard !sentence.sources.isEmpty else { return "" }
        let numbers = sentence.sources.map { id in
            if let place = order.firstIndex(of: id) { return place + 1 }
            order.append(id)
            return order.count
        }
        return " " + numbers.map { "[\($0)]" }.joined()
    }

    func list() {
        guard !order.isEmpty else { return }
        Console.line()
        Console.heading("Sources")
        for (place, id) in order.enumerated() {
            guard let entry = sources[id] else { continue }
            let day = CivilDate(microseconds: entry.moment)
            Console.line(
                "  [\(place + 1)] \(day) #\(entry.channelName), \(entry.voice.name), \(entry.state.rawValue) [\(id)]\(entry.link.map { " " + $0 } ?? "")"
            )
        }
    }
}
