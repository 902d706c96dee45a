import Store
import Workspace

extension PersonTraces {
    /// What the record knows a person by.
    ///
    /// Errors: `ErasureError.noSuchPerson`.
    static func of(
        _ person: PersonID,
        workspace: WorkspaceID,
        on connection: any Connection
    ) throws -> PersonTraces {
        let people = try connection.rows(
            "SELECT person_id, name, email, account_id FROM person WHERE workspace_id = \(workspace.text)"
        )
        guard let own = try people.first(where: { try $0.text("person_id") == person.text }) else {
            throw ErasureError.noSuchPerson(person.text)
        }
        let email = try own.optionalText("email")
        var accounts: Set<String> = []
        if let account = try own.optionalText("account_id") { accounts.insert(account) }
        var names = [try own.text("name")]
        var addresses = [email].compactMap(\.self)
        var others = try people.filter { try $0.text("person_id") != person.text }.map { try $0.text("name") }
        let rows = try connection.rows(
            "SELECT account_id, name, real_name, handle, email FROM account WHERE workspace_id = \(workspace.text)"
        )
        for row in rows {
            let id = try row.text("account_id")
            let address = try row.optionalText("email")
            let itsNames = [try row.text("name"), try row.optionalText("real_name"), try row.optionalText("handle")]
                .compactMap(\.self)
            if accounts.contains(id) || (email != nil && address == email) {
                accounts.insert(id)
                names += itsNames
                if let address { addresses.append(address) }
            } else {
                others += itsNames
            }
        }
        return PersonTraces(
            person: person,
            accounts: accounts,
            names: names,
            addresses: addresses,
            others: others,
            words: try plainWords(among: names, workspace: workspace, on: connection)
        )
    }

    /// Those parts of names that are words and stand in the talk as such, without a capital: they are not taken for the name.
    private static func plainWords(
        among names: [String],
        workspace: WorkspaceID,
        on connection: any Connection
    ) throws -> Set<String> {
        let parts = Set(names.flatMap { $0.split(separator: " ").map { $0.lowercased() } })
        var found: Set<String> = []
        for part in parts where NameWords.all.contains(part) {
            let pattern = "% " + part + " %"
            // Not every engine tells cases apart here, so that the rows are looked at again.
            let rows = try connection.rows(
                """
                SELECT quote FROM evidence WHERE workspace_id = \(workspace.text) AND quote LIKE \(pattern) LIMIT 200
                """
            )
            if try rows.contains(where: { try $0.text("quote").contains(" " + part + " ") }) { found.insert(part) }
        }
        return found
    }
}
