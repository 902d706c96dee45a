import Hummingbird

/// Styles and icons, and whether the program is alive.
struct StaticRoutes: Sendable {
    let files: StaticFiles

    func add(to router: Router<PageContext>) {
        router.page("/static/:file", file)
        router.page("/healthz") { _, _ in
            Response(
                status: .ok,
                headers: [.contentType: "text/plain; charset=utf-8"],
                body: .init(byteBuffer: ByteBuffer(string: "ok\n"))
            )
        }
    }

    @Sendable private func file(_ request: Request, _ context: PageContext) async throws -> Response {
        guard let file = files.file(try context.parameters.require("file")) else { throw PageRefusal.notFound }
        return Response(
            status: .ok,
            headers: [.contentType: file.type, .cacheControl: "public, max-age=31536000, immutable"],
            body: .init(byteBuffer: ByteBuffer(bytes: file.bytes))
        )
    }
}
