import CStories

/// One file in which a part of the company's talk is written down.
struct Script: Sendable {
    /// The file's name.
    let name: String
    /// What stands in it.
    let text: String

    /// The scripts that are built into the program, ordered by name.
    static func all() throws(DemoError) -> [Script] {
        var scripts: [Script] = []
        for index in 0..<cstories_count() {
            guard let name = cstories_name(index), let bytes = cstories_bytes(index) else { continue }
            let buffer = UnsafeBufferPointer(start: bytes, count: cstories_size(index))
            let file = String(cString: name)
            guard let text = String(validating: buffer, as: UTF8.self) else {
                throw .script(file: file, line: 1, fault: .notText)
            }
            scripts.append(Script(name: file, text: text))
        }
        return scripts.sorted { $0.name < $1.name }
    }
}

extension Substring {
    /// The line without blanks at its end.
    func trimmingEnd() -> Substring {
        var kept = self
        while let last = kept.last, last == " " || last == "\t" || last == "\r" { kept.removeLast() }
        return kept
    }
}
