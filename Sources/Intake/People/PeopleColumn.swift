/// A column of the people file that means something here.
public enum PeopleColumn: String, Sendable, Hashable, CaseIterable {
    /// The person's id in the company's own records.
    case id
    /// The person's e-mail address.
    case email
    /// The Slack account.
    case slack
    /// The name to show.
    case name
    /// Whom the person reports to, by id or e-mail.
    case manager
    /// The team.
    case team
    /// Individual contributor or manager.
    case track
    /// The level, 1 to 10.
    case level
    /// The craft.
    case family
    /// The title on the door.
    case title
    /// First day at the company.
    case started
    /// First day at the present level.
    case levelSince

    /// The column that a heading means; nil when it means none of these.
    ///
    /// Case, blanks, hyphens and underscores do not count.
    static func named(_ heading: String) -> PeopleColumn? { headings[folded(heading)] }

    /// True for a column that only the pay and fairness audits may read; nothing here looks at its cells.
    static func isForAudits(_ heading: String) -> Bool { audits.contains(folded(heading)) }

    /// Letters and digits only, lower case.
    static func folded(_ heading: String) -> String {
        String(
            String.UnicodeScalarView(
                heading.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
            )
        )
    }

    private static let headings: [String: PeopleColumn] = [
        "id": .id, "personid": .id, "employeeid": .id, "employeenumber": .id, "workerid": .id, "userid": .id,
        "email": .email, "emailaddress": .email, "mail": .email, "workemail": .email,
        "slack": .slack, "slackid": .slack, "slackuserid": .slack, "slackaccount": .slack, "slackmemberid": .slack,
        "name": .name, "fullname": .name, "displayname": .name, "preferredname": .name,
        "manager": .manager, "managerid": .manager, "manageremail": .manager, "reportsto": .manager,
        "team": .team, "teamname": .team, "department": .team,
        "track": .track, "careertrack": .track,
        "level": .level, "joblevel": .level, "grade": .level,
        "family": .family, "jobfamily": .family, "discipline": .family, "craft": .family,
        "title": .title, "jobtitle": .title, "role": .title,
        "start": .started, "startdate": .started, "started": .started, "hiredate": .started, "hired": .started,
        "levelsince": .levelSince, "levelsincedate": .levelSince, "levelstart": .levelSince,
        "levelstartdate": .levelSince, "inlevelsince": .levelSince, "lastpromotion": .levelSince,
        "lastpromotiondate": .levelSince,
    ]

    private static let audits: Set<String> = [
        "pay", "salary", "basepay", "basesalary", "base", "bonus", "equity", "compensation", "currency", "totalpay",
        "fte", "hours", "zone", "payzone", "location", "locationzone", "country", "office", "region", "site",
        "gender", "sex", "ethnicity", "race", "age", "agegroup", "birthdate", "dateofbirth", "birthyear",
        "disability", "veteran", "religion", "belief", "nationality", "orientation", "sexualorientation",
        "parentalleave", "maritalstatus", "pronouns", "protected", "protectedcategory",
    ]
}
