import Store

extension RecordSchema {
    /// Finds evidence by the place of the audit at which it came in.
    static let evidenceByCapture = """
        CREATE INDEX evidence_by_capture ON evidence (workspace_id, captured_in, subject);
        """

    /// Finds what waits for an answer without reading all the evidence about somebody; hardly any is contested at a time.
    static let contestedEvidence = """
        CREATE INDEX evidence_contested ON evidence (workspace_id, subject) WHERE state = 'contested';
        """
}
