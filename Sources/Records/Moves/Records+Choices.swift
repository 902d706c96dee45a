import Store
public import Workspace

extension Records {
    /// Fixes a year's question; the first word about a year stands.
    ///
    /// - Returns: the round that holds for the year.
    public func open(_ round: ChoiceRound, by actor: String, now: Int64) async throws -> ChoiceRound {
        let workspace = workspace
        try await database.write { connection in
            let made = try connection.run(
                """
                INSERT INTO choice_round (workspace_id, year, dimension, opens, closes)
                VALUES (\(workspace.text), \(round.year), \(round.dimension.rawValue), \(round.opens.days),
                    \(round.closes.days))
                ON CONFLICT (workspace_id, year) DO NOTHING
                """
            )
            guard made > 0 else { return }
            try connection.note(
                "question opened",
                on: "\(round.year)",
                by: actor,
                detail: round.dimension.rawValue,
                at: now,
                in: workspace
            )
        }
        return try await choiceRounds().first { $0.year == round.year } ?? round
    }

    /// All years' questions, the newest first.
    public func choiceRounds() async throws -> [ChoiceRound] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT year, dimension, opens, closes FROM choice_round WHERE workspace_id = \(workspace.text)
                ORDER BY year DESC
                """
            ).map {
                let word = try $0.text("dimension")
                guard let dimension = ChoiceDimension(rawValue: word) else {
                    throw RecordError.unknownWord(column: "dimension", word: word)
                }
                return ChoiceRound(
                    year: Int(try $0.integer("year")),
                    dimension: dimension,
                    opens: CivilDate(days: Int(try $0.integer("opens"))),
                    closes: CivilDate(days: Int(try $0.integer("closes")))
                )
            }
        }
    }

    /// Seals a person's answer, in the place of an earlier one; the audit hears nothing of it.
    ///
    /// Errors: `VaultError.wrongKey`.
    public func keep(_ answer: ChoiceAnswer, of person: PersonID, year: Int, vault: Vault) async throws {
        let workspace = workspace
        try await database.write { connection in
            let rows = SealedRows(workspace: workspace, vault: vault, connection: connection)
            try rows.checkKey()
            try rows.put(.choice, occasion: String(year), [(person, SealedText.text(of: answer))])
        }
    }

    /// A person's own answer; nil when there is none.
    public func choice(of person: PersonID, year: Int, vault: Vault) async throws -> ChoiceAnswer? {
        let workspace = workspace
        return try await database.read { connection in
            try SealedRows(workspace: workspace, vault: vault, connection: connection)
                .texts(.choice, occasion: String(year), person: person)[person].flatMap(SealedText.answer)
        }
    }

    /// How often each answer was given, by group; without names, words or order.
    public func choiceTallies(year: Int, vault: Vault) async throws -> [String: [Choice: Int]] {
        let workspace = workspace
        return try await database.read { connection in
            let texts = try SealedRows(workspace: workspace, vault: vault, connection: connection)
                .texts(.choice, occasion: String(year))
            var tallies: [String: [Choice: Int]] = [:]
            for answer in texts.values.compactMap(SealedText.answer) {
                tallies[answer.group, default: [:]][answer.choice, default: 0] += 1
            }
            return tallies
        }
    }
}
