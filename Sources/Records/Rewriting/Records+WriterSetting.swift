import Store
import Workspace

/// Whether and how a model rewords sentences in a workspace.
public struct WriterSetting: Sendable, Hashable {
    /// True where an operator switched it on.
    public var isOn = false
    /// Where the model listens.
    public var address: String?
    /// The model's name.
    public var model: String?
    /// The file that holds the model's key; the key itself is never kept here.
    public var keyFile: String?
    /// True where an operator said that the address may lie outside of the private network.
    public var mayBeFar = false
    /// Tokens that may be spent in a calendar month; nil for no limit.
    public var monthlyTokens: Int64?

    /// Off, as every workspace begins.
    public init() {}
}

/// What rewording cost in a calendar month (UTC).
public struct WriterMonth: Sendable, Hashable {
    /// Requests sent.
    public var calls: Int64 = 0
    /// Tokens of questions.
    public var questionTokens: Int64 = 0
    /// Tokens of answers.
    public var answerTokens: Int64 = 0

    /// Nothing yet.
    public init() {}

    /// All tokens.
    public var tokens: Int64 { questionTokens + answerTokens }
}

extension Records {
    /// How a model rewords sentences here; off unless somebody chose it.
    public func writerSetting() async throws -> WriterSetting {
        let workspace = workspace
        return try await database.read { connection in
            guard
                let row = try connection.rows("SELECT * FROM writer_setting WHERE workspace_id = \(workspace.text)")
                    .first
            else { return WriterSetting() }
            var setting = WriterSetting()
            setting.isOn = try row.boolean("is_on")
            setting.address = try row.optionalText("address")
            setting.model = try row.optionalText("model")
            setting.keyFile = try row.optionalText("key_file")
            setting.mayBeFar = try row.boolean("may_be_far")
            setting.monthlyTokens = try row.optionalInteger("monthly_tokens")
            return setting
        }
    }

    /// Chooses whether and how a model rewords sentences.
    public func set(writer setting: WriterSetting, now: Int64) async throws {
        let workspace = workspace
        try await database.write { connection in
            try connection.run(
                """
                INSERT INTO writer_setting (workspace_id, is_on, address, model, key_file, may_be_far, monthly_tokens)
                VALUES (\(workspace.text), \(setting.isOn), \(setting.address), \(setting.model), \(setting.keyFile),
                    \(setting.mayBeFar), \(setting.monthlyTokens))
                ON CONFLICT (workspace_id) DO UPDATE SET
                    is_on = excluded.is_on, address = excluded.address, model = excluded.model,
                    key_file = excluded.key_file, may_be_far = excluded.may_be_far,
                    monthly_tokens = excluded.monthly_tokens
                """
            )
            let words = [
                setting.address, setting.model, setting.mayBeFar ? "may be far" : nil,
                setting.monthlyTokens.map { "\($0) tokens a month" },
            ]
            try connection.note(
                "writer chosen",
                on: setting.isOn ? "endpoint" : "off",
                by: "operator",
                detail: words.compactMap(\.self).joined(separator: " "),
                at: now,
                in: workspace
            )
        }
    }

    /// What rewording has cost in the calendar month of a moment.
    public func writerMonth(of moment: Int64) async throws -> WriterMonth {
        let workspace = workspace
        let month = Self.month(of: moment)
        return try await database.read { connection in
            let row = try connection.rows(
                """
                SELECT calls, question_tokens, answer_tokens FROM writer_month
                WHERE workspace_id = \(workspace.text) AND month = \(month)
                """
            ).first
            guard let row else { return WriterMonth() }
            var sum = WriterMonth()
            sum.calls = try row.integer("calls")
            sum.questionTokens = try row.integer("question_tokens")
            sum.answerTokens = try row.integer("answer_tokens")
            return sum
        }
    }

    /// Adds what calls have cost.
    public func spend(_ cost: WriterMonth, at moment: Int64) async throws {
        guard cost != WriterMonth() else { return }
        let workspace = workspace
        let month = Self.month(of: moment)
        try await database.write { connection in
            try connection.run(
                """
                INSERT INTO writer_month (workspace_id, month, calls, question_tokens, answer_tokens)
                VALUES (\(workspace.text), \(month), \(cost.calls), \(cost.questionTokens), \(cost.answerTokens))
                ON CONFLICT (workspace_id, month) DO UPDATE SET
                    calls = writer_month.calls + excluded.calls,
                    question_tokens = writer_month.question_tokens + excluded.question_tokens,
                    answer_tokens = writer_month.answer_tokens + excluded.answer_tokens
                """
            )
        }
    }

    /// Calendar months since the year 0.
    private static func month(of moment: Int64) -> Int64 {
        let day = CivilDate(microseconds: moment).parts
        return Int64(day.year) * 12 + Int64(day.month) - 1
    }
}
