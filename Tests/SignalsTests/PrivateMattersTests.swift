import Foundation
import Testing

@testable import Signals

@Suite struct `Private matters` {
    struct Line: Decodable {
        let `private`: Bool
        let text: String
        /// As the training script gives it; the second set has none.
        let score: Float?
    }

    let filter: PrivateMatters
    let lines: [Line]

    init() throws {
        filter = try PrivateMatters.embedded.get()
        lines = try Vectors.lines("private.jsonl")
    }

    @Test func `scores equal those of the training script`() throws {
        for line in lines {
            let score = try #require(line.score)
            #expect(abs(filter.score(line.text) - score) < 1e-3, "\(line.text)")
        }
    }

    @Test func `nearly every private message is found`() {
        let own = lines.filter(\.private)
        let found = own.filter { filter.score($0.text) >= filter.point }
        #expect(own.count >= 390)
        #expect(Double(found.count) >= 0.88 * Double(own.count), "\(found.count) of \(own.count)")
    }

    @Test func `a second set, written by somebody who knew neither training text nor first set, is found as well`()
        throws
    {
        let second: [Line] = try Vectors.lines("private-second.jsonl")
        let own = second.filter(\.private)
        let work = second.filter { !$0.private }
        let found = own.filter { filter.score($0.text) >= filter.point }
        let flagged = work.filter { filter.score($0.text) >= filter.point }
        #expect(own.count == 156 && work.count == 80)
        #expect(Double(found.count) >= 0.95 * Double(own.count), "\(found.count) of \(own.count)")
        #expect(Double(flagged.count) <= 0.25 * Double(work.count), "\(flagged.count) of \(work.count)")
    }

    @Test func `most words of the trade that only sound private are let through`() {
        let work = lines.filter { !$0.private }
        let flagged = work.filter { filter.score($0.text) >= filter.point }
        #expect(work.count >= 400)
        #expect(Double(flagged.count) <= 0.25 * Double(work.count), "\(flagged.count) of \(work.count)")
    }

    @Test(arguments: [
        "thanks for covering while my mother was in hospital",
        "great fix! By the way, my chemo starts on Monday.",
        "THANKS FOR COVERING WHILE MY MOTHER WAS IN HOSPITAL",
        "I want to report harassment by a colleague",
        "danke fürs Einspringen, mein Sohn war im Krankenhaus",
    ])
    func `a private reason makes a message private, whatever else it says`(text: String) {
        #expect(filter.isTouched(by: Passage(who: "Ann", text: text)))
    }

    @Test func `a private sentence is found wherever it stands in a long message`() {
        let work = "The importer reads the manifest and writes rows in batches of a thousand. "
        #expect(filter.score(String(repeating: work, count: 20)) < filter.point)
        for place in [0, 10, 40] {
            let text = String(repeating: work, count: place) + "My father died last night. " + work
            #expect(filter.score(text) >= filter.point, "after \(place) sentences")
        }
    }

    @Test(arguments: ["", " ", "...", "\u{200B}", "🎉", "12 34"])
    func `nothing to read is not private`(text: String) {
        #expect(filter.score(text) < filter.point)
    }

    @Test func `bytes that are no filter are refused`() {
        #expect(throws: ReaderError.notWeights) { try PrivateMatters(bytes: Array(repeating: 1, count: 100)) }
    }
}
