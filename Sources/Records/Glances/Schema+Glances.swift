import Store

extension RecordSchema {
    /// Finds evidence by the place of the audit at which it came in.
    static let evidenceByCapture = """
        CREATE INDEX evidence_by_capture ON evidence (workspace_id, captured_in, subject);
        """
}
