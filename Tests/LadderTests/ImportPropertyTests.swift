import Ladder
import Testing

@Suite struct `Nothing is lost in an import` {
    static let cells = [
        "", "", "Writes tests.", "Leads \"hard\" work; calmly", "Décide, puis écrit", "- One.\n- Two.", "A\nB",
        "=SUM(A1)", "#x", "yes",
        "12", "null", "a: b", "'q'", "\\n", "🎉 Ships", "{x}", "[y]", "Ab\tcd", "“Quoted”", "& more",
    ]

    @Test(arguments: 0..<6)
    func `every filled cell of a table is in the ladder or in the list`(seed: UInt64) throws {
        var numbers = SeededNumbers(state: seed)
        for _ in 0..<40 {
            let columns = Int.random(in: 1...9, using: &numbers)
            let heads = ["IC", "M", "L", "Senior ", "E"].shuffled(using: &numbers)
            let head = (1...columns).map { "\(heads[$0 % 2])\($0)" }
            var rows = [["Competency"] + head]
            for row in 0..<Int.random(in: 1...6, using: &numbers) {
                let names = ["", "Craft \(row)", "Craft", "Salary", "Title", "Years", "Scope"]
                var cells = [names.randomElement(using: &numbers) ?? ""]
                for _ in 0..<Int.random(in: 0...columns + 1, using: &numbers) {
                    cells.append(Self.cells.randomElement(using: &numbers) ?? "")
                }
                rows.append(cells)
            }
            let separator = [",", ";", "\t"].randomElement(using: &numbers) ?? ","
            let text = rows.map { $0.map(Self.quoted).joined(separator: separator) }.joined(separator: "\n")
            guard let made = try? LadderImport.read([ImportFile(path: "t.csv", bytes: Array(text.utf8))]) else {
                continue
            }
            try Self.holdsAll(
                rows.flatMap(\.self).filter { !["Competency", "Title", "Scope"].contains($0) },
                made,
                text
            )
        }
    }

    @Test(arguments: 0..<4)
    func `every value of competency files is in the ladder or in the list`(seed: UInt64) throws {
        var numbers = SeededNumbers(state: seed)
        for _ in 0..<40 {
            var values: [String] = []
            var text = ""
            func value(_ key: String, _ word: String, _ indent: String = "  ") {
                text += "\(indent)\(key): \(Self.scalar(word))\n"
                values.append(word)
            }
            for index in 0..<Int.random(in: 1...8, using: &numbers) {
                text += "- id: \"n\(index)\"\n"
                values.append("n\(index)")
                value("level", ["junior", "senior", "staff", "director"].randomElement(using: &numbers) ?? "junior")
                value("area", ["craft", "people"].randomElement(using: &numbers) ?? "craft")
                value("summary", Self.cells.filter { !$0.isEmpty }.randomElement(using: &numbers) ?? "S")
                if Bool.random(using: &numbers) { value("owner", "Somebody \(index)") }
                if Bool.random(using: &numbers) { value("examples", "Example \(index)") }
            }
            let made = try LadderImport.read([ImportFile(path: "c.yml", bytes: Array(text.utf8))])
            try Self.holdsAll(values, made, text)
        }
    }

    @Test func `a ladder written out and read back is the same, as YAML and as JSON`() throws {
        let small = try LadderDocument.read(yaml: SmallLadder.text, file: "small.yml").ladder
        for ladder in [CareerLadder.reference, small] {
            let again = try LadderDocument.read(yaml: ladder.yaml, file: "x.yml").ladder
            let json = try LadderDocument.read(yaml: ladder.json, file: "x.json").ladder
            #expect(again.yaml == ladder.yaml)
            #expect(json.yaml == ladder.yaml)
            #expect(again.levels == ladder.levels && again.competencies == ladder.competencies)
            #expect(again.outlines == ladder.outlines && again.archetypes == ladder.archetypes)
            #expect(again.rules == ladder.rules && again.carryOver == ladder.carryOver)
        }
    }

    @Test func `random scraps are imported or refused, never more`() {
        let scraps = [
            ",", ";", "\t", "\"", "\n", "L1", "M2", "Competency", "---\n", "level: 1\n", "summary: x\n", "{", "}", "[",
            "]", "milestones",
            ":", "- ", "\0", "\u{E000}", "*a", "&a ", "é", "title", "topics:\n", "content:\n", "\r",
        ]
        var numbers = SeededNumbers(state: 5)
        for _ in 0..<800 {
            let text = (0..<Int.random(in: 1...24, using: &numbers)).compactMap { _ in
                scraps.randomElement(using: &numbers)
            }.joined()
            if let made = try? LadderImport.read([ImportFile(path: "x", bytes: Array(text.utf8))]) {
                #expect(made.remarks.allSatisfy { !"\($0)".isEmpty && $0.line >= 1 }, "\(text)")
            }
        }
    }

    private static func quoted(_ cell: String) -> String { "\"" + cell.replacing("\"", with: "\"\"") + "\"" }

    private static func scalar(_ word: String) -> String {
        "\""
            + word.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
            .replacing("\t", with: "\\t") + "\""
    }

    private static func holdsAll(_ values: [String], _ made: LadderImport, _ text: String) throws {
        let ladder = try LadderDocument.read(yaml: made.yaml, file: "out.yml").ladder
        let held = (ladder.wordings.map(\.words) + made.leftOut.map(\.text)).map(plain)
        for value in values {
            for line in value.split(separator: "\n") {
                let line = plain(line.hasPrefix("- ") ? String(line.dropFirst(2)) : String(line))
                // Names of levels and areas that stand many times are held once.
                guard !line.isEmpty else { continue }
                #expect(held.contains { $0.contains(line) }, "\(line) in\n\(text)\n\(made.yaml)")
            }
        }
    }

    private static func plain(_ text: String) -> String {
        text.split { $0.isWhitespace }.joined(separator: " ").lowercased()
    }
}
