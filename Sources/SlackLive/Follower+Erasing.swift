import Importing
import Records
import Workspace

extension Follower {
    /// Messages of one transaction.
    private static let width = 2000

    /// Deletes what came from Slack once the app was taken out long enough ago.
    public func eraseWhenDue() async throws {
        guard let removed = try await records.slackInstallation()?.removed,
            sources.now() >= removed + Int64(SlackInstallation.daysToDelete) * 86_400_000_000
        else { return }
        _ = try await eraseAll()
    }

    /// Deletes every message that came from Slack, and with each whatever was quoted from it, by the same door as a
    /// deletion at Slack; what is already gone costs nothing, so an interruption does no harm.
    ///
    /// - Returns: how many messages went.
    public func eraseAll() async throws -> Int {
        try await alone {
            var count = 0
            let end = MessageTime(microseconds: .max)
            for channel in try await records.channels() {
                let known = try await records.allMessages(of: channel.id, to: end)
                for start in stride(from: 0, to: known.count, by: Self.width) {
                    let part = Array(known[start..<min(start + Self.width, known.count)])
                    let batch = MessageBatch(
                        channel: channel.id,
                        messages: [],
                        deletions: part,
                        entries: [],
                        reading: 0
                    )
                    subjects.formUnion(try await records.commit([batch], now: sources.now()).subjects)
                    count += part.count
                }
                channels[channel.id] = nil
            }
            try await records.eraseSlackAccounts(now: sources.now())
            return count
        }
    }
}
