import Hummingbird
import Workspace

/// Asking to be erased, and erasing those who asked.
struct ErasureRoutes: Sendable {
    let forms: FormRoutes

    func add(to router: Router<PageContext>) {
        let (source, pages) = (forms.source, forms.pages)
        router.get("/settings/erasure") { _, context in
            let viewer = try context.signedIn()
            let visitor = try await source.visitor(viewer)
            let page = try await source.erasures.page(viewer)
            return try pages.response(page, viewer: visitor, at: .elsewhere, in: context.language)
        }
        router.refuse([.put, .patch, .delete, .options], at: "/settings/erasure", allowed: "GET, HEAD, POST")
        router.group().add(middleware: SameOrigin(site: forms.site)).post("/settings/erasure") { request, context in
            let viewer = try context.signedIn()
            let visitor = try await source.visitor(viewer)
            let fields = try await FormRoutes.fields(of: request, context)
            guard ["ask", "take-back", "look", "erase", "refuse"].contains(fields["step"]) else {
                throw RequestRefusal.notAForm
            }
            let page = try await source.erasures.step(viewer, fields)
            return try pages.response(
                page,
                status: page.isComplaint ? .unprocessableContent : .ok,
                viewer: visitor,
                at: .elsewhere,
                in: context.language
            )
        }
    }
}
