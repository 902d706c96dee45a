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
    /// Base pay, gross a year, for the share that is worked.
    case pay
    /// Base pay, gross a year, as if full time were worked.
    case fullTimePay
    /// Variable pay, gross a year, for the share that is worked.
    case variablePay
    /// The currency of the pay columns.
    case currency
    /// Share of full time.
    case share
    /// Hours a week.
    case weeklyHours
    /// The pay zone.
    case zone
    /// The country.
    case country
    /// The scope score, 1 to 5.
    case scope
    /// Sex or gender; so on with the protected categories, which are read for audits alone.
    case sex
    /// Ethnicity or race.
    case ethnicity
    /// Age in years, or a band of ages.
    case age
    /// Day or year of birth; only the decade is kept.
    case born
    /// Disability.
    case disability
    /// Veteran status.
    case veteran
    /// Religion or belief.
    case religion
    /// Nationality.
    case nationality
    /// Sexual orientation.
    case orientation
    /// Parental leave.
    case parentalLeave
    /// Marital status.
    case maritalStatus

    /// True for a column whose cells are kept sealed, and apart from the people.
    public var isSealed: Bool {
        switch self {
        case .id, .email, .slack, .name, .manager, .team, .track, .level, .family, .title, .started, .levelSince,
            .zone, .country, .scope:
            false
        default: true
        }
    }

    /// The column that a heading means; nil when it means none of these.
    ///
    /// Case, blanks, hyphens and underscores do not count.
    static func named(_ heading: String) -> PeopleColumn? { headings[folded(heading)] }

    /// True for a column about pay or a protected category that nothing needs; nothing here looks at its cells.
    static func isLeft(_ heading: String) -> Bool { left.contains(folded(heading)) }

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
        "pay": .pay, "salary": .pay, "basepay": .pay, "basesalary": .pay, "base": .pay, "annualsalary": .pay,
        "annualpay": .pay, "grosssalary": .pay, "fulltimepay": .fullTimePay, "fulltimesalary": .fullTimePay,
        "ftesalary": .fullTimePay, "ftepay": .fullTimePay, "bonus": .variablePay, "variable": .variablePay,
        "variablepay": .variablePay, "commission": .variablePay, "currency": .currency, "paycurrency": .currency,
        "fte": .share, "share": .share, "employmentshare": .share, "workingtime": .share, "hours": .weeklyHours,
        "weeklyhours": .weeklyHours, "hoursperweek": .weeklyHours,
        "zone": .zone, "payzone": .zone, "locationzone": .zone, "country": .country,
        "scope": .scope, "scopescore": .scope,
        "gender": .sex, "sex": .sex, "ethnicity": .ethnicity, "race": .ethnicity, "age": .age, "agegroup": .age,
        "ageband": .age, "birthdate": .born, "dateofbirth": .born, "birthyear": .born, "yearofbirth": .born,
        "disability": .disability, "veteran": .veteran, "religion": .religion, "belief": .religion,
        "nationality": .nationality, "orientation": .orientation, "sexualorientation": .orientation,
        "parentalleave": .parentalLeave, "maritalstatus": .maritalStatus,
    ]

    private static let left: Set<String> = [
        "equity", "compensation", "totalpay", "totalcompensation", "location", "office", "region", "site", "pronouns",
        "protected", "protectedcategory",
    ]
}
