import Workspace

/// A channel of the made-up company.
struct Place: Sendable {
    /// The name, without `#`.
    let name: String
    /// What the channel says it is for.
    let purpose: String
    /// The teams whose people are in it from the start; empty for everybody.
    let teams: [String]
    /// The key of the person who made it.
    let creator: String
    /// True for a channel that was closed.
    var archived = false

    /// The channel's id.
    var id: ChannelID { ChannelID(Fingerprint("channel", name).slackID("C")) }

    /// Every channel, in the order of the list.
    static let all: [Place] = [
        Place(name: "general", purpose: "News for everybody at Halvard", teams: [], creator: "ingrid"),
        Place(name: "random", purpose: "Everything that is not work", teams: [], creator: "ingrid"),
        Place(name: "platform", purpose: "keel, anvil, slipway, lantern", teams: ["Platform"], creator: "vilma"),
        Place(name: "telemetry", purpose: "tidegate and floe", teams: ["Telemetry"], creator: "tomasz"),
        Place(name: "dispatch", purpose: "pilotage and cabin", teams: ["Dispatch"], creator: "camille"),
        Place(name: "papers", purpose: "waybill and claimsdesk", teams: ["Papers"], creator: "dieter"),
        Place(name: "data", purpose: "granary and sextant", teams: ["Data"], creator: "arvid"),
        Place(name: "care", purpose: "What customers need from us", teams: ["Care"], creator: "grace"),
        Place(
            name: "incidents",
            purpose: "One thread an incident; facts first",
            teams: ["Platform", "Telemetry", "Dispatch", "Papers", "Data", "Care"],
            creator: "vilma"
        ),
        Place(
            name: "releases",
            purpose: "What went out, and what to know about it",
            teams: ["Platform", "Telemetry", "Dispatch", "Papers", "Data", "Care"],
            creator: "owen"
        ),
        Place(
            name: "architecture",
            purpose: "Decisions that more than one team lives with",
            teams: ["Platform", "Telemetry", "Dispatch", "Papers", "Data"],
            creator: "anjali"
        ),
        Place(name: "design", purpose: "Screens, flows, words", teams: ["Dispatch", "Papers"], creator: "signe"),
        Place(name: "kudos", purpose: "Say it while it is fresh", teams: [], creator: "grace"),
        Place(
            name: "help-ci",
            purpose: "anvil is red and you do not know why",
            teams: ["Platform", "Telemetry", "Dispatch", "Papers", "Data"],
            creator: "maren"
        ),
        Place(name: "help-tools", purpose: "Access, laptops, licences, small scripts", teams: [], creator: "hyun"),
        Place(name: "leads", purpose: "Planning across teams; open to read", teams: [], creator: "owen"),
        Place(name: "alerts", purpose: "lantern speaks here", teams: ["Platform", "Telemetry"], creator: "hyun"),
        Place(name: "gdańsk-2026", purpose: "Harbour week, 19 to 21 May", teams: [], creator: "tomasz", archived: true),
        Place(name: "office-move", purpose: "Boxes", teams: [], creator: "owen", archived: true),
    ]
}
