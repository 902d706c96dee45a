/// A table with competencies as rows and levels as columns, or the other way round.
struct MatrixForm {
    private let file: String
    private let gathering: ImportGathering
    private var rows: [[ImportText]] = []

    /// What a column that is no level is called.
    private static let nameWords: [String] = [
        "competency", "competence", "competencies", "skill", "skills", "dimension", "topic", "capability", "attribute",
        "behaviour", "behavior", "expectation", "expectations", "pillar", "area", "theme", "category", "group", "axis",
        "value", "kompetenz", "bereich", "compétence", "competencia",
    ]
    private static let otherWords: Set<String> = [
        "description", "definition", "id", "notes", "note", "comment", "comments", "weight", "owner", "link", "source",
        "beschreibung", "",
    ]

    /// True for text that is a table.
    static func recognises(_ table: DelimitedTable) -> Bool {
        table.separator != nil && table.rows.count >= 2 && (table.rows.map(\.count).max() ?? 0) >= 2
    }

    /// Adds what a table says to a sketch.
    static func read(
        _ file: ImportFile,
        into sketch: inout ImportSketch,
        _ gathering: ImportGathering
    )
        throws(LadderError)
    {
        var table = DelimitedTable(file.text)
        if isTransposed(table) {
            table.transpose()
            gathering.assume(.transposed, file: file.path)
        }
        var form = MatrixForm(file: file.path, gathering: gathering)
        form.rows = table.rows.enumerated().map { row, cells in
            cells.enumerated().map { column, cell in
                gathering.add(
                    cell.text,
                    file: file.path,
                    line: cell.line,
                    field: "row \(row + 1), column \(column + 1)"
                )
            }
        }
        try form.read(into: &sketch)
    }

    private init(file: String, gathering: ImportGathering) {
        self.file = file
        self.gathering = gathering
    }

    /// True when the first column names levels and the first row does not.
    private static func isTransposed(_ table: DelimitedTable) -> Bool {
        func share(_ cells: [DelimitedTable.Cell]) -> Double {
            let filled = cells.map { $0.text.trimmedLines }.filter { !$0.isEmpty }
            guard !filled.isEmpty else { return 0 }
            return Double(filled.count { RungName($0).looksLikeLevel && $0.count < 60 }) / Double(filled.count)
        }
        guard let head = table.rows.first else { return false }
        let first = table.rows.dropFirst().compactMap(\.first)
        return share(Array(first)) > 0.6 && share(Array(head.dropFirst())) < 0.4
    }

    // MARK: Columns

    private func read(into sketch: inout ImportSketch) throws(LadderError) {
        guard let headRow = rows.firstIndex(where: { $0.count { !$0.isEmpty } >= 2 }) else {
            throw .importing(file: file, fault: .noLevels)
        }
        let head = rows[headRow]
        let heads = head.map { $0.words.lowercased() }
        let trackColumn = heads.firstIndex { ["track", "role type", "path", "laufbahn"].contains($0) }
        let named = heads.indices.filter { Self.nameWords.contains(heads[$0]) }
        // The finest of several naming columns names the competency; the coarser ones are groups.
        let nameColumn = named.min { rank(heads[$0]) < rank(heads[$1]) } ?? 0
        let levelColumns = heads.indices.filter { column in
            column != nameColumn && column != trackColumn && !named.contains(column)
                && !Self.otherWords.contains(heads[column])
        }
        guard !levelColumns.isEmpty else { throw .importing(file: file, fault: .noLevels) }
        for column in [nameColumn, trackColumn].compactMap(\.self) where column < head.count {
            gathering.take(head[column])
        }
        var rungs: [Int: Int] = [:]
        for column in levelColumns {
            rungs[column] = sketch.rung(head[column])
            let rung = sketch.rungs[rungs[column] ?? 0]
            if rung.label.piece != head[column].piece { gathering.take(head[column]) }
            if let track = rung.track { gathering.assume(.trackGuessed(track), at: head[column], in: file) }
        }
        for row in rows[..<headRow] { for cell in row { gathering.leave(cell, .prose) } }
        read(rows[(headRow + 1)...], nameColumn, trackColumn, rungs, into: &sketch)
    }

    private func rank(_ name: String) -> Int { Self.nameWords.firstIndex(of: name) ?? Self.nameWords.count }

    // MARK: Rows

    private func read(
        _ rows: ArraySlice<[ImportText]>,
        _ nameColumn: Int,
        _ trackColumn: Int?,
        _ rungs: [Int: Int],
        into sketch: inout ImportSketch
    ) {
        var current: Int?
        for row in rows {
            let name = nameColumn < row.count ? row[nameColumn] : ImportText(words: "", piece: nil)
            for column in row.indices where rungs[column] == nil && column != nameColumn && column != trackColumn {
                if column >= (self.rows.first?.count ?? 0) { gathering.leave(row[column], .unnamed) }
            }
            if takeSpecial(row, name, rungs, into: &sketch) { continue }
            let filled = rungs.keys.contains { $0 < row.count && !row[$0].isEmpty }
            if name.isEmpty {
                guard let current, filled else {
                    if filled { for cell in row { gathering.leave(cell, .unnamed) } }
                    continue
                }
                add(row, rungs, to: current, in: &sketch)
                continue
            }
            // A row with a name and nothing else is a heading of a group.
            guard filled else { continue }
            let side = side(of: trackColumn.flatMap { $0 < row.count ? row[$0] : nil })
            let index = sketch.row(named: name, side: side)
            if sketch.rows[index].name.piece != name.piece { gathering.take(name) }
            add(row, rungs, to: index, in: &sketch)
            current = index
        }
    }

    private func add(_ row: [ImportText], _ rungs: [Int: Int], to index: Int, in sketch: inout ImportSketch) {
        for (column, rung) in rungs.sorted(by: { $0.key < $1.key }) where column < row.count && !row[column].isEmpty {
            sketch.rows[index].cells[rung, default: []].append(row[column])
        }
    }

    private func side(of cell: ImportText?) -> ImportSketch.Row.Side {
        guard let cell, !cell.isEmpty else { return .byRung }
        let words = Set(cell.words.lowercased().split { !$0.isLetter }.map(String.init))
        if !words.isDisjoint(with: ["both", "shared", "all", "common", "beide"]) {
            gathering.take(cell)
            return .both
        }
        if !words.isDisjoint(with: ["manager", "management", "managers", "people", "em", "mgmt", "lead", "leadership"])
        {
            gathering.take(cell)
            return .track(.management)
        }
        if !words.isDisjoint(with: ["ic", "individual", "contributor", "engineer", "maker", "technical", "specialist"])
        {
            gathering.take(cell)
            return .track(.ic)
        }
        return .byRung
    }

    /// Rows that are no competency: titles, summaries, scope, pay, years.
    ///
    /// - Returns: true when the row was one.
    private func takeSpecial(
        _ row: [ImportText],
        _ head: ImportText,
        _ rungs: [Int: Int],
        into sketch: inout ImportSketch
    ) -> Bool {
        let name = head.words.lowercased()
        let words = Set(name.split { !$0.isLetter }.map(String.init))
        func each(_ act: (Int, ImportText) -> Void) {
            for (column, rung) in rungs.sorted(by: { $0.key < $1.key }) where column < row.count && !row[column].isEmpty
            { act(rung, row[column]) }
        }
        if ["title", "titles", "job title", "job titles", "role", "role title", "titel"].contains(name) {
            var titles: [(Int, ImportText)] = []
            gathering.take(head)
            each { titles.append(($0, $1)) }
            for (rung, title) in titles { retitle(rung, title, in: &sketch) }
            return true
        }
        if ["summary", "overview", "role summary", "in one sentence"].contains(name) {
            gathering.take(head)
            each { rung, cell in if sketch.rungs[rung].summary.isEmpty { sketch.rungs[rung].summary = cell } }
            return true
        }
        if ["scope", "scope of work", "reach", "sphere of influence"].contains(name) {
            gathering.take(head)
            each { rung, cell in if sketch.rungs[rung].scope.isEmpty { sketch.rungs[rung].scope = cell } }
            return true
        }
        if !words.isDisjoint(with: ["pay", "salary", "compensation", "gehalt", "bonus", "equity"]), words.count <= 3 {
            gathering.leave(head, .pay)
            each { gathering.leave($1, .pay) }
            return true
        }
        if !words.isDisjoint(with: ["years", "tenure", "yoe"]), words.count <= 4 {
            gathering.leave(head, .years)
            each { gathering.leave($1, .years) }
            return true
        }
        return false
    }

    /// A title below a code: the code goes into the title's place only where no title is.
    private func retitle(_ rung: Int, _ title: ImportText, in sketch: inout ImportSketch) {
        // A second row of titles has no place; its cells stay in the list.
        guard sketch.rungs[rung].label.words == sketch.rungs[rung].name.label else { return }
        gathering.take(sketch.rungs[rung].label)
        let track = sketch.rungs[rung].track
        let code = sketch.rungs[rung].name
        sketch.rungs[rung].label = ImportText(words: "\(title.words) (\(code.label))", piece: title.piece)
        if track == nil { sketch.rungs[rung].track = RungName(title.words).track }
    }
}
