/// The form that a program takes.
enum Accepted: String, Sendable {
    case json, csv

    var type: String {
        switch self {
        case .json: "application/json"
        case .csv: "text/csv; charset=utf-8; header=present"
        }
    }

    /// The best of the forms that there are, by the weights of `Accept`.
    ///
    /// Errors: `Problem` where none of them is taken. Source: RFC 9110, 12.5.1.
    static func form(of accept: String?, isTable: Bool) throws(Problem) -> Accepted {
        guard let accept, !accept.allSatisfy(\.isWhitespace) else { return .json }
        let ranges = accept.lowercased().split(separator: ",").map(Self.range)
        func weight(_ type: String) -> Double {
            let group = String(type.prefix { $0 != "/" }) + "/*"
            for name in [type, group, "*/*"] {
                if let found = ranges.first(where: { $0.name == name }) { return found.weight }
            }
            return 0
        }
        let json = weight("application/json")
        let csv = isTable ? weight("text/csv") : 0
        guard json > 0 || csv > 0 else {
            throw Problem(.notAcceptable, isTable ? "It can be had as JSON and as CSV." : "It can be had as JSON.")
        }
        return csv > json ? .csv : .json
    }

    private static func range(_ text: Substring) -> (name: String, weight: Double) {
        let parts = text.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
        let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) }
        return (parts.first ?? "", weight ?? 1)
    }
}
