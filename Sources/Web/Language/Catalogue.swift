import Foundation

/// What the pages say in one language, by their English words.
struct Catalogue: Sendable, Hashable {
    let language: Language
    /// Strings of the templates; `week|About` holds for one template alone.
    let templates: [String: String]
    /// Sentences of the program, with numbered places.
    let words: [String: String]

    /// English needs no catalogue: the words in the program are English.
    static let english = Catalogue(language: .english, templates: [:], words: [:])

    init(language: Language, templates: [String: String], words: [String: String]) {
        self.language = language
        self.templates = templates
        self.words = words
    }

    /// Reads a catalogue that is in the program.
    ///
    /// Errors: `WebError.fileMissing` where there is none, `WebError.catalogueUnreadable` where it is not two lists of strings.
    init(_ language: Language, in files: [String: Asset] = Asset.folder("Templates")) throws(WebError) {
        let name = "\(language.tag).json"
        guard let asset = files[name] else { throw .fileMissing(name: name) }
        guard let read = try? JSONSerialization.jsonObject(with: Data(asset.bytes)) as? [String: Any],
            let templates = read["templates"] as? [String: String], let words = read["words"] as? [String: String]
        else { throw .catalogueUnreadable(name: name) }
        self.init(language: language, templates: templates, words: words)
    }

    /// What a string of a template is in this language; nil where nobody translated it.
    func text(_ key: String, in template: String) -> String? { templates["\(template)|\(key)"] ?? templates[key] }
}
