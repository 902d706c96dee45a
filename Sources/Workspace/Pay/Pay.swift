/// What somebody is paid, as the people file states it; kept sealed, never part of a `Person`.
///
/// Units: hundredths of the currency, gross, a year, for the share of full time that is worked.
public struct Pay: Sendable, Hashable {
    /// Base pay.
    public var base: Int64
    /// Variable pay; nil where the file does not say.
    public var variable: Int64?
    /// Three capital letters after ISO 4217; nil where the file does not say.
    public var currency: String?
    /// Share of full time, above 0 and at most 1; nil means full time.
    public var share: Double?
    /// Hours a week; nil where the file does not say.
    public var weeklyHours: Double?

    /// Joins what is known; only base pay is needed.
    public init(
        base: Int64,
        variable: Int64? = nil,
        currency: String? = nil,
        share: Double? = nil,
        weeklyHours: Double? = nil
    ) {
        self.base = base
        self.variable = variable
        self.currency = currency
        self.share = share
        self.weeklyHours = weeklyHours
    }

    /// Base pay as if full time were worked, in whole units of the currency: what pay ranges are about.
    public var fullTimeBase: Double { Double(base) / 100 / (share ?? 1) }

    /// Variable pay as if full time were worked, in whole units of the currency.
    public var fullTimeVariable: Double? { variable.map { Double($0) / 100 / (share ?? 1) } }

    /// Base pay for an hour, in whole units of the currency; nil where hours are not known.
    public var hourlyBase: Double? { weeklyHours.map { Double(base) / 100 / ($0 * 52) } }
}

/// What a people file says beside a person and what is no secret: where pay is set, and how far the work reaches.
public struct RoleFacts: Sendable, Hashable {
    /// The pay zone, as the ladder's ranges write it.
    public var zone: String?
    /// The country.
    public var country: String?
    /// The scope of the work, mean of five factors from 1 to 5; never how many people.
    public var scope: Double?

    /// Joins what is known.
    public init(zone: String? = nil, country: String? = nil, scope: Double? = nil) {
        self.zone = zone
        self.country = country
        self.scope = scope
    }

    /// True when nothing is known.
    public var isEmpty: Bool { self == RoleFacts() }
}

/// A category that the law protects; read for audits of groups alone, and kept sealed.
public enum ProtectedCategory: String, Sendable, Hashable, CaseIterable, Codable {
    /// Sex or gender, as the company records it.
    case sex
    /// Ethnicity or race, as the company records it.
    case ethnicity
    /// A band of ten years or so, never a birthday.
    case age
    /// Disability, as the company records it.
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
}

/// Everything of a people file that does not belong to a `Person`.
public struct PersonFacts: Sendable, Hashable {
    /// Who.
    public let person: PersonID
    /// Zone, country, scope.
    public var role: RoleFacts
    /// Pay; nil where the cell is empty.
    public var pay: Pay?
    /// Groups by category; a missing category is not stated.
    public var groups: [ProtectedCategory: String]

    /// Joins what is known of somebody.
    public init(
        _ person: PersonID,
        role: RoleFacts = RoleFacts(),
        pay: Pay? = nil,
        groups: [ProtectedCategory: String] = [:]
    ) {
        self.person = person
        self.role = role
        self.pay = pay
        self.groups = groups
    }
}
