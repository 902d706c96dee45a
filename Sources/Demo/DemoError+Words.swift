extension DemoError: CustomStringConvertible {
    /// What happened, where, and what to do.
    public var description: String {
        switch self {
        case .script(let file, let line, let fault): "\(file):\(line): \(fault.description)"
        case .archive(let path, let reason):
            "The demo export could not be written to \(path): \(reason). Choose a folder that exists and can be written to."
        }
    }
}

extension DemoError.Fault: CustomStringConvertible {
    /// What is wrong and how the line should look.
    public var description: String {
        switch self {
        case .notText: "The file is not UTF-8 text. Save it as UTF-8."
        case .unreadable(let column, let text):
            "Column \(column) cannot be read: \"\(text)\". Write `key: words`, `> key: words`, `#channel`, `@ 2026-02-03 09:14`, `~ 40`, `^ label`, `* key joins` or `// remark`."
        case .unknownPerson(let key): "Nobody is called \"\(key)\". Use a key of the roster."
        case .unknownChannel(let name): "There is no channel #\(name). Use one of the list in Place.swift."
        case .noChannel: "This line stands before the first channel. Write `#channel` on a line above it."
        case .noClock:
            "This line stands before the channel's first time. Write `@ 2026-02-03 09:14` on a line above it."
        case .badTime(let text): "\"\(text)\" is no time between 2026-01-05 and 2026-09-30. Write `@ 2026-02-03 09:14`."
        case .clockGoesBack(let text):
            "\"\(text)\" is before the time set last in this channel. Times of a file only rise."
        case .noThread:
            "There is no message to reply to. Write one without `>` first, or choose a thread with `^ label`."
        case .unknownLabel(let label): "No earlier message of this file and channel has the label \"\(label)\"."
        case .labelTwice(let label):
            "The label \"\(label)\" is taken or stands at a reply. Choose another, at the thread's first message."
        case .nothingToContinue: "This `|` line follows no message. Move it below the message that it continues."
        case .noWords: "The message has no words. Write them after the colon."
        case .reactionTwice(let name): "The reaction \"\(name)\" stands twice. Name each emoji and each person once."
        }
    }
}
