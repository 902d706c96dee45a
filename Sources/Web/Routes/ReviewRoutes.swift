import Hummingbird
public import Workspace

/// Reviews, their files, and feedback that is asked for.
struct ReviewRoutes: Sendable {
    let forms: FormRoutes

    func add(to router: Router<PageContext>) {
        let (reviews, source, pages) = (forms.source.reviews, forms.source, forms.pages)
        forms.add("/reviews", at: .reviews, to: router) { viewer, _ in
            try await reviews.list(viewer)
        } send: { viewer, _, fields in
            try await reviews.start(viewer, fields)
        }
        forms.add("/reviews/:review", at: .reviews, to: router) { viewer, context in
            try await reviews.review(viewer, context.segment("review"))
        } send: { viewer, context, fields in
            try await reviews.step(viewer, context.segment("review"), fields)
        }
        router.page("/reviews/:review/print") { _, context in
            let viewer = try context.signedIn()
            let visitor = try await source.visitor(viewer)
            let page = try await reviews.print(viewer, context.segment("review"))
            return try pages.response(page, viewer: visitor, at: .elsewhere, in: context.language)
        }
        router.page("/reviews/:review/file/:form") { _, context in
            let viewer = try context.signedIn()
            let file = try await reviews.file(viewer, context.segment("review"), context.segment("form"))
            return file.response
        }
        LooksRoute(site: forms.site).add(to: router)
        forms.add("/feedback", at: .feedback, to: router) { viewer, _ in
            try await reviews.feedback(viewer)
        } send: { viewer, _, fields in
            try await reviews.give(viewer, fields)
        }
        forms.add("/people/:id/feedback", at: .requests, to: router) { viewer, context in
            try await reviews.feedbackAbout(viewer, PersonID(context.segment("id")))
        } send: { viewer, context, fields in
            try await reviews.ask(viewer, PersonID(context.segment("id")), fields)
        }
    }
}

/// A file to take away.
public struct ReviewFile: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// What it is, as web servers say it.
    public let type: String
    /// Its bytes.
    public let bytes: [UInt8]

    /// Joins name, type and bytes.
    public init(name: String, type: String, bytes: [UInt8]) {
        self.name = name
        self.type = type
        self.bytes = bytes
    }

    /// The file as an answer, to be kept under its name and not opened as a page of the site.
    var response: Response {
        let name = String(
            name.unicodeScalars.filter {
                $0.isASCII && ($0.properties.isAlphabetic || "0123456789-.".unicodeScalars.contains($0))
            }.map(Character.init)
        )
        var response = Response(
            status: .ok,
            headers: [.contentType: type],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes))
        )
        response.headers.set("Content-Disposition", "attachment; filename=\"\(name)\"")
        return response
    }
}

/// Pages of reviews and of feedback.
public struct ReviewPages: Sendable {
    /// Every review that the viewer may open.
    public var list: @Sendable (_ viewer: PersonID) async throws -> ReviewListPage = { _ in throw PageRefusal.notFound }
    /// Begins one.
    public var start: @Sendable (_ viewer: PersonID, _ fields: FormFields) async throws -> FormOutcome<ReviewListPage> =
        { _, _ in throw PageRefusal.notFound }
    /// One review.
    public var review: @Sendable (_ viewer: PersonID, _ review: String) async throws -> ReviewPage = { _, _ in
        throw PageRefusal.notFound
    }
    /// Takes a step in it.
    public var step:
        @Sendable (_ viewer: PersonID, _ review: String, _ fields: FormFields) async throws -> FormOutcome<ReviewPage> =
            { _, _, _ in throw PageRefusal.notFound }
    /// One review on paper.
    public var print: @Sendable (_ viewer: PersonID, _ review: String) async throws -> ReviewPrintPage = { _, _ in
        throw PageRefusal.notFound
    }
    /// One review as a file.
    public var file: @Sendable (_ viewer: PersonID, _ review: String, _ form: String) async throws -> ReviewFile = {
        _,
        _,
        _ in throw PageRefusal.notFound
    }
    /// What the viewer was asked for.
    public var feedback: @Sendable (_ viewer: PersonID) async throws -> ReviewFeedbackPage = { _ in
        throw PageRefusal.notFound
    }
    /// Gives, declines or takes back.
    public var give:
        @Sendable (_ viewer: PersonID, _ fields: FormFields) async throws -> FormOutcome<ReviewFeedbackPage> = { _, _ in
            throw PageRefusal.notFound
        }
    /// Feedback about a person.
    public var feedbackAbout:
        @Sendable (_ viewer: PersonID, _ person: PersonID) async throws -> ReviewFeedbackAboutPage =
            { _, _ in throw PageRefusal.notFound }
    /// Asks for it.
    public var ask:
        @Sendable (_ viewer: PersonID, _ person: PersonID, _ fields: FormFields) async throws -> FormOutcome<
            ReviewFeedbackAboutPage
        > = { _, _, _ in throw PageRefusal.notFound }

    /// A site without such pages; each closure can be set.
    public init() {}
}
