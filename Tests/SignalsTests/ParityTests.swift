import Testing

@testable import Signals

@Suite struct ParityTests {
    let vectors: [ParityVector]
    let reader: StaticReader

    init() throws {
        vectors = try Vectors.parity()
        reader = try StaticReader()
    }

    @Test func `texts are cut into the same tokens as in training`() {
        for vector in vectors {
            var tokenizer = Tokenizer(limit: Workbench.targetBytes)
            Array(vector.row.text.utf8.prefix(Workbench.targetBytes)).withUnsafeBufferPointer {
                tokenizer.cut($0, names: [], spans: [])
            }
            let hashes = Array(tokenizer.tokens.prefix(min(40, tokenizer.counts.tokens)))
            #expect(tokenizer.counts.tokens == vector.token_count, "\(vector.row.id)")
            #expect(hashes == vector.tokens.compactMap { UInt64($0, radix: 16) }, "\(vector.row.id)")
        }
    }

    @Test func `n-grams fall into the same buckets as in training`() throws {
        let weights = try ReaderWeights.embedded.get()
        for vector in vectors where vector.token_count > 0 {
            let bench = Workbench(weights, try BehaviourWeights.embedded.get())
            _ = bench.score(vector.row.passage, talk: Talk(vector.row.passage))
            let names = bench.names
            var tokenizer = Tokenizer(limit: Workbench.targetBytes)
            Array(vector.row.text.utf8.prefix(Workbench.targetBytes)).withUnsafeBufferPointer {
                tokenizer.cut($0, names: names, spans: [])
            }
            var grams = Grams(limit: Workbench.targetBytes)
            grams.listTokens(tokenizer, order: 3, space: GramSpace.word, bits: weights.grams.bits)
            #expect(Array(grams.buckets.prefix(min(40, grams.count))) == vector.words, "\(vector.row.id)")
            grams.listCharacters(tokenizer, bits: weights.grams.bits)
            #expect(Array(grams.buckets.prefix(min(40, grams.count))) == vector.characters, "\(vector.row.id)")
        }
    }

    @Test func `the shape of the talk gives the same numbers as in training`() throws {
        let weights = try ReaderWeights.embedded.get()
        for vector in vectors where vector.token_count > 0 {
            let bench = Workbench(weights, try BehaviourWeights.embedded.get())
            _ = bench.score(vector.row.passage, talk: Talk(vector.row.passage))
            for (place, expected) in vector.context.enumerated() {
                #expect(
                    abs(bench.inputs[4 * weights.grams.dims + place] - expected) < 1e-5,
                    "\(vector.row.id) context \(place)"
                )
            }
        }
    }

    @Test func `probabilities equal those of the training script`() {
        for (vector, found) in zip(vectors, reader.probabilities(vectors.map(\.row.passage))) {
            for (expected, probability) in zip(vector.probabilities, found) {
                #expect(abs(expected - probability) < 1e-5, "\(vector.row.id)")
            }
        }
    }

    @Test func `bytes that are no weights are refused`() {
        #expect(throws: ReaderError.notWeights) { try ReaderWeights(bytes: []) }
        #expect(throws: ReaderError.notWeights) { try ReaderWeights(bytes: Array(repeating: 7, count: 200)) }
    }
}
