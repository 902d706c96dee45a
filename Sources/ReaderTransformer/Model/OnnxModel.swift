private import COnnx

/// A model in ONNX Runtime, on one thread for each run.
///
/// `@unchecked Sendable`: the runtime allows runs from several threads at once, and nothing else is called after loading.
final class OnnxModel: @unchecked Sendable {
    private let model: OpaquePointer
    // The runtime reads both in place.
    private let parts: ModelParts
    private let weights: MappedFile

    /// Opens the library and loads the graph with its weights; both files were compared with their sums by whoever mapped them.
    ///
    /// Errors: the library or the model does not open.
    init(library: MappedFile, parts: ModelParts, weights: MappedFile) throws(ModelError) {
        let graph = try parts.bytes(of: .graph)
        var words = [CChar](repeating: 0, count: 512)
        guard let interface = connx_open(library.path, library.descriptor, &words, words.count) else {
            throw .cannotOpenLibrary(path: library.path, reason: Self.text(words))
        }
        let bytes = UnsafeMutableRawPointer(mutating: weights.bytes.baseAddress)
        guard
            let model = connx_load(
                interface,
                graph.baseAddress,
                graph.count,
                parts.manifest.weights.name,
                bytes,
                weights.bytes.count,
                1,
                &words,
                words.count
            )
        else { throw .cannotLoadModel(reason: Self.text(words)) }
        self.model = model
        self.parts = parts
        self.weights = weights
    }

    deinit { connx_close(model) }

    /// The scores of one passage.
    ///
    /// Errors: the run failed.
    func scores(ids: [Int64], sides: [Int64], count: Int) throws(ModelError) -> [Float] {
        var scores = [Float](repeating: 0, count: count)
        var words = [CChar](repeating: 0, count: 256)
        let mask = [Int64](repeating: 1, count: ids.count)
        guard connx_run(model, ids, sides, mask, 1, ids.count, count, &scores, &words, words.count) == 0 else {
            throw .cannotRun(reason: Self.text(words))
        }
        return scores
    }

    private static func text(_ words: [CChar]) -> String {
        String(decoding: words.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
