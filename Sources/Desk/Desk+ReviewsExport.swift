import Records
public import Reviews
public import Workspace
import Writing

/// A document as a file.
public struct DocumentFile: Sendable, Hashable {
    /// A name to keep it under.
    public let name: String
    /// What it is, as web servers say it.
    public let type: String
    /// Its bytes.
    public let bytes: [UInt8]

    /// The forms that a document can take.
    public enum Form: String, Sendable, Hashable, CaseIterable {
        /// Markdown with footnotes.
        case markdown = "md"
        /// One HTML file that prints well.
        case html
        /// The bytes that a seal's hash is over.
        case json
    }

    /// A file for programs.
    public init(name: String, json bytes: [UInt8]) {
        (self.name, type, self.bytes) = (name, "application/json", bytes)
    }

    /// A document in one of its forms.
    public init(_ document: Document, form: Form, name: String) {
        let safe = name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) ? $0 : "-" }
        self.name = "\(String(safe)).\(form.rawValue)"
        switch form {
        case .markdown: (type, bytes) = ("text/markdown; charset=utf-8", Array(document.markdown.utf8))
        case .html: (type, bytes) = ("text/html; charset=utf-8", Array(document.html.utf8))
        case .json: (type, bytes) = ("application/json", document.canonicalBytes)
        }
    }
}

/// What a file turned out to be.
public struct SealFinding: Sendable, Hashable {
    /// SHA-256 of the file, in lower-case hexadecimal digits.
    public let hash: String
    /// The review that was sealed with these bytes; nil where the viewer opens none that was.
    public let review: ReviewID?
    /// Which form the file is.
    public let form: DocumentFile.Form?
    /// When it was sealed, microseconds since 1970 UTC.
    public let sealedAt: Int64?
    /// When it was acknowledged, microseconds since 1970 UTC; nil where it was not.
    public let acknowledgedAt: Int64?
    /// True where the kept copy still says the same; false where words were taken back since, or contested.
    public let isWhole: Bool
}

extension Desk {
    /// A review as a file.
    ///
    /// Errors: as `review(_:version:for:)`.
    public func export(_ id: ReviewID, as form: DocumentFile.Form, for viewer: PersonID) async throws -> DocumentFile {
        let view = try await review(id, for: viewer)
        try await records.note(
            "exported review",
            on: id.text,
            by: viewer.text,
            detail: "\(form.rawValue), version \(view.review.version)",
            now: try await now()
        )
        return DocumentFile(view.document, form: form, name: "\(view.review.sort.rawValue)-\(id.text)")
    }

    /// Holds a file against the seals of the record.
    public func verifySeal(_ bytes: [UInt8], for viewer: PersonID) async throws -> SealFinding {
        let hash = Records.hash(bytes)
        guard let found = try await records.review(sealedAs: hash),
            let view = try? await review(ReviewID(found.id), for: viewer)
        else {
            return SealFinding(
                hash: hash,
                review: nil,
                form: nil,
                sealedAt: nil,
                acknowledgedAt: nil,
                isWhole: false
            )
        }
        return SealFinding(
            hash: hash,
            review: view.review.id,
            form: DocumentFile.Form(rawValue: found.form),
            sealedAt: view.review.sealedAt,
            acknowledgedAt: view.review.acknowledgedAt,
            isWhole: Records.hash(view.document.canonicalBytes) == view.seals["json"]
        )
    }
}
