import Store

extension RecordSchema {
    /// What makes the two tracks real: offices, receipts, sealed pay, moves, the yearly question.
    static let tracks = """
        CREATE TABLE office (
            workspace_id TEXT NOT NULL,
            person_id TEXT NOT NULL,
            office TEXT NOT NULL,
            granted BIGINT NOT NULL,
            granted_by TEXT NOT NULL,
            PRIMARY KEY (workspace_id, person_id, office)
        );
        CREATE TABLE look (
            workspace_id TEXT NOT NULL,
            subject TEXT NOT NULL,
            look_id TEXT NOT NULL,
            viewer TEXT NOT NULL,
            object TEXT NOT NULL,
            moment BIGINT NOT NULL,
            PRIMARY KEY (workspace_id, subject, look_id)
        );
        CREATE TABLE role_fact (
            workspace_id TEXT NOT NULL,
            person_id TEXT NOT NULL,
            zone TEXT,
            country TEXT,
            scope DOUBLE PRECISION,
            PRIMARY KEY (workspace_id, person_id)
        );
        CREATE TABLE sealed_fact (
            workspace_id TEXT NOT NULL,
            purpose TEXT NOT NULL CHECK (purpose IN ('pay', 'protected', 'choice')),
            occasion TEXT NOT NULL,
            person_id TEXT NOT NULL,
            key_id TEXT NOT NULL,
            sealed BYTEA NOT NULL,
            PRIMARY KEY (workspace_id, purpose, occasion, person_id)
        );
        CREATE TABLE move (
            workspace_id TEXT NOT NULL,
            move_id TEXT NOT NULL,
            person_id TEXT NOT NULL,
            kind TEXT NOT NULL,
            from_track TEXT NOT NULL,
            from_level BIGINT,
            to_track TEXT NOT NULL,
            to_level BIGINT,
            state TEXT NOT NULL,
            begun BIGINT NOT NULL,
            day BIGINT,
            returns TEXT,
            ladder TEXT NOT NULL,
            PRIMARY KEY (workspace_id, move_id)
        );
        CREATE INDEX move_by_person ON move (workspace_id, person_id, begun);
        CREATE TABLE move_event (
            workspace_id TEXT NOT NULL,
            move_id TEXT NOT NULL,
            position BIGINT NOT NULL,
            act TEXT NOT NULL,
            actor TEXT NOT NULL,
            moment BIGINT NOT NULL,
            outcome TEXT,
            words TEXT NOT NULL,
            rules TEXT NOT NULL,
            day BIGINT,
            seen TEXT NOT NULL,
            PRIMARY KEY (workspace_id, move_id, position)
        );
        CREATE TABLE choice_round (
            workspace_id TEXT NOT NULL,
            year BIGINT NOT NULL,
            dimension TEXT NOT NULL,
            opens BIGINT NOT NULL,
            closes BIGINT NOT NULL,
            PRIMARY KEY (workspace_id, year)
        );
        """
}
