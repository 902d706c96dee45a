public import Signals

#if canImport(Glibc)
private import Glibc
#elseif canImport(Musl)
private import Musl
#elseif canImport(Darwin)
private import Darwin
#endif

/// The reader with a fitted sentence encoder: closer to a careful human than the static one, and some hundred times slower.
///
/// It tells the kinds; whom they are about, competencies, reach and sort of work are found as the static reader finds them.
/// Source: `models/MODEL.md`; fitted by `training/transformer.py`.
public struct TransformerReader: Reader {
    /// `transformer` and the version of the weights.
    public let stamp: ReaderStamp
    private let model: OnnxModel
    private let pieces: WordPieces
    private let manifest: ModelManifest
    private let kinds: [ModelManifest.Kind]
    private let assembly: StaticReader
    private let lanes: Int
    private let glance: Double

    /// Loads an installed version.
    ///
    /// `lanes` passages are read at the same time, each on one core. Where the static reader gives every kind less than
    /// `glance`, its glance is enough and the encoder is spared; 0 has it read everything. Errors: a file does not fit its
    /// sum, or the library does not take it.
    public init(
        installed: InstalledModel,
        assembly: StaticReader,
        lanes: Int = 1,
        glance: Double = TransformerReader.usualGlance
    ) throws(ModelError) {
        let manifest = installed.parts.manifest
        self.manifest = manifest
        kinds = SignalKind.allCases.compactMap { kind in manifest.kinds.first { $0.kind == kind.rawValue } }
        guard kinds.count == SignalKind.allCases.count else { throw .damagedPart("models/reader.json") }
        pieces = try WordPieces(vocabulary: Array(try installed.file(ModelFolder.vocabulary).bytes))
        model = try OnnxModel(
            library: installed.file(ModelFolder.library),
            parts: installed.parts,
            weights: installed.file(manifest.weights.name)
        )
        self.assembly = assembly
        self.lanes = max(1, lanes)
        self.glance = glance
        stamp = ReaderStamp(name: "transformer", version: installed.version)
    }

    /// The glance that counts when nobody names another; of everyday talk, it leaves about half to the encoder.
    public static let usualGlance = 0.05

    /// The signals of each passage, in the order of the passages; what each gets does not depend on the others.
    ///
    /// Errors: the model failed, or the task was cancelled.
    public func read(_ passages: [Passage]) async throws -> [[Signal]] {
        let probabilities = try await probabilities(passages)
        let found = probabilities.map { row in
            zip(SignalKind.allCases, row).enumerated().compactMap { place, pair in
                pair.1 >= kinds[place].point ? KindFinding(kind: pair.0, probability: pair.1) : nil
            }
        }
        return assembly.signals(of: passages, found: found)
    }

    /// The calibrated probability of every kind, whether or not it reaches its operating point, in the order of
    /// `SignalKind.allCases`.
    ///
    /// Errors: as for `read`.
    public func probabilities(_ passages: [Passage]) async throws -> [[Double]] {
        var out = [[Double]](repeating: Array(repeating: 0, count: kinds.count), count: passages.count)
        let glances = glance > 0 ? assembly.probabilities(passages) : []
        let open = passages.indices.filter { glances.isEmpty || (glances[$0].max() ?? 0) >= glance }
        let lanes = min(lanes, open.count)
        guard lanes > 1 else {
            for place in open { out[place] = try probabilities(passages[place]) }
            return out
        }
        // Long and short passages go to every lane alike: of four, the first takes the 1st, 5th, 9th ….
        return try await withThrowingTaskGroup(of: [(Int, [Double])].self) { group in
            for lane in 0..<lanes {
                group.addTask {
                    try stride(from: lane, to: open.count, by: lanes).map {
                        (open[$0], try probabilities(passages[open[$0]]))
                    }
                }
            }
            for try await part in group {
                for (place, row) in part { out[place] = row }
            }
            return out
        }
    }

    /// One at a time: the encoder's whole numbers are scaled by the largest of a run, and a neighbour must not change them.
    private func probabilities(_ passage: Passage) throws -> [Double] {
        try Task.checkCancellation()
        let cut = PassagePieces(passage, pieces, length: manifest.length, contextRoom: manifest.contextRoom)
        guard cut.hasWords else { return Array(repeating: 0, count: kinds.count) }
        let scores = try model.scores(ids: cut.ids, sides: cut.sides, count: kinds.count)
        return zip(scores, kinds).map { score, kind in 1 / (1 + exp(-(kind.slope * Double(score) + kind.offset))) }
    }
}
