extension RecordSchema {
    /// Calibration rooms: drafts are sealed; what was answered stays, its words sealed as well.
    static let calibration = """
        CREATE TABLE calibration_room (
            workspace_id TEXT NOT NULL REFERENCES workspace (workspace_id),
            room TEXT NOT NULL,
            opened BIGINT NOT NULL,
            opened_by TEXT NOT NULL,
            first_day BIGINT NOT NULL,
            last_day BIGINT NOT NULL,
            closed BIGINT,
            PRIMARY KEY (workspace_id, room)
        );
        CREATE TABLE calibration_draft (
            workspace_id TEXT NOT NULL,
            room TEXT NOT NULL,
            person_id TEXT NOT NULL,
            key_id TEXT NOT NULL,
            sealed BYTEA NOT NULL,
            PRIMARY KEY (workspace_id, room, person_id)
        );
        CREATE TABLE calibration_answer (
            workspace_id TEXT NOT NULL,
            room TEXT NOT NULL,
            cue_id TEXT NOT NULL,
            family TEXT NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome IN ('explained', 'acted')),
            actor TEXT NOT NULL,
            moment BIGINT NOT NULL,
            key_id TEXT NOT NULL,
            sealed BYTEA NOT NULL,
            PRIMARY KEY (workspace_id, room, cue_id)
        );
        CREATE TABLE calibration_family (
            workspace_id TEXT NOT NULL,
            family TEXT NOT NULL,
            switched_on BIGINT NOT NULL,
            PRIMARY KEY (workspace_id, family)
        );
        """
}
