import Hummingbird
import Workspace

/// Pages with a form: shown with GET, sent with POST from this site alone.
struct FormRoutes: Sendable {
    let source: PageSource
    let pages: PageResponses
    let site: SiteAddress

    /// Adds a page with a form; a form that could not be taken is shown again with status 422.
    func add<Content: Page>(
        _ path: RouterPath,
        at section: Frame.Section,
        to router: Router<PageContext>,
        show: @escaping @Sendable (PersonID, PageContext) async throws -> Content,
        send: @escaping @Sendable (PersonID, PageContext, FormFields) async throws -> FormOutcome<Content>
    ) {
        let (source, pages) = (source, pages)
        router.get(path) { _, context in
            let viewer = try context.signedIn()
            let visitor = try await source.visitor(viewer)
            return try pages.response(
                try await show(viewer, context),
                viewer: visitor,
                at: section,
                in: context.language
            )
        }
        sending(path, at: section, to: router, send: send)
    }

    /// Takes a form alone; whoever adds it shows the page.
    func sending<Content: Page>(
        _ path: RouterPath,
        at section: Frame.Section,
        to router: Router<PageContext>,
        send: @escaping @Sendable (PersonID, PageContext, FormFields) async throws -> FormOutcome<Content>
    ) {
        let (source, pages) = (source, pages)
        router.refuse([.put, .patch, .delete, .options], at: path, allowed: "GET, HEAD, POST")
        router.group().add(middleware: SameOrigin(site: site)).post(path) { request, context in
            let viewer = try context.signedIn()
            let visitor = try await source.visitor(viewer)
            switch try await send(viewer, context, try await Self.fields(of: request, context)) {
            case .done(let link): return Response(status: .seeOther, headers: [.location: link.href])
            case .again(let page):
                return try pages.response(
                    page,
                    status: .unprocessableContent,
                    viewer: visitor,
                    at: section,
                    in: context.language
                )
            }
        }
    }

    /// Reads a form's body.
    ///
    /// Errors: `RequestRefusal.notAForm` for another type of content or bytes that are no text.
    static func fields(of request: Request, _ context: PageContext) async throws -> FormFields {
        let type = (request.headers[.contentType] ?? "").prefix { $0 != ";" }.lowercased()
        guard type == "application/x-www-form-urlencoded" else { throw RequestRefusal.notAForm }
        let body = try await request.body.collect(upTo: context.maxUploadSize)
        guard let text = String(validating: body.readableBytesView, as: UTF8.self) else {
            throw RequestRefusal.notAForm
        }
        return FormFields(body: text)
    }
}

/// Level-ups and changes of track.
struct MoveRoutes: Sendable {
    let forms: FormRoutes

    func add(to router: Router<PageContext>) {
        let (moves, source, pages) = (forms.source.moves, forms.source, forms.pages)
        router.page("/moves") { _, context in
            let viewer = try context.signedIn()
            let visitor = try await source.visitor(viewer)
            return try pages.response(try await moves.list(viewer), viewer: visitor, at: .moves, in: context.language)
        }
        forms.add("/people/:id/level-up", at: .moves, to: router) { viewer, context in
            try await moves.levelUp(viewer, PersonID(context.segment("id")))
        } send: { viewer, context, fields in
            try await moves.proposeLevelUp(viewer, PersonID(context.segment("id")), fields)
        }
        forms.add("/people/:id/switch", at: .moves, to: router) { viewer, context in
            try await moves.switching(viewer, PersonID(context.segment("id")))
        } send: { viewer, context, fields in
            try await moves.proposeSwitch(viewer, PersonID(context.segment("id")), fields)
        }
        forms.add("/moves/:move", at: .moves, to: router) { viewer, context in
            try await moves.move(viewer, MoveID(context.segment("move")))
        } send: { viewer, context, fields in
            guard let step = MoveStep(rawValue: fields["step"]) else { throw RequestRefusal.notAForm }
            return try await moves.step(viewer, MoveID(context.segment("move")), step, fields)
        }
    }
}

/// Pages that are the viewer's alone.
struct OwnRoutes: Sendable {
    let forms: FormRoutes

    func add(to router: Router<PageContext>) {
        let (own, source, pages) = (forms.source.own, forms.source, forms.pages)
        router.page("/pay") { _, context in
            let viewer = try context.signedIn()
            let visitor = try await source.visitor(viewer)
            return try pages.response(try await own.pay(viewer), viewer: visitor, at: .pay, in: context.language)
        }
        forms.add("/choice", at: .choice, to: router) { viewer, _ in
            try await own.choice(viewer)
        } send: { viewer, _, fields in
            try await own.answer(viewer, fields)
        }
        let network = source.network
        forms.add("/network", at: .calls, to: router) { viewer, _ in
            try await network.page(viewer)
        } send: { viewer, _, fields in
            try await network.choose(viewer, fields)
        }
    }
}
