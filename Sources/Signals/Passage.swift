/// A message with the talk around it: all that a reader gets to see.
public struct Passage: Sendable, Hashable {
    /// The message to read.
    public var target: Utterance
    /// The first message of the target's thread; nil outside threads and on the first message itself.
    public var root: Utterance?
    /// Up to four messages before the target in the same talk, oldest first.
    public var before: [Utterance]
    /// How many people put each emoji under the target, by base name.
    public var reactions: [String: Int]

    /// Joins a message and the talk around it.
    public init(
        target: Utterance,
        root: Utterance? = nil,
        before: [Utterance] = [],
        reactions: [String: Int] = [:]
    ) {
        self.target = target
        self.root = root
        self.before = before
        self.reactions = reactions
    }
}

/// Words and who said them.
public struct Utterance: Sendable, Hashable {
    /// Who spoke; a name or an id, the same for one speaker throughout a passage.
    public var who: String
    /// Plain text; a mention stands as `@name`.
    public var text: String
    /// Who is named in the text, and where (`@name`, UTF-8 offsets; nil when the place is not known).
    public var mentions: [Named]

    /// Joins words and speaker.
    public init(who: String, text: String, mentions: [Named] = []) {
        self.who = who
        self.text = text
        self.mentions = mentions
    }

    /// Somebody named in a text.
    public struct Named: Sendable, Hashable {
        /// The same name or id that the person would have as a speaker.
        public let who: String
        /// Where it stands.
        public let span: Range<Int>?

        /// Joins a name and its place.
        public init(who: String, span: Range<Int>?) {
            self.who = who
            self.span = span
        }
    }
}

/// Something that reads passages.
public protocol Reader: Sendable {
    /// Name and version, kept with every signal.
    var stamp: ReaderStamp { get }
    /// The signals of each passage, in the order of the passages.
    ///
    /// Errors: what the reader needs could not be reached; a passage that carries nothing gives an empty list.
    func read(_ passages: [Passage]) async throws -> [[Signal]]
}

/// Which reader, in which version.
public struct ReaderStamp: Sendable, Hashable, Codable {
    /// `static`, `transformer`, `endpoint`.
    public let name: String
    /// The version of its weights.
    public let version: String

    /// Joins a name and a version.
    public init(name: String, version: String) {
        self.name = name
        self.version = version
    }
}
