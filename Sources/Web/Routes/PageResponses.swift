import Hummingbird
import Workspace

/// Answers made of pages.
struct PageResponses: Sendable {
    let renderer: PageRenderer
    private let style: String
    private let icon: String
    private let script: String

    init(renderer: PageRenderer, files: StaticFiles) throws(WebError) {
        self.renderer = renderer
        style = try files.address(of: "crosstie.css")
        icon = try files.address(of: "icon.svg")
        script = try files.address(of: "typing.js")
    }

    func response(
        _ page: some Page,
        status: HTTPResponse.Status = .ok,
        viewer visitor: Visitor?,
        at section: Frame.Section,
        in wanted: Language = .english
    ) throws(WebError) -> Response {
        let language = renderer.speaks(wanted) ? wanted : .english
        let html = try renderer.html(
            page,
            in: Frame(style: style, icon: icon, script: script, visitor: visitor, at: section, in: language)
        )
        var response = Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8", .contentLanguage: language.tag,
                .vary: "Accept-Language, Cookie",
            ],
            body: .init(byteBuffer: ByteBuffer(string: html))
        )
        if type(of: page).isScripted { response.headers[.contentSecurityPolicy] = SecurityHeaders.scripted }
        return response
    }
}
