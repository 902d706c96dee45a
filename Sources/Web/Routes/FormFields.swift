public import Workspace

/// What a form was sent with.
///
/// Source: WHATWG URL Standard, `application/x-www-form-urlencoded`.
public struct FormFields: Sendable, Hashable {
    private let values: [String: [String]]

    /// Fields by name, in the order in which they were sent.
    public init(_ values: [String: [String]] = [:]) { self.values = values }

    /// Reads a body; a pair that is not text is left out.
    public init(body: some StringProtocol) {
        var values: [String: [String]] = [:]
        for pair in body.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.text(parts[0]), let value = parts.count == 2 ? Self.text(parts[1]) : "" else {
                continue
            }
            values[name, default: []].append(value)
        }
        self.values = values
    }

    /// The first value of a name without the spaces around it; empty where there is none.
    public subscript(_ name: String) -> String { Self.trimmed(values[name]?.first ?? "") }

    /// Every value of a name that is not empty.
    public func all(_ name: String) -> [String] { (values[name] ?? []).map(Self.trimmed).filter { !$0.isEmpty } }

    /// A day; nil where none was written.
    public func day(_ name: String) -> CivilDate? { CivilDate(self[name]) }

    private static func text(_ part: some StringProtocol) -> String? {
        Link.text(ofSegment: String(part.map { $0 == "+" ? " " : $0 }))
    }

    /// Browsers send line ends as CR LF.
    private static func trimmed(_ text: String) -> String {
        let lines = String(text.unicodeScalars.filter { $0 != "\r" }.map(Character.init))
        let start = lines.drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}
