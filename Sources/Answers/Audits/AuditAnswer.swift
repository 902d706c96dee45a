public import Audits

/// An audit in a list.
public struct AuditLineAnswer: Codable, Sendable {
    let id: String
    let title: String
    let question: String

    /// Reads its name and question.
    public init(_ audit: Audit) {
        id = audit.rawValue
        title = audit.title
        question = audit.question
    }
}

extension AuditReport: SchemaTelling {
    /// A report as it is exported; what stands in tables and plots depends on the audit.
    public static var schema: JSON {
        let text: JSON = ["type": "string"]
        let texts: JSON = ["type": "array", "items": ["type": "string"]]
        let objects: JSON = ["type": "array", "items": ["type": "object"]]
        return [
            "type": "object",
            "properties": [
                "audit": ["type": "string", "enum": .array(Audit.allCases.map { .text($0.rawValue) })],
                "audience": text, "day": ["type": "string", "format": "date"], "title": text, "question": text,
                "summary": texts, "findings": objects, "tables": objects, "plots": objects, "limits": texts,
                "method": text, "hiddenFindings": ["type": "integer"],
            ],
            "required": ["audit", "day", "title", "question", "summary", "findings", "tables", "limits", "method"],
        ]
    }
}
