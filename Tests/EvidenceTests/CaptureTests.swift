import Evidence
import Signals
import Testing
import Workspace

@Suite struct `From signal to evidence` {
    private let channel = Channel(id: "C1", name: "papers")
    private let now: Int64 = 1_790_000_000_000_000
    private var capture: Capture {
        Capture(
            people: [
                "U1": Person(id: "ana", name: "Ana Berg", account: "U1", team: "Papers"),
                "U2": Person(id: "ben", name: "Ben Okoro", account: "U2", team: "Data"),
            ],
            names: ["U9": "Guest Gus"],
            address: ChatAddress(base: "https://halvard.slack.com"),
            reader: ReaderStamp(name: "static", version: "1"),
            ladderVersion: "1",
            privateMatters: nil,
            now: now
        )
    }

    private func praise(_ subject: Subject) -> Signal {
        Signal(kind: .recognition, subject: subject, confidence: 0.9, workClass: .upkeep)
    }

    @Test func `praise of a colleague is kept with voice, link and words`() throws {
        let message = Invented.message(
            1_789_000_000,
            by: "U2",
            "thanks, that fixed the importer",
            thread: 1_788_999_000
        )
        let entry = try #require(
            capture.entries(of: message, in: channel, signals: [praise(.participant("Ana Berg"))]).kept.first
        )
        #expect(entry.subject == "ana")
        #expect(entry.voice.person == "ben" && entry.voice.team == "Data")
        #expect(entry.quote == "thanks, that fixed the importer")
        #expect(
            entry.link == "https://halvard.slack.com/archives/C1/p1789000000000000?thread_ts=1788999000.000000&cid=C1"
        )
    }

    @Test(arguments: [Subject.group, .unknown, .participant("U7"), .participant("Ben Okoro")])
    func `praise of a group, of strangers and of oneself is not kept`(subject: Subject) {
        let message = Invented.message(1, by: "U2", "great job everyone")
        let (kept, left) = capture.entries(of: message, in: channel, signals: [praise(subject)])
        #expect(kept.isEmpty && left == 1)
    }

    @Test func `a guest can praise, and is named as the chat names them`() throws {
        let message = Invented.message(1, by: "U9", "the new labels print well")
        let entry = try #require(
            capture.entries(of: message, in: channel, signals: [praise(.participant("Ana Berg"))]).kept.first
        )
        #expect(entry.voice.person == nil && entry.voice.name == "Guest Gus")
    }

    @Test func `a program can say nothing about anybody`() {
        let message = Invented.message(1, "kudos to @ana", sort: .bot)
        #expect(capture.entries(of: message, in: channel, signals: [praise(.participant("Ana Berg"))]).kept.isEmpty)
    }

    @Test func `words of an open channel could be seen since they were posted, others from now on`() {
        let message = Invented.message(1_789_000_000, "thanks!")
        let open = capture.entries(of: message, in: channel, signals: [praise(.participant("Ana Berg"))]).kept.first
        var invited = channel
        invited.audience = .invited
        let closed = capture.entries(of: message, in: invited, signals: [praise(.participant("Ana Berg"))]).kept.first
        #expect(open?.shownAt == 1_789_000_000_000_000)
        #expect(closed?.shownAt == now)
    }

    @Test func `a long message leaves only the sentences around the name`() throws {
        let filler = String(repeating: "We talked about the weather and the tram for a while. ", count: 12)
        let text = filler + "@Ana rebuilt the importer so that retries never double-book. " + filler
        let place = filler.utf8.count
        let message = Invented.message(1, text, mentions: [Mention(account: "U1", span: place..<(place + 4))])
        let quote = try #require(
            capture.entries(of: message, in: channel, signals: [praise(.participant("Ana Berg"))]).kept.first?.quote
        )
        #expect(quote.count <= 400)
        #expect(quote.contains("rebuilt the importer"))
        #expect(quote.hasPrefix("… @Ana"))
    }

    @Test func `the same message gives the same evidence whenever it is read`() {
        let message = Invented.message(1, "thanks!")
        let signals = [praise(.participant("Ana Berg")), praise(.participant("Ana Berg"))]
        let first = capture.entries(of: message, in: channel, signals: signals).kept
        #expect(first.count == 1)
        #expect(first == capture.entries(of: message, in: channel, signals: signals).kept)
    }

    @Test func `thanks for help in a private matter are not kept, and counted apart`() throws {
        var capture = capture
        capture.privateMatters = try PrivateMatters.embedded.get()
        let message = Invented.message(1, by: "U2", "thanks for covering while my mother was in hospital")
        let captured = capture.captured(from: message, in: channel, signals: [praise(.participant("Ana Berg"))])
        #expect(captured.kept.isEmpty && captured.isPrivate && captured.left == 0)
        let other = Invented.message(2, by: "U2", "thanks, that fixed the importer")
        let plain = capture.captured(from: other, in: channel, signals: [praise(.participant("Ana Berg"))])
        #expect(plain.kept.count == 1 && !plain.isPrivate)
        #expect(capture.entries(of: message, in: channel, signals: [praise(.participant("Ana Berg"))]).left == 1)
    }

    private func scope(_ text: String, of talk: Passage? = nil, in channel: Channel? = nil) -> Int? {
        var signal = praise(.participant("Ana Berg"))
        signal.stage = 2
        let message = Invented.message(1, by: "U9", text)
        return capture.captured(from: message, in: channel ?? self.channel, signals: [signal], around: talk).kept.first?
            .scope
    }

    @Test func `scope grows with teams and incidents, never with how many people speak`() throws {
        func talk(_ names: [String]) -> Passage {
            Passage(target: Utterance(who: "Guest Gus", text: ""), before: names.map { Utterance(who: $0, text: "ok") })
        }
        let alone = try #require(scope("thanks, that fixed the importer"))
        #expect(scope("thanks, that fixed the importer", of: talk(["Ana Berg", "Guest Gus", "A", "B"])) == alone)
        #expect(try #require(scope("thanks, that fixed the importer", of: talk(["Ben Okoro"]))) > alone)
        let incident = Channel(id: "C2", name: "inc-137-sev1")
        #expect(try #require(scope("thanks, all customers can log in again", in: incident)) > alone)
    }

    @Test func `why a piece of evidence is about its subject is kept`() throws {
        var signal = praise(.participant("Ana Berg"))
        signal.reason = .helperBefore
        let message = Invented.message(1, by: "U2", "thanks, that fixed the importer")
        #expect(capture.captured(from: message, in: channel, signals: [signal]).kept.first?.reason == .helperBefore)
    }

    @Test func `help is kept with whom it was given to, everything else without`() throws {
        let message = Invented.message(1, by: "U2", "the label hangs because the cache is cold, warm it first")
        func kept(_ kind: SignalKind) -> LedgerEntry? {
            let signal = Signal(kind: kind, subject: .author, confidence: 0.9, workClass: .enablement)
            return capture.captured(from: message, in: channel, signals: [signal], heardBy: "Ana Berg").kept.first
        }
        #expect(kept(.coaching)?.hearer?.person == "ana")
        #expect(kept(.judgement)?.hearer?.name == "Ana Berg")
        #expect(kept(.ownership)?.hearer == nil)
    }
}
