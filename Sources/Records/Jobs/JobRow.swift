import Jobs
import Store

extension Job {
    /// Reads a row of `job`; nil for a kind that this version does not know.
    init?(_ row: SQLRow) throws {
        guard let kind = JobKind(rawValue: try row.text("kind")) else { return nil }
        let word = try row.text("state")
        guard let state = JobState(rawValue: word) else { throw RecordError.unknownWord(column: "state", word: word) }
        let holder = try row.optionalText("holder")
        let until = try row.optionalInteger("held_until")
        let token = try row.integer("token")
        let code = try row.optionalText("fault_code")
        self.init(
            kind,
            key: try row.text("job_key"),
            about: try row.text("about"),
            priority: Int(try row.integer("priority")),
            due: try row.integer("due"),
            made: try row.integer("made"),
            tries: Int(try row.integer("tries")),
            state: state,
            lease: holder.flatMap { holder in until.map { Lease(holder: holder, token: token, until: $0) } },
            fault: try row.optionalText("fault_sort").map { JobFault(sort: $0, code: code ?? "") },
            changed: try row.integer("changed")
        )
    }

    static let columns: SQL = """
        job_key, kind, about, priority, due, made, tries, state, holder, token, held_until, fault_sort, fault_code, changed
        """
}
