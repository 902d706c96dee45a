private import CWeights

/// Tells whether words are about a private matter: health, family, faith, politics, union, sexuality, legal trouble or
/// harassment.
///
/// Such words never become evidence, also where they thank or praise. A message is private when one of its sentences is.
/// Source: `docs/methods.md`, "Private matters"; made by `training/private.py`.
public struct PrivateMatters: @unchecked Sendable {
    // `@unchecked`: the pointers lead into `file`, which never changes and is kept alive here.

    /// The version that training stamped.
    public var version: String { file.version }

    /// The score from which on a sentence counts as private.
    public var point: Float { numbers[2] }

    /// How much of a message is looked at, in bytes.
    static let reach = 8000
    /// How much of a sentence is looked at, in bytes.
    static let sentenceBytes = 1200

    private let file: WeightsFile
    private let bits: Int
    private let listed: WordLists
    /// Unit of the table, bias, point; then the weights of what the word lists say.
    private let numbers: UnsafePointer<Float>
    private let words: UnsafeRawPointer
    private let characters: UnsafeRawPointer

    /// The filter that is part of the program.
    public static let embedded: Result<PrivateMatters, ReaderError> = Result { () throws(ReaderError) in
        try PrivateMatters(
            WeightsFile(constant: cweights_private(), count: cweights_private_size(), letters: "CTSP")
        )
    }

    /// A filter out of the bytes of a file.
    ///
    /// Errors: the file is no filter, of another format, or cut short.
    public init(bytes: [UInt8]) throws(ReaderError) {
        try self.init(WeightsFile(bytes: bytes, letters: "CTSP"))
    }

    private init(_ file: WeightsFile) throws(ReaderError) {
        let header = file.header
        guard header[0] == 1, header[2] == WordLists.outputs, header[4] == WordLists.matters,
            (8...20).contains(header[1]), (1...100_000).contains(header[3])
        else { throw .otherFormat(found: header[0], expected: 1) }
        bits = header[1]
        var walk = file.walk
        numbers = walk.floats(3 + WordLists.outputs)
        let hashes = walk.bytes(8 * header[3]).assumingMemoryBound(to: UInt64.self)
        let masks = walk.bytes(2 * header[3]).assumingMemoryBound(to: UInt16.self)
        listed = WordLists(hashes: hashes, masks: masks, count: header[3])
        words = walk.bytes(1 << header[1])
        characters = walk.bytes(1 << header[1])
        guard walk.at == file.count else { throw .cutShort(expected: walk.at, found: file.count) }
        self.file = file
    }

    /// True when a sentence of the message is about a private matter.
    public func isTouched(by passage: Passage) -> Bool { score(passage.target.text) >= point }

    /// The highest score of the sentences; -20 where there is nothing to read.
    ///
    /// Units: log-odds that are not calibrated; `point` is the share of work talk that is given up for recall.
    public func score(_ text: String) -> Float {
        let text = text.utf8.count > Self.reach ? String(decoding: text.utf8.prefix(Self.reach), as: UTF8.self) : text
        let sentences = Sentence.list(text)
        let longest = sentences.map(\.bytes.count).max() ?? 0
        guard longest > 0 else { return -20 }
        let room = min(longest, Self.sentenceBytes)
        var tokenizer = Tokenizer(limit: room)
        var grams = Grams(limit: room)
        return sentences.reduce(-20) { max($0, score($1.words, room, &tokenizer, &grams)) }
    }

    private func score(_ words: Substring, _ room: Int, _ tokenizer: inout Tokenizer, _ grams: inout Grams) -> Float {
        var words = words
        let done: Void? = words.utf8.withContiguousStorageIfAvailable { bytes in
            tokenizer.cut(UnsafeBufferPointer(rebasing: bytes.prefix(room)), names: [], spans: [])
        }
        if done == nil {
            words.makeContiguousUTF8()
            Array(words.utf8.prefix(room)).withUnsafeBufferPointer { tokenizer.cut($0, names: [], spans: []) }
        }
        var total = numbers[1] + listed.sum(tokenizer, weights: numbers + 3)
        grams.listTokens(tokenizer, order: 3, space: GramSpace.word, bits: bits)
        total += sum(grams, self.words)
        grams.listCharacters(tokenizer, bits: bits)
        return total + sum(grams, characters)
    }

    private func sum(_ grams: Grams, _ rows: UnsafeRawPointer) -> Float {
        guard grams.count > 0 else { return 0 }
        var total = 0
        for index in 0..<grams.count {
            total += Int(rows.load(fromByteOffset: Int(grams.buckets[index]), as: UInt8.self)) - 128
        }
        return Float(total) * numbers[0] / Float(grams.count).squareRoot()
    }
}
