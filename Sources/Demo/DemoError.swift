/// Why the made-up company could not be written.
public enum DemoError: Error, Hashable, Sendable {
    /// A line of a script breaks the script format.
    case script(file: String, line: Int, fault: Fault)
    /// The ZIP could not be written.
    case archive(path: String, reason: String)

    /// What is wrong with a line of a script.
    public enum Fault: Error, Hashable, Sendable {
        /// The file is not UTF-8.
        case notText
        /// The line is none of the forms that the format knows.
        case unreadable(column: Int, text: String)
        /// A speaker, a reaction or a mention names nobody.
        case unknownPerson(String)
        /// No channel has this name.
        case unknownChannel(String)
        /// A message stands before the first `#channel`.
        case noChannel
        /// A message stands before the first `@ date time` of its channel.
        case noClock
        /// The clock cannot be read or lies outside the nine months.
        case badTime(String)
        /// The clock was set to a time before the one that was set last.
        case clockGoesBack(String)
        /// A reply stands where no thread was begun.
        case noThread
        /// No message of this file and channel has the label.
        case unknownLabel(String)
        /// Two messages of one file and channel have the label, or a reply has one.
        case labelTwice(String)
        /// A `|` line follows nothing that it could continue.
        case nothingToContinue
        /// A message has no words.
        case noWords
        /// One emoji stands twice at one message, or one person twice at one emoji.
        case reactionTwice(String)
    }
}
