public import Evidence
public import Signals

extension WorkClass {
    /// The class in a sentence.
    public var meterName: String {
        switch self {
        case .launch: "launches"
        case .upkeep: "keeping things running"
        case .ownership: "ownership"
        case .decision: "decisions"
        case .enablement: "helping others"
        case .craft: "craft"
        }
    }
}

/// What a bias meter says, one line a question.
public struct BiasLine: Sendable, Hashable {
    /// The question.
    public let name: String
    /// The answer.
    public let words: String
    /// What would make the text fairer; nil where nothing needs to.
    public let advice: String?
    /// Entries that the advice names.
    public let entries: [EntryID]
}

extension BiasMeter {
    /// Coverage, visible wins, last quarter, one voice.
    public var lines: [BiasLine] {
        guard cited > 0 else {
            return [
                BiasLine(
                    name: "Coverage",
                    words: "The text cites none of the \(CueWords.count(held, "entry", "entries")) of the period.",
                    advice: held > 0 ? "Say what was seen, and cite it." : nil,
                    entries: []
                )
            ]
        }
        return [coverageLine, launchLine, quarterLine, voiceLine]
    }

    private var coverageLine: BiasLine {
        BiasLine(
            name: "Coverage",
            words:
                "\(episodes.told) of \(CueWords.count(episodes.all, "happening", "happenings")) are told; of the twelve clearest, \(CueWords.percent(coverage)).",
            advice: coverage < 0.6 && episodes.told < min(12, episodes.all)
                ? "Look through what is not told; some of it may matter more." : nil,
            entries: coverage < 0.6 ? untold : []
        )
    }

    private var launchLine: BiasLine {
        let most = classes.filter { $0.value.isMore && $0.key != .upkeep }
            .max {
                ($0.value.text - $0.value.ledger, $1.key.rawValue) < ($1.value.text - $1.value.ledger, $0.key.rawValue)
            }
        let upkeep = classes[.upkeep]
        let shares = { (share: Share) in
            "\(CueWords.percent(share.text)) of the text, \(CueWords.percent(share.ledger)) of the ledger"
        }
        let words: String
        if says, let most {
            words = "The text leans on \(most.key.meterName): \(shares(most.value))."
        } else {
            words = "Launches are \(shares(launches))."
        }
        let lessUpkeep = says && upkeep.map { $0.ledger >= 0.1 && $0.text < 0.8 * $0.ledger } == true
        let isLeaning = says && most != nil
        return BiasLine(
            name: "Visible wins",
            words: words
                + (lessUpkeep ? " Keeping things running is \(upkeep.map(shares) ?? "")." : ""),
            advice: isLeaning || lessUpkeep ? "Tell what nobody celebrated, too." : nil,
            entries: isLeaning || lessUpkeep ? untold : []
        )
    }

    private var quarterLine: BiasLine {
        let isLate = says && lastQuarter.isMore
        return BiasLine(
            name: "Last quarter",
            words:
                "The last quarter of the period is \(CueWords.percent(lastQuarter.text)) of the text, \(CueWords.percent(lastQuarter.ledger)) of the ledger.",
            advice: isLate ? "Add something from the months before." : nil,
            entries: []
        )
    }

    private var voiceLine: BiasLine {
        BiasLine(
            name: "One voice",
            words:
                "The voice that is cited most says \(CueWords.percent(oneVoice.text)) of the text, \(CueWords.percent(oneVoice.ledger)) of the ledger, which holds \(CueWords.count(voices, "voice", "voices")).",
            advice: leansOnOneVoice ? "Let others speak who saw it, too." : nil,
            entries: []
        )
    }

    /// Text against ledger by class of work, as a small drawing; everything in it is said in words as well.
    ///
    /// Shape: one inline SVG element in the page's own colour: full bars are the text, open bars the ledger.
    public var svg: String {
        let shown = WorkClass.allCases.compactMap { kind in classes[kind].map { (kind, $0) } }
        let (left, width, row) = (150.0, 180.0, 26.0)
        let height = row * Double(max(1, shown.count)) + 4
        var body: [String] = []
        for (place, (kind, share)) in shown.enumerated() {
            let y = row * Double(place) + 4
            body.append(
                "<text x=\"\(Self.number(left - 8))\" y=\"\(Self.number(y + 14))\" text-anchor=\"end\" font-size=\"12\" fill=\"currentColor\">\(kind.meterName)</text>"
            )
            body.append(
                "<rect x=\"\(Self.number(left))\" y=\"\(Self.number(y))\" width=\"\(Self.number(max(0.5, width * share.text)))\" height=\"9\" fill=\"currentColor\"/>"
            )
            body.append(
                "<rect x=\"\(Self.number(left))\" y=\"\(Self.number(y + 11))\" width=\"\(Self.number(max(0.5, width * share.ledger)))\" height=\"7\" fill=\"none\" stroke=\"currentColor\"/>"
            )
            body.append(
                "<text x=\"\(Self.number(left + width + 6))\" y=\"\(Self.number(y + 14))\" font-size=\"12\" fill=\"currentColor\">\(CueWords.percent(share.text)) · \(CueWords.percent(share.ledger))</text>"
            )
        }
        let words = shown.map {
            "\($0.0.meterName) \(CueWords.percent($0.1.text)) of the text and \(CueWords.percent($0.1.ledger)) of the ledger"
        }.joined(separator: "; ")
        return """
            <svg class="bias-meter" viewBox="0 0 420 \(Self.number(height))" width="420" role="img" \
            aria-label="Classes of work, text against ledger: \(words)." xmlns="http://www.w3.org/2000/svg">\
            \(body.joined())</svg>
            """
    }

    private static func number(_ value: Double) -> String { CueWords.fixed(value, 1) }
}
