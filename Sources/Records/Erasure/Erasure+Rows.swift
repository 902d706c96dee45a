import Evidence
private import Foundation
import Store
import Workspace

extension Erasure {
    /// What becomes of one row.
    mutating func fate(
        of row: SQLRow,
        _ values: [SQLValue],
        in table: Catalogue.Table,
        _ rule: ErasureRule,
        _ cells: [SealedCell]
    ) throws -> TableSweep.Fate {
        var cell: [String: SQLValue] = [:]
        for (column, value) in zip(table.columns, values) { cell[column.name] = value }
        if rule.goes.contains(where: { traces.isOwn(cell[$0]) }) {
            if table.name == "evidence" { traces.captures.insert(try row.integer("captured_in")) }
            return .goes
        }
        if rule.under.contains(where: { traces.gone.contains(cell[$0]) }) { return .goes }
        if rule.isCopy, try isNamed(row, cell, in: table, cells) { return .goes }
        var changes = named(cell, in: table)
        for column in rule.anonymous where traces.isOwn(cell[column]) { changes[column] = .text(PersonTraces.left) }
        for column in rule.unset where traces.isOwn(cell[column]) { changes[column] = .null }
        if rule.anonymous.contains(where: { traces.isOwn(cell[$0]) }) {
            for column in rule.ownWords { changes[column] = .text("") }
        }
        switch table.name {
        case "evidence": try settleEvidence(row, cell, &changes)
        case "message": settleMessage(cell, &changes)
        case "colleague_request": settleAnswer(cell, &changes)
        case "decision_event": settleDecision(cell, &changes)
        case "review": if traces.isOwn(cell["author"]) { written.insert(try row.text("review_id")) }
        default: break
        }
        for sealed in cells { try settle(sealed, row, cell, in: table.name, &changes) }
        return changes.isEmpty ? .stays : .changes(changes)
    }

    /// Text cells in which the person is named, without that.
    private func named(_ cell: [String: SQLValue], in table: Catalogue.Table) -> [String: SQLValue] {
        var changes: [String: SQLValue] = [:]
        for column in table.columns where column.sort == .text && !ErasureRule.fixed.contains(column.name) {
            guard case .text(let text)? = cell[column.name], !text.isEmpty,
                let other = traces.without(text, isKey: !ErasureRule.prose.contains(column.name))
            else { continue }
            changes[column.name] = .text(other)
        }
        return changes
    }

    /// Whether a copy names the person, in the open or sealed; one that nobody can open any more counts as if it did.
    private func isNamed(
        _ row: SQLRow,
        _ cell: [String: SQLValue],
        in table: Catalogue.Table,
        _ cells: [SealedCell]
    ) throws -> Bool {
        if !named(cell, in: table).isEmpty { return true }
        for sealed in cells {
            do {
                guard let text = try sealed.text(row, vault: vault, workspace: workspace) else { continue }
                if traces.stand(in: text, isKey: sealed.isKey) { return true }
            } catch is VaultError where vault != nil {
                return true
            }
        }
        return false
    }

    /// Evidence about others: the person's own words go as in a withdrawal, and where they only are named, the name goes.
    private mutating func settleEvidence(
        _ row: SQLRow,
        _ cell: [String: SQLValue],
        _ changes: inout [String: SQLValue]
    ) throws {
        if changes["hearer_person"] != nil || changes["hearer_account"] != nil {
            for column in ["hearer_person", "hearer_account", "hearer_name", "hearer_team"] { changes[column] = .null }
        }
        if traces.isOwn(cell["voice_person"]) || traces.isOwn(cell["voice_account"]) {
            traces.said.insert(try row.text("entry_id"))
            changes["state"] = .text(EvidenceState.withdrawn.rawValue)
            changes["voice_person"] = .null
            changes["voice_account"] = .text(PersonTraces.left)
            changes["voice_name"] = .text(PersonTraces.left)
            for column in ["voice_team", "link"] { changes[column] = .null }
            for column in ["quote", "matters", "captured_as"] { changes[column] = .text("") }
            traces.captures.insert(try row.integer("captured_in"))
            try forgetWords(of: EntryID(try row.text("entry_id")))
        } else if case .text(let quote)? = changes["quote"] {
            guard var entry = try entry(row.text("entry_id")) else { return }
            entry.quote = quote
            changes["captured_as"] = .text(EvidenceRow.contentHash(of: entry))
            traces.captures.insert(try row.integer("captured_in"))
            try RewordingSources.forget(entry.id, workspace: workspace, on: connection)
        }
    }

    private func entry(_ id: String) throws -> LedgerEntry? {
        try connection.rows(
            """
            SELECT evidence.*, NULL AS channel_name FROM evidence
            WHERE workspace_id = \(workspace.text) AND entry_id = \(id)
            """
        ).first.map { try EvidenceRow.entry($0) }
    }

    /// What was built on the words goes as it does when they are deleted at their source.
    private func forgetWords(of entry: EntryID) throws {
        try ReviewSealing.forget(entry, now: now, workspace: workspace, on: connection)
        try RewordingSources.forget(entry, workspace: workspace, on: connection)
    }

    /// The place of a message stays, so that the same export read again does not bring it back; nothing else of it does.
    private func settleMessage(_ cell: [String: SQLValue], _ changes: inout [String: SQLValue]) {
        if case .text(let named)? = cell["named"], changes["named"] != nil {
            let others = named.split(separator: " ").filter { !traces.ids.contains(String($0)) }
            changes["named"] = .text(others.joined(separator: " "))
        }
        guard traces.isOwn(cell["author"]) else { return }
        changes["author"] = .null
        changes["deleted"] = .boolean(true)
        changes["marks"] = .integer(0)
        changes["named"] = .text("")
    }

    /// What the person answered about others is taken back, and nobody learns who it was.
    private func settleAnswer(_ cell: [String: SQLValue], _ changes: inout [String: SQLValue]) {
        guard traces.isOwn(cell["colleague"]) else { return }
        changes["words"] = .null
        changes["voice_team"] = .null
        guard case .text? = cell["state"] else { return }
        changes["voice_account"] = .text(PersonTraces.left)
        changes["voice_name"] = .text(PersonTraces.left)
        changes["state"] = .text(EvidenceState.withdrawn.rawValue)
    }

    /// A decision stays the company's; what the person said of it goes.
    private func settleDecision(_ cell: [String: SQLValue], _ changes: inout [String: SQLValue]) {
        guard case .text(let entries)? = cell["entries"], case .text(let content)? = cell["content"] else { return }
        let sources = entries.split(separator: "\n").map(String.init)
        let lost = traces.said.union(traces.gone)
        let kept = sources.filter { !traces.gone.contains($0) }
        if kept.count < sources.count { changes["entries"] = .text(kept.joined(separator: "\n")) }
        let named = content.split(separator: "\n").filter { $0.hasPrefix("entry ") }.map { String($0.dropFirst(6)) }
        let isOwn = traces.isOwn(cell["actor"]) || (sources + named).contains { lost.contains($0) }
        var text = content
        if isOwn {
            let lines = content.split(separator: "\n").compactMap { line -> String? in
                let name = line.prefix { $0 != " " }
                if name == "entry", traces.gone.contains(String(line.dropFirst(6))) { return nil }
                return ["words", "alternative", "expected", "sign"].contains(name)
                    ? "\(name) Said by \(PersonTraces.left)." : String(line)
            }
            text = lines.joined(separator: "\n")
            changes["words"] = .text("")
        }
        text = traces.without(text, isKey: false) ?? text
        let deciders = text.split(separator: "\n").map { line in
            line.hasPrefix("decider ") && traces.ids.contains(String(line.dropFirst(8)))
                ? "decider \(PersonTraces.left)" : String(line)
        }
        text = deciders.joined(separator: "\n")
        if text != content { changes["content"] = .text(text) }
    }

    /// Sealed words: the person's own go, their name in others' goes.
    private mutating func settle(
        _ sealed: SealedCell,
        _ row: SQLRow,
        _ cell: [String: SQLValue],
        in table: String,
        _ changes: inout [String: SQLValue]
    ) throws {
        guard case .bytes(let bytes)? = cell[sealed.column], !bytes.isEmpty else { return }
        let nothing = SQLValue.bytes([])
        switch table {
        case "review_words":
            let isOwn = try written.contains(row.text("review_id")) && row.optionalText("entry_id") == nil
            let entry = try row.optionalText("entry_id")
            if isOwn || entry.map({ traces.gone.contains($0) || traces.said.contains($0) }) == true {
                changes[sealed.column] = nothing
                changes["gone"] = .integer(now)
                return
            }
        case "feedback_request" where sealed.column == "sealed" && traces.isOwn(cell["colleague"]):
            changes[sealed.column] = nothing
            changes["stage"] = .text("withdrawn")
            return
        case "calibration_answer" where traces.isOwn(cell["actor"]),
            "board_word" where traces.isOwn(cell["author"]):
            changes[sealed.column] = .bytes(try sealed.seal("", row, vault: vault, workspace: workspace))
            if table == "board_word" { boards.insert(try row.text("board_id")) }
            return
        default: break
        }
        guard let text = try sealed.text(row, vault: vault, workspace: workspace) else { return }
        var other = traces.without(text, isKey: sealed.isKey) ?? text
        if table == "feedback_request", sealed.column == "asked", traces.isOwn(cell["asker"]) {
            other = Self.withoutTopic(other)
        }
        let renamed: String? =
            table == "feedback_request" && traces.isOwn(cell["colleague"]) ? PersonTraces.left : nil
        guard other != text || renamed != nil else { return }
        changes[sealed.column] = .bytes(
            try sealed.seal(other, row, for: renamed, vault: vault, workspace: workspace)
        )
        if table == "board_word" { boards.insert(try row.text("board_id")) }
    }

    /// What was asked without what the asker wrote.
    private static func withoutTopic(_ text: String) -> String {
        guard var object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else { return "" }
        if object["about"] is String { object["about"] = "" }
        guard let data = try? JSONSerialization.data(withJSONObject: object, options: .sortedKeys) else { return "" }
        return String(decoding: data, as: UTF8.self)
    }

    /// A locked board holds against what is left of what was said on it.
    func sealBoardsAnew() throws {
        guard let vault else { return }
        let locked = try connection.rows(
            "SELECT board_id FROM board WHERE workspace_id = \(workspace.text) AND seal IS NOT NULL"
        ).map { try $0.text("board_id") }
        let sealing = BoardSealing(workspace: workspace, vault: vault, connection: connection)
        let about = report.gone["board_word"] ?? 0 > 0 || report.changed["board_word"] ?? 0 > 0
        for board in locked where about || boards.contains(board) {
            let seal = Digest.hexadecimal(BoardSealing.digest(try sealing.words(of: board)))
            try connection.run(
                "UPDATE board SET seal = \(seal) WHERE workspace_id = \(workspace.text) AND board_id = \(board)"
            )
        }
    }
}

extension Set<String> {
    fileprivate func contains(_ value: SQLValue?) -> Bool {
        guard case .text(let text)? = value else { return false }
        return contains(text)
    }
}
