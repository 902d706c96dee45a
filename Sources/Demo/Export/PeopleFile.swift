import Workspace

/// The people file of the made-up company, as its personnel system would export it.
enum PeopleFile {
    /// CSV with a header line; RFC 4180, lines end with CR LF.
    static func csv(_ cast: Cast = .halvard) -> String {
        let header = [
            "id", "email", "name", "manager", "team", "track", "level", "family", "title", "start_date", "level_since",
            "zone", "salary", "scope", "gender",
        ]
        let rows = cast.members.map { member in
            [
                member.person.text, member.email, member.name,
                member.manager.flatMap { cast.member($0)?.person.text } ?? "", member.team ?? "", member.track.rawValue,
                String(member.level), member.family, member.title, member.started.description,
                member.levelSince.description, member.payZone, String(member.pay),
                String(member.scope), member.gender,
            ]
        }
        return ([header] + rows).map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func cell(_ text: String) -> String {
        guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
