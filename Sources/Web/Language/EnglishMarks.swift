private import Mustache

/// A sentence that is composed in English alone, on a page in another language.
struct EnglishText: MustacheCustomRenderable, MustacheParent {
    let renderText: String
    var isNull: Bool { false }

    func child(named name: String) -> Any? { name == "isEnglish" ? true : nil }
}

extension TemplateWords {
    /// The template with `lang="en"` around every sentence that turns out to be English alone.
    ///
    /// Source: WCAG 2.2, 3.1.2 Language of Parts.
    static func markingEnglish(_ template: String) -> String {
        var text = ""
        var before = ""
        for token in Token.all(of: template) {
            let name = token.text.dropFirst(2).dropLast(2)
            let last = name.split(separator: ".").last.map(String.init) ?? "."
            if token.kind == .variable, composed.contains(last), !plain.contains(Token.name(of: before)) {
                text += "{{#\(name).isEnglish}}<span lang=\"en\">{{\(name)}}</span>{{/\(name).isEnglish}}"
                text += "{{^\(name).isEnglish}}{{\(name)}}{{/\(name).isEnglish}}"
            } else {
                text += token.text
            }
            before = token.text
        }
        return text.replacing("{{#..isEnglish}}", with: "{{#.isEnglish}}").replacing(
            "{{/..isEnglish}}",
            with: "{{/.isEnglish}}"
        )
        .replacing("{{^..isEnglish}}", with: "{{^.isEnglish}}")
    }

    /// Names of fields that hold composed sentences; all others are looked up once only.
    private static let composed: Set<String> = [
        "line", "words", "cue", "why", ".", "label", "statement", "competency", "summary", "happened", "question",
        "headline", "opening", "closing", "meeting", "reach", "plan", "losses", "pay", "position", "parity",
    ]
    /// Elements that hold text alone.
    private static let plain: Set<String> = ["textarea", "option", "text", "title"]
}
