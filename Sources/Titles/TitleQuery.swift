/// A title to be read, with what is known about where it is used.
public struct TitleQuery: Sendable, Hashable {
    /// The title as somebody wrote it.
    public let title: String
    /// The company that uses it; nil when unknown.
    public let company: String?
    /// The line of business, such as `banking`; nil when unknown.
    public let industry: String?
    /// How many people work there, roughly; nil when unknown.
    public let size: CompanySize?
    /// What the work is, in free words: a job description or a sentence.
    public let description: String

    /// Joins a title with its surroundings.
    public init(
        _ title: String,
        company: String? = nil,
        industry: String? = nil,
        size: CompanySize? = nil,
        description: String = ""
    ) {
        self.title = title
        self.company = company
        self.industry = industry
        self.size = size
        self.description = description
    }
}

/// How many people work at a company; small ones hand out larger titles.
///
/// Units: raw values as a person writes them.
public enum CompanySize: String, Sendable, Hashable, CaseIterable, Codable {
    /// Fewer than 50.
    case small = "<50"
    /// 50 to 499.
    case medium = "50-500"
    /// 500 to 4999.
    case large = "500-5000"
    /// 5000 and more.
    case huge = ">5000"

    /// Reads one of the raw values or a plain number of people; nil for anything else.
    public init?(_ text: String) {
        let bare = String(text.filter { !$0.isWhitespace })
        if let known = CompanySize(rawValue: bare.replacing("–", with: "-")) {
            self = known
            return
        }
        guard let people = Int(bare), people >= 0 else { return nil }
        self = people < 50 ? .small : people < 500 ? .medium : people < 5000 ? .large : .huge
    }

    /// How far the low end of a title's range moves.
    var shift: Int { self == .small ? -1 : 0 }
}
