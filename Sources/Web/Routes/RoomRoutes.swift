import Hummingbird
import Workspace

/// Calibration rooms.
struct RoomRoutes: Sendable {
    let forms: FormRoutes

    func add(to router: Router<PageContext>) {
        let (rooms, source, pages) = (forms.source.rooms, forms.source, forms.pages)
        router.page("/rooms") { _, context in
            let viewer = try context.signedIn()
            let visitor = try await source.visitor(viewer)
            return try pages.response(try await rooms.list(viewer), viewer: visitor, at: .rooms, in: context.language)
        }
        forms.add("/rooms/:room", at: .rooms, to: router) { viewer, context in
            try await rooms.room(viewer, context.segment("room"))
        } send: { viewer, context, fields in
            try await rooms.answer(viewer, context.segment("room"), fields)
        }
    }
}
