/// A ladder made from what a company has, with everything that could not be carried over.
///
/// Source: `docs/methods.md`, "The ladder"; forms are told apart by what is in the files, never by their names.
public struct LadderImport: Sendable, Hashable {
    /// What was found in the files.
    public let form: ImportForm
    /// The ladder; places that somebody has to fill begin with `LadderCheck.gapMark`.
    public let ladder: CareerLadder
    /// The ladder as YAML that is read back as it is.
    public let yaml: String
    /// What was left out and what was decided, in the order of the files.
    public let remarks: [ImportRemark]

    /// What is in the files and not in the ladder.
    public var leftOut: [ImportRemark] { remarks.filter { $0.kind == .leftOut } }
    /// What somebody has to look at.
    public var assumed: [ImportRemark] { remarks.filter { $0.kind == .assumed } }

    /// Makes a ladder from files.
    ///
    /// - Parameter files: a table, or all files of a folder; two tables make two tracks.
    /// - Returns: the ladder and what became of everything that is not in it.
    /// - Throws: `LadderError.importing` when there is nothing that could become a ladder.
    public static func read(_ files: [ImportFile]) throws(LadderError) -> LadderImport {
        let name = files.first?.path ?? ""
        let files = files.filter { !$0.bytes.isEmpty }
        guard let first = files.first else { throw .importing(file: name, fault: .empty) }
        for file in files where file.bytes.count > ImportFile.byteLimit {
            throw .importing(file: file.path, fault: .tooLarge(bytes: file.bytes.count, limit: ImportFile.byteLimit))
        }
        let gathering = ImportGathering()
        var sketch = ImportSketch(file: first.path)
        var form: ImportForm?
        var competencies: [ImportNode] = []
        for file in files {
            let text = file.text
            if let own = try? LadderDocument.read(yaml: text, file: file.path), files.count == 1 {
                return LadderImport(form: .ladder, ladder: own.ladder, yaml: own.ladder.yaml, remarks: [])
            }
            if let parts = FrontMatterForm.parts(of: text),
                let root = ImportNode.read(parts.matter, file: file.path, lineShift: 1, gathering)
            {
                FrontMatterForm.leave(parts.body, from: parts.bodyLine, file: file.path, gathering)
                if CompetencyFilesForm.recognises(root) {
                    competencies.append(root)
                    form = .competencies
                } else if FrontMatterForm.recognises(root) {
                    FrontMatterForm.read(root, into: &sketch, gathering)
                    form = form ?? .frontMatter
                }
            } else if looksStructured(text), let root = ImportNode.read(text, file: file.path, gathering) {
                if MilestonesForm.recognises(root) {
                    MilestonesForm.read(root, into: &sketch, gathering)
                    form = form ?? .milestones
                } else {
                    // Lists of levels and areas stand in files of their own.
                    competencies.append(root)
                    if CompetencyFilesForm.recognises(root) { form = form ?? .competencies }
                }
            } else if MatrixForm.recognises(DelimitedTable(text)) {
                try MatrixForm.read(file, into: &sketch, gathering)
                form = form ?? .matrix
            } else {
                for (line, words) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                    gathering.leave(gathering.add(String(words), file: file.path, line: line + 1, field: ""), .prose)
                }
            }
        }
        if !competencies.isEmpty { CompetencyFilesForm.read(competencies, into: &sketch, gathering) }
        guard let form, !sketch.rows.isEmpty else { throw .importing(file: first.path, fault: .unknownForm) }
        let ladder = sketch.ladder(gathering)
        let yaml = ladder.yaml
        // The stamp of an imported ladder is that of the file that is written.
        let read = try LadderDocument.read(yaml: yaml, file: first.path)
        return LadderImport(form: form, ladder: read.ladder, yaml: yaml, remarks: gathering.remarks)
    }

    /// JSON, or YAML with names or entries at the beginning of its lines.
    private static func looksStructured(_ text: String) -> Bool {
        guard let first = text.first(where: { !$0.isWhitespace }) else { return false }
        if first == "{" || first == "[" { return true }
        let lines = text.split(whereSeparator: \.isNewline).prefix(200)
            .filter { !$0.allSatisfy(\.isWhitespace) && $0.first != "#" }
        guard let head = lines.first else { return false }
        if head.hasPrefix("---") || head.hasPrefix("- ") { return true }
        let name = head.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
        let rest = head.dropFirst(name.count)
        return !name.isEmpty && (rest == ":" || rest.hasPrefix(": ") || rest.hasPrefix(":\r"))
    }
}

/// The forms that ladders come in.
public enum ImportForm: String, Sendable, Hashable, CaseIterable, Codable {
    /// A ladder of this program already.
    case ladder
    /// A table of competencies and levels.
    case matrix
    /// Competencies one by one, with level and area.
    case competencies
    /// Markdown with topics, levels and criteria.
    case frontMatter
    /// Tracks with milestones and points.
    case milestones
}
