/// Why a brief cannot be made.
public enum BriefingError: Error, Sendable, Hashable {
    /// The program's own word vectors are not of the form that it reads.
    case notVectors
    /// The program's own tables do not read.
    case badTable(name: String, reason: String)
    /// Nobody knows this role.
    case unknownRole(String, known: [String])
    /// Nobody knows this industry.
    case unknownIndustry(String, known: [String])
    /// Nobody knows this topic.
    case unknownTopic(String, known: [String])
}
