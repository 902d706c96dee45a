import Foundation
import Signals
import Testing

@testable import ReaderTransformer

struct LoadingTests {
    @Test func `the parts of the program fit their sums`() throws {
        let parts = try ModelParts.embedded()
        for part in ModelParts.Part.allCases { #expect(throws: Never.self) { try parts.bytes(of: part) } }
        #expect(parts.manifest.kinds.map(\.kind) == SignalKind.allCases.map(\.rawValue))
        #expect(parts.manifest.kinds.allSatisfy { $0.slope > 0 && $0.point > 0 && $0.point < 1 })
    }

    @Test func `nothing of the public encoder lies in the repository, and what does is small`() throws {
        #expect(try ModelParts.embedded().bytes(of: .delta).count < 4_200_000)
        #expect(try ModelParts.embedded().bytes(of: .graph).count < 100_000)
    }

    @Test func `what is not installed is said with the command that installs it`() async throws {
        try await Vectors.withFolder { folder in
            let thrown = #expect(throws: ModelError.self) {
                try InstalledModel(in: ModelFolder(folder), platform: "linux-x86_64")
            }
            let words = "\(try #require(thrown))"
            #expect(words.contains(folder))
            #expect(words.contains("crosstie models install"))
            #expect(words.contains("built-in reader"))
        }
    }

    @Test(arguments: ["libonnxruntime", "vocab.txt", "weights.bin"])
    func `a file that was changed after installation is neither loaded nor used`(name: String) async throws {
        try await Vectors.withFolder { folder in
            let place = ModelFolder(folder)
            let installation = ModelInstallation(in: place, parts: try Vectors.parts(), platform: "tiny")
            let path = try installation.install(from: [Vectors.folder]) { _ in }.folder + "/" + name
            var bytes = Array(try Data(contentsOf: URL(filePath: path)))
            bytes[bytes.count / 2] ^= 1
            try Data(bytes).write(to: URL(filePath: path))
            let thrown = #expect(throws: ModelError.self) {
                try InstalledModel(in: place, parts: Vectors.parts(), platform: "tiny")
            }
            guard case .otherFile(path, _, _) = thrown else {
                Issue.record("\(String(describing: thrown))")
                return
            }
            #expect("\(try #require(thrown))".contains("it was not used"))
        }
    }

    @Test func `a file that is gone is named`() async throws {
        try await Vectors.withFolder { folder in
            let place = ModelFolder(folder)
            let installation = ModelInstallation(in: place, parts: try Vectors.parts(), platform: "tiny")
            let path = try installation.install(from: [Vectors.folder]) { _ in }.folder + "/vocab.txt"
            try FileManager.default.removeItem(atPath: path)
            #expect(throws: ModelError.missing(path: path)) {
                try InstalledModel(in: place, parts: Vectors.parts(), platform: "tiny")
            }
        }
    }

    @Test func `a library that is none is refused with its reason`() async throws {
        try await Vectors.withFolder { folder in
            let installation = ModelInstallation(in: ModelFolder(folder), parts: try Vectors.parts(), platform: "tiny")
            let installed = try installation.install(from: [Vectors.folder]) { _ in }
            let thrown = #expect(throws: ModelError.self) {
                try TransformerReader(installed: installed, assembly: StaticReader())
            }
            guard case .cannotOpenLibrary = thrown else {
                Issue.record("\(String(describing: thrown))")
                return
            }
        }
    }

    @Test func `parts that do not fit their sums are not used`() throws {
        var graph = try Vectors.bytes("reader.onnx")
        graph[graph.count / 2] ^= 1
        let parts = try ModelParts(
            manifest: Vectors.bytes("tiny.json"),
            delta: Vectors.bytes("reader.delta"),
            graph: graph
        )
        #expect(throws: ModelError.damagedPart("models/reader.onnx")) { try parts.bytes(of: .graph) }
    }
}
