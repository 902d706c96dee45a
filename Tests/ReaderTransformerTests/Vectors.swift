import Foundation
import Testing

@testable import ReaderTransformer

/// The vectors that `training/transformer_vectors.py` wrote, and folders to work in.
enum Vectors {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Vectors").path

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: folder + "/" + name)))
    }

    static func pieces() throws -> WordPieces { try WordPieces(vocabulary: bytes("vocabulary.txt")) }

    /// The tiny model's parts.
    static func parts() throws -> ModelParts {
        try ModelParts(manifest: bytes("tiny.json"), delta: bytes("reader.delta"), graph: bytes("reader.onnx"))
    }

    /// Where the real models lie, when somebody installed them for the tests.
    static var models: String? {
        let path = ProcessInfo.processInfo.environment["CROSSTIE_MODELS"] ?? ""
        return path.isEmpty ? nil : path
    }

    /// Does something with a new folder and removes it.
    static func withFolder<Result>(_ work: (String) async throws -> Result) async throws -> Result {
        let path = FileManager.default.temporaryDirectory.path + "/crosstie-models-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try await work(path)
    }
}
