/// Something to ask that would narrow a title's range; never how many people somebody leads.
public enum TitleQuestion: String, Sendable, Hashable, CaseIterable, Codable {
    /// Which track the work is on.
    case track
    /// Which company uses the title.
    case company
    /// Which level code stands behind it.
    case code
    /// How far decisions reached.
    case reach
    /// Depth or agreement.
    case depthOrReach
    /// What was given at the start.
    case given
    /// How far ahead the work looks.
    case horizon
    /// What depends on the work, in a small company.
    case dependence
    /// What the work is at all.
    case work

    /// The question, to be put to the person or to whoever knows the work.
    public var words: String {
        switch self {
        case .track:
            "Does the work include holding 1:1s and answering for other people's growth, or is it led through the work itself?"
        case .company: "Which company uses this title, and in which line of business?"
        case .code: "Which level code stands behind the title there, such as L5 or IC4?"
        case .reach:
            "Which decision of the last year reached furthest: into one component, a system, several teams, an area or the whole company?"
        case .depthOrReach:
            "What do others come for: an answer that nobody else has, or an agreement between teams, or both?"
        case .given: "What is given at the start: a task, a problem, or only a goal?"
        case .horizon: "How far ahead does the work look: weeks, a quarter, a year, several years?"
        case .dependence: "What outside the own team would stop or go wrong without this work?"
        case .work: "What does somebody with this title do in a usual month, and what came of the last piece of work?"
        }
    }
}
