import Workspace

@testable import Web

extension NotesPage {
    /// What Mara gets, with hours that could not be taken.
    static let mock = NotesPage(
        complaint: "Messages come between two hours of a day, such as 9:00 and 18:00. Write both.",
        kinds: [
            NoteSwitch(value: "prep", name: "Before a 1:1", words: "The working day before.", isOn: true),
            NoteSwitch(value: "weekly", name: "Once a week", words: "At most five things.", isOn: false),
        ],
        opens: "09:00",
        closes: "08:00",
        zone: "Europe/Berlin",
        due: [DueLine(words: "Your 1:1 with Mei Lindqvist on Tuesday, 19 May, 14:00", link: .prep(Mock.subject))]
    )
}
