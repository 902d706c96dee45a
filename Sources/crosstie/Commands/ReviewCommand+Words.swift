import Answers
import Calibration
import Desk
import Evidence
import Records
import Reviews
import Workspace
import Writing

/// Reviews on the terminal.
enum ReviewWords {
    static func show(
        _ id: ReviewID,
        _ desk: Desk,
        _ viewer: PersonID,
        version: Int? = nil,
        json: Bool
    ) async throws {
        let view = try await desk.review(id, version: version, for: viewer)
        if json { return try Console.json(ReviewAnswer(view)) }
        tell(view)
    }

    private static func tell(_ view: ReviewView) {
        let review = view.review
        Console.heading("\(review.id): \(view.document.title), \(review.from) to \(review.to)")
        Console.line("  \(review.state.words), version \(review.version), written by \(view.context.author)")
        let numbers = Dictionary(uniqueKeysWithValues: review.cited.enumerated().map { ($0.element, $0.offset + 1) })
        for block in review.blocks {
            Console.line()
            Console.heading("\(block.title) [\(block.id)]")
            if block.lines.isEmpty { Console.line("  Not enough evidence. Ask those who were there.") }
            for line in block.lines {
                let cites = line.sources.compactMap { numbers[$0] }.map { "[\($0)]" }.joined()
                let hand = line.hand == .author ? " (\(view.context.author))" : ""
                Console.line(Console.wrapped("\(line.id). \(line.text) \(cites)\(hand)", indent: 2))
                marks(of: line, view)
            }
        }
        if let comment = review.comment {
            Console.line()
            Console.heading("Comment")
            Console.line(Console.wrapped(comment.text, indent: 2))
        }
        if let desk = view.desk, review.state == .writing { beside(desk, review) }
        Console.line()
        Console.heading("Sources")
        for (place, id) in review.cited.enumerated() {
            let note = Document.Note(place + 1, view.context.entries[id])
            let quote = note.quote.map { " “\($0)”" } ?? ""
            Console.line(Console.wrapped("[\(place + 1)] \(note.label)\(quote) \(note.mark ?? "")[\(id)]", indent: 2))
        }
        if let hash = view.seals["json"] { Console.line("\nSHA-256 \(hash)") }
    }

    private static func marks(of line: ReviewLine, _ view: ReviewView) {
        for trouble in view.troubles[line.id] ?? [] { Console.line(Console.wrapped("!! \(trouble.words)", indent: 5)) }
        if case .unsupported(let reasons)? = view.checks[line.id]?.standing, view.desk != nil {
            for reason in reasons { Console.line(Console.wrapped("?  \(reason.words)", indent: 5)) }
        }
        guard line.hand == .author, view.desk != nil else { return }
        for lint in WordingLint.find(in: line.text, citing: line.role == .claim ? !line.sources.isEmpty : nil) {
            Console.line(Console.wrapped("~  \(lint.words) \(lint.suggestion)", indent: 5))
        }
    }

    private static func beside(_ desk: ReviewView.AuthorsDesk, _ review: Review) {
        Console.line()
        Console.heading("About this text")
        for meter in desk.meters where meter.advice != nil {
            Console.line(Console.wrapped("· \(meter.name): \(meter.words) \(meter.advice ?? "")", indent: 2))
        }
        for line in desk.bias.lines where line.advice != nil {
            Console.line(Console.wrapped("· \(line.name): \(line.words) \(line.advice ?? "")", indent: 2))
        }
        let untouched = review.untouched
        if !untouched.isEmpty {
            Console.line("  Your hand is missing in: \(untouched.joined(separator: ", ")).")
        }
        let cited = Set(review.cited)
        let rest = desk.candidates.filter { !cited.contains($0.id) }
        guard !rest.isEmpty else { return }
        Console.line()
        Console.heading("Not told yet")
        for entry in rest.suffix(20).reversed() {
            let dropped = review.choices[entry.id]?.verdict == .drop ? " (left out)" : ""
            Console.line(
                Console.wrapped(
                    "\(entry.id) \(CivilDate(microseconds: entry.moment)) \(entry.voice.name): “\(entry.quote)”\(dropped)",
                    indent: 2
                )
            )
        }
    }

    static func tell(_ found: SealFinding) {
        Console.line("SHA-256 \(found.hash)")
        guard let review = found.review, let sealed = found.sealedAt else {
            return Console.line(
                Console.wrapped(
                    "No review that you may open was sealed with these bytes. The file was changed, was written before or after sealing, or words of it were taken back since."
                )
            )
        }
        let read = found.acknowledgedAt.map { "acknowledged on \(CivilDate(microseconds: $0))" } ?? "not acknowledged"
        Console.line("This is \(review) as it was sealed on \(CivilDate(microseconds: sealed)), \(read).")
        if !found.isWhole {
            Console.line(
                Console.wrapped("Since then something it rests on was taken back or contested; a fresh copy says so.")
            )
        }
    }
}

/// What a file turned out to be, for programs.
struct SealAnswer: Encodable {
    let hash: String
    let review: String?
    let form: String?
    let sealed: String?
    let acknowledged: String?
    let whole: Bool

    init(_ found: SealFinding) {
        hash = found.hash
        review = found.review?.text
        form = found.form?.rawValue
        sealed = found.sealedAt.map { CivilDate(microseconds: $0).description }
        acknowledged = found.acknowledgedAt.map { CivilDate(microseconds: $0).description }
        whole = found.isWhole
    }
}
