private import Mustache

/// Turns page values into HTML by the templates in the program, in every language that it has.
struct PageRenderer: Sendable {
    private let libraries: [Language: MustacheLibrary]
    private let catalogues: [Language: Catalogue]

    /// Parses every template, once for each language.
    ///
    /// Errors: `WebError.templateUnreadable` names the first that cannot be parsed, `WebError.catalogueUnreadable` a catalogue.
    init(languages: [Language] = Language.allCases) throws(WebError) {
        let files = Asset.folder("Templates")
        var libraries: [Language: MustacheLibrary] = [:]
        var catalogues: [Language: Catalogue] = [:]
        for language in Set(languages).union([.english]) {
            let catalogue = language == .english ? .english : try Catalogue(language, in: files)
            catalogues[language] = catalogue
            libraries[language] = MustacheLibrary(templates: try Self.templates(files, in: catalogue))
        }
        self.libraries = libraries
        self.catalogues = catalogues
    }

    private static func templates(
        _ files: [String: Asset],
        in catalogue: Catalogue
    ) throws(WebError) -> [String: MustacheTemplate] {
        var templates: [String: MustacheTemplate] = [:]
        for (file, asset) in files where file.hasSuffix(".mustache") {
            let name = String(file.dropLast(".mustache".count))
            let english = String(decoding: asset.bytes, as: UTF8.self)
            let text =
                catalogue.language == .english
                ? english
                : TemplateWords.markingEnglish(TemplateWords(english).written { catalogue.text($0, in: name) })
            do {
                templates[name] = try MustacheTemplate(string: text)
            } catch {
                throw .templateUnreadable(name: name, reason: "\(error)")
            }
        }
        return templates
    }

    /// True for a language that was made at the start.
    func speaks(_ language: Language) -> Bool { libraries[language] != nil }

    /// Draws a page in the language of its frame.
    ///
    /// Errors: `WebError.templateMissing` when the page's template is not in the program.
    func html<Content: Page>(_ page: Content, in frame: Frame) throws(WebError) -> String {
        let language = Language(rawValue: frame.language) ?? .english
        guard let catalogue = catalogues[language],
            let html = libraries[language]?.render(
                PageReading(value: Framed(page: page, frame: frame), catalogue: catalogue),
                withTemplate: Content.template
            )
        else { throw .templateMissing(name: Content.template) }
        return html
    }
}

/// What a template sees: the page's values, and what stands around them.
struct Framed<Content: Page>: Sendable {
    let page: Content
    let frame: Frame
}
