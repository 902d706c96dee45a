import Evidence
public import OrgNetwork
public import Records
public import Workspace

/// Who called one person, as a viewer may see it.
public struct CallView: Sendable {
    /// Who.
    public let person: Person
    /// The day it is read.
    public let today: CivilDate
    /// What the person chose; nil for everybody else, who are not told of it.
    public let choice: NetworkChoice?
    /// The counts; nil where there is no card to open.
    public let card: CallCard?
    /// The card in sentences.
    public let sentences: [CallSentence]
    /// What hangs on this person alone.
    public let load: [CallSentence]
    /// How long calls waited, against the time before; for the person alone.
    public let times: [ResponseTime]
    /// Teams that both call this person and hardly call each other; only where it was asked for.
    public let bridges: [CallSentence]
    /// Where each message can be opened.
    public let places: [MessageID: MessagePlace]
}

/// Where a message stands.
public struct MessagePlace: Sendable, Hashable {
    /// The channel's name.
    public let channel: String
    /// The day.
    public let day: CivilDate
    /// The message in the chat; nil where its address is not known.
    public let link: String?
}

/// What people call for in one channel.
public struct TopicView: Sendable {
    /// The channel's name.
    public let channel: String
    /// The counts.
    public let calls: TopicCalls
    /// Who chose to be named.
    public let toAsk: [Person]
}

extension Desk {
    /// Who called a person in 90 days.
    ///
    /// A hidden card is gone for everybody, the manager and the console among them.
    public func calls(
        to id: PersonID,
        withBridges: Bool = false,
        for viewer: Access.Viewer
    ) async throws -> CallView {
        let picture = try await open(.calls, of: id, for: viewer)
        guard let person = picture.people[id] else { throw DeskError.noSuchPerson(id.text) }
        return try await view(of: person, in: network(picture), withBridges: withBridges, for: viewer)
    }

    /// Cards of those who report to a manager, by name; hidden ones are not among them, nor people whom nobody called.
    public func callsToReports(of manager: PersonID, for viewer: Access.Viewer) async throws -> [CallView] {
        let picture = try await picture()
        let reports = (picture.reports[manager] ?? []).filter { picture.access.allows(viewer, to: .calls, of: $0.id) }
        guard !reports.isEmpty else { return [] }
        let network = try await network(picture)
        var views: [CallView] = []
        for person in reports {
            let view = try await view(of: person, in: network, withBridges: false, for: viewer)
            if view.card?.calls.isEmpty == false { views.append(view) }
        }
        return views
    }

    /// What people call for, by channel, told where at least five people called.
    public func topics(for viewer: Access.Viewer) async throws -> [TopicView] {
        let picture = try await open(.topics, for: viewer)
        let network = try await network(picture)
        let named = network.choices.filter { $0.value.named && !$0.value.hidden }.keys
        let optedIn = Set(named.filter { picture.people[$0]?.active == true })
        return TopicCalls.topics(in: network.graph, optedIn: optedIn, now: picture.now).map { topic in
            TopicView(
                channel: network.name(of: topic.channel),
                calls: topic,
                toAsk: topic.toAsk.compactMap { picture.people[$0] }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
            )
        }
    }

    /// What a person chose about the own card.
    public func callChoice(of person: PersonID, for viewer: Access.Viewer) async throws -> NetworkChoice {
        _ = try await open(.callChoice, of: person, for: viewer)
        return try await records.networkChoices()[person] ?? NetworkChoice()
    }

    /// Hides or shows the own card, and says whether others may be sent here; kept with who did it and when.
    @discardableResult
    public func chooseCalls(
        hidden: Bool? = nil,
        named: Bool? = nil,
        of person: PersonID,
        by viewer: Access.Viewer
    ) async throws -> NetworkChoice {
        _ = try await open(.callChoice, of: person, for: viewer)
        var choice = try await records.networkChoices()[person] ?? NetworkChoice()
        let before = choice
        choice.hidden = hidden ?? choice.hidden
        choice.named = named ?? choice.named
        guard choice != before else { return choice }
        try await records.keep(choice, of: person, by: viewer.actor.description, now: clock())
        return choice
    }

    private func view(
        of person: Person,
        in network: CompanyNetwork,
        withBridges: Bool,
        for viewer: Access.Viewer
    ) async throws -> CallView {
        let isOwn = viewer == .person(person.id)
        let choice = network.choices[person.id] ?? NetworkChoice()
        let today = CivilDate(microseconds: network.now)
        guard !choice.hidden else {
            return CallView(
                person: person,
                today: today,
                choice: isOwn ? choice : nil,
                card: nil,
                sentences: [],
                load: [],
                times: [],
                bridges: [],
                places: [:]
            )
        }
        let addressee: Addressee = isOwn ? .you : Addressee(name: person.name)
        let card = CallCard(of: person.id, in: network.graph, now: network.now)
        let load = network.load(of: person.id, for: isOwn).map {
            $0.sentence(to: addressee, channelName: network.name(of:))
        }
        let bridges =
            withBridges ? Bridge.bridges(of: person.id, in: network.graph, now: network.now) : []
        return CallView(
            person: person,
            today: today,
            choice: isOwn ? choice : nil,
            card: card,
            sentences: card.sentences(to: addressee),
            load: load,
            times: isOwn ? ResponseTime.times(of: person.id, in: network.graph, now: network.now) : [],
            bridges: bridges.map { $0.sentence(to: addressee) },
            places: network.places(of: person.id)
        )
    }

    func network(_ picture: CompanyPicture) async throws -> CompanyNetwork {
        try await networks.network(records: records, people: Array(picture.people.values), now: picture.now)
    }
}
