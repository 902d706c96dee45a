import Reviews
import Workspace

@testable import Web

extension ReviewPage {
    private static func form(_ number: String?, into: String? = nil, typed: String, isOpen: Bool = false) -> ReviewForm
    {
        ReviewForm(
            place: number.map { "line-\($0)" } ?? "part-\(into ?? "")".replacing(":", with: "-"),
            number: number,
            name: number.map { "c:\($0)" },
            into: into,
            typed: typed,
            from: "1",
            isOpen: isOpen,
            quotes: number == nil
                ? []
                : [
                    SourceQuote(
                        label: "Priya Raman, #ledger, 12 May",
                        quote: "your <drawing> kept us from the wrong table"
                    )
                ]
        )
    }

    /// A review that Mara writes on, with a save that did not go through.
    static let mock = ReviewPage(
        heading: "Review of Mei Lindqvist",
        person: Mock.mei,
        facts: ["19 November 2025 to 18 May 2026", "by Mara Vogel", "being written, version 7"],
        complaint: "Mara Vogel saved version 7 meanwhile, perhaps in another window. Nothing is lost.",
        action: .review("mei.v1"),
        version: "7",
        isWriting: true,
        parts: [
            ReviewPart(
                key: "summary",
                title: "Summary",
                sentences: [
                    ReviewSentence(
                        cited: CitedLine(line: "This text draws on 12 moments.", citations: []),
                        hand: nil,
                        broken: [],
                        looks: [],
                        changing: form("1", typed: "This text draws on 12 moments."),
                        wording: nil
                    )
                ],
                ask: nil,
                adding: form(nil, into: "summary", typed: "")
            ),
            ReviewPart(
                key: "competency:craft",
                title: "Craft",
                sentences: [
                    ReviewSentence(
                        cited: CitedLine(
                            line: "On 12 May in #ledger, Priya Raman said about Mei: “[…]”.",
                            citations: [Citation(1)]
                        ),
                        hand: nil,
                        broken: [SourceTrouble.gone("e1").words],
                        looks: [],
                        changing: form("2", typed: "On 12 May …"),
                        wording: WordingPart(
                            number: "2",
                            suggestion: CitedLine(
                                line:
                                    "Priya Raman said about Mei in #ledger on 12 May: “kept us from the wrong table”.",
                                citations: [Citation(1)]
                            ),
                            canAsk: false,
                            note: nil,
                            summary: "What was asked and answered",
                            log: "Reworded by small-model on 18 May 2026. The sentence as it was composed: On 12 May …",
                            reasons: ["It changed a quote."]
                        )
                    ),
                    ReviewSentence(
                        cited: CitedLine(line: "Her drawing of the 14 ledgers helped.", citations: [Citation(1)]),
                        hand: "in Mara Vogel’s words",
                        broken: [],
                        looks: ["“14” is in none of its sources."],
                        changing: form("3", typed: "Her drawing of both <ledgers> helped.", isOpen: true),
                        wording: WordingPart(
                            number: "3",
                            suggestion: nil,
                            canAsk: true,
                            note: "The model did not answer in time. The sentence stays as it is; you can ask again.",
                            summary: "",
                            log: nil,
                            reasons: []
                        )
                    ),
                ],
                ask: nil,
                adding: form(nil, into: "competency:craft", typed: "")
            ),
            ReviewPart(
                key: "competency:direction",
                title: "Direction",
                sentences: [],
                ask: .rounds(about: Mock.subject),
                adding: form(nil, into: "competency:direction", typed: "")
            ),
        ],
        script: "typing.js",
        beside: ReviewBeside(
            checks: [
                QualityNote(
                    check: "Coverage",
                    words: "2 of 12 moments are told. Look through the rest.",
                    needsLook: true
                ),
                QualityNote(check: "Voices", words: "3 people are quoted.", needsLook: false),
            ],
            guide: ["Begin with one moment that mattered."],
            untold: [
                UntoldItem(
                    entry: "e4",
                    label: "4. Sam Okafor, #ledger, 3 April",
                    words: "the plan left out our team",
                    isDropped: true
                ),
                UntoldItem(
                    entry: "e5",
                    label: "5. Ana Ruiz, #ledger, 4 April",
                    words: "retries stay",
                    isDropped: false
                ),
            ],
            versions: ["Version 7, 18 May 2026: saved"]
        ),
        steps: ReviewSteps(
            canShare: false,
            missing: "Nobody has put a hand to “Direction” yet.",
            canTakeBack: false,
            canSeal: false,
            canReword: true
        ),
        reading: nil,
        comment: nil,
        seal: nil,
        sealNote: nil,
        sources: [NumberedSource(number: 1, item: Mock.drawing)],
        print: .print("mei.v1"),
        files: [FileLink(label: "Markdown", file: .file("mei.v1", form: "md"))]
    )

    /// Everything that a review's page can show, at once; no viewer gets all of it.
    static let whole = ReviewPage(
        heading: mock.heading,
        person: mock.person,
        facts: mock.facts,
        complaint: mock.complaint,
        action: mock.action,
        version: mock.version,
        isWriting: true,
        parts: mock.parts,
        script: mock.script,
        beside: mock.beside,
        steps: mock.steps,
        reading: ReviewReading(author: "Mara Vogel", draft: "I would name"),
        comment: "Thank you.",
        seal: String(repeating: "0f", count: 32),
        sealNote: "Since it was sealed, something was taken back.",
        sources: mock.sources,
        print: mock.print,
        files: mock.files
    )

    /// The same as Mei reads it.
    static let shared = ReviewPage(
        heading: "Review of Mei Lindqvist",
        person: Mock.mei,
        facts: mock.facts,
        complaint: nil,
        action: .review("mei.v1"),
        version: "8",
        isWriting: false,
        parts: mock.parts.map { part in
            ReviewPart(
                key: part.key,
                title: part.title,
                sentences: part.sentences.map {
                    ReviewSentence(
                        cited: $0.cited,
                        hand: $0.hand,
                        broken: $0.broken,
                        looks: [],
                        changing: nil,
                        wording: nil
                    )
                },
                ask: part.ask,
                adding: nil
            )
        },
        script: nil,
        beside: nil,
        steps: nil,
        reading: ReviewReading(author: "Mara Vogel", draft: "I would name"),
        comment: nil,
        seal: nil,
        sealNote: nil,
        sources: mock.sources,
        print: .print("mei.v1"),
        files: mock.files
    )

    /// Sealed, with something taken back since.
    static let sealed = ReviewPage(
        heading: "Review of Mei Lindqvist",
        person: Mock.mei,
        facts: mock.facts,
        complaint: nil,
        action: .review("mei.v1"),
        version: "10",
        isWriting: false,
        parts: shared.parts,
        script: nil,
        beside: nil,
        steps: ReviewSteps(canShare: true, missing: nil, canTakeBack: true, canSeal: true, canReword: false),
        reading: nil,
        comment: "Thank you. I would name the second night, too.",
        seal: String(repeating: "0f", count: 32),
        sealNote: "Since it was sealed, something that it rests on was taken back or contested.",
        sources: mock.sources,
        print: .print("mei.v1"),
        files: mock.files
    )
}

extension ReviewListPage {
    /// One review, and somebody to write about.
    static let mock = ReviewListPage(
        complaint: "mei.v1 is still being written.",
        reviews: [
            ReviewLineItem(
                title: "Review of Mei Lindqvist",
                words: "19 November 2025 to 18 May 2026, by Mara Vogel, shared",
                review: .review("mei.v1")
            )
        ],
        people: [ReviewSubject(id: "mei@example.com", name: "Mei Lindqvist")],
        from: DayMark(Mock.day("2025-11-17")),
        to: DayMark(Mock.day("2026-05-18"))
    )

    /// Nothing yet, and nobody to write about.
    static let empty = ReviewListPage(
        complaint: nil,
        reviews: [],
        people: [],
        from: mock.from,
        to: mock.to
    )
}

extension ReviewPrintPage {
    /// A document with everything that one can have.
    static let mock = ReviewPrintPage(
        Document(
            title: "Review of Mei Lindqvist",
            facts: [Document.Fact("Written by", "Mara Vogel")],
            lead: "Every sentence that claims something names its sources below.",
            blocks: [
                Document.Block(
                    "Craft",
                    lines: [
                        Document.Line("Her <drawing> helped.", cites: [1], hand: "in Mara Vogel’s words"),
                        Document.Line("“[…]”", cites: [2], mark: "What this rested on was taken back."),
                    ]
                )
            ],
            notes: [
                Document.Note(
                    number: 1,
                    label: "Priya Raman in #ledger, 12 May 2026",
                    quote: "your drawing kept us from the wrong table",
                    link: "https://northlight.slack.com/archives/C1/p1"
                ),
                Document.Note(number: 2, label: "Taken back", quote: nil, mark: "The words are gone."),
            ],
            closing: [Document.Fact("Acknowledged", "not acknowledged")]
        ),
        back: .review("mei.v1")
    )
}

extension ReviewFeedbackPage {
    /// One request that was asked back, and one that was given.
    static let mock = ReviewFeedbackPage(
        complaint: "That day has gone by.",
        waiting: [
            FeedbackCard(
                key: "mei.f1",
                heading: "Mei Lindqvist, asked by Mara Vogel",
                reason: "Mei Lindqvist and Sam Okafor both worked on INC-137 on 3 May.",
                about: "The failover",
                until: DayMark(Mock.day("2026-06-01")),
                question: "Thank you. Which piece of work was it, and when?",
                work: "",
                behaviour: "Great <work>!",
                effect: "",
                leans: [FeedbackChoice(value: "go-on", label: "Go on like this", isChosen: true)],
                readers: [FeedbackChoice(value: "person", label: "Mei Lindqvist alone.", isChosen: false)],
                held: ""
            )
        ],
        past: [
            FeedbackLine(
                key: "mei.f2",
                heading: "Ana Ruiz, asked by Ana Ruiz",
                words: "Given for the person alone.",
                given: "In the planning you asked who would be hurt.",
                canTakeBack: true
            )
        ]
    )

    /// Nothing was asked.
    static let empty = ReviewFeedbackPage(complaint: nil, waiting: [], past: [])
}

extension ReviewFeedbackAboutPage {
    /// Somebody to ask, and somebody who gave.
    static let mock = ReviewFeedbackAboutPage(
        person: Mock.mei,
        readerIsSubject: false,
        complaint: "Choose whom to ask.",
        action: .feedback(about: Mock.subject),
        nominees: [
            FeedbackNominee(
                id: "sam",
                name: "Sam Okafor",
                reason: "Mei Lindqvist and Sam Okafor both worked on INC-137 on 3 May."
            )
        ],
        typed: "The failover",
        asked: ReviewFeedbackPage.mock.past
    )

    /// As the person reads it, with nobody to ask.
    static let none = ReviewFeedbackAboutPage(
        person: Mock.mei,
        readerIsSubject: true,
        complaint: nil,
        action: .feedback(about: Mock.subject),
        nominees: [],
        typed: "",
        asked: []
    )
}

extension ReviewPages {
    /// Mei's review: Mara writes, Mei reads; nobody else sees it.
    static var mock: ReviewPages {
        var pages = ReviewPages()
        pages.list = { _ in .mock }
        pages.start = { _, fields in
            fields["person"] == Mock.subject.text ? .done(.review("mei.v1")) : .again(.mock)
        }
        pages.review = { viewer, id in
            guard id == "mei.v1", viewer == Mock.manager || viewer == Mock.subject else { throw PageRefusal.notFound }
            return viewer == Mock.manager ? .mock : .shared
        }
        pages.step = { viewer, id, fields in
            guard id == "mei.v1", viewer == Mock.manager else { throw PageRefusal.notFound }
            return fields["version"] == "7" ? .done(.review("mei.v1")) : .again(.mock)
        }
        pages.print = { _, _ in .mock }
        pages.file = { _, id, form in
            guard id == "mei.v1", form == "md" else { throw PageRefusal.notFound }
            return ReviewFile(
                name: "review-mei.v1.md",
                type: "text/markdown; charset=utf-8",
                bytes: Array("# Review".utf8)
            )
        }
        pages.feedback = { _ in .mock }
        pages.give = { _, fields in fields["step"] == "decline" ? .done(.feedback) : .again(.mock) }
        pages.feedbackAbout = { _, _ in .mock }
        pages.ask = { _, person, fields in
            fields["colleague"].isEmpty ? .again(.mock) : .done(.feedback(about: person))
        }
        return pages
    }
}
