extension RecordSchema {
    /// 1:1s that took place, what was agreed, each side's own notes (sealed), when the next one is, and weekly notes sent.
    static let oneOnOnes = """
        CREATE TABLE one_on_one (
            workspace_id TEXT NOT NULL REFERENCES workspace (workspace_id),
            one_on_one_id TEXT NOT NULL,
            person_id TEXT NOT NULL,
            manager_id TEXT NOT NULL,
            day BIGINT NOT NULL,
            told TEXT NOT NULL,
            edge TEXT,
            asked TEXT NOT NULL,
            PRIMARY KEY (workspace_id, one_on_one_id)
        );
        CREATE UNIQUE INDEX one_on_one_by_pair ON one_on_one (workspace_id, person_id, manager_id, day);
        CREATE TABLE agreed_action (
            workspace_id TEXT NOT NULL,
            action_id TEXT NOT NULL,
            person_id TEXT NOT NULL,
            manager_id TEXT NOT NULL,
            words TEXT NOT NULL,
            owner_id TEXT NOT NULL,
            agreed BIGINT NOT NULL,
            due BIGINT,
            state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
            closed BIGINT,
            carried BIGINT NOT NULL,
            PRIMARY KEY (workspace_id, action_id)
        );
        CREATE INDEX agreed_action_by_pair ON agreed_action (workspace_id, person_id, manager_id, state);
        CREATE TABLE private_note (
            workspace_id TEXT NOT NULL,
            author_id TEXT NOT NULL,
            note_id TEXT NOT NULL,
            person_id TEXT NOT NULL,
            moment BIGINT NOT NULL,
            key_id TEXT NOT NULL,
            sealed BYTEA NOT NULL,
            PRIMARY KEY (workspace_id, author_id, note_id)
        );
        CREATE TABLE meeting_plan (
            workspace_id TEXT NOT NULL,
            person_id TEXT NOT NULL,
            manager_id TEXT NOT NULL,
            weekday BIGINT NOT NULL,
            minute BIGINT NOT NULL,
            weeks BIGINT NOT NULL,
            anchor BIGINT NOT NULL,
            zone TEXT NOT NULL,
            PRIMARY KEY (workspace_id, person_id, manager_id)
        );
        CREATE TABLE found_meeting (
            workspace_id TEXT NOT NULL,
            person_id TEXT NOT NULL,
            manager_id TEXT NOT NULL,
            starts BIGINT NOT NULL,
            PRIMARY KEY (workspace_id, person_id, manager_id, starts)
        );
        CREATE TABLE weekly_note (
            workspace_id TEXT NOT NULL,
            person_id TEXT NOT NULL,
            sent BIGINT NOT NULL,
            PRIMARY KEY (workspace_id, person_id)
        );
        """
}
