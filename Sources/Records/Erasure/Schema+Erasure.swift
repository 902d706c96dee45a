extension RecordSchema {
    /// The audit covers what each entry says by a seal of its own, so that it can be blanked; checkpoints; requests to be erased.
    static let erasure = """
        ALTER TABLE audit ADD COLUMN salt BYTEA;
        ALTER TABLE audit ADD COLUMN cover BYTEA;
        CREATE INDEX audit_uncovered ON audit (workspace_id, position) WHERE cover IS NULL;
        CREATE TABLE audit_checkpoint (
            workspace_id TEXT NOT NULL,
            position BIGINT NOT NULL,
            moment BIGINT NOT NULL,
            hash BYTEA NOT NULL,
            signer TEXT NOT NULL,
            signature BYTEA NOT NULL,
            PRIMARY KEY (workspace_id, position)
        );
        CREATE TABLE erasure_request (
            workspace_id TEXT NOT NULL,
            person_id TEXT NOT NULL,
            asked BIGINT NOT NULL,
            due BIGINT NOT NULL,
            answer TEXT,
            answered BIGINT,
            PRIMARY KEY (workspace_id, person_id)
        );
        CREATE TABLE retention_limit (
            workspace_id TEXT NOT NULL,
            kind TEXT NOT NULL,
            days BIGINT,
            PRIMARY KEY (workspace_id, kind)
        );
        """
}
