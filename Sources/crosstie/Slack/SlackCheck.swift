import Foundation
import Intake
import Slack
import Workspace

/// Tests a set-up of Slack, one thing after the other.
struct SlackCheck: Sendable {
    let options: SlackOptions
    let withPrivate: Bool
    let records: GlobalOptions

    struct Finding: Encodable {
        let what: String
        let words: String
        let isFine: Bool
    }

    func run() async throws -> [Finding] {
        let secrets = try options.secrets()
        var findings: [Finding] = []
        func find(_ what: String, _ isFine: Bool, _ words: String) {
            findings.append(Finding(what: what, words: words, isFine: isFine))
        }
        if secrets.bot != nil || secrets.rotation != nil {
            do {
                let api = try await speaking(secrets)
                findings += try await bot(api)
            } catch let fault as SlackFault {
                find("bot token", false, fault.description)
            }
        } else {
            find("bot token", false, "none is given: CROSSTIE_SLACK_BOT_TOKEN=xoxb-…")
        }
        if let app = secrets.app {
            do {
                let api = try SlackAPI(base: options.api, token: app, patience: .init(timeout: .seconds(10), tries: 2))
                try await api.checkSocket()
                find("app token", true, "Socket Mode opens")
            } catch let fault as SlackFault {
                find("app token", false, fault.description)
            }
        }
        find(
            "way in",
            secrets.app != nil || secrets.signing != nil,
            secrets.app != nil
                ? "Socket Mode"
                : secrets.signing != nil
                    ? "HTTP, signed" : "neither an app token (Socket Mode) nor a signing secret (HTTP) is given"
        )
        if let off = try? await clockOffset() {
            find(
                "clock",
                abs(off) < 120,
                abs(off) < 120 ? "within two minutes" : "off by \(off) s; signatures will be refused"
            )
        }
        return findings
    }

    /// The Web API; tokens that Slack renews are kept where the record is, since each is good once.
    private func speaking(_ secrets: SlackOptions.Secrets) async throws -> SlackAPI {
        let patience = SlackAPI.Patience(timeout: .seconds(10), tries: 2)
        if let bot = secrets.bot, secrets.rotation == nil {
            return try SlackAPI(base: options.api, token: bot, patience: patience)
        }
        let kept = try await records.records(create: true)
        let vault = try await records.keyFile().vault(of: kept)
        guard let api = try await SlackProgram.api(options, secrets, records: kept, vault: vault) else {
            throw SlackFault.badAddress
        }
        return api
    }

    /// What the bot's token is good for.
    private func bot(_ api: SlackAPI) async throws -> [Finding] {
        var findings: [Finding] = []
        func find(_ what: String, _ isFine: Bool, _ words: String) {
            findings.append(Finding(what: what, words: words, isFine: isFine))
        }
        let identity = try await api.identity()
        find("bot token", true, "speaks for \(identity.teamName) (\(identity.team))")
        let wanted = AppManifest.scopes + (withPrivate ? AppManifest.privateScopes : [])
        let missing = wanted.map(\.name).filter { !identity.scopes.contains($0) }
        let known = Set((AppManifest.scopes + AppManifest.privateScopes).map(\.name))
        let more = identity.scopes.filter { !known.contains($0) }
        if identity.scopes.isEmpty {
            find("permissions", true, "Slack did not say; nothing to compare")
        } else if !missing.isEmpty {
            find("permissions", false, "missing: \(missing.joined(separator: ", ")). Add them and reinstall.")
        } else {
            find(
                "permissions",
                true,
                more.isEmpty ? "all there, and no more" : "all there; not needed: \(more.joined(separator: ", "))"
            )
        }
        var channels: [ChannelID] = []
        try await api.ownConversations(private: withPrivate) { page in
            channels += page.elements.compactMap { $0["id"].words.map { ChannelID($0) } }
        }
        find(
            "channels",
            !channels.isEmpty,
            channels.isEmpty ? "none yet: /invite @crosstie" : "\(channels.count) invited the app"
        )
        // Apps that are distributed outside Slack's Marketplace get fifteen messages a call and one call a minute.
        if let isHeldBack = try await api.isHeldBack(in: Array(channels.prefix(5))) {
            find(
                "history",
                !isHeldBack,
                isHeldBack
                    ? "Slack gives this app fifteen messages a minute. Make your own app from the manifest, not distributed."
                    : "at the pace of an app of your own"
            )
        }
        return findings
    }

    /// Seconds that this machine's clock is ahead of Slack's, by the date that its answers carry.
    private func clockOffset() async throws -> Int? {
        guard let date = try await SlackAPI.date(at: options.api) else { return nil }
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
        return format.date(from: date).map { Int(Date().timeIntervalSince($0)) }
    }
}
