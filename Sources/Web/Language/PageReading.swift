private import Mustache

/// A page's values as a template sees them in one language.
///
/// Shape: `Words` and days become text; all else is found by its name, as Mustache itself would by reflection.
/// Each value is taken apart once, however often a template asks: reflection was most of the time that drawing a page took.
final class PageReading: MustacheParent {
    private let catalogue: Catalogue
    private let day: DayMark?
    /// Fields by name, as they stand in the value.
    private let fields: [String: Any]
    /// The same as a template gets them, as far as one asked.
    private var read: [String: Any?] = [:]

    init(value: Any, catalogue: Catalogue) {
        self.catalogue = catalogue
        day = value as? DayMark
        var fields: [String: Any] = [:]
        for child in Mirror(reflecting: value).children {
            if let name = child.label, fields[name] == nil { fields[name] = child.value }
        }
        self.fields = fields
    }

    func child(named name: String) -> Any? {
        if let day {
            switch name {
            case "text": return catalogue.language.date(day.day)
            case "weekday": return catalogue.language.weekday(day.day)
            default: break
            }
        }
        guard let field = fields[name] else { return nil }
        if let known = read[name] { return known }
        let shown = shown(field)
        read[name] = .some(shown)
        return shown
    }

    /// A field as a template gets it; nil for an optional without a value.
    private func shown(_ field: Any) -> Any? {
        switch field {
        case let text as String: return text
        case let words as Words:
            let text = words.text(in: catalogue)
            return catalogue.language != .english && words.isEnglishAlone ? EnglishText(renderText: text) : text
        case let flag as Bool: return flag
        case let number as Int: return number
        case let list as [Any]: return list.map { shown($0) ?? "" }
        default: break
        }
        let mirror = Mirror(reflecting: field)
        guard mirror.displayStyle == .optional else { return PageReading(value: field, catalogue: catalogue) }
        return mirror.children.first.flatMap { shown($0.value) }
    }
}
