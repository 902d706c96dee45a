extension ReadingFacts {
    /// What the next state asks for; where too little was heard, only what is needed to say anything.
    var gates: [ClockReading.Gate] {
        guard let state else { return [] }
        let dials = clock.parameters
        let heard = [
            ClockReading.Gate(
                kind: .evidence,
                isMet: assessment.effectiveEvidence >= dials.minimumEvidence,
                words: assessment.effectiveEvidence >= dials.minimumEvidence
                    ? "Enough was heard." : "Too little was heard so far."
            ),
            ClockReading.Gate(
                kind: .observers,
                isMet: assessment.observers >= assessment.requiredObservers,
                words: Self.count(assessment.observers, "person was", "people were") + " heard lately; "
                    + Self.count(assessment.requiredObservers, "is", "are") + " needed."
            ),
        ]
        return state == .notEnoughEvidence ? heard : heard + laterGates
    }

    private var laterGates: [ClockReading.Gate] {
        let dials = clock.parameters
        let isClear = assessment.probability >= dials.entryCertainty
        let standsAlone = assessment.leaveOneOut >= dials.leaveOneOutCertainty
        let alone =
            if standsAlone {
                "It stays so without any one voice."
            } else {
                carriers.isEmpty ? "No one voice decides it." : "Without \(Self.list(carriers)) it would be less clear."
            }
        let windows = Self.count(assessment.votes.supporting.count, "window supports", "windows support")
        return [
            ClockReading.Gate(
                kind: .clarity,
                isMet: isClear,
                words: isClear
                    ? "What colleagues saw points clearly to \(work)."
                    : "What colleagues saw does not point clearly to \(work) so far."
            ),
            ClockReading.Gate(
                kind: .withoutAnyOne,
                isMet: standsAlone,
                words: alone
            ),
            ClockReading.Gate(
                kind: .teams,
                isMet: assessment.teams >= assessment.requiredTeams,
                words: "Seen from " + Self.count(assessment.teams, "team", "teams") + "; "
                    + Self.count(assessment.requiredTeams, "is", "are") + " needed."
            ),
            ClockReading.Gate(
                kind: .time,
                isMet: assessment.isSustained,
                words: "\(windows) it; \(dials.windowsNeeded) are needed, and two of three of those with evidence."
            ),
        ]
    }
}
