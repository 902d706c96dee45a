import Signals
import Workspace

/// What can be seen of the scope of a piece of work in a message and the talk around it.
///
/// People are never counted, only teams. Source: `docs/methods.md`, "Scope from what can be seen".
struct ScopeSight {
    private let message: Message
    private let channel: Channel
    private let speakers: Set<String>
    private let systems: Int
    private let severity: ScopeReach.Severity?
    private let customers: Int

    init(_ message: Message, in channel: Channel, around passage: Passage?) {
        self.message = message
        self.channel = channel
        var speakers = Set((passage?.before ?? []).map(\.who))
        if let root = passage?.root { speakers.insert(root.who) }
        self.speakers = speakers
        systems = Self.systems(message.text)
        severity = .init(namedIn: "\(channel.name) \(message.text.text)")
        customers = Self.customers(message.text.text)
    }

    /// How far an act reaches.
    func reach(of signal: Signal, about subject: Person, capture: Capture) -> ScopeReach {
        let accounts =
            [message.author.account].compactMap(\.self) + message.text.mentions.map(\.account)
            + speakers.map { capture.speakers.account(of: $0) }
        var teams = Set(accounts.compactMap { capture.people[$0]?.team })
        if let own = subject.team { teams.insert(own) }
        var isOutside = false
        if case .external = message.author { isOutside = true }
        return ScopeReach(
            channel: width(for: teams.count),
            teams: max(1, teams.count),
            severity: severity,
            systems: systems,
            customers: customers,
            isOutside: isOutside,
            stage: signal.stage
        )
    }

    /// A channel open to everyone is as wide as the talk in it: several teams make it an area.
    private func width(for teams: Int) -> ScopeReach.Channel {
        switch channel.audience {
        case .everyone: teams > 1 ? .area : .team
        case .invited, .document: .team
        case .group, .direct: .closed
        }
    }

    /// Systems that the words point at: other channels, projects of tickets, repositories.
    private static func systems(_ text: PlainText) -> Int {
        var found = Set(text.channels.map(\.text))
        for matter in Matters.named(in: text) {
            if matter.contains("://") {
                found.insert(matter.split(separator: "/").prefix(4).joined(separator: "/"))
            } else if let dash = matter.firstIndex(of: "-") {
                found.insert(String(matter[..<dash]))
            }
        }
        return found.count
    }

    /// One where the words speak of a customer, all of them where they say so; who it is is not looked up.
    private static func customers(_ text: String) -> Int {
        let words = text.lowercased().split { !$0.isLetter }
        guard let place = words.firstIndex(where: { ["customer", "customers", "client", "clients"].contains($0) })
        else {
            return 0
        }
        let before = words[..<place].suffix(2)
        return before.contains { ["all", "every", "our"].contains($0) } && words[place].hasSuffix("s") ? .max : 1
    }
}
