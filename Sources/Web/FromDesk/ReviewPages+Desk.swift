import Desk
import Evidence
import Reviews
import Workspace

extension ReviewPages {
    /// Pages of reviews filled from a desk; the desk asks for rights.
    init(desk: Desk) {
        self.init()
        list = { viewer in try await Self.refusing { try await ReviewListPage.fill(from: desk, viewer: viewer) } }
        start = { viewer, fields in try await Self.refusing { try await Self.start(viewer, fields, desk) } }
        review = { viewer, id in
            try await Self.refusing { try await ReviewPage.fill(ReviewID(id), from: desk, viewer: viewer) }
        }
        step = { viewer, id, fields in
            try await Self.refusing { try await Self.step(viewer, ReviewID(id), fields, desk) }
        }
        print = { viewer, id in
            try await Self.refusing {
                ReviewPrintPage(try await desk.review(ReviewID(id), for: viewer).document, back: .review(ReviewID(id)))
            }
        }
        file = { viewer, id, form in
            guard let form = DocumentFile.Form(rawValue: form) else { throw PageRefusal.notFound }
            return try await Self.refusing {
                let file = try await desk.export(ReviewID(id), as: form, for: viewer)
                return ReviewFile(file)
            }
        }
        feedback = { viewer in
            try await Self.refusing { try await ReviewFeedbackPage.fill(from: desk, viewer: viewer) }
        }
        give = { viewer, fields in try await Self.refusing { try await Self.give(viewer, fields, desk) } }
        feedbackAbout = { viewer, person in
            try await Self.refusing { try await ReviewFeedbackAboutPage.fill(person, from: desk, viewer: viewer) }
        }
        ask = { viewer, person, fields in
            try await Self.refusing { try await Self.ask(viewer, person, fields, desk) }
        }
    }

    /// What the desk refuses, as pages refuse it; a review that is none of the viewer's business looks like none.
    private static func refusing<Answer>(_ work: () async throws -> Answer) async throws -> Answer {
        do {
            return try await PageSource.refusing(work)
        } catch is ReviewError {
            throw PageRefusal.notFound
        }
    }

    private static func start(
        _ viewer: PersonID,
        _ fields: FormFields,
        _ desk: Desk
    ) async throws -> FormOutcome<ReviewListPage> {
        do {
            let review = try await desk.startReview(
                of: PersonID(fields["person"]),
                from: fields.day("from"),
                to: fields.day("to"),
                by: viewer
            )
            return .done(.review(review.id))
        } catch let error as ReviewError {
            return .again(try await ReviewListPage.fill(from: desk, viewer: viewer, complaint: error.pageWords))
        }
    }

    private static func step(
        _ viewer: PersonID,
        _ id: ReviewID,
        _ fields: FormFields,
        _ desk: Desk
    ) async throws -> FormOutcome<ReviewPage> {
        guard let version = Int(fields["version"]) else { throw RequestRefusal.notAForm }
        if let outcome = try await wording(viewer, id, version, fields, desk) { return outcome }
        let sources = try await Self.sources(fields["sources"], of: id, viewer, desk)
        let line = Int(fields["line"]) ?? 0
        let entry = EntryID(fields["entry"])
        let step: ReviewStep
        switch fields["step"] {
        case "edit": step = .edit(line: line, fields["words"], sources: sources)
        case "add": step = .add(block: fields["part"], fields["words"], sources: sources ?? [])
        case "remove": step = .remove(line: line)
        case "keep": step = .choose(entry, .keep)
        case "drop": step = .choose(entry, .drop)
        case "undrop": step = .choose(entry, nil)
        case "note": step = .note(entry, fields["words"])
        case "compose": step = .compose
        case "share": step = .share
        case "take-back": step = .takeBack
        case "acknowledge": step = .acknowledge(fields["words"])
        case "seal": step = .seal
        default: throw RequestRefusal.notAForm
        }
        do {
            try await desk.take(step, on: id, version: version, by: viewer)
            return .done(.review(id))
        } catch let error as ReviewError {
            if case .noSuchReview = error { throw error }
            let page = try await ReviewPage.fill(
                id,
                from: desk,
                viewer: viewer,
                sent: fields,
                complaint: error.pageWords
            )
            return .again(page)
        }
    }

    /// Steps about a model's wordings; nil for every other step.
    private static func wording(
        _ viewer: PersonID,
        _ id: ReviewID,
        _ version: Int,
        _ fields: FormFields,
        _ desk: Desk
    ) async throws -> FormOutcome<ReviewPage>? {
        let line = Int(fields["line"])
        do {
            switch (fields["step"], line) {
            case ("reword", _): try await desk.suggestWordings(on: id, line: line, by: viewer)
            case ("take-wording", let line?):
                try await desk.takeWording(of: line, on: id, version: version, by: viewer)
            case ("decline-wording", let line?): try await desk.declineWording(of: line, on: id, by: viewer)
            default: return nil
            }
            return .done(.review(id))
        } catch ReviewError.noSuchLine {
            let complaint =
                "That wording does not stand any more: its sentence or a source was changed. The sentence stays as it is."
            return .again(try await ReviewPage.fill(id, from: desk, viewer: viewer, complaint: complaint))
        } catch let error as ReviewError {
            if case .noSuchReview = error { throw error }
            return .again(try await ReviewPage.fill(id, from: desk, viewer: viewer, complaint: error.pageWords))
        }
    }

    /// Numbers as the page shows them, to evidence: what is cited first, then what can be told; nil for an empty field.
    private static func sources(
        _ text: String,
        of id: ReviewID,
        _ viewer: PersonID,
        _ desk: Desk
    ) async throws -> [EntryID]? {
        let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
        guard !numbers.isEmpty else { return nil }
        let order = try await desk.review(id, for: viewer).numbered
        return numbers.compactMap { order.indices.contains($0 - 1) ? order[$0 - 1] : nil }
    }

    private static func give(
        _ viewer: PersonID,
        _ fields: FormFields,
        _ desk: Desk
    ) async throws -> FormOutcome<ReviewFeedbackPage> {
        let id = FeedbackID(fields["request"])
        do {
            switch fields["step"] {
            case "decline": try await desk.declineFeedback(id, by: viewer)
            case "take-back": try await desk.withdrawFeedback(id, by: viewer)
            case "give":
                guard let lean = FeedbackAnswer.Lean(rawValue: fields["lean"]),
                    let readers = FeedbackAnswer.Visibility(rawValue: fields["readers"])
                else {
                    let complaint = "Say which way it leans, and who may read it. Your words were kept."
                    return .again(
                        try await ReviewFeedbackPage.fill(
                            from: desk,
                            viewer: viewer,
                            sent: fields,
                            complaint: complaint
                        )
                    )
                }
                try await desk.giveFeedback(
                    id,
                    FeedbackWords(work: fields["work"], behaviour: fields["behaviour"], effect: fields["effect"]),
                    lean,
                    visibility: readers,
                    heldUntil: fields.day("held"),
                    by: viewer
                )
            default: throw RequestRefusal.notAForm
            }
            return .done(.feedback)
        } catch let error as ReviewError {
            return .again(
                try await ReviewFeedbackPage.fill(
                    from: desk,
                    viewer: viewer,
                    sent: fields,
                    complaint: error.pageWords
                )
            )
        }
    }

    private static func ask(
        _ viewer: PersonID,
        _ person: PersonID,
        _ fields: FormFields,
        _ desk: Desk
    ) async throws -> FormOutcome<ReviewFeedbackAboutPage> {
        let colleagues = fields.all("colleague").map { PersonID($0) }
        do {
            guard !colleagues.isEmpty else { throw ReviewError.notAColleague("Nobody") }
            try await desk.askForFeedback(about: person, from: colleagues, fields["words"], by: viewer)
            return .done(.feedback(about: person))
        } catch let error as ReviewError {
            return .again(
                try await ReviewFeedbackAboutPage.fill(
                    person,
                    from: desk,
                    viewer: viewer,
                    sent: fields,
                    complaint: colleagues.isEmpty ? "Choose whom to ask." : error.pageWords
                )
            )
        }
    }
}

extension ReviewError {
    /// The sentence for a page: without commands, beginning with a capital letter.
    var pageWords: String {
        switch self {
        case .noSuchReview: "This review is not here any more."
        case .noSuchLine: "That sentence was changed or taken out meanwhile. Your words were kept below."
        case .noSuchRequest: "This request does not wait for you any more."
        case .reportsToThem(let name):
            "\(name) reports to them. People who report are asked together with others in a round, so that nobody stands out."
        case .changed(_, let kept, let name):
            "\(name) saved version \(kept) meanwhile, perhaps in another window. Nothing is lost: your words stand in the open form beside what is kept now. Save them again if they still fit."
        default: words.capitalisedFirst
        }
    }
}

extension ReviewFile {
    /// A document's file, to be taken away.
    init(_ file: DocumentFile) { self.init(name: file.name, type: file.type, bytes: file.bytes) }
}

extension FileLink {
    /// A link for each form that a document can take.
    static func forms(_ link: (_ form: String) -> Link) -> [FileLink] {
        [("Markdown", "md"), ("HTML, to print", "html"), ("JSON", "json")].map {
            FileLink(label: $0, file: link($1))
        }
    }
}
