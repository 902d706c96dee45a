import Answers
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
        file = { viewer, form in
            try await PageSource.refusing {
                let file = try await desk.ownFile(of: viewer, for: .person(viewer))
                guard form == .json else { return DocumentFile(file.document, form: form, name: "about-me") }
                return DocumentFile(name: "about-me.json", json: try JSON.bytes(of: OwnFileAnswer(file)))
            }
        }
    }
}

extension SettingsChoices {
    /// Choices as a desk has them.
    init(_ view: SettingsView, _ delivery: DeliveryChoice) {
        let sent = Delivery.Kind.allCases.filter { !delivery.off.contains($0) }.map(\.settingWords)
        let (opens, closes) = (Self.clock(delivery.opens), Self.clock(delivery.closes))
        let hours: Words =
            delivery.zone.map { "From \(opens) to \(closes), \($0)" }
            ?? "From \(opens) to \(closes), the company’s zone"
        self.init(
            own: [
                SwitchLine(
                    name: "Messages to you",
                    words: sent.isEmpty
                        ? "None: all are switched off." : "\(hours): \(Words.joined(sent, between: ", ")).",
                    link: .notes
                ),
                SwitchLine(
                    name: "Support signals",
                    words: !view.hasSignals
                        ? "Off: nothing is looked for."
                        : view.zone.map { "On: you see them first. Hours are looked at in the zone \($0)." }
                            ?? "On: you see them first. Hours are looked at not at all, since no zone was given.",
                    link: .cues
                ),
                SwitchLine(
                    name: "Card of calls",
                    words: view.hidesCalls
                        ? "Hidden, for your manager too."
                        : view.isNamed
                            ? "You and your manager see it. You are named to others who look for somebody to ask."
                            : "You and your manager see it. You are not named to others.",
                    link: .network
                ),
                SwitchLine(
                    name: "The yearly question",
                    words: "Your answer is sealed and yours alone.",
                    link: .choice
                ),
                SwitchLine(
                    name: "Your programs",
                    words: "Tokens with which programs ask as you, and tables to take along.",
                    link: .tokens
                ),
                SwitchLine(
                    name: "Being erased",
                    words: "Ask that everything about you goes, or see who asked you to carry it out.",
                    link: .erasure
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
    fileprivate var settingWords: Words {
        switch self {
        case .prep: "the preparation of a 1:1 the day before"
        case .weekly: "the weekly note, five lines at most"
        }
    }
}
