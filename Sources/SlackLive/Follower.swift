import Evidence
import Importing
public import Intake
import Jobs
public import Records
import Slack
public import Workspace

/// Follows the chat: what events and backfills tell goes through the same reading, capture and record as an import.
///
/// Shape: one actor a workspace; what it is given in any order and however often ends in the same ledger. Words are held
/// in memory only, for the recent talk of each channel.
public actor Follower {
    private(set) var records: Records
    private let ownRecords: Records
    /// True while another process follows the chat: then nothing is remembered here from one question to the next.
    private var isGuest = false
    let sources: LiveSources
    let selection: LiveSelection
    let history: (any ChatHistory)?
    let limit: Int
    /// Questions to the chat a minute that events may cause; Slack bears no more than fifty of a kind.
    private(set) var questions = 20
    /// Questions that may still be asked, and when that was.
    var budget: (left: Double, moment: Int64) = (20, 0)

    var wire = WireReading()
    var channels: [ChannelID: Followed] = [:]
    var states: [ChannelID: SlackChannelState] = [:]
    var silence = Silence()
    /// Whose ledgers changed since episodes were last found.
    var subjects: Set<PersonID> = []
    var identity: FollowedApp
    /// True once something was read without all that stands around it, since the chat could not be asked.
    var isBehind = false
    /// Until when the chat is not asked, since it did not answer.
    var silentUntil: Int64 = 0
    private var reading: LiveSources.Reading?
    private var isBusy = false
    private var queue: [CheckedContinuation<Void, Never>] = []

    /// What was done since the start.
    public internal(set) var tally = FollowTally()

    /// `history` is the chat itself, where it can be asked; `limit` bounds the words held of one channel.
    public init(
        records: Records,
        sources: LiveSources,
        selection: LiveSelection = .init(),
        app: FollowedApp = .init(),
        history: (any ChatHistory)? = nil,
        limit: Int = 1000
    ) {
        self.records = records
        ownRecords = records
        self.sources = sources
        self.selection = selection
        self.identity = app
        self.history = history
        self.limit = limit
    }

    /// Sets how much is asked of the chat in a minute because of events; twenty unless told.
    public func ask(atMost questions: Int) {
        self.questions = questions
        budget = (Double(questions), 0)
    }

    /// Reads from the record who and what is known.
    public func begin() async throws {
        wire.learn(accounts: try await records.accounts())
        let kept = try await records.channels()
        wire.learn(channels: kept)
        for state in try await records.slackChannels() { states[state.channel] = state }
        silence = try await records.silence()
        // Whose ledger changed before the last end without their episodes being found.
        let grouped = try await records.marks(of: Self.grouping)[Self.episodes].flatMap { Int64($0) }
        guard let grouped else { return try await keep(grouped: try await records.auditPosition()) }
        let changes = try await records.changes(since: grouped)
        subjects.formUnion(changes.isMuch ? Set(try await records.subjects()) : changes.subjects)
    }

    /// Follows from now on; `fenced` is the record for as long as this process holds the lease.
    ///
    /// Others followed meanwhile, so everything is read from the record again.
    public func hold(_ fenced: Records) async throws {
        try await alone {
            records = fenced
            isGuest = false
            forget()
            try await begin()
        }
    }

    /// Leaves the chat to another process; what somebody asks for here is still done, without anything being remembered.
    public func letGo() async {
        await alone {
            records = ownRecords
            isGuest = true
            forget()
        }
    }

    private func forget() {
        wire = WireReading()
        channels = [:]
        states = [:]
        subjects = []
        reading = nil
        isBehind = false
    }

    /// What other processes keep of people's choices and of channels.
    func hearChoices() async throws {
        silence = try await records.silence()
        for state in try await records.slackChannels() { states[state.channel] = state }
    }

    /// One piece of work for somebody who asked, whoever follows the chat.
    ///
    /// As a guest the talk is looked up anew, since what was remembered is out of date; the episodes are left to a worker.
    func onRequest<T: Sendable>(_ work: () async throws -> T) async throws -> T {
        try await alone {
            guard isGuest else { return try await work() }
            forget()
            try await begin()
            subjects = []
            let answer = try await work()
            let (now, position) = (sources.now(), try await records.auditPosition())
            try await records.enqueue(
                subjects.sorted().map {
                    Job(.episodes, key: "episodes \($0.text) \(position)", about: $0.text, due: now, made: now)
                }
            )
            forget()
            return answer
        }
    }

    /// Where it is kept up to which place in the audit the episodes are found.
    private static let grouping = "slack episodes"
    private static let episodes: ChannelID = "episodes"

    private func keep(grouped position: Int64) async throws {
        let mark = MessageBatch.Mark(source: Self.grouping, file: "\(position)")
        let batch = MessageBatch(channel: Self.episodes, messages: [], entries: [], reading: 0, mark: mark)
        _ = try await records.commit([batch], now: sources.now())
    }

    /// One piece of work at a time: an actor alone would let a second begin while the first waits for the database.
    func alone<T: Sendable>(_ work: () async throws -> T) async rethrows -> T {
        while isBusy { await withCheckedContinuation { queue.append($0) } }
        isBusy = true
        defer {
            isBusy = false
            let waiting = queue
            queue = []
            for one in waiting { one.resume() }
        }
        return try await work()
    }

    func count(_ change: (inout FollowTally) -> Void) { change(&tally) }

    /// Who reads now.
    func present() async throws -> LiveSources.Reading {
        if let reading { return reading }
        var new = try await sources.reading()
        new.capture.now = sources.now()
        reading = new
        return new
    }

    /// Somebody changed: names and people are asked for again.
    func forgetReading() { reading = nil }

    /// Takes over user objects.
    func learn(users: WireValue) async throws {
        let learned = wire.learn(users: users)
        guard !learned.isEmpty else { return }
        try await records.keep(accounts: learned)
        // Whoever may no longer use the chat does not stay signed in here either.
        let gone = learned.filter(\.deactivated).map(\.id)
        if !gone.isEmpty { try await records.endSessions(of: gone, now: sources.now()) }
        forgetReading()
    }

    /// Takes over people and channels as Slack lists them.
    public func learn(_ users: WireValue, _ channels: WireValue) async throws {
        try await alone {
            try await learn(users: users)
            try await keep(wire.learn(channels: channels).map(\.channel))
        }
    }

    /// Takes over channels as they now are.
    func keep(_ changed: [Channel]) async throws {
        guard !changed.isEmpty else { return }
        wire.learn(channels: changed)
        try await records.keep(channels: changed)
        for channel in changed where channels[channel.id] != nil { channels[channel.id]?.talk.channel = channel }
    }

    /// True where a conversation is read: public and not left, or private and named.
    func isRead(_ channel: Channel) -> Bool {
        if let state = states[channel.id], !state.reading { return false }
        switch channel.audience {
        case .everyone: return true
        case .invited: return selection.privateChannels.contains(channel.id)
        case .group, .direct, .document: return false
        }
    }

    /// The conversation as it is followed.
    func followed(_ channel: Channel) -> Followed { channels[channel.id] ?? Followed(channel: channel, limit: limit) }

    /// Reads and writes what changed in some conversations, in one transaction.
    func write(_ touched: some Sequence<ChannelID>) async throws {
        let reading = try await present()
        var batches: [MessageBatch] = []
        var after: [ChannelID: Followed] = [:]
        for id in Set(touched).sorted() {
            guard var followed = channels[id] else { continue }
            followed.settle()
            let batch = try await followed.talk.batch(by: reading.reader, capture: reading.capture, silence: silence)
            if let batch { batches.append(batch) }
            followed.trim()
            after[id] = followed
        }
        if !batches.isEmpty {
            let outcome = try await records.commit(batches, now: sources.now())
            subjects.formUnion(outcome.subjects)
            tally.messages += batches.reduce(0) { $0 + $1.messages.count }
            tally.deletions += outcome.deleted
            tally.evidenceAdded += outcome.evidenceAdded
            tally.evidenceWithdrawn += outcome.evidenceWithdrawn
        }
        // Only what is in the record counts as read; a failure above leaves the copies to be read again.
        channels.merge(after) { _, new in new }
    }

    /// Puts the evidence of whoever's ledger changed into its episodes.
    public func group() async throws {
        guard !subjects.isEmpty else { return }
        let position = try await records.auditPosition()
        // One after the other, so that what comes meanwhile does not wait for all of them.
        for person in subjects.sorted() {
            try await alone {
                subjects.remove(person)
                do {
                    try await records.groupEpisodes(about: person, now: sources.now())
                } catch {
                    subjects.insert(person)
                    throw error
                }
            }
        }
        try await keep(grouped: position)
    }
}

/// Who the app is at Slack; what is told to another workspace or app is not ours.
public struct FollowedApp: Sendable, Hashable {
    /// The workspace; nil takes any.
    public var team: String?
    /// The app's account.
    public var account: AccountID?

    /// Joins the two.
    public init(team: String? = nil, account: AccountID? = nil) {
        self.team = team
        self.account = account
    }
}

/// What was done since the start.
public struct FollowTally: Sendable, Hashable {
    /// Deliveries worked on.
    public var deliveries = 0
    /// Messages read or read again.
    public var messages = 0
    /// Messages that went.
    public var deletions = 0
    /// Evidence that came.
    public var evidenceAdded = 0
    /// Evidence that went.
    public var evidenceWithdrawn = 0
    /// Of kinds that nothing is done with, by kind.
    public var others: [String: Int] = [:]
    /// Talk that is never read.
    public var notRead = 0
}
