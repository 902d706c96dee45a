import Evidence
import Testing
import Workspace

@Suite struct `Episodes` {
    private let hour: Int64 = 3_600_000_000
    private let start: Int64 = 1_790_000_000_000_000

    private func count(_ entries: [LedgerEntry]) -> Int { Set(Evidence.Episodes.group(entries).values).count }

    @Test func `ten voices in one thread are one episode, however long it goes on`() {
        let entries = (0..<10).map {
            Invented.entry(
                "e\($0)",
                at: start + Int64($0) * 20 * hour,
                quote: "line \($0)",
                thread: start,
                voice: "v\($0)"
            )
        }
        #expect(count(entries) == 1)
    }

    @Test func `the same ticket within a week is one episode across channels`() {
        let first = Invented.entry("a", at: start, quote: "alpha", channel: "C1", matters: ["INC-137"])
        let second = Invented.entry("b", at: start + 90 * hour, quote: "beta", channel: "C2", matters: ["INC-137"])
        #expect(count([first, second]) == 1)
    }

    @Test func `the same ticket after more than a week is another episode`() {
        let first = Invented.entry("a", at: start, quote: "alpha", matters: ["INC-137"])
        let second = Invented.entry("b", at: start + 8 * 24 * hour, quote: "beta", matters: ["INC-137"])
        #expect(count([first, second]) == 2)
    }

    @Test func `different matters on different days stay apart`() {
        let first = Invented.entry("a", at: start, quote: "thanks for the restore drill")
        let second = Invented.entry("b", at: start + 26 * hour, quote: "the label printer works again")
        #expect(count([first, second]) == 2)
    }

    @Test func `words that are mostly the same are one episode`() {
        let first = Invented.entry(
            "a",
            at: start,
            quote: "congrats on the slipway launch, previews look great",
            channel: "C1"
        )
        let second = Invented.entry(
            "b",
            at: start + 30 * hour,
            quote: "slipway previews launch was great, congrats all",
            channel: "C2"
        )
        #expect(count([first, second]) == 1)
    }

    @Test func `the order of arrival changes nothing`() {
        var entries: [LedgerEntry] = []
        for index in 0..<40 {
            let moment = start + Int64((index * 37) % 40) * 5 * hour
            let thread = index % 4 == 0 ? start + Int64(index % 5) : nil
            let quote = "matter number \(index % 7) of the workshop floor"
            let channel = ChannelID("C\(index % 3)")
            entries.append(Invented.entry("e\(index)", at: moment, quote: quote, channel: channel, thread: thread))
        }
        let expected = Evidence.Episodes.group(entries)
        for _ in 0..<20 {
            entries.shuffle()
            #expect(Evidence.Episodes.group(entries) == expected)
        }
    }
}
