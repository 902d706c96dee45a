import Foundation
import Testing

/// The built program, run as people run it.
struct Program {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "crosstie-program-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    func write(_ text: String, to name: String) throws { try Data(text.utf8).write(to: folder.appending(path: name)) }

    /// What a run said and how it ended.
    struct Answer {
        let code: Int32
        let output: String
        let words: String
    }

    /// The program lies beside the test bundle.
    private static var executable: URL {
        URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent().appending(
            path: "crosstie"
        )
    }

    func start(
        _ arguments: [String],
        output: FileHandle = .nullDevice,
        error: FileHandle = .nullDevice,
        input: FileHandle = .nullDevice
    ) throws -> Process {
        let process = Process()
        process.executableURL = Self.executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["PATH": "/usr/bin:/bin", "CROSSTIE_DATABASE": "sqlite:\(path("record.db"))"]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = error
        try process.run()
        return process
    }

    /// Runs to the end; answers go through files, so that long ones cannot block.
    func run(_ arguments: String...) throws -> Answer { try run(arguments: arguments) }

    /// Runs to the end.
    func run(arguments: [String]) throws -> Answer {
        let files = [path("output-\(UUID().uuidString)"), path("error-\(UUID().uuidString)")]
        for file in files { try Data().write(to: URL(filePath: file)) }
        let handles = try files.map { try FileHandle(forWritingTo: URL(filePath: $0)) }
        let process = try start(arguments, output: handles[0], error: handles[1])
        process.waitUntilExit()
        let texts = try files.map { try String(contentsOfFile: $0, encoding: .utf8) }
        return Answer(code: process.terminationStatus, output: texts[0], words: texts[1])
    }
}
