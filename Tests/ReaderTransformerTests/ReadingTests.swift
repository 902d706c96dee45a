import Foundation
import Signals
import Testing

@testable import ReaderTransformer

/// What every reader keeps to; the transformer reader only where CROSSTIE_MODELS names a folder in which it is installed.
enum ReaderChoice: String, CaseIterable, CustomTestStringConvertible {
    case builtIn
    case transformer

    static var present: [ReaderChoice] { Vectors.models == nil ? [.builtIn] : allCases }
    var testDescription: String { rawValue }

    func reader() throws -> any Reader {
        let assembly = try StaticReader()
        guard self == .transformer, let models = Vectors.models else { return assembly }
        return try TransformerReader(installed: InstalledModel(in: ModelFolder(models)), assembly: assembly)
    }
}

struct ReadingTests {
    private static let talk = [
        Passage(who: "ana", text: "thanks, that fixed it!", before: [("omar", "close the writer before you read")]),
        Passage(who: "ana", text: "thank you @omar, great catch!", before: [("lena", "the limit was off by one")]),
        Passage(who: "ana", text: "what time is it?"),
        Passage(
            who: "ana",
            text: "I'll fix the failing migration test this afternoon",
            before: [("omar", "it is red")]
        ),
        Passage(who: "ana", text: ""),
    ]

    @Test(arguments: ReaderChoice.present)
    func `thanks are seen and go to whoever helped`(choice: ReaderChoice) async throws {
        let signals = try await choice.reader().read(Self.talk)
        #expect(signals.count == Self.talk.count)
        let thanks = try #require(signals[0].first { $0.kind == .recognition })
        #expect(thanks.subject == .participant("omar"))
        #expect(signals[1].contains { $0.kind == .recognition && $0.subject == .participant("omar") })
        #expect(signals[2].isEmpty)
        #expect(signals[4].isEmpty)
    }

    @Test(arguments: ReaderChoice.present)
    func `what is read of a message does not depend on its neighbours`(choice: ReaderChoice) async throws {
        let reader = try choice.reader()
        let together = try await reader.read(Self.talk)
        for (passage, signals) in zip(Self.talk, together) {
            #expect(try await reader.read([passage]) == [signals])
        }
        #expect(try await reader.read(Self.talk.reversed()) == together.reversed())
    }

    @Test(arguments: ReaderChoice.present)
    func `confidence is a probability, and competencies come with the kind`(choice: ReaderChoice) async throws {
        for signal in try await choice.reader().read(Self.talk).joined() {
            #expect((0...1).contains(signal.confidence))
            #expect((1...5).contains(signal.stage))
            #expect(!signal.competencies.isEmpty)
        }
    }

    @Test(arguments: ReaderChoice.present)
    func `whatever is written, reading ends`(choice: ReaderChoice) async throws {
        let texts = [
            String(repeating: "a", count: 40_000), String(repeating: "thanks ", count: 6000), "\u{202E}txet\u{202C}",
            "z̷̢̛a̸l̴g̵o̶", "```\nlet x = 1\n```", "\u{0}\u{1}\u{FFFF}", "请看一下这个补丁", "👩‍👩‍👧🎉", "@", "@@@", "http://",
            "[SEP][CLS][PAD]",
        ]
        let signals = try await choice.reader().read(texts.map { Passage(who: "ana", text: $0) })
        #expect(signals.count == texts.count)
    }

    @Test(
        .enabled(if: Vectors.models != nil, "CROSSTIE_MODELS names no folder with the model; nothing was tested here")
    )
    func `several lanes read what one reads`() async throws {
        let models = try #require(Vectors.models)
        let installed = try InstalledModel(in: ModelFolder(models))
        let one = try TransformerReader(installed: installed, assembly: StaticReader())
        let four = try TransformerReader(installed: installed, assembly: StaticReader(), lanes: 4)
        #expect(try await four.read(Self.talk) == (try await one.read(Self.talk)))
        #expect(one.stamp == ReaderStamp(name: "transformer", version: installed.version))
    }

    @Test(
        .enabled(if: Vectors.models != nil, "CROSSTIE_MODELS names no folder with the library; nothing was tested here")
    )
    func `a tiny model gives the scores of the reference`() async throws {
        struct Row: Decodable {
            let ids: [Int64]
            let own: Int
            let scores: [Float]
        }
        let models = try #require(Vectors.models)
        try await Vectors.withFolder { folder in
            let parts = try Vectors.parts()
            let installation = ModelInstallation(in: ModelFolder(folder), parts: parts, platform: "tiny")
            let weights = try installation.install(from: [Vectors.folder]) { _ in }.file("weights.bin")
            let library = try InstalledModel(in: ModelFolder(models)).file(ModelFolder.library)
            let model = try OnnxModel(library: library, parts: parts, weights: weights)
            for row in try JSONDecoder().decode([Row].self, from: Data(Vectors.bytes("passages.json"))) {
                let sides: [Int64] = row.ids.indices.map { $0 < row.own ? 0 : 1 }
                let scores = try model.scores(ids: row.ids, sides: sides, count: 9)
                // Processors differ in how they round sums; the whole numbers are the same.
                for (found, expected) in zip(scores, row.scores) { #expect(abs(found - expected) < 0.02) }
            }
            #expect(throws: ModelError.self) { try model.scores(ids: [999_999], sides: [0], count: 9) }
        }
    }
}
