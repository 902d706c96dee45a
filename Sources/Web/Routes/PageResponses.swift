import Hummingbird
import Workspace

/// Answers made of pages.
struct PageResponses: Sendable {
    let renderer: PageRenderer
    private let style: String
    private let icon: String

    init(renderer: PageRenderer, files: StaticFiles) throws(WebError) {
        self.renderer = renderer
        style = try files.address(of: "crosstie.css")
        icon = try files.address(of: "icon.svg")
    }

    func response(
        _ page: some Page,
        status: HTTPResponse.Status = .ok,
        viewer visitor: Visitor?,
        at section: Frame.Section
    ) throws(WebError) -> Response {
        let html = try renderer.html(page, in: Frame(style: style, icon: icon, visitor: visitor, at: section))
        return Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: html))
        )
    }
}
