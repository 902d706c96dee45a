import Foundation
import Signals

/// A message in the shape of a label line, as the files in `Vectors` have them.
struct LabelLine: Decodable {
    struct Said: Decodable {
        let who: String
        let text: String
    }
    struct Label: Decodable, Hashable {
        let kind: String
        let subject: String
    }
    enum Piece: Decodable {
        case name(String)
        case count(Int)

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let count = try? value.decode(Int.self) {
                self = .count(count)
            } else {
                self = .name(try value.decode(String.self))
            }
        }
    }

    let id: String
    let who: String
    let text: String
    let thread_root: Said?
    let before: [Said]
    let reactions: [[Piece]]
    let signals: [Label]?

    var passage: Passage {
        var counts: [String: Int] = [:]
        for pair in reactions {
            if case .name(let name)? = pair.first, case .count(let count)? = pair.last { counts[name] = count }
        }
        return Passage(
            who: who,
            text: text,
            root: thread_root.map { ($0.who, $0.text) },
            before: before.map { ($0.who, $0.text) },
            reactions: counts
        )
    }

    var truth: Set<Label> { Set(signals ?? []) }
}

/// One message with everything that the training script computed for it.
struct ParityVector: Decodable {
    let row: LabelLine
    let tokens: [String]
    let token_count: Int
    let characters: [UInt32]
    let words: [UInt32]
    let context: [Float]
    let probabilities: [Double]
}

enum Vectors {
    private static func data(_ name: String) throws -> Data {
        let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        return try Data(contentsOf: here.appendingPathComponent("Vectors/\(name)"))
    }

    static func parity() throws -> [ParityVector] {
        try JSONDecoder().decode([ParityVector].self, from: try data("parity.json"))
    }

    static func list<Item: Decodable>(_ name: String, of type: Item.Type) throws -> [Item] {
        try JSONDecoder().decode([Item].self, from: try data(name))
    }

    static func invented() throws -> [LabelLine] { try lines("invented.jsonl") }

    static func lines<Line: Decodable>(_ name: String) throws -> [Line] {
        let text = String(decoding: try data(name), as: UTF8.self)
        return try text.split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    }
}

extension Signal {
    /// Kind and subject as a label line writes them.
    var label: LabelLine.Label {
        let name =
            switch subject {
            case .author: "author"
            case .group: "group"
            case .unknown: "unknown"
            case .participant(let who): who
            }
        return LabelLine.Label(kind: kind.rawValue, subject: name)
    }
}

/// A source of chance that gives the same numbers every time.
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
