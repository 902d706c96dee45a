import Desk
import OneOnOnes
import Workspace

extension SettingsPages {
    /// Settings filled from a desk; the desk asks for rights.
    init(desk: Desk) {
        self.init { viewer in
            try await PageSource.refusing {
                SettingsChoices(
                    try await desk.settings(of: viewer),
                    try await desk.deliveryChoice(of: viewer, for: .person(viewer))
                )
            }
        }
    }
}

extension SettingsChoices {
    /// Choices as a desk has them.
    init(_ view: SettingsView, _ delivery: DeliveryChoice) {
        let sent = Delivery.Kind.allCases.filter { !delivery.off.contains($0) }.map(\.settingWords)
        let hours =
            "From \(Self.clock(delivery.opens)) to \(Self.clock(delivery.closes)), \(delivery.zone ?? "the company’s zone")"
        self.init(
            own: [
                SwitchLine(
                    name: "Messages to you",
                    words: sent.isEmpty
                        ? "None: all are switched off." : "\(hours): \(sent.joined(separator: ", and ")).",
                    link: .notes
                ),
                SwitchLine(
                    name: "Support signals",
                    words: view.hasSignals
                        ? "On: you see them first. Hours are looked at \(view.zone.map { "in the zone \($0)" } ?? "not at all, since no zone was given")."
                        : "Off: nothing is looked for.",
                    link: .cues
                ),
                SwitchLine(
                    name: "Card of calls",
                    words: view.hidesCalls
                        ? "Hidden, for your manager too."
                        : "You and your manager see it. \(view.isNamed ? "You are named to others who look for somebody to ask." : "You are not named to others.")",
                    link: .network
                ),
                SwitchLine(
                    name: "The yearly question",
                    words: "Your answer is sealed and yours alone.",
                    link: .choice
                ),
            ],
            workspace: [
                SwitchLine(
                    name: "Reader",
                    words: view.reader == "static"
                        ? "Reads on this machine, without a language model."
                        : view.reader == "transformer"
                            ? "Reads on this machine with a sentence model." : "Reads with a model endpoint.",
                    link: nil
                ),
                SwitchLine(
                    name: "Rewording by a model",
                    words: view.rewords
                        ? "On: a model may smooth sentences; what it adds is thrown away."
                        : "Off: no model writes here.",
                    link: nil
                ),
                SwitchLine(
                    name: "Requests by schedule",
                    words: view.asksBySchedule
                        ? "On: colleagues are asked where work is quiet." : "Off: somebody has to ask.",
                    link: nil
                ),
                SwitchLine(
                    name: "Slack",
                    words: view.followsSlack ? "Followed while it goes on." : "Not followed; exports are imported.",
                    link: nil
                ),
            ]
        )
    }

    private static func clock(_ minutes: Int) -> String {
        let (hours, rest) = (minutes / 60, minutes % 60)
        return "\(hours < 10 ? "0" : "")\(hours):\(rest < 10 ? "0" : "")\(rest)"
    }
}

extension Delivery.Kind {
    fileprivate var settingWords: String {
        switch self {
        case .prep: "the preparation of a 1:1 the day before"
        case .weekly: "the weekly note, five lines at most"
        }
    }
}
