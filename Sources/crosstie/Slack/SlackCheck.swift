import Foundation
import Intake
import Slack

/// Tests a set-up of Slack, one thing after the other.
struct SlackCheck: Sendable {
    let options: SlackOptions
    let withPrivate: Bool

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
        if let bot = secrets.bot {
            do {
                let api = try SlackAPI(base: options.api, token: bot, patience: .init(timeout: .seconds(10), tries: 2))
                let identity = try await api.identity()
                find("bot token", true, "speaks for \(identity.teamName) (\(identity.team))")
                let wanted = AppManifest.scopes + (withPrivate ? AppManifest.privateScopes : [])
                let missing = wanted.map(\.name).filter { !identity.scopes.contains($0) }
                if identity.scopes.isEmpty {
                    find("permissions", true, "Slack did not say; nothing to compare")
                } else {
                    find(
                        "permissions",
                        missing.isEmpty,
                        missing.isEmpty
                            ? "all there" : "missing: \(missing.joined(separator: ", ")). Add them and reinstall."
                    )
                }
                var channels = 0
                try await api.ownConversations(private: withPrivate) { channels += $0.elements.count }
                find(
                    "channels",
                    channels > 0,
                    channels > 0 ? "\(channels) invited the app" : "none yet: /invite @crosstie"
                )
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

    /// Seconds that this machine's clock is ahead of Slack's, by the date that its answers carry.
    private func clockOffset() async throws -> Int? {
        guard let date = try await SlackAPI.date(at: options.api) else { return nil }
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
        return format.date(from: date).map { Int(Date().timeIntervalSince($0)) }
    }
}
