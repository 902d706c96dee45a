import Evidence
import Signals
import Testing
import Workspace

struct ReachCaptureTests {
    private func captured(_ reach: Reach?) -> LedgerEntry? {
        let capture = Capture(
            people: ["U2": Person(id: "ben", name: "Ben Okoro", account: "U2", team: "Data")],
            names: [:],
            address: ChatAddress(),
            reader: ReaderStamp(name: "static", version: "1"),
            ladderVersion: "1",
            privateMatters: nil,
            now: 1_790_000_000_000_000
        )
        let signal = Signal(
            kind: .ownership,
            subject: .author,
            confidence: 0.9,
            reach: reach,
            workClass: .ownership
        )
        let message = Invented.message(1_789_000_000, by: "U2", "I will move every service to the new pipeline")
        return capture.entries(of: message, in: Channel(id: "C1", name: "papers"), signals: [signal]).kept.first
    }

    @Test func `an entry, and what the clock sees of it, keep how far the words reach`() throws {
        let reach = Reach(told: 0.9, reaches: [0.8, 0.4, 0.1, 0])
        let entry = try #require(captured(reach))
        #expect(entry.reach == reach)
        #expect(EvidenceGlance(entry).reach == reach)
    }

    @Test func `a signal of a reader that does not judge reach leaves it open`() throws {
        #expect(try #require(captured(nil)).reach == nil)
    }
}
