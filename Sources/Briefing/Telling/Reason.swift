private import Workspace

/// Why an item is in somebody's brief: a part of the profile, and what of the item meets it.
public enum Reason: Sendable, Hashable, Codable {
    /// The role or industry answers for the topic, and the item speaks of rules or risks.
    case duty(role: String, topic: String, isRisk: Bool)
    /// A tool in use is named.
    case tool(String, changes: Bool)
    /// A followed topic.
    case followed(topic: String)
    /// A competency that the person grows in.
    case growing(competency: String, topic: String)
    /// The person's industry.
    case industry(name: String, topic: String)
    /// The person's role.
    case role(name: String, topic: String)
    /// The person said "useful" of such items.
    case liked(topic: String, times: Int)
    /// The words lie near the role, though no topic does.
    case near(role: String)
    /// From inside the company.
    case inside(NewsItem.Sort)
    /// Chosen by chance.
    case chance(among: Int)

    /// The sentence that stands in the brief.
    public var sentence: String {
        switch self {
        case .duty(let role, let topic, true):
            "\(topic.capitalFirst) is part of your work in \(role): see whether this touches you."
        case .duty(let role, let topic, false):
            role == topic
                ? "It speaks of rules for your industry, \(topic)."
                : "\(topic.capitalFirst) is something that work in \(role) answers for, and this speaks of rules."
        case .tool(let tool, true): "It names \(tool), which you use, and something that changes."
        case .tool(let tool, false): "It names \(tool), which you use."
        case .followed(let topic): "You follow \(topic)."
        case .growing(let competency, let topic): "You want to grow in \(competency); this is about \(topic)."
        case .industry(let name, let topic):
            name == topic ? "It is about your industry, \(name)." : "Your industry is \(name); this is about \(topic)."
        case .role(let name, let topic): "You work in \(name); this is about \(topic)."
        case .liked(let topic, let times): "You called \(times) items on \(topic) useful."
        case .near(let role): "Its words are near to your role, \(role)."
        case .inside(.decision): "A decision from inside your company."
        case .inside(.lesson): "What an incident in your company taught."
        case .inside: "Thanks from inside your company, worth repeating."
        case .chance(let among): "Chosen by chance among the next \(among), so that your brief does not narrow."
        }
    }
}

extension String {
    fileprivate var capitalFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension ItemPool {
    /// The two strongest reasons; each names a part of the profile.
    func reasons(for ranked: RankedItem, reader: BriefingReader, exploring: Int?) -> [Reason] {
        let profile = reader.profile
        let book = encoder.book
        let bits = topics[ranked.item]
        func spoken(_ id: String) -> Bool { book.place(id).map { bits >> UInt64($0) & 1 == 1 } ?? false }
        func name(_ id: String) -> String { book.place(id).map { book.topics[$0].name } ?? id }
        let role = book.roles.first { $0.id == profile.role }
        let roleName = role?.name ?? profile.role
        var reasons: [Reason] = []
        if let exploring { reasons.append(.chance(among: exploring)) }
        let sort = items[ranked.item].sort
        if sort.isInside { reasons.append(.inside(sort)) }
        switch ranked.consequence {
        case .duty(let topic):
            // What only the industry answers for is said of the industry.
            let industry = book.industries.first { $0.id == profile.industry && $0.duties.contains(topic) }
            let answers = role?.duties.contains(topic) == true ? roleName : industry?.name ?? "managing people"
            reasons.append(.duty(role: answers, topic: name(topic), isRisk: topic == "security"))
        case .tool(let tool): reasons.append(.tool(tool, changes: true))
        case .idea, .curiosity:
            if let tool = profile.tools.first(where: {
                ItemNames.key($0).map { names.hold($0, in: ranked.item) } == true
            }) {
                reasons.append(.tool(tool, changes: false))
            }
        }
        for topic in profile.followed where spoken(topic) { reasons.append(.followed(topic: name(topic))) }
        for competency in profile.growing {
            if let topic = book.competencies[competency]?.first(where: spoken) {
                reasons.append(.growing(competency: competency, topic: name(topic)))
            }
        }
        if let industry = book.industries.first(where: { $0.id == profile.industry }), spoken(industry.id) {
            reasons.append(.industry(name: industry.name, topic: name(industry.id)))
        }
        for (topic, answers) in reader.taste.topics.sorted(by: { $0.key < $1.key })
        where spoken(topic) && answers.useful >= 2 && answers.useful > answers.notUseful {
            reasons.append(.liked(topic: name(topic), times: answers.useful))
        }
        let near = (role?.topics ?? [:]).filter { spoken($0.key) && $0.value >= 0.3 }.max {
            ($0.value, $1.key) < ($1.value, $0.key)
        }
        if let near { reasons.append(.role(name: roleName, topic: name(near.key))) }
        if reasons.isEmpty, profile.track == .management, let topic = book.management.keys.sorted().first(where: spoken)
        {
            reasons.append(.role(name: "managing people", topic: name(topic)))
        }
        if reasons.isEmpty { reasons.append(.near(role: roleName)) }
        return Array(reasons.prefix(2))
    }
}
