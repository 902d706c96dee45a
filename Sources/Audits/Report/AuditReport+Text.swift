extension AuditReport {
    /// The report for a terminal or a printer.
    public var text: String {
        var lines = [title, String(repeating: "=", count: title.count), question, ""]
        lines += summary
        if hiddenFindings > 0 {
            lines.append(
                "\(AuditWords.many(hiddenFindings, "finding rests", "findings rest")) on groups too small to be shown."
            )
        }
        for finding in findings where finding.severity != .none {
            lines += ["", "\(finding.severity == .signal ? "SIGNAL" : "notice")  \(finding.sentence)"]
            lines.append("        Shows: \(finding.shows)")
            lines.append("        Does not show: \(finding.doesNotShow)")
            if let law = finding.law { lines.append("        Law: \(law.sentence)") }
        }
        for table in tables { lines += ["", table.text] }
        if !limits.isEmpty { lines += ["", "What this cannot tell"] + limits.map { "- " + $0 } }
        lines += ["", "Method: " + method, "As of \(day)."]
        return lines.joined(separator: "\n") + "\n"
    }
}

extension AuditTable {
    /// The table with columns in line; numbers to the right.
    public var text: String {
        let head = columns.map(\.title)
        let body = rows.map { row in zip(columns, row).map { $0.words($1) } }
        let widths = columns.indices.map { column in
            ([head] + body).map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        func line(_ cells: [String]) -> String {
            var text = cells.indices.map { column in
                let space = String(repeating: " ", count: max(0, widths[column] - cells[column].count))
                return columns[column].kind == .text ? cells[column] + space : space + cells[column]
            }.joined(separator: "  ")
            while text.last == " " { text.removeLast() }
            return text
        }
        return
            ([title, line(head), widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")]
            + body.map(line) + (note.map { [$0] } ?? [])).joined(separator: "\n")
    }

    /// The table as CSV with a header of column keys; RFC 4180, lines end with CR LF.
    ///
    /// Numbers are written in full; `hidden` stands where a small group is protected; words that a spreadsheet would take
    /// for a formula get an apostrophe before them.
    public var csv: String {
        let head = columns.map { Self.cell(.text($0.id)) }.joined(separator: ",")
        let body = rows.map { $0.map(Self.cell).joined(separator: ",") }
        return ([head] + body).map { $0 + "\r\n" }.joined()
    }

    private static func cell(_ value: AuditValue) -> String {
        switch value {
        case .none: return ""
        case .hidden: return "hidden"
        case .number(let number):
            guard number.isFinite else { return "" }
            return number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
        case .text(let text):
            let safe = text.first.map { "=+-@\t\r".contains($0) } ?? false ? "'" + text : text
            guard safe.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return safe }
            return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
        }
    }
}

extension AuditColumn {
    /// A value of the column as it is shown.
    public func words(_ value: AuditValue) -> String {
        switch value {
        case .none: return "–"
        case .hidden: return "hidden"
        case .text(let text): return text
        case .number(let number):
            switch kind {
            case .text: return AuditWords.fixed(number, 2)
            case .count: return AuditWords.fixed(number, number == number.rounded() ? 0 : 1)
            case .share: return AuditWords.percent(number)
            case .number: return AuditWords.fixed(number, 3)
            case .money: return AuditWords.fixed(number, 0)
            case .probability: return AuditWords.probability(number)
            }
        }
    }
}
