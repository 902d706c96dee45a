extension BriefingError: CustomStringConvertible {
    /// What happened, and what to do.
    public var description: String {
        switch self {
        case .notVectors: "The word vectors inside the program do not read. The build is damaged; build it again."
        case .badTable(let name, let reason):
            "The table “\(name)” inside the program does not read (\(reason)). The build is damaged; build it again."
        case .unknownRole(let role, let known):
            "No role is called “\(role)”. Known are: \(known.joined(separator: ", "))."
        case .unknownIndustry(let industry, let known):
            "No industry is called “\(industry)”. Known are: \(known.joined(separator: ", "))."
        case .unknownTopic(let topic, let known):
            "No topic is called “\(topic)”. Known are: \(known.joined(separator: ", "))."
        }
    }
}
