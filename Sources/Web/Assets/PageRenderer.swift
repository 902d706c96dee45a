private import Mustache

/// Turns page values into HTML by the templates in the program.
struct PageRenderer: Sendable {
    private let library: MustacheLibrary

    /// Parses every template.
    ///
    /// Errors: `WebError.templateUnreadable` names the first that cannot be parsed.
    init() throws(WebError) {
        var templates: [String: MustacheTemplate] = [:]
        for (file, asset) in Asset.folder("Templates") where file.hasSuffix(".mustache") {
            let name = String(file.dropLast(".mustache".count))
            do {
                templates[name] = try MustacheTemplate(string: String(decoding: asset.bytes, as: UTF8.self))
            } catch {
                throw .templateUnreadable(name: name, reason: "\(error)")
            }
        }
        library = MustacheLibrary(templates: templates)
    }

    /// Draws a page.
    ///
    /// Errors: `WebError.templateMissing` when the page's template is not in the program.
    func html<Content: Page>(_ page: Content, in frame: Frame) throws(WebError) -> String {
        guard let html = library.render(Framed(page: page, frame: frame), withTemplate: Content.template) else {
            throw .templateMissing(name: Content.template)
        }
        return html
    }
}

/// What a template sees: the page's values, and what stands around them.
struct Framed<Content: Page>: Sendable {
    let page: Content
    let frame: Frame
}
