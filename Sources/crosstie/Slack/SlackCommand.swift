import ArgumentParser
import Desk
import Foundation
import Intake
import Logging
import Records
import ServiceLifecycle
import Slack
import SlackLive
import UnixSignals
import Workspace

struct SlackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "slack",
        abstract: "Set Slack up, check it, follow it, read again what was missed.",
        discussion: """
            The app is your own: made in your workspace from the manifest, not distributed. Tokens come from \
            CROSSTIE_SLACK_BOT_TOKEN, CROSSTIE_SLACK_APP_TOKEN and CROSSTIE_SLACK_SIGNING_SECRET, or from --slack-file; with token rotation also \
            REFRESH_TOKEN, CLIENT_ID and CLIENT_SECRET. \
            A public channel is read from the moment that somebody invites the app, a private one only where it is named as \
            well; what people say to each other in direct messages is never read.
            """,
        subcommands: [Manifest.self, Check.self, Backfill.self, Connect.self, Erase.self]
    )

    struct Manifest: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the app's manifest, to be pasted at api.slack.com/apps."
        )

        @ArgumentParser.Option(
            help: "Where Slack reaches this site, https://HOST; without it the app uses Socket Mode."
        )
        var site: String?

        @Flag(name: .customLong("private"), help: "Also ask to read private channels that invite the app.")
        var withPrivate = false

        @Flag(name: .customLong("sign-in"), help: "Also let people sign in with Slack; needs --site.")
        var withSignIn = false

        @Flag(name: .customLong("rotation"), help: "Have Slack renew the tokens; cannot be switched off again.")
        var rotation = false

        @Flag(name: .customLong("reasons"), help: "Say what each permission is for instead.")
        var reasons = false

        func run() async throws {
            if reasons {
                let scopes = AppManifest.scopes + (withPrivate ? AppManifest.privateScopes : [])
                return Console.table(["permission", "for"], scopes.map { [$0.name, $0.reason] })
            }
            if let site, !site.hasPrefix("https://") {
                throw Failure(.usage, "Slack reaches a site by https only. Write --site https://HOST.")
            }
            let address = site.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
            let delivery = address.map { AppManifest.Delivery.http(site: $0) } ?? .socket
            if withSignIn, address == nil {
                throw Failure(.usage, "signing in with Slack needs the site's address. Write --site https://HOST.")
            }
            let manifest = AppManifest(
                delivery: delivery,
                privateChannels: withPrivate,
                signIn: withSignIn ? address : nil,
                rotatesTokens: rotation
            )
            Console.line(manifest.payload.indented)
        }
    }

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Test tokens, permissions, clock and connection, and say what is missing."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var slack: SlackOptions

        func run() async throws {
            let findings = try await SlackCheck(
                options: slack,
                withPrivate: slack.privateChannels != nil,
                records: globals
            ).run()
            if globals.json {
                try Console.json(findings)
            } else {
                Console.table(["", "what", "found"], findings.map { [$0.isFine ? "ok" : "—", $0.what, $0.words] })
            }
            if findings.contains(where: { !$0.isFine }) { throw ExitCode(1) }
        }
    }

    struct Backfill: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read what Slack has of the channels that invited the app."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var slack: SlackOptions

        @Flag(help: "All that Slack shows, not only what may have been missed.")
        var everything = false

        func run() async throws {
            let program = try await SlackCommand.program(globals, slack)
            guard program.api != nil else { throw Failure(.usage, "a backfill needs the bot's token, xoxb-….") }
            let hasPrivate = !slack.selection.privateChannels.isEmpty
            let outcome = try await Interruption.watch {
                try await program.work.drain()
                return try await program.follower.backfill(everything ? .everything : .init(), private: hasPrivate)
            }
            let answer = BackfillAnswer(outcome, await program.follower.tally)
            if globals.json { return try Console.json(answer) }
            Console.line(
                "\(answer.channels) channels, \(answer.messages) messages read; \(answer.evidence) pieces of evidence added, "
                    + "\(answer.gone) messages gone at their source."
            )
            for (channel, word) in answer.left.sorted(by: { $0.key < $1.key }) {
                Console.line("Not read: \(channel) (\(word))")
            }
        }
    }

    struct Connect: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Follow Slack over Socket Mode without serving pages; `serve --slack` does both."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var slack: SlackOptions

        func run() async throws {
            let program = try await SlackCommand.program(globals, slack)
            guard program.socket != nil else { throw Failure(.usage, "Socket Mode needs the app's token, xapp-….") }
            Console.line("Following Slack  (Control-C stops it)")
            let group = ServiceGroup(
                configuration: .init(
                    services: [.init(service: program)],
                    gracefulShutdownSignals: [.sigterm, .sigint],
                    logger: program.logger
                )
            )
            try await group.run()
        }
    }

    struct Erase: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Delete every message that came from Slack, and what was quoted from it."
        )

        @OptionGroup var globals: GlobalOptions

        @Flag(help: "Yes, delete it; this cannot be taken back.")
        var yes = false

        func run() async throws {
            guard yes else {
                throw Failure(.usage, "this deletes all quotes for good. Write `crosstie slack erase --yes` to do it.")
            }
            let records = try await globals.records(create: false)
            let sources = LiveSources(reading: { throw SlackFault.badAddress }, now: { GlobalOptions.now() })
            let count = try await Follower(records: records, sources: sources).eraseAll()
            Console.line("\(count) messages and everything quoted from them are deleted.")
        }
    }

    static func program(
        _ globals: GlobalOptions,
        _ slack: SlackOptions,
        desk: Desk? = nil,
        site: String? = nil,
        briefs: BriefRounds? = nil
    ) async throws -> SlackProgram {
        let records = try await globals.records(create: true)
        // The key first: a desk that is made before there is one cannot open what is sealed later.
        let vault = try await globals.keyFile().vault(of: records)
        let desk = if let desk { desk } else { try await globals.desk() }
        var logger = Logger(label: "crosstie") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .notice
        return try await SlackProgram(
            slack,
            desk: desk,
            records: records,
            vault: vault,
            ladder: try await globals.ladder(of: records),
            site: site,
            briefs: briefs,
            logger: logger
        )
    }
}

/// A backfill for programs.
struct BackfillAnswer: Encodable {
    let channels: Int
    let messages: Int
    let gone: Int
    let evidence: Int
    let left: [String: String]

    init(_ outcome: BackfillOutcome, _ tally: FollowTally) {
        channels = outcome.channels
        messages = outcome.messages
        gone = outcome.gone
        evidence = tally.evidenceAdded
        left = Dictionary(uniqueKeysWithValues: outcome.left.map { ($0.key.text, $0.value) })
    }
}
