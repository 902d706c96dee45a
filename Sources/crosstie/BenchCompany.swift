import Evidence
import Records
import Signals
import Statistics
import Workspace

/// An invented company in which everybody is seen by a few colleagues over two years; the same every time.
struct BenchCompany: Sendable {
    static let channel = Channel(id: "C1", name: "work")
    static let subjects = 10
    private static let day: Int64 = 86_400_000_000
    private static let competencies = ["craft", "design", "judgement", "ownership", "influence", "multiply"]

    let people: Int
    let now: Int64 = 20_500 * BenchCompany.day

    struct Post {
        let key: MessageKey
        let entries: [LedgerEntry]
    }

    var everybody: [Person] {
        (0..<people).map { number in
            Person(
                id: Self.id(number),
                name: "Person \(number)",
                account: AccountID("U\(number)"),
                manager: number == 0 ? nil : Self.id(number / 8),
                team: "Team \(number / 8)",
                track: number % 8 == 0 ? .management : .ic,
                level: 3 + number % 3
            )
        }
    }

    static func id(_ number: Int) -> PersonID {
        let digits = String(number)
        return PersonID("p" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits)
    }

    static func batch(_ posts: [Post]) -> MessageBatch {
        MessageBatch(
            channel: channel.id,
            messages: posts.map(\.key),
            entries: posts.flatMap(\.entries),
            reading: 1
        )
    }

    /// One of all messages of the two years: about ten people, by one colleague of some of them.
    func message(_ number: Int, of all: Int) -> Post {
        let moment = now - 730 * Self.day + Int64(Double(number) / Double(all) * Double(730 * Self.day))
        var random = SeededRandom(UInt64(number))
        let first = Int.random(in: 0..<people, using: &random)
        return post(at: moment, about: (0..<Self.subjects).map { (first + $0 * 97) % people }, using: &random)
    }

    /// Words of one sort of act, put together from parts, so that hardly two are alike.
    private static func quote(_ kind: SignalKind, using random: inout SeededRandom) -> String {
        let things = [
            "scheduler", "import", "price list", "invoice run", "search index", "on-call guide", "login", "export",
        ]
        let thing = things[Int.random(in: 0..<things.count, using: &random)]
        let number = Int.random(in: 3..<90, using: &random)
        let (acts, ends): ([String], [String]) =
            switch kind {
            case .feedback:
                (
                    [
                        "I'd ask you to announce changes of the \(thing) a day before",
                        "the \(thing) notes came late again",
                    ],
                    ["we found out from \(number) tickets.", "that cost the other team \(number) hours."]
                )
            case .judgement, .delivery:
                (
                    ["the \(thing) is out for all regions now", "I'd rather split the \(thing) than retry forever"],
                    [
                        "it takes \(number) ms where it took twice that.",
                        "one slow part can then not hold \(number) others.",
                    ]
                )
            default:
                (
                    [
                        "thank you for taking the \(thing) apart so calmly",
                        "you wrote down how the \(thing) fails and why",
                    ],
                    ["it saved us \(number) hours this week.", "now \(number) of us can run it without asking."]
                )
            }
        let act = acts[Int.random(in: 0..<acts.count, using: &random)]
        return "\(act), \(ends[Int.random(in: 0..<ends.count, using: &random)])"
    }

    /// A new message about one person, and whom it is about.
    func news(_ number: Int) -> (message: Post, subject: PersonID) {
        var random = SeededRandom(UInt64(number) &+ 1 << 40)
        let subject = Int.random(in: 0..<people, using: &random)
        return (
            post(at: now - 1_000_000 - Int64(number), about: [subject], state: .settled, using: &random),
            Self.id(subject)
        )
    }

    private func post(
        at moment: Int64,
        about subjects: [Int],
        state: EvidenceState = .shown,
        using random: inout SeededRandom
    ) -> Post {
        let message = MessageID(channel: Self.channel.id, time: MessageTime(microseconds: moment))
        let author = Int.random(in: 0..<people, using: &random)
        let entries = subjects.map { entry(message, about: $0, state: state, using: &random) }
        let key = MessageKey(
            Message(id: message, author: .account(AccountID("U\(author)")), text: PlainText("words"))
        )
        return Post(key: key, entries: entries)
    }

    private func entry(
        _ message: MessageID,
        about subject: Int,
        state: EvidenceState,
        using random: inout SeededRandom
    ) -> LedgerEntry {
        // Thirty people see somebody's work, a few of them most of it.
        let near = Int(30 * Double.random(in: 0..<1, using: &random) * Double.random(in: 0..<1, using: &random))
        let speaker = (subject + 1 + near * 31) % people
        let kinds: [SignalKind] = [.recognition, .recognition, .judgement, .delivery, .feedback]
        let kind = kinds[Int.random(in: 0..<kinds.count, using: &random)]
        let id = EntryID(message, kind: kind, subject: Self.id(subject))
        let moment = message.time.microseconds
        let place = Int.random(in: 0..<Self.competencies.count, using: &random)
        return LedgerEntry(
            id: id,
            subject: Self.id(subject),
            voice: Voice(
                person: Self.id(speaker),
                account: AccountID("U\(speaker)"),
                name: "Person \(speaker)",
                team: "Team \(speaker / 8)"
            ),
            kind: kind,
            workClass: WorkClass.allCases[place % WorkClass.allCases.count],
            confidence: Double.random(in: 0.5..<1, using: &random),
            competencies: [
                CompetencyShare(competency: Self.competencies[place], share: 0.5),
                CompetencyShare(competency: Self.competencies[(place + 1) % Self.competencies.count], share: 0.25),
            ],
            stage: Double.random(in: 1..<4, using: &random),
            quote: Self.quote(kind, using: &random),
            link: "https://example.invalid/archives/C1/p\(moment)",
            message: message,
            channelName: Self.channel.name,
            episode: EpisodeID(id.text),
            moment: moment,
            state: state,
            shownAt: moment,
            reader: ReaderStamp(name: "static", version: "3"),
            ladderVersion: "1"
        )
    }
}
