import CSimdjson
import Workspace

/// The lists of conversations that an export may have.
enum ConversationList: String, CaseIterable, Sendable {
    case channels = "channels.json"
    case groups = "groups.json"
    case groupDirects = "mpims.json"
    case directs = "dms.json"
    case documents = "file_conversations.json"

    /// Who can see what the list names; ids prove nothing.
    var audience: Channel.Audience {
        switch self {
        case .channels: .everyone
        case .groups: .invited
        case .groupDirects: .group
        case .directs: .direct
        case .documents: .document
        }
    }

    /// True for a list whose presence makes an export.
    var marksExport: Bool { self != .documents }

    /// Reads one entry; nil without an id.
    func conversation(_ entry: JSON, workspace: String?) -> Conversation? {
        guard let id = entry["id"].words else { return nil }
        let name = self == .directs ? id : entry["name"].words ?? id
        var audience = audience
        if entry["is_im"].isTrue { audience = audience.stricter(.direct) }
        if entry["is_mpim"].isTrue { audience = audience.stricter(.group) }
        if entry["is_private"].isTrue { audience = audience.stricter(.invited) }
        let channel = Channel(
            id: ChannelID(id),
            name: Secrets.masked(name),
            audience: audience,
            archived: entry["is_archived"].isTrue,
            updated: Self.microseconds(ofMilliseconds: entry["updated"].integer)
        )
        let members = entry["members"].elements.compactMap(\.words) + (entry["user"].words.map { [$0] } ?? [])
        return Conversation(
            channel: channel,
            workspace: workspace,
            members: members.map { AccountID($0) },
            formerNames: entry["previous_names"].elements.compactMap(\.words),
            days: []
        )
    }

    /// `updated` counts milliseconds, other than every other time of an export; nonsense becomes 0.
    static func microseconds(ofMilliseconds milliseconds: Int64?) -> Int64 {
        guard let milliseconds, milliseconds > 1_000_000_000_000, milliseconds < 10_000_000_000_000 else { return 0 }
        return milliseconds * 1000
    }
}

extension Channel.Audience {
    /// The one of two that fewer can see.
    func stricter(_ other: Self) -> Self { openness <= other.openness ? self : other }

    private var openness: Int {
        switch self {
        case .direct: 0
        case .group: 1
        case .invited: 2
        case .document: 3
        case .everyone: 4
        }
    }
}
