import Foundation

/// A small, sound ladder to break in one place at a time.
enum SmallLadder {
    /// Two levels, one competency of each kind; empty, and every test red, when the file is gone.
    static let text = file("/Cases/small.yml", above: 1)

    /// The text of a file, by its path below a folder above this one.
    static func file(_ path: String, above levels: Int) -> String {
        let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(levels)
        return (try? String(contentsOfFile: folder.joined(separator: "/") + path, encoding: .utf8)) ?? ""
    }

    /// The text with one part put in the place of another; the text itself where that part is not there.
    static func with(_ part: String, as other: String) -> String {
        guard let range = text.range(of: part) else { return text }
        return text.replacingCharacters(in: range, with: other)
    }
}

extension String {
    /// The first place of a part, without Foundation.
    func range(of part: String) -> Range<Index>? {
        let (own, sought) = (Array(utf8), Array(part.utf8))
        guard !sought.isEmpty, own.count >= sought.count else { return nil }
        for start in 0...(own.count - sought.count) where own[start..<(start + sought.count)].elementsEqual(sought) {
            let lower = utf8.index(utf8.startIndex, offsetBy: start)
            return lower..<utf8.index(lower, offsetBy: sought.count)
        }
        return nil
    }

    /// A copy with a part replaced.
    func replacingCharacters(in range: Range<Index>, with other: String) -> String {
        String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
    }
}
