public import Workspace

/// What somebody wants to be briefed for; stated by the person, never guessed from reading.
public struct ReaderProfile: Sendable, Hashable, Codable {
    /// Id of the role in the topic book.
    public var role: String
    /// Which of the two paths.
    public var track: Track
    /// The level on it.
    public var level: Int?
    /// Id of the industry in the topic book.
    public var industry: String?
    /// Competencies of the ladder that the person grows in.
    public var growing: [String]
    /// Tools in daily use, by name.
    public var tools: [String]
    /// Topics that the person follows.
    public var followed: [String]
    /// Topics that never come.
    public var muted: [String]
    /// Sources that never come.
    public var mutedSources: [String]
    /// What the person cares about, in own words.
    public var words: String
    /// Hour of the day, 0 to 23, at which the brief is due.
    public var hour: Int
    /// Time zone by its name in the zone database.
    public var zone: String
    /// Items in a brief, 5 to 7.
    public var length: Int

    /// Makes a profile; only the role is needed.
    public init(
        role: String,
        track: Track = .ic,
        level: Int? = nil,
        industry: String? = nil,
        growing: [String] = [],
        tools: [String] = [],
        followed: [String] = [],
        muted: [String] = [],
        mutedSources: [String] = [],
        words: String = "",
        hour: Int = 8,
        zone: String = "UTC",
        length: Int = 5
    ) {
        self.role = role
        self.track = track
        self.level = level
        self.industry = industry
        self.growing = growing
        self.tools = tools
        self.followed = followed
        self.muted = muted
        self.mutedSources = mutedSources
        self.words = words
        self.hour = hour
        self.zone = zone
        self.length = length
    }

    /// Items in a brief, held between five and seven.
    public var items: Int { min(7, max(5, length)) }
}

/// What somebody said of items: useful or not, by topic; nothing else is learned from.
public struct ReaderTaste: Sendable, Hashable, Codable {
    /// Answers by topic.
    public var topics: [String: Answers]
    /// The sum of what was useful, as the encoder has it; the profile leans to it, one part in four.
    public var liked: [Float]

    /// How often which answer was given.
    public struct Answers: Sendable, Hashable, Codable {
        /// Times "useful".
        public var useful: Int
        /// Times "not useful".
        public var notUseful: Int
        /// Counts answers.
        public init(useful: Int = 0, notUseful: Int = 0) {
            self.useful = useful
            self.notUseful = notUseful
        }
    }

    /// Somebody who said nothing yet.
    public init() {
        topics = [:]
        liked = []
    }

    /// Takes an answer in.
    public mutating func add(_ useful: Bool, topics named: [String], vector: [Float]) {
        for topic in named {
            if useful {
                topics[topic, default: Answers()].useful += 1
            } else {
                topics[topic, default: Answers()].notUseful += 1
            }
        }
        guard useful else { return }
        if liked.count != vector.count { liked = [Float](repeating: 0, count: vector.count) }
        for index in vector.indices { liked[index] += vector[index] }
    }

    /// Takes an answer back.
    public mutating func remove(_ useful: Bool, topics named: [String], vector: [Float]) {
        for topic in named {
            guard var answers = topics[topic] else { continue }
            if useful {
                answers.useful = max(0, answers.useful - 1)
            } else {
                answers.notUseful = max(0, answers.notUseful - 1)
            }
            topics[topic] = answers
        }
        guard useful, liked.count == vector.count else { return }
        for index in vector.indices { liked[index] -= vector[index] }
    }
}
