extension CareerLadder {
    /// The file format that this program reads.
    static let format = 1

    /// Reads the root; what is wrong is noted, and nil given where nothing sensible is left.
    init?(_ root: LadderField, contentHash: String) {
        guard
            let fields = root.fields(
                required: [
                    "format", "id", "version", "title", "family", "tracks", "levels", "competencies", "scopeFactors",
                    "rules",
                ],
                optional: ["outlines", "archetypes", "carryOver", "exceptions", "languages", "translations"]
            )
        else { return nil }
        if let field = fields["format"], let format = field.integer(0...1_000_000), format != Self.format {
            field.note(.unknownFormat(format, known: Self.format))
        }
        let competencies = fields["competencies"]?.list { Competency($0) } ?? []
        fields["competencies"]?.noteRepeats(of: competencies, \.id)
        let known = fields["competencies"]?.entryIDs ?? []
        let levels = fields["levels"]?.list { LadderLevel($0, competencies: known) } ?? []
        fields["levels"]?.noteOrder(of: levels.map(\.number), count: levels.count)
        let outlines = fields["outlines"]?.list { FamilyOutline($0, competencies: competencies) } ?? []
        fields["outlines"]?.noteRepeats(of: outlines, \.id)
        let factors = fields["scopeFactors"]?.list { ScopeFactor($0) } ?? []
        fields["scopeFactors"]?.noteRepeats(of: factors, \.id)
        let archetypes = fields["archetypes"]?.list { Archetype($0, competencies: known) } ?? []
        fields["archetypes"]?.noteRepeats(of: archetypes, \.id)
        let carryOver = fields["carryOver"]?.list { CarryOver($0, competencies: known) } ?? []
        let exceptions = fields["exceptions"]?.list { PayException($0, levels: Set(levels.map(\.number))) } ?? []
        let languages = fields["languages"]?.list { $0.language() } ?? []
        fields["languages"]?.noteRepeats(of: languages, \.self)
        let translations = fields["translations"]?.translations(into: Set(languages.dropFirst())) ?? [:]
        let tracks = fields["tracks"].flatMap(TrackName.byTrack)
        let id = fields["id"]?.identifier()
        let version = fields["version"]?.version()
        let title = fields["title"]?.text()
        let family = fields["family"]?.identifier()
        let rules = fields["rules"].flatMap { LadderRules($0) }
        guard let id, let version, let title, let family, let tracks, let rules else { return nil }
        self.init(
            id: id,
            version: version,
            contentHash: contentHash,
            title: title,
            family: family,
            tracks: tracks,
            levels: levels,
            competencies: competencies,
            outlines: outlines,
            scopeFactors: factors,
            archetypes: archetypes,
            carryOver: carryOver,
            rules: rules,
            exceptions: exceptions,
            languages: languages,
            translations: translations
        )
    }
}

extension LadderField {
    /// A word of letters, digits, `-` and `_`.
    func identifier() -> String? {
        guard let text = text() else { return nil }
        let fits = text.utf8.allSatisfy {
            (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 95
        }
        if fits { return text }
        note(.wrongType(expected: "an id of letters, digits, - and _", found: "“\(text)”"))
        return nil
    }

    /// A language as BCP 47 writes it: `de`, `pt-BR`.
    func language() -> String? {
        guard let text = raw() else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let fits =
            parts.first.map { (2...3).contains($0.utf8.count) } ?? false
            && parts.allSatisfy { part in
                (2...8).contains(part.utf8.count)
                    && part.utf8.allSatisfy { (97...122).contains($0 | 32) || (48...57).contains($0) }
            }
        if fits { return text }
        note(.wrongType(expected: "a language such as de or pt-BR", found: "“\(text)”"))
        return nil
    }

    /// Words by language and id; languages that the file does not promise are noted.
    func translations(into languages: Set<String>) -> [String: [String: String]] {
        guard let keyed = keyed() else { return [:] }
        var translations: [String: [String: String]] = [:]
        for (language, mark, value) in keyed {
            let path = path(of: language)
            guard languages.contains(language) else {
                gathering.note(.unknownReference(language, of: "language"), at: mark, field: path)
                continue
            }
            guard let entry = gathering.field(value, path: path), let words = entry.keyed() else { continue }
            for (id, _, value) in words {
                translations[language, default: [:]][id] = gathering.field(value, path: "\(path).\(id)")?.text()
            }
        }
        return translations
    }

    /// `major.minor.patch`.
    func version() -> String? {
        guard let text = raw() else { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let fits =
            parts.count == 3
            && parts.allSatisfy { part in
                (1...6).contains(part.utf8.count) && part.utf8.allSatisfy { (48...57).contains($0) }
                    && (part == "0" || part.utf8.first != 48)
            }
        if fits { return text }
        note(.badVersion(text))
        return nil
    }

    /// `YYYY-MM-DD`, a day that may exist.
    func day() -> String? {
        guard let text = raw() else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil }
        if parts.map(\.utf8.count) == [4, 2, 2], numbers.count == 3,
            (1...12).contains(numbers[1]), (1...31).contains(numbers[2])
        {
            return text
        }
        note(.badDay(text))
        return nil
    }

    /// Notes each entry whose key an earlier one has.
    func noteRepeats<Entry>(of entries: [Entry], _ key: (Entry) -> String) {
        var seen: Set<String> = []
        for (index, entry) in entries.enumerated() where !seen.insert(key(entry)).inserted {
            let place = gathering.places["\(path)[\(index)]"]
            gathering.note(
                .repeated(key(entry)),
                line: place?.line ?? 1,
                column: place?.column ?? 1,
                field: "\(path)[\(index)]"
            )
        }
    }

    /// Notes the first number that does not count up from 1; only when every entry could be read.
    func noteOrder(of numbers: [Int], count: Int) {
        guard let index = numbers.indices.first(where: { numbers[$0] != $0 + 1 }) else { return }
        guard entryCount == count else { return }
        let place = gathering.places["\(path)[\(index)]"]
        gathering.note(
            .outOfOrder(found: numbers[index], expected: index + 1),
            line: place?.line ?? 1,
            column: place?.column ?? 1,
            field: "\(path)[\(index)]"
        )
    }

    /// Notes a name that is not among those known.
    func reference(to known: Set<String>, of kind: String) -> String? {
        guard let name = text() else { return nil }
        if known.contains(name) { return name }
        note(.unknownReference(name, of: kind))
        return nil
    }
}
