import Workspace

@testable import Web

extension ErasurePage {
    /// Somebody who asked and was refused, who may also carry out another's request.
    static let mock = ErasurePage(
        notice: "Write a reason that the person can answer, in 10 to \(1000) characters.",
        isComplaint: true,
        own: "You asked on \(DayMark(CivilDate(days: 20_600))). It was not done.",
        answer: "A case is open that has to be answered first.",
        mayAsk: true,
        mayTakeBack: true,
        mayErase: true,
        waiting: [
            ErasureCard(
                key: "p-1",
                name: "Ana Berg",
                words:
                    "Asked on \(DayMark(CivilDate(days: 20_600))). An answer is due by \(DayMark(CivilDate(days: 20_628)))."
            )
        ],
        preview: ErasurePreviewCard(
            key: "p-1",
            name: "Ana Berg",
            lines: [
                "Pieces of evidence about the person that go: \(12).", "Entries of the audit that are blanked: \(40).",
            ]
        )
    )
}
