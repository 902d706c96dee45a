extension RecordSchema {
    /// What waits for workers, what the clock asks for, and who holds what only one process may do at a time.
    static let jobs = """
        CREATE TABLE job (
            workspace_id TEXT NOT NULL,
            job_key TEXT NOT NULL,
            kind TEXT NOT NULL,
            about TEXT NOT NULL,
            priority BIGINT NOT NULL,
            due BIGINT NOT NULL,
            made BIGINT NOT NULL,
            tries BIGINT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'dead', 'dropped')),
            holder TEXT,
            token BIGINT NOT NULL,
            held_until BIGINT,
            fault_sort TEXT,
            fault_code TEXT,
            changed BIGINT NOT NULL,
            PRIMARY KEY (workspace_id, job_key)
        );
        CREATE INDEX job_waiting ON job (workspace_id, priority, due) WHERE state = 'waiting';
        CREATE INDEX job_running ON job (workspace_id, held_until) WHERE state = 'running';
        CREATE INDEX job_by_state ON job (workspace_id, state, changed);
        CREATE TABLE job_schedule (
            workspace_id TEXT NOT NULL,
            name TEXT NOT NULL,
            moment BIGINT NOT NULL,
            claimed BIGINT NOT NULL,
            PRIMARY KEY (workspace_id, name)
        );
        CREATE TABLE work_lease (
            workspace_id TEXT NOT NULL,
            name TEXT NOT NULL,
            holder TEXT NOT NULL,
            token BIGINT NOT NULL,
            held_until BIGINT NOT NULL,
            PRIMARY KEY (workspace_id, name)
        );
        """
}
