/// Everything that stands in the files, piece by piece, and what became of each piece.
///
/// It never leaves the call that made it. A piece that nobody takes is left out by name, so nothing is lost in silence.
final class ImportGathering {
    struct Piece: Hashable {
        let file: String
        let line: Int
        let field: String
        let text: String
    }

    private var pieces: [Piece] = []
    private var reasons: [Int: ImportReason] = [:]
    private var taken: Set<Int> = []
    private var assumptions: [ImportRemark] = []

    /// Keeps a piece of text; blank ones are nothing.
    func add(_ text: String, file: String, line: Int, field: String) -> ImportText {
        let text = text.trimmedLines
        guard !text.isEmpty else { return ImportText(words: "", piece: nil) }
        pieces.append(Piece(file: file, line: line, field: field, text: text))
        return ImportText(words: text, piece: pieces.count - 1)
    }

    /// Marks a piece as carried over, and gives its words.
    @discardableResult
    func take(_ text: ImportText) -> String {
        if let piece = text.piece { taken.insert(piece) }
        return text.words
    }

    /// Says why a piece is left out.
    func leave(_ text: ImportText, _ reason: ImportReason) {
        if let piece = text.piece { reasons[piece] = reason }
    }

    func assume(_ reason: ImportReason, at text: ImportText, in file: String) {
        let piece = text.piece.map { pieces[$0] }
        assume(reason, file: piece?.file ?? file, line: piece?.line ?? 1, field: piece?.field ?? "", text: text.words)
    }

    func assume(_ reason: ImportReason, file: String, line: Int = 1, field: String = "", text: String = "") {
        let remark = ImportRemark(kind: .assumed, file: file, line: line, field: field, text: text, reason: reason)
        if !assumptions.contains(remark) { assumptions.append(remark) }
    }

    /// What was left out, in the order of the files, and then what was decided.
    var remarks: [ImportRemark] {
        pieces.indices.filter { !taken.contains($0) }.map { index in
            let piece = pieces[index]
            return ImportRemark(
                kind: .leftOut,
                file: piece.file,
                line: piece.line,
                field: piece.field,
                text: piece.text,
                reason: reasons[index] ?? .noPlace
            )
        } + assumptions
    }
}

/// A text of a file, and the piece that it is.
struct ImportText: Hashable {
    let words: String
    let piece: Int?

    var isEmpty: Bool { words.isEmpty }
}

extension String {
    /// Lines without spaces at their ends; no empty lines around.
    var trimmedLines: String {
        split(separator: "\n", omittingEmptySubsequences: true)
            .map { line in
                let line = line.drop { $0.isWhitespace }
                return String(line.reversed().drop { $0.isWhitespace }.reversed())
            }
            .filter { !$0.isEmpty }
            .joined(separator: "\n")
    }

    /// Lines of a cell without their bullets; a line that begins small goes on with the one before.
    var bulletLines: [String] {
        var lines: [String] = []
        for line in split(whereSeparator: \.isNewline) {
            var rest = line.drop { $0.isWhitespace }
            var isBullet = false
            if let first = rest.first, ["-", "*", "•", "–", "·", "▪", "◦", "●", "‣"].contains(first) {
                let after = rest.dropFirst()
                isBullet = first == "•" || first == "●" || after.first?.isWhitespace ?? false
                if isBullet { rest = after.drop { $0.isWhitespace } }
            }
            let words = String(rest.reversed().drop { $0.isWhitespace }.reversed())
            guard let first = words.first else { continue }
            if !isBullet, first.isLowercase, let last = lines.popLast() {
                lines.append("\(last) \(words)")
            } else {
                lines.append(words)
            }
        }
        return lines
    }
}
