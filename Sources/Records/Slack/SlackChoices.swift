import Store
public import Workspace

/// What somebody chose about Slack.
public struct SlackChoice: Sendable, Hashable {
    /// Whose choice.
    public var account: AccountID
    /// True when this account's messages are not read from then on.
    public var silent: Bool
    /// Kinds of notes that are switched off.
    public var off: Set<String>

    /// Joins the choices.
    public init(account: AccountID, silent: Bool = false, off: Set<String> = []) {
        self.account = account
        self.silent = silent
        self.off = off
    }
}

/// When somebody wants to be written to.
///
/// Units: minutes since midnight on their own wall; nil where they did not say.
public struct SlackHours: Sendable, Hashable {
    /// The zone of their wall, such as `Europe/Berlin`.
    public let zone: String?
    /// The first minute that is welcome.
    public let opens: Int?
    /// The first minute that no longer is.
    public let closes: Int?
}

/// Whether a channel is read, and whether it was told so.
public struct SlackChannelState: Sendable, Hashable {
    /// The channel.
    public let channel: ChannelID
    /// True while it is read.
    public let reading: Bool
    /// True once the channel was told what is read and kept.
    public let told: Bool

    /// Joins what is known of a channel.
    public init(channel: ChannelID, reading: Bool, told: Bool) {
        self.channel = channel
        self.reading = reading
        self.told = told
    }
}

extension Records {
    /// Everybody's choices.
    public func slackChoices() async throws -> [SlackChoice] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                "SELECT * FROM slack_choice WHERE workspace_id = \(workspace.text) ORDER BY account_id"
            ).map { row in
                SlackChoice(
                    account: AccountID(try row.text("account_id")),
                    silent: try row.boolean("silent"),
                    off: Set(try row.text("off").split(separator: " ").map(String.init))
                )
            }
        }
    }

    /// Keeps somebody's choice.
    public func keep(_ choice: SlackChoice, now: Int64) async throws {
        let workspace = workspace
        let off = choice.off.sorted().joined(separator: " ")
        try await database.write { connection in
            try connection.run(
                """
                INSERT INTO slack_choice (workspace_id, account_id, silent, off, moment)
                VALUES (\(workspace.text), \(choice.account.text), \(choice.silent), \(off), \(now))
                ON CONFLICT (workspace_id, account_id) DO UPDATE SET
                    silent = excluded.silent, off = excluded.off, moment = excluded.moment
                """
            )
            try Self.keep(silent: choice.silent, of: choice.account, now: now, workspace: workspace, on: connection)
            try connection.note(
                "chose about slack",
                on: choice.account.text,
                by: choice.account.text,
                detail: "\(choice.silent ? "messages not read" : "messages read"); off: \(off)",
                at: now,
                in: workspace
            )
        }
    }

    /// When whoever is behind an account wants to be written to, as far as they said.
    ///
    /// Units: minutes since midnight.
    public func slackHours(of account: AccountID) async throws -> SlackHours {
        let workspace = workspace
        return try await database.read { connection in
            let row = try connection.rows(
                """
                SELECT coalesce(delivery_choice.zone, support_choice.zone) AS zone, delivery_choice.opens,
                    delivery_choice.closes
                FROM person
                LEFT JOIN delivery_choice ON delivery_choice.workspace_id = person.workspace_id
                    AND delivery_choice.person_id = person.person_id
                LEFT JOIN support_choice ON support_choice.workspace_id = person.workspace_id
                    AND support_choice.person_id = person.person_id
                WHERE person.workspace_id = \(workspace.text) AND person.account_id = \(account.text)
                """
            ).first
            return SlackHours(
                zone: try row?.optionalText("zone"),
                opens: try row?.optionalInteger("opens").map { Int($0) },
                closes: try row?.optionalInteger("closes").map { Int($0) }
            )
        }
    }

    /// What is known of the channels that the app was invited to.
    public func slackChannels() async throws -> [SlackChannelState] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                "SELECT * FROM slack_channel WHERE workspace_id = \(workspace.text) ORDER BY channel_id"
            ).map { row in
                SlackChannelState(
                    channel: ChannelID(try row.text("channel_id")),
                    reading: try row.boolean("reading"),
                    told: try row.boolean("told")
                )
            }
        }
    }

    /// Keeps whether a channel is read.
    public func keep(_ state: SlackChannelState, now: Int64) async throws {
        let workspace = workspace
        try await database.write { connection in
            try connection.run(
                """
                INSERT INTO slack_channel (workspace_id, channel_id, reading, told, moment)
                VALUES (\(workspace.text), \(state.channel.text), \(state.reading), \(state.told), \(now))
                ON CONFLICT (workspace_id, channel_id) DO UPDATE SET
                    reading = excluded.reading, told = excluded.told, moment = excluded.moment
                """
            )
        }
    }
}

/// Where the app is installed.
public struct SlackInstallation: Sendable, Hashable {
    /// Slack's id of the workspace.
    public let team: String
    /// Until when everything that happened is certainly in the record, microseconds since 1970 UTC; nil before the first
    /// backfill.
    public let heard: Int64?
    /// When the app was taken out, microseconds since 1970 UTC; what came from Slack has to go within fourteen working days.
    public let removed: Int64?

    /// Units: days after `removed` by which what came from Slack is deleted.
    public static let daysToDelete = 14
}

extension Records {
    /// Where the app is installed; nil where it never was.
    public func slackInstallation() async throws -> SlackInstallation? {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows("SELECT * FROM slack_installation WHERE workspace_id = \(workspace.text)").first.map {
                SlackInstallation(
                    team: try $0.text("team"),
                    heard: try $0.optionalInteger("heard"),
                    removed: try $0.optionalInteger("removed")
                )
            }
        }
    }

    /// Keeps that the app is installed; a deletion that was due is called off.
    public func begin(slack team: String) async throws {
        let workspace = workspace
        try await database.write { connection in
            try connection.run(
                """
                INSERT INTO slack_installation (workspace_id, team, heard, removed)
                VALUES (\(workspace.text), \(team), \(Int64?.none), \(Int64?.none))
                ON CONFLICT (workspace_id) DO UPDATE SET team = excluded.team, removed = NULL
                """
            )
        }
    }

    /// Keeps until when everything is in the record; never earlier than before.
    public func keep(slackHeard moment: Int64) async throws {
        let workspace = workspace
        try await database.write { connection in
            try connection.run(
                """
                UPDATE slack_installation SET heard = \(moment)
                WHERE workspace_id = \(workspace.text) AND coalesce(heard, 0) < \(moment)
                """
            )
        }
    }

    /// Starts the deletion clock, once.
    public func endSlack(now: Int64) async throws {
        let workspace = workspace
        try await database.write { connection in
            let changed = try connection.run(
                """
                UPDATE slack_installation SET removed = \(now)
                WHERE workspace_id = \(workspace.text) AND removed IS NULL
                """
            )
            guard changed > 0 else { return }
            try connection.note(
                "slack app removed",
                on: workspace.text,
                by: "source",
                detail: "what came from Slack is deleted within \(SlackInstallation.daysToDelete) days",
                at: now,
                in: workspace
            )
        }
    }
}
