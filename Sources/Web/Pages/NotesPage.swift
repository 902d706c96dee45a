/// Which messages the viewer gets, and when.
public struct NotesPage: Page {
    /// The template that draws it.
    public static let template = "notes"

    /// What to mend; nil for a page that nobody sent.
    let complaint: Words?
    /// Kinds of messages, each on or off.
    let kinds: [NoteSwitch]
    /// The first hour in which a message may come, such as `09:00`.
    let opens: String
    /// The hour from which none comes.
    let closes: String
    /// The zone of these hours; empty where none was given.
    let zone: String
    /// What would go out now; empty where nothing is due.
    let due: [DueLine]
}

/// A kind of message with its switch.
struct NoteSwitch: Sendable, Hashable {
    /// The field's value.
    let value: String
    /// What it is called.
    let name: Words
    /// What it holds, and when it comes.
    let words: Words
    let isOn: Bool
}

/// A message that is due.
struct DueLine: Sendable, Hashable {
    let words: Words
    let link: Link
}
