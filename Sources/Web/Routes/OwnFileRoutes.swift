import Desk
import Hummingbird
import Workspace

/// Everything that is held about the viewer, as a file to keep.
struct OwnFileRoutes: Sendable {
    let source: PageSource

    func add(to router: Router<PageContext>) {
        router.page("/settings/file/:form") { _, context in
            let viewer = try context.signedIn()
            _ = try await source.visitor(viewer)
            guard let form = DocumentFile.Form(rawValue: try context.segment("form")) else {
                throw PageRefusal.notFound
            }
            let file = try await source.settings.file(viewer, form)
            var response = Response(
                status: .ok,
                headers: [.contentType: file.type],
                body: .init(byteBuffer: ByteBuffer(bytes: file.bytes))
            )
            response.headers.set("Content-Disposition", "attachment; filename=\"about-me.\(form.rawValue)\"")
            return response
        }
    }
}
