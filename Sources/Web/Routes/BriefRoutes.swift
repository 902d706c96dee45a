import Hummingbird
public import Workspace

/// Pages of the brief; each opens for its reader alone, and nobody else has a way to ask for it.
public struct BriefPages: Sendable {
    /// A day's brief, or what was looked for; nil for today, and for no search.
    public var page: @Sendable (_ viewer: PersonID, _ day: CivilDate?, _ words: String?) async throws -> BriefPage
    /// Answers an item, follows or mutes a topic, mutes a source, opens or closes the page for others.
    public var answer: @Sendable (_ viewer: PersonID, _ fields: FormFields) async throws -> FormOutcome<BriefPage>
    /// What the viewer wants to be briefed for.
    public var settings: @Sendable (_ viewer: PersonID) async throws -> BriefSettingsPage
    /// Changes that.
    public var change:
        @Sendable (_ viewer: PersonID, _ fields: FormFields) async throws -> FormOutcome<BriefSettingsPage>
    /// The brief of today, or the viewer's list of feeds, as a file.
    public var file: @Sendable (_ viewer: PersonID, BriefFile.Form) async throws -> BriefFile
    /// What a secret address leads to; nobody has to be signed in, and nothing in it tells whose it is.
    public var shared: @Sendable (_ secret: String) async throws -> BriefSharePage
    /// The feed behind a secret address.
    public var feed: @Sendable (_ secret: String) async throws -> BriefFile

    /// Pages that are not there.
    public init() {
        page = { _, _, _ in throw PageRefusal.notFound }
        answer = { _, _ in throw PageRefusal.notFound }
        settings = { _ in throw PageRefusal.notFound }
        change = { _, _ in throw PageRefusal.notFound }
        file = { _, _ in throw PageRefusal.notFound }
        shared = { _ in throw PageRefusal.notFound }
        feed = { _ in throw PageRefusal.notFound }
    }
}

/// A brief or a list of feeds as a file.
public struct BriefFile: Sendable, Hashable {
    /// What is written.
    public enum Form: String, Sendable, Hashable, CaseIterable {
        /// The brief as a letter: HTML with all that it needs inside.
        case letter = "brief.html"
        /// The brief as plain text.
        case text = "brief.txt"
        /// The feeds for another reader, OPML 2.
        case feeds = "feeds.opml"
        /// The brief as RSS 2.0.
        case rss = "brief.rss"

        var type: String {
            switch self {
            case .letter: "text/html; charset=utf-8"
            case .text: "text/plain; charset=utf-8"
            case .feeds: "text/x-opml; charset=utf-8"
            case .rss: "application/rss+xml; charset=utf-8"
            }
        }
    }

    /// Its text.
    public let text: String
    /// What is written.
    public let form: Form

    /// Joins text and form.
    public init(text: String, form: Form) {
        self.text = text
        self.form = form
    }
}

/// The brief.
struct BriefRoutes: Sendable {
    let forms: FormRoutes

    func add(to router: Router<PageContext>) {
        let (brief, pages) = (forms.source.brief, forms.pages)
        let source = forms.source
        // A day and words to look for stand in the address, so that both can be kept and gone back to.
        router.get("/brief") { request, context in
            let viewer = try context.signedIn()
            let visitor = try await source.visitor(viewer)
            let query = request.uri.queryParameters
            let words = query["search"].map(String.init).flatMap { $0.isEmpty ? nil : $0 }
            let day = query["day"].flatMap { CivilDate(String($0)) }
            return try pages.response(
                try await brief.page(viewer, day, words),
                viewer: visitor,
                at: .brief,
                in: context.language
            )
        }
        forms.sending("/brief", at: .brief, to: router) { viewer, _, fields in
            try await brief.answer(viewer, fields)
        }
        forms.add("/brief/settings", at: .brief, to: router) { viewer, _ in
            try await brief.settings(viewer)
        } send: { viewer, _, fields in
            try await brief.change(viewer, fields)
        }
        router.page("/brief/file/:name") { _, context in
            let viewer = try context.signedIn()
            _ = try await source.visitor(viewer)
            guard let form = BriefFile.Form(rawValue: try context.segment("name")) else { throw PageRefusal.notFound }
            var response = Self.response(try await brief.file(viewer, form))
            response.headers.set("Content-Disposition", "attachment; filename=\"\(form.rawValue)\"")
            return response
        }
        router.page("/brief/shared/:secret") { _, context in
            let page = try await brief.shared(try context.segment("secret"))
            return Self.unlisted(try pages.response(page, viewer: nil, at: .brief, in: context.language))
        }
        router.page("/brief/feed/:secret") { _, context in
            Self.unlisted(Self.response(try await brief.feed(try context.segment("secret"))))
        }
    }

    private static func response(_ file: BriefFile) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: file.form.type],
            body: .init(byteBuffer: ByteBuffer(string: file.text))
        )
    }

    /// What a secret address leads to is nothing for search engines.
    private static func unlisted(_ response: Response) -> Response {
        var response = response
        response.headers.set("X-Robots-Tag", "noindex, nofollow")
        return response
    }
}
