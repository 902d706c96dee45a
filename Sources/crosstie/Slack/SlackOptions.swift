import ArgumentParser
import Foundation
import Slack
import SlackLive
import Workspace

/// What is needed to speak with Slack; tokens come from the environment or a file, never from the command line.
struct SlackOptions: ParsableArguments {
    @ArgumentParser.Option(name: .customLong("slack-api"), help: "The address of Slack's Web API.")
    var api = SlackAPI.slack

    @ArgumentParser.Option(
        name: .customLong("slack-file"),
        help:
            "A file with lines such as BOT_TOKEN=xoxb-…, APP_TOKEN=xapp-…, SIGNING_SECRET=…; readable by its owner alone."
    )
    var file: String?

    @ArgumentParser.Option(
        name: .customLong("slack-private"),
        help: "Private channels to read, by id, separated by commas; the app has to be invited as well."
    )
    var privateChannels: String?

    @ArgumentParser.Option(
        name: .customLong("slack-offset"),
        help: "The company's clock, minutes east of UTC, for quiet hours of those who gave no zone."
    )
    var offset = 0

    @ArgumentParser.Option(
        name: .customLong("slack-quiet"),
        help: "Kinds of messages that nobody gets: brief, prep, requests, weekly; separated by commas."
    )
    var quiet: String?

    /// When people are written to.
    var rules: OutboxRules {
        let off = (quiet ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        return OutboxRules(offset: offset, off: Set(off.filter { !$0.isEmpty }))
    }

    /// Which private channels are read.
    var selection: LiveSelection {
        let ids = (privateChannels ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        return LiveSelection(privateChannels: Set(ids.filter { !$0.isEmpty }.map { ChannelID($0) }))
    }

    /// Tokens and secrets.
    struct Secrets: Sendable {
        var bot: SlackToken?
        var app: SlackToken?
        var signing: SigningSecrets?
        var rotation: Rotation?
    }

    /// What an app with token rotation needs.
    struct Rotation: Sendable {
        let refresh: String
        let client: String
        let secret: String
    }

    /// Reads the file where one is named, and the environment for what it does not say.
    func secrets() throws -> Secrets {
        var said = try file.map { try Self.lines(of: $0) } ?? [:]
        for name in Self.names where said[name] == nil {
            said[name] = ProcessInfo.processInfo.environment["CROSSTIE_SLACK_" + name]
        }
        func token(_ name: String, _ form: String, isApp: Bool) throws -> SlackToken? {
            guard let text = said[name], !text.isEmpty else { return nil }
            guard let token = SlackToken(text), token.isAppLevel == isApp else {
                throw Failure(.usage, "\(name) is not a token of Slack of that kind. It begins with \(form).")
            }
            return token
        }
        return Secrets(
            bot: try token("BOT_TOKEN", "xoxb-", isApp: false),
            app: try token("APP_TOKEN", "xapp-", isApp: true),
            signing: SigningSecrets((said["SIGNING_SECRET"] ?? "").split(separator: ",").map(String.init)),
            rotation: try rotation(said)
        )
    }

    static let names = ["BOT_TOKEN", "APP_TOKEN", "SIGNING_SECRET", "REFRESH_TOKEN", "CLIENT_ID", "CLIENT_SECRET"]

    private func rotation(_ said: [String: String]) throws -> Rotation? {
        guard let refresh = said["REFRESH_TOKEN"], !refresh.isEmpty else { return nil }
        guard let client = said["CLIENT_ID"], let secret = said["CLIENT_SECRET"], !client.isEmpty, !secret.isEmpty
        else {
            throw Failure(
                .usage,
                "REFRESH_TOKEN needs CLIENT_ID and CLIENT_SECRET beside it: Slack asks for all three."
            )
        }
        return Rotation(refresh: refresh, client: client, secret: secret)
    }

    private static func lines(of path: String) throws -> [String: String] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(.noInput, "the file \(path) cannot be read.")
        }
        let mode = (try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int) ?? 0o600
        guard mode & 0o077 == 0 else {
            throw Failure(
                .permission,
                "the file \(path) can be read by others, so it is not used. Run `chmod 600 \(path)`."
            )
        }
        var said: [String: String] = [:]
        for line in String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline) where !line.hasPrefix("#")
        {
            let pair = line.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            if pair.count == 2 { said[pair[0]] = pair[1] }
        }
        return said
    }
}
