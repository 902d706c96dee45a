import ArgumentParser
import Desk
import Foundation
import ModelEndpoint
import Records
import Workspace
import WriterEndpoint
import Writing

struct WriterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "writer",
        abstract: "Have a model of yours smooth the wording of drafts, or not; see what came of it.",
        discussion: """
            Off by default. A model only rewords sentences that were composed from evidence; people, quotes, numbers and \
            meaning have to stay, and where anything changes the composed sentence stays. Names, handles, channels, pronouns and \
            titles are replaced before anything is sent.
            """,
        subcommands: [Use.self, Off.self, Report.self, Try.self]
    )

    struct Use: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Switch rewording on.",
            discussion: """
                The address has to lie on this machine or in the private network, unless --far says that drafts may go \
                elsewhere. The key comes from --key-file or from the environment variable CROSSTIE_WRITER_KEY, and is never stored.
                """
        )

        @OptionGroup var globals: GlobalOptions

        @Argument(help: "Where the model listens, for example http://127.0.0.1:8080/v1.")
        var url: String

        @Option(help: "The model's name.")
        var model: String

        @Option(help: "A file that holds the model's key and nothing else.")
        var keyFile: String?

        @Option(help: "Tokens that may be spent in a calendar month.")
        var monthlyTokens: Int64?

        @Flag(help: "The address may lie outside of the private network.")
        var far = false

        func validate() throws {
            if let monthlyTokens, monthlyTokens < 1 { throw ValidationError("--monthly-tokens has to be 1 or more.") }
        }

        func run() async throws {
            let records = try await globals.records(create: false)
            var setting = WriterSetting()
            setting.isOn = true
            setting.address = url
            setting.model = model
            setting.keyFile = keyFile
            setting.mayBeFar = far
            setting.monthlyTokens = monthlyTokens
            // A writer that cannot be made is not chosen.
            let stamp = try WriterChoice(setting).rewriter()?.stamp ?? ""
            try await records.set(writer: setting, now: GlobalOptions.now())
            if globals.json { return try Console.json(WriterAnswer(setting, stamp: stamp)) }
            Console.line("From now on \(model) at \(url) may reword composed sentences.")
            Console.line("Switch it off with `crosstie writer off`.")
        }
    }

    struct Off: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Switch rewording off; composed sentences stand everywhere again."
        )

        @OptionGroup var globals: GlobalOptions

        func run() async throws {
            let records = try await globals.records(create: false)
            var setting = try await records.writerSetting()
            setting.isOn = false
            try await records.set(writer: setting, now: GlobalOptions.now())
            if globals.json { return try Console.json(WriterAnswer(setting, stamp: "")) }
            Console.line("No model rewords anything. What it reworded before stands as it was composed.")
        }
    }
}

/// Makes the rewriter that a workspace chose.
struct WriterChoice {
    let setting: WriterSetting

    init(_ setting: WriterSetting) { self.setting = setting }

    /// The rewriter of a workspace; where it cannot be made, why is said on standard error and nobody rewords.
    static func chosen(_ records: Records) async throws -> Rewriter? {
        let choice = WriterChoice(try await records.writerSetting())
        do {
            return try choice.rewriter()
        } catch let error as EndpointError {
            Console.error("crosstie: nothing is reworded. \(error)")
            return nil
        }
    }

    /// The rewriter; nil where rewording is off.
    func rewriter() throws -> Rewriter? {
        guard setting.isOn, let address = setting.address, let model = setting.model else { return nil }
        var key: EndpointKey?
        if let path = setting.keyFile {
            key = try EndpointKey(file: path)
        } else if let text = ProcessInfo.processInfo.environment["CROSSTIE_WRITER_KEY"] {
            key = try EndpointKey(text)
        }
        var settings = RewriterSettings(address: try EndpointAddress(address), model: model, key: key)
        settings.mayBeFar = setting.mayBeFar
        return try Rewriter(settings)
    }
}

/// The setting for programs; of the key only where it lies.
struct WriterAnswer: Encodable {
    let on: Bool
    let address: String?
    let model: String?
    let keyFile: String?
    let far: Bool
    let monthlyTokens: Int64?
    let stamp: String

    init(_ setting: WriterSetting, stamp: String) {
        on = setting.isOn
        address = setting.address
        model = setting.model
        keyFile = setting.keyFile
        far = setting.mayBeFar
        monthlyTokens = setting.monthlyTokens
        self.stamp = stamp
    }
}
