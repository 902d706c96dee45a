public import Answers
public import Hummingbird
public import Logging
import OpenID

/// The site, as the program and the tests run it.
public enum WebApplication {
    /// Builds the site.
    ///
    /// Shape: `source` gives content with rights already checked, `sessions` keeps links and sessions, `logger` takes one line
    /// a request without personal data. Add the result to a `ServiceGroup`, which serves it until the group shuts down.
    /// Errors: `WebError` when the program lacks a template or a file; serving throws `WebError.portInUse` and its kin.
    public static func build(
        configuration: WebConfiguration,
        source: PageSource,
        sessions keeping: any SessionKeeping,
        doors: [RawDoor] = [],
        programs: [ProgramDoor] = [],
        logger: Logger
    ) throws(WebError) -> some ApplicationProtocol {
        let router = try router(
            configuration: configuration,
            source: source,
            sessions: keeping,
            doors: doors,
            programs: programs
        )
        let largest = (doors.map(\.limit) + programs.map(\.limit)).reduce(PageContext.largestForm, max)
        let room = Descriptors.room(for: configuration.limits.connections)
        let connections = ConnectionDoor(
            configuration.limits,
            room: room,
            bytes: 2 * largest,
            isSecure: configuration.site.secure
        )
        return WebServer(
            base: Application(
                router: router,
                server: .http1(
                    configuration: .init(
                        additionalChannelHandlers: [ConnectionGate(connections)],
                        httpDecoderConfiguration: .init(
                            maxHeaderFieldSize: 16 * 1024,
                            maxHeaderListSize: 32 * 1024,
                            maxHeaderFieldCount: 100
                        )
                    )
                ),
                configuration: ApplicationConfiguration(
                    address: .hostname(configuration.host, port: configuration.port)
                ),
                logger: logger
            ),
            host: configuration.host,
            port: configuration.port
        )
    }

    /// Every route of the site, behind what every request goes through.
    static func router(
        configuration: WebConfiguration,
        source: PageSource,
        sessions keeping: any SessionKeeping,
        doors: [RawDoor] = [],
        programs: [ProgramDoor] = []
    ) throws(WebError) -> Router<PageContext> {
        let files = StaticFiles()
        let pages = try PageResponses(renderer: PageRenderer(languages: configuration.languages), files: files)
        let cookie = SessionCookie(secure: configuration.site.secure)
        let sessions = Sessions(keeping: keeping, now: configuration.now)

        let router = Router(context: PageContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: RequestLog())
        router.add(middleware: Measuring())
        router.add(middleware: SecurityHeaders(secure: configuration.site.secure))
        router.add(middleware: LanguageReading())
        let book = AskingBook(configuration.limits, now: configuration.now)
        let refusals = try RateRefusals(pages: pages, languages: configuration.languages)
        router.add(
            middleware: AddressCheck(
                book: book,
                site: configuration.site,
                cookie: cookie,
                programs: programs.map(\.path),
                doors: Set(doors.map(\.path)),
                refusals: refusals
            )
        )
        router.add(middleware: ProgramDoors(doors: programs, site: configuration.site))
        router.add(middleware: ErrorPages(pages: pages))
        router.add(middleware: HostCheck(site: configuration.site))
        router.add(middleware: SessionReading(sessions: sessions, cookie: cookie))
        router.add(middleware: PersonCheck(book: book, cookie: cookie, refusals: refusals))
        router.add(middleware: KeptPages(written: source.written, now: configuration.now))
        PageRoutes(source: source, pages: pages).add(to: router)
        let forms = FormRoutes(source: source, pages: pages, site: configuration.site)
        MoveRoutes(forms: forms).add(to: router)
        OwnRoutes(forms: forms).add(to: router)
        RoomRoutes(forms: forms).add(to: router)
        BoardRoutes(forms: forms).add(to: router)
        RecordRoutes(forms: forms).add(to: router)
        SettingsRoutes(forms: forms, sessions: sessions, cookie: cookie).add(to: router)
        ProgramRoutes(forms: forms).add(to: router)
        ErasureRoutes(forms: forms).add(to: router)
        JobRoutes(forms: forms).add(to: router)
        OwnFileRoutes(source: source).add(to: router)
        DecisionRoutes(forms: forms).add(to: router)
        SupportRoutes(forms: forms).add(to: router)
        BriefRoutes(forms: forms).add(to: router)
        OneOnOneRoutes(forms: forms).add(to: router)
        RequestRoutes(forms: forms).add(to: router)
        ReviewRoutes(forms: forms).add(to: router)
        AuditRoutes(source: source, pages: pages).add(to: router)
        RawRoutes(doors: doors).add(to: router)
        StaticRoutes(files: files).add(to: router)
        if let provider = configuration.provider {
            ProviderRoutes(
                provider: provider,
                sessions: sessions,
                cookie: cookie,
                attempts: AttemptCookie(secure: configuration.site.secure),
                now: configuration.now,
                pages: pages
            ).add(to: router)
        }
        SignInRoutes(
            provider: configuration.provider?.signIn.settings.name,
            links: OneTimeLinks(keeping: keeping, now: configuration.now),
            sessions: sessions,
            cookie: cookie,
            site: configuration.site,
            pages: pages
        ).add(to: router)
        return router
    }
}
