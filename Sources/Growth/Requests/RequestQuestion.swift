public import Ladder
public import Workspace

/// The question of a round as one colleague sees it: one tap and, where they like, one sentence.
public struct RequestQuestion: Sendable, Hashable {
    /// The question.
    public let text: String
    /// What can be tapped, in the order of showing.
    public let options: [Option]

    /// Something that can be tapped.
    public struct Option: Sendable, Hashable {
        /// What it means.
        public let sight: RequestAnswer.Sight
        /// What it says.
        public let words: String
    }

    /// Words a round; nil where the ladder no longer has the competency or a statement of it.
    public init?(_ round: RequestRound, about person: Person, on ladder: CareerLadder) {
        guard let competency = ladder.competency(round.competency, family: person.family),
            let present = competency.stage(round.presentStage)?.statement,
            let next = competency.stage(round.targetStage)?.statement
        else { return nil }
        text =
            "In the last 8 weeks, which is closer to what you saw \(person.name) do in "
            + "\(competency.name.prefix(1).lowercased() + competency.name.dropFirst())?"
        options = [
            Option(sight: .present, words: present), Option(sight: .next, words: next),
            Option(sight: .unseen, words: "I didn't see this"),
        ]
    }
}
