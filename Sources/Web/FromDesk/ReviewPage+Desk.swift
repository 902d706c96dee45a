import Calibration
import Desk
import Evidence
import Records
import Reviews
import Workspace
import Writing

extension ReviewView {
    /// Evidence by the numbers of the page: what is cited first, then what can be told.
    var numbered: [EntryID] {
        let cited = review.cited
        return cited + (desk?.candidates.map(\.id).filter { !cited.contains($0) } ?? [])
    }
}

extension ReviewPage {
    /// One review as the viewer may see it; `sent` keeps the words of a form that could not be taken.
    static func fill(
        _ id: ReviewID,
        from desk: Desk,
        viewer: PersonID,
        sent: FormFields? = nil,
        complaint: String? = nil
    ) async throws -> ReviewPage {
        let view = try await desk.review(id, for: viewer)
        let review = view.review
        let isWriting = view.desk != nil && review.state == .writing
        let numbers = Dictionary(uniqueKeysWithValues: view.numbered.enumerated().map { ($0.element, $0.offset + 1) })
        let document = view.document
        let wordings = isWriting ? try await desk.wordings(of: view, for: viewer) : [:]
        return ReviewPage(
            heading: document.title,
            person: PersonLink(name: view.person.name, link: .person(view.person.id)),
            facts: [
                "\(DayMark(review.from).text) to \(DayMark(review.to).text)", "by \(view.context.author)",
                "\(review.state.words), version \(review.version)",
            ],
            complaint: complaint,
            action: .review(id),
            version: String(review.version),
            isWriting: isWriting,
            parts: review.blocks.enumerated().map { place, block in
                ReviewPart(
                    key: block.id,
                    title: block.title,
                    sentences: block.lines.map {
                        ReviewSentence($0, view, numbers, wordings[$0.id], isWriting: isWriting, sent: sent)
                    },
                    ask: block.lines.isEmpty ? .rounds(about: view.person.id) : nil,
                    adding: isWriting ? ReviewForm(adding: block.id, place: place, sent: sent) : nil
                )
            },
            script: isWriting ? "typing.js" : nil,
            beside: isWriting ? view.desk.map { ReviewBeside($0, view, numbers) } : nil,
            steps: view.desk == nil
                ? nil
                : ReviewSteps(
                    canShare: isWriting && review.untouched.isEmpty,
                    missing: isWriting && !review.untouched.isEmpty
                        ? ReviewError.untouched(review.untouched).pageWords : nil,
                    canTakeBack: review.state == .shared || review.state == .acknowledged,
                    canSeal: review.state == .acknowledged || review.state == .shared,
                    canReword: wordings.values.contains { $0.standing == .unasked || $0.standing == .unanswered }
                ),
            reading: view.canAcknowledge
                ? ReviewReading(
                    author: view.context.author,
                    draft: sent?["step"] == "acknowledge" ? sent?["words"] ?? "" : ""
                ) : nil,
            comment: review.comment?.text,
            seal: view.seals["json"],
            sealNote: review.state == .sealed && !review.isWhole(view.context.entries)
                ? "Since it was sealed, something that it rests on was taken back or contested. The hash is that of the text as it was."
                : nil,
            sources: view.numbered.prefix(review.cited.count).enumerated().compactMap { place, entry in
                view.context.entries[entry].flatMap { kept in
                    kept.state == .withdrawn
                        ? nil : NumberedSource(number: place + 1, item: EvidenceItem(open: kept))
                }
            },
            print: .print(id),
            files: [("Markdown", "md"), ("HTML", "html"), ("JSON", "json")].map {
                FileLink(label: $0, file: .file(id, form: $1))
            }
        )
    }
}

extension ReviewSentence {
    init(
        _ line: ReviewLine,
        _ view: ReviewView,
        _ numbers: [EntryID: Int],
        _ wording: ReviewWording?,
        isWriting: Bool,
        sent: FormFields?
    ) {
        var looks: [String] = []
        if view.desk != nil, case .unsupported(let reasons)? = view.checks[line.id]?.standing {
            looks += reasons.map(\.words)
        }
        if isWriting, line.hand == .author {
            let citing = line.role == .claim ? !line.sources.isEmpty : nil
            looks += WordingLint.find(in: line.text, citing: citing).map { "\($0.words) \($0.suggestion)" }
        }
        let isClaim = line.hand == .author && line.role == .claim
        self.init(
            cited: CitedLine(
                line: Words(english: line.text),
                citations: line.sources.compactMap { id in
                    view.context.entries[id]?.state == .withdrawn ? nil : numbers[id].map { Citation($0) }
                }
            ),
            hand: line.hand == .reworded && isWriting
                ? "a model’s wording"
                : isClaim && !view.borneOut.contains(line.id) ? "in \(view.context.author)’s words" : nil,
            broken: (view.troubles[line.id] ?? []).map(\.words),
            looks: looks,
            changing: isWriting ? ReviewForm(changing: line, view, numbers, sent: sent) : nil,
            wording: wording.map { WordingPart($0, of: line, numbers) }
        )
    }
}

extension WordingPart {
    init(_ wording: ReviewWording, of line: ReviewLine, _ numbers: [EntryID: Int]) {
        var suggestion: CitedLine?
        if case .suggested(let sentence) = wording.standing {
            suggestion = CitedLine(
                line: Words(english: sentence.text),
                citations: sentence.sources.compactMap { numbers[$0].map { Citation($0) } }
            )
        }
        let note: String? =
            switch wording.standing {
            case .unasked, .suggested, .stays, .declined: nil
            case .unanswered: "The model did not answer in time. The sentence stays as it is; you can ask again."
            }
        let summary =
            switch wording.standing {
            case .stays: "A model was asked; the sentence stays"
            case .declined: "A model was asked; you kept the sentence"
            case .unasked, .suggested, .unanswered: "What was asked and answered"
            }
        self.init(
            number: String(line.id),
            suggestion: suggestion,
            canAsk: wording.standing == .unasked || wording.standing == .unanswered,
            note: note,
            summary: summary,
            log: wording.line,
            reasons: wording.reasons
        )
    }
}

extension ReviewForm {
    init(changing line: ReviewLine, _ view: ReviewView, _ numbers: [EntryID: Int], sent: FormFields?) {
        let mine = sent?["step"] == "edit" && sent?["key"] == line.key ? sent : nil
        self.init(
            place: "line-\(line.id)",
            number: String(line.id),
            name: line.key,
            into: nil,
            typed: mine?["words"] ?? line.text,
            from: line.sources.compactMap { numbers[$0].map(String.init) }.joined(separator: ", "),
            isOpen: mine != nil,
            quotes: line.sources.compactMap { id in
                view.context.entries[id].flatMap { entry in
                    entry.state == .withdrawn
                        ? nil : SourceQuote(label: SourceLink(entry).label, quote: entry.quote)
                }
            }
        )
    }

    init(adding block: String, place: Int, sent: FormFields?) {
        let mine = sent?["step"] == "add" && sent?["part"] == block ? sent : nil
        self.init(
            place: "part-\(place)",
            number: nil,
            name: nil,
            into: block,
            typed: mine?["words"] ?? "",
            from: mine?["sources"] ?? "",
            isOpen: mine != nil,
            quotes: []
        )
    }
}

extension ReviewBeside {
    init(_ desk: ReviewView.AuthorsDesk, _ view: ReviewView, _ numbers: [EntryID: Int]) {
        let cited = Set(view.review.cited)
        let meters = desk.meters.map { ($0.name, $0.words, $0.advice) }
        let bias = desk.bias.lines.map { ($0.name, $0.words, $0.advice) }
        self.init(
            checks: (meters + bias).map { name, words, advice in
                QualityNote(
                    check: name,
                    words: [Self.withoutShares(words), advice].compactMap(\.self).joined(separator: " "),
                    needsLook: advice != nil
                )
            },
            guide: desk.guide.sentences.map(\.text),
            untold: desk.candidates.filter { !cited.contains($0.id) }.suffix(40).reversed().map { entry in
                UntoldItem(
                    entry: entry.id.text,
                    label: "\(numbers[entry.id].map { "\($0). " } ?? "")\(SourceLink(entry).label)",
                    words: entry.quote,
                    isDropped: view.review.choices[entry.id]?.verdict == .drop
                )
            },
            versions: desk.versions.reversed().prefix(12).map {
                "Version \($0.version), \(DayMark(CivilDate(microseconds: $0.saved)).text): \($0.act)"
            }
        )
    }

    /// Shares of a text are not shares of a person; the sign is spelled out so that nobody reads one for the other.
    private static func withoutShares(_ words: String) -> String { words.replacing("%", with: " in a hundred") }
}

extension ReviewListPage {
    /// Reviews that the viewer may open, and whom they can write about.
    static func fill(from desk: Desk, viewer: PersonID, complaint: String? = nil) async throws -> ReviewListPage {
        let reviews = try await desk.reviews(for: viewer)
        let today = CivilDate(microseconds: try await desk.now())
        let people = try await desk.people()
        let own = people.filter { $0.id == viewer && $0.manager != nil }
        return ReviewListPage(
            complaint: complaint,
            reviews: reviews.map { listing in
                ReviewLineItem(
                    title: "\(listing.sort == .review ? "Review" : "Self review") of \(listing.person.name)",
                    words:
                        "\(DayMark(listing.row.from).text) to \(DayMark(listing.row.to).text), by \(listing.author), \(listing.state.words)",
                    review: .review(listing.id)
                )
            },
            people: own.map { ReviewSubject(id: $0.id.text, name: "Myself: a self review") }
                + people.filter { $0.manager == viewer }.map { ReviewSubject(id: $0.id.text, name: $0.name) },
            from: DayMark(CivilDate(days: today.days - 182)),
            to: DayMark(today)
        )
    }
}

extension ReviewPrintPage {
    /// Any document on paper.
    init(_ document: Document, back: Link) {
        self.init(
            title: document.title,
            lead: document.lead,
            facts: document.facts.map { PrintFact(name: $0.name, words: $0.words) },
            blocks: document.blocks.map { block in
                PrintBlock(
                    heading: block.title,
                    lines: block.lines.map {
                        PrintLine(text: $0.text, numbers: $0.cites, mark: $0.mark, hand: $0.hand)
                    }
                )
            },
            notes: document.notes.map {
                PrintNote(
                    number: $0.number,
                    label: $0.label,
                    quote: $0.quote,
                    caveat: $0.mark,
                    link: $0.link.flatMap(Link.init)
                )
            },
            closing: document.closing.map { PrintFact(name: $0.name, words: $0.words) },
            back: back
        )
    }
}
