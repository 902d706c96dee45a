import Foundation
import Signals
import Testing

@testable import ReaderTransformer

struct WordPieceTests {
    private struct Line: Decodable {
        let text: String
        let numbers: [Int32]
    }

    private struct Row: Decodable {
        let who: String
        let text: String
        let before: [Said]
        let thread_root: Said?
        let ids: [Int64]
        let own: Int

        struct Said: Decodable {
            let who: String
            let text: String
        }

        var passage: Passage {
            Passage(
                who: who,
                text: text,
                root: thread_root.map { ($0.who, $0.text) },
                before: before.map { ($0.who, $0.text) }
            )
        }
    }

    @Test func `every invented line is cut as the reference tokenizer cuts it`() throws {
        let pieces = try Vectors.pieces()
        let lines = try JSONDecoder().decode([Line].self, from: Data(Vectors.bytes("pieces.json")))
        #expect(lines.count > 30)
        for line in lines { #expect(pieces.numbers(of: line.text) == line.numbers, "\(line.text)") }
    }

    @Test func `passages become the numbers that the fitted layers were taught with`() throws {
        let pieces = try Vectors.pieces()
        let rows = try JSONDecoder().decode([Row].self, from: Data(Vectors.bytes("passages.json")))
        #expect(rows.count > 4)
        for row in rows {
            let (ids, own) = pieces.passage(row.passage)
            #expect(ids == row.ids, "\(row.text.prefix(40))")
            #expect(own == row.own)
        }
    }

    @Test func `a name with a space inside is one mention where its place is known`() {
        let text = "well done @Ana Lima today"
        let mention = Utterance.Named(who: "U1", span: 10..<19)
        let passage = Passage(target: Utterance(who: "U2", text: text, mentions: [mention]))
        #expect(NeutralWords(passage).target == "well done @somebody today")
    }

    @Test func `a mention of the author and of whom the author answers are told apart`() {
        let passage = Passage(who: "ana", text: "@Bo_Li and @ana", before: [("bo li", "hi")])
        #expect(NeutralWords(passage).target == "@you and @me")
        #expect(NeutralWords(passage).context == "you: hi")
    }

    @Test func `whatever character comes, cutting ends and gives known numbers`() throws {
        let pieces = try Vectors.pieces()
        let count = try Vectors.bytes("vocabulary.txt").count { $0 == 10 }
        for value in stride(from: UInt32(0), to: 0x110000, by: 97) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let numbers = pieces.numbers(of: "a" + String(Character(scalar)) + "b")
            #expect(!numbers.isEmpty)
            #expect(numbers.allSatisfy { $0 >= 0 && $0 < count })
        }
    }

    @Test(arguments: ["", " \n\t ", "\u{200B}\u{FEFF}", "\u{E000}"])
    func `a text of nothing but space and hidden marks has no pieces`(text: String) throws {
        #expect(try Vectors.pieces().numbers(of: text).isEmpty)
    }

    @Test func `no passage is longer than the layers have places for`() throws {
        let pieces = try Vectors.pieces()
        let long = String(repeating: "thanks ", count: 6000)
        let (ids, own) = pieces.passage(Passage(who: "ana", text: long, before: [("bo", long), ("cy", long)]))
        #expect(ids.count <= 128)
        #expect(own == 128 - 48 - 1)
    }

    @Test func `a vocabulary without the marks is refused`() {
        #expect(throws: ModelError.damagedPart("the vocabulary")) { try WordPieces(vocabulary: Array("a\nb\n".utf8)) }
    }
}
