import Store

extension RecordSchema {
    /// The decision ledger, and requests to colleagues.
    static let decisionsAndRequests = decisions + requests

    private static let decisions = """
        CREATE TABLE decision (
            workspace_id TEXT NOT NULL,
            decision_id TEXT NOT NULL,
            number BIGINT NOT NULL,
            state TEXT NOT NULL,
            day BIGINT NOT NULL,
            begun BIGINT NOT NULL,
            PRIMARY KEY (workspace_id, decision_id)
        );
        CREATE INDEX decision_by_day ON decision (workspace_id, day);
        CREATE TABLE decision_event (
            workspace_id TEXT NOT NULL,
            decision_id TEXT NOT NULL,
            position BIGINT NOT NULL,
            act TEXT NOT NULL,
            actor TEXT NOT NULL,
            moment BIGINT NOT NULL,
            checkpoint BIGINT,
            outcome TEXT,
            words TEXT NOT NULL,
            about BIGINT,
            entries TEXT NOT NULL,
            content TEXT NOT NULL,
            PRIMARY KEY (workspace_id, decision_id, position)
        );
        CREATE TABLE decision_person (
            workspace_id TEXT NOT NULL,
            person_id TEXT NOT NULL,
            decision_id TEXT NOT NULL,
            PRIMARY KEY (workspace_id, person_id, decision_id)
        );
        CREATE TABLE decision_source (
            workspace_id TEXT NOT NULL,
            entry_id TEXT NOT NULL,
            decision_id TEXT NOT NULL,
            PRIMARY KEY (workspace_id, entry_id, decision_id)
        );
        CREATE INDEX evidence_of_decisions ON evidence (workspace_id, posted) WHERE kind = 'decision';

        """
}
