import Answers

/// What stands behind the question mark.
enum Query {
    /// The values of the parameters that an operation knows; others are passed over.
    ///
    /// Errors: `Problem` for a value that is not what the parameter takes, or is missing.
    static func values(of query: String, for parameters: [Parameter]) throws(Problem) -> [String: JSON] {
        var given: [String: String] = [:]
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentText.decoded(parts[0], isForm: true),
                let value = parts.count == 2 ? PercentText.decoded(parts[1], isForm: true) : ""
            else { throw Problem(.malformed, "What stands behind the question mark is no text.") }
            if given[name] == nil { given[name] = value }
        }
        var values: [String: JSON] = [:]
        var faults: [Problem.Part] = []
        for parameter in parameters {
            guard let text = given[parameter.name] else {
                if parameter.isRequired {
                    faults.append(Problem.Part(parameter: parameter.name, detail: "It is missing."))
                }
                continue
            }
            let isNumber = parameter.schema["type"]?.text == "integer"
            let value: JSON = isNumber ? Int(text).map { .integer($0) } ?? .text(text) : .text(text)
            let found = SchemaCheck().faults(of: value, against: parameter.schema)
            faults += found.map { Problem.Part(parameter: parameter.name, detail: $0.words) }
            values[parameter.name] = value
        }
        guard faults.isEmpty else {
            let names = faults.compactMap(\.parameter).joined(separator: ", ")
            throw Problem(.malformed, "These parameters cannot be taken: \(names).", parts: faults)
        }
        return values
    }
}

/// Text in an address.
enum PercentText {
    /// The text; nil for what is no UTF-8, or holds a character that no name has.
    ///
    /// Source: RFC 3986, 2.1; for forms WHATWG URL, `application/x-www-form-urlencoded`.
    static func decoded(_ text: Substring, isForm: Bool = false) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+") where isForm: bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard rest.count >= 2, let high = digit(rest.removeFirst()), let low = digit(rest.removeFirst()) else {
                    return nil
                }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        guard !bytes.contains(0) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}
