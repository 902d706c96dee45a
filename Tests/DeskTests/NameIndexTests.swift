import Evidence
import Signals
import Testing
import Workspace

@testable import Desk

/// Whose names can stand in some words.
struct NameIndexTests {
    private let index = NameIndex([
        "Ana Berg", "Anne-Marie Stanhope-Lind", "Zoë Dvořák", "Mo Lind", "李 文清", "Ian O’Hara",
    ])

    private func entry(_ quote: String, voice: String = "Somebody Else", channel: String = "work") -> LedgerEntry {
        let message = MessageID(channel: "C1", time: MessageTime(microseconds: 1))
        return LedgerEntry(
            id: EntryID(message, kind: .recognition, subject: "x"),
            subject: "x",
            voice: Voice(person: "v", account: "U1", name: voice, team: nil),
            kind: .recognition,
            workClass: .craft,
            confidence: 1,
            competencies: [],
            stage: 1,
            quote: quote,
            link: nil,
            message: message,
            channelName: channel,
            episode: "e",
            moment: 1,
            state: .settled,
            shownAt: 1,
            reader: ReaderStamp(name: "static", version: "1"),
            ladderVersion: "1"
        )
    }

    @Test(
        arguments: [
            ("thanks Ana!", "Ana Berg"), ("@ana: could you", "Ana Berg"), ("that was Ana's idea", "Ana Berg"),
            ("Ana’s idea", "Ana Berg"), ("ask BERG", "Ana Berg"), ("Anne-Marie wrote it", "Anne-Marie Stanhope-Lind"),
            ("AnneMarie wrote it", "Anne-Marie Stanhope-Lind"), ("see Lind", "Mo Lind"),
            ("Stanhope-Lind, thank you", "Anne-Marie Stanhope-Lind"), ("ZOË and others", "Zoë Dvořák"),
            ("by Dvořák.", "Zoë Dvořák"), ("文清 did", "李 文清"), ("O'Hara or O’Hara", "Ian O’Hara"),
        ]
    ) func `a name is found however it is written in a quote`(_ quote: String, _ name: String) {
        #expect(index.names(in: [entry(quote)]).contains(name))
    }

    @Test func `names of voices and of channels are found, and those that nobody wrote are not`() {
        #expect(index.names(in: [entry("well done", voice: "Ana Berg")]) == ["Ana Berg"])
        #expect(index.names(in: [entry("well done", channel: "team-mo")]) == ["Mo Lind"])
        #expect(index.names(in: [entry("the banana bergamot molded")]).isEmpty)
        #expect(index.names(in: []).isEmpty)
    }

    @Test func `a name is found among thousands, and a word that is no name is not`() {
        let many = NameIndex((0..<4000).map { "Given\($0) Family\($0 % 900)" })
        #expect(many.names(in: [entry("as GIVEN17 said to nobody in room 17")]) == ["Given17 Family17"])
        #expect(many.names(in: [entry("FAMILY899, please")]).count == 4)
        #expect(many.names(in: [entry("17 chances, the family left for the 4000 lakes")]).isEmpty)
    }
}
