/// One line of talk as its script has it, with the time that it came to.
struct ScriptLine: Sendable {
    /// Where it stands, for messages about faults.
    let file: String
    /// The line's number, from 1.
    let line: Int
    /// The channel's name.
    let channel: String
    /// Who speaks: a person's or a program's key.
    let speaker: String
    /// Seconds of UTC.
    let seconds: Int64
    /// The words, or what the chat system says.
    var content: Content
    /// Emoji and the keys of the people who put them, in the order of the script.
    var reactions: [(name: String, people: [String])] = []
    /// True when the author changed the words afterwards.
    var edited = false
    /// The index, in the same file, of the thread's first line; nil for a line of the channel itself.
    var root: Int?
    /// True for a reply that is also shown in the channel.
    var shownInChannel = false

    /// What a line brings.
    enum Content: Sendable {
        /// Words, as the script has them.
        case words(String)
        /// Somebody came in.
        case joins
        /// Somebody went.
        case leaves
        /// Somebody set the topic.
        case topic(String)
        /// Somebody set the purpose.
        case purpose(String)
    }

    /// The words; empty for lines of the chat system.
    var words: String {
        if case .words(let text) = content { text } else { "" }
    }
}
