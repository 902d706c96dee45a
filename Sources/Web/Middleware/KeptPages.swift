import Hummingbird

/// Keeps pages as they were drawn for whoever asks again while nothing was written.
///
/// Shape: a page is kept for one session, address and language, for half a minute at most, since some of it tells what time has
/// brought. What is written anywhere, by this program or another, makes every kept page old; so does what a page itself writes,
/// as a look at pay does. Who may see a page is written too, so that rights which change are asked anew.
struct KeptPages: RouterMiddleware {
    typealias Context = PageContext

    /// A number that is another one after everything that is written; nil where nobody can tell, so that nothing is kept.
    let written: @Sendable () async throws -> Int64?
    let now: @Sendable () -> Int64
    private let shelf = PageShelf()

    init(written: @escaping @Sendable () async throws -> Int64?, now: @escaping @Sendable () -> Int64) {
        self.written = written
        self.now = now
    }

    func handle(
        _ request: Request,
        context: PageContext,
        next: @concurrent (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        guard request.method == .get, let session = context.session, Self.isPage(request.uri.path),
            let before = try await written()
        else { return try await next(request, context) }
        let place = PageShelf.Place(session: session, address: request.uri.string, language: context.language)
        if let known = await shelf.page(at: place, written: before, now: now()) { return known }
        do {
            let response = try await next(request, context)
            let isSame = try await written() == before
            await shelf.put(isSame && Self.isKept(response) ? response : nil, at: place, written: before, now: now())
            return response
        } catch {
            await shelf.put(nil, at: place, written: before, now: now())
            throw error
        }
    }

    /// False for what is no page, for the brief, which is kept elsewhere, and for the settings, which tell of a cookie.
    private static func isPage(_ path: String) -> Bool {
        !["/static", "/healthz", "/api", "/brief", "/settings"].contains { path == $0 || path.hasPrefix("\($0)/") }
    }

    private static func isKept(_ response: Response) -> Bool {
        response.status == .ok && response.headers[.setCookie] == nil && response.body.contentLength != nil
            && response.headers[.contentType]?.hasPrefix("text/html") == true
    }
}

/// Pages that are kept, and those that are being drawn.
actor PageShelf {
    /// Where a page is kept.
    struct Place: Sendable, Hashable {
        let session: SecretHash
        let address: String
        let language: Language
    }

    /// How long a page is kept at most, in microseconds.
    static let lifetime: Int64 = 30_000_000
    /// How many bytes are kept at most.
    static let room = 24_000_000

    private var pages: [Place: (response: Response, written: Int64, drawn: Int64)] = [:]
    private var bytes = 0
    /// Who waits for a page that somebody else draws; a place without anybody waiting is being drawn, too.
    private var drawing: [Place: [CheckedContinuation<Void, Never>]] = [:]

    /// The page; nil where the caller has to draw it and then calls ``put(_:at:written:now:)``, whatever comes of it.
    func page(at place: Place, written: Int64, now: Int64) async -> Response? {
        while true {
            if let page = pages[place], page.written == written, now - page.drawn < Self.lifetime {
                return page.response
            }
            guard drawing[place] != nil else {
                drawing[place] = []
                return nil
            }
            await withCheckedContinuation { drawing[place, default: []].append($0) }
        }
    }

    /// Keeps what was drawn, or nothing, and lets those who wait go on.
    func put(_ response: Response?, at place: Place, written: Int64, now: Int64) {
        if let old = pages.removeValue(forKey: place) { bytes -= old.response.body.contentLength ?? 0 }
        if let response {
            let size = response.body.contentLength ?? 0
            if bytes + size > Self.room { clear(written: written, now: now) }
            pages[place] = (response, written, now)
            bytes += size
        }
        for one in drawing.removeValue(forKey: place) ?? [] { one.resume() }
    }

    /// Old pages go first; where that is not enough, all do.
    private func clear(written: Int64, now: Int64) {
        pages = pages.filter { $0.value.written == written && now - $0.value.drawn < Self.lifetime }
        bytes = pages.values.reduce(0) { $0 + ($1.response.body.contentLength ?? 0) }
        guard bytes > Self.room / 2 else { return }
        pages = [:]
        bytes = 0
    }
}
