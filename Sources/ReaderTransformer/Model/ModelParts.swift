private import COnnx
import Foundation

/// What the repository keeps of the transformer reader: manifest, change and graph, as parts of the program.
///
/// `@unchecked Sendable`: the pointers lead into constants of the program, or into memory that is owned here; nobody writes.
final class ModelParts: @unchecked Sendable {
    let manifest: ModelManifest
    private let delta: UnsafeRawBufferPointer
    private let graph: UnsafeRawBufferPointer
    private let owned: [UnsafeMutableRawBufferPointer]

    /// The parts of this program.
    ///
    /// Errors: the manifest does not fit this version of the program.
    static func embedded() throws(ModelError) -> ModelParts { try ModelParts() }

    private init() throws(ModelError) {
        func bytes(_ file: connx_file) -> UnsafeRawBufferPointer {
            UnsafeRawBufferPointer(start: connx_bytes(file), count: connx_size(file))
        }
        manifest = try Self.manifest(Data(bytes(CONNX_MANIFEST)))
        delta = bytes(CONNX_DELTA)
        graph = bytes(CONNX_GRAPH)
        owned = []
    }

    /// Other parts, copied.
    ///
    /// Errors: the manifest cannot be read.
    init(manifest: [UInt8], delta: [UInt8], graph: [UInt8]) throws(ModelError) {
        let copies = [delta, graph].map { bytes in
            let room = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
            room.copyBytes(from: bytes)
            return room
        }
        owned = copies
        self.delta = UnsafeRawBufferPointer(copies[0])
        self.graph = UnsafeRawBufferPointer(copies[1])
        self.manifest = try Self.manifest(Data(manifest))
    }

    deinit { for room in owned { room.deallocate() } }

    private static func manifest(_ data: Data) throws(ModelError) -> ModelManifest {
        guard let manifest = try? JSONDecoder().decode(ModelManifest.self, from: data), manifest.format == 1 else {
            throw .damagedPart("models/reader.json")
        }
        return manifest
    }

    /// One of the files beside the manifest.
    enum Part: String, CaseIterable {
        case delta = "reader.delta"
        case graph = "reader.onnx"
    }

    /// The bytes of a part, after their sum was compared; they stay as long as this does.
    ///
    /// Errors: they are others than the manifest says.
    func bytes(of part: Part) throws(ModelError) -> UnsafeRawBufferPointer {
        let bytes =
            switch part {
            case .delta: delta
            case .graph: graph
            }
        guard let facts = manifest.files.first(where: { $0.name == part.rawValue }), facts.bytes == bytes.count,
            facts.sha256 == Checksum.sha256(bytes)
        else { throw .damagedPart("models/\(part.rawValue)") }
        return bytes
    }
}
