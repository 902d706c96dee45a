public import Evidence
public import Workspace
import Writing

/// Something that a person and a colleague both had a part in.
public struct SharedWork: Sendable, Hashable {
    /// Who.
    public let colleague: PersonID
    /// What it was: an episode or a message, so that the same thing is one.
    public let matter: String
    /// When, microseconds since 1970 UTC.
    public let moment: Int64
    /// Where, without `#`.
    public let channel: String
    /// What it is known by, such as a ticket; nil where there is no such name.
    public let name: String?
    /// What the colleague had to do with it.
    public let part: Part

    /// Joins what is known of it.
    public init(
        colleague: PersonID,
        matter: String,
        moment: Int64,
        channel: String,
        name: String? = nil,
        part: Part
    ) {
        self.colleague = colleague
        self.matter = matter
        self.moment = moment
        self.channel = channel
        self.name = name
        self.part = part
    }

    /// What a colleague had to do with it.
    public enum Part: String, Sendable, Hashable, CaseIterable, Codable {
        /// Spoke about it.
        case spoke
        /// Was spoken to in it.
        case heard
        /// Called the person in.
        case called
        /// Was called in by the person.
        case helped
    }

    /// What both had a part in, in the ledger: those who spoke about the person's work, and those to whom it was said.
    public static func seen(in entries: [LedgerEntry]) -> [SharedWork] {
        entries.flatMap { entry -> [SharedWork] in
            let others: [(PersonID?, Part)] = [(entry.voice.person, .spoke), (entry.hearer?.person, .heard)]
            return others.compactMap { person, part in
                guard let person, person != entry.subject else { return nil }
                return SharedWork(
                    colleague: person,
                    matter: entry.episode.text,
                    moment: entry.moment,
                    channel: entry.channelName,
                    name: entry.matters.compactMap(name).first,
                    part: part
                )
            }
        }
    }

    /// `INC-137`, `#1234`, or the last part of an address.
    static func name(of matter: String) -> String? {
        guard matter.contains("://") else { return matter.count <= 24 ? matter.uppercased() : nil }
        let last = matter.split(separator: "/").last.map(String.init) ?? ""
        let readable = last.count <= 24 && last.contains(where: \.isLetter) && !last.contains("://")
        return readable && matter.split(separator: "/").count > 2 ? last : nil
    }

    /// Why this colleague, in a sentence that both sides read: who, what, and when.
    public func reason(between person: String, and other: String) -> String {
        let day = DateWords.day(of: moment)
        switch part {
        case .spoke, .heard:
            return "\(person) and \(other) both worked on \(name ?? "something in #\(channel)") on \(day)."
        case .called: return "\(other) called \(person) in on \(day) in #\(channel)."
        case .helped: return "\(person) called \(other) in on \(day) in #\(channel)."
        }
    }
}

/// Whom to ask about a person's work, each with one thing that both had a part in.
///
/// Never a ranking: whoever shared most is not asked first, and no count is kept or shown.
/// Source: `docs/methods.md`, "Asking for feedback".
public struct Nominee: Sendable, Hashable {
    /// Who.
    public let colleague: PersonID
    /// What both had a part in.
    public let work: SharedWork

    /// How many are proposed at most.
    public static let most = 6

    /// Proposes colleagues: no two for one matter as long as there are others, other teams first, then the latest work.
    ///
    /// Shape: `isFree` says who may be asked this week; `isNear` who is in the person's own team.
    public static func propose(
        _ shared: [SharedWork],
        isFree: (PersonID) -> Bool,
        isNear: (PersonID) -> Bool
    ) -> [Nominee] {
        let latest = shared.filter { isFree($0.colleague) }.sorted {
            ($0.moment, $1.matter, $1.colleague, $1.part.rawValue)
                > ($1.moment, $0.matter, $0.colleague, $0.part.rawValue)
        }
        var chosen: [Nominee] = []
        var matters: Set<String> = []
        var people: Set<PersonID> = []
        // First one colleague a matter, two from other teams before the rest; then whoever else was there.
        func take(_ work: SharedWork) {
            guard chosen.count < most, people.insert(work.colleague).inserted else { return }
            matters.insert(work.matter)
            chosen.append(Nominee(colleague: work.colleague, work: work))
        }
        for work in latest where !isNear(work.colleague) && chosen.count < 2 && !matters.contains(work.matter) {
            take(work)
        }
        for work in latest where !matters.contains(work.matter) { take(work) }
        for work in latest { take(work) }
        return chosen
    }
}
