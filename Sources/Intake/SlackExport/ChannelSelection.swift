public import Workspace

/// Which conversations a company wants read.
///
/// Shape: public ones by default; a private channel, a group or a document's comments only when named one by one;
/// the talk of two people never.
public struct ChannelSelection: Sendable, Hashable {
    /// True when every public channel is read.
    public var allPublic: Bool
    /// Conversations by id or name, with or without `#`.
    public var named: [String]

    /// Makes a selection.
    public init(allPublic: Bool, named: [String] = []) {
        self.allPublic = allPublic
        self.named = named
    }

    /// Every public channel and nothing else.
    public static let allPublic = ChannelSelection(allPublic: true)

    /// Only these, by id or name.
    public static func named(_ names: [String]) -> ChannelSelection { ChannelSelection(allPublic: false, named: names) }

    /// Every public channel, and these.
    public static func allPublic(and names: [String]) -> ChannelSelection {
        ChannelSelection(allPublic: true, named: names)
    }

    /// Whether a conversation is read, and why.
    public enum Decision: String, Sendable, Hashable, CaseIterable, Codable {
        /// Read: public.
        case readPublic
        /// Read: the company named it.
        case readNamed
        /// Not read: two people's talk never is.
        case neverDirect
        /// Not read: not public, and not named.
        case notNamed
        /// Not read: public, but only others were named.
        case notChosen
        /// Not read: its name is not unique, so a conversation that is not public must be named by its id.
        case nameNotUnique

        /// True when the messages are read.
        public var isRead: Bool { self == .readPublic || self == .readNamed }
    }

    /// The decision for each conversation, in the same order.
    public func decisions(for channels: [Channel]) -> [Decision] {
        var owners: [String: Int] = [:]
        for channel in channels { owners[Self.folded(channel.name), default: 0] += 1 }
        let ids = Set(named.map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 })
        let names = Set(named.map(Self.folded))
        return channels.map { channel in
            guard channel.audience != .direct else { return .neverDirect }
            if ids.contains(channel.id.text) { return .readNamed }
            let isNamed = names.contains(Self.folded(channel.name))
            if channel.audience == .everyone { return isNamed ? .readNamed : allPublic ? .readPublic : .notChosen }
            guard isNamed else { return .notNamed }
            return owners[Self.folded(channel.name)] == 1 ? .readNamed : .nameNotUnique
        }
    }

    /// Names of the selection that no conversation has; a misspelt name should not pass in silence.
    public func unknown(among channels: [Channel]) -> [String] {
        var known: Set<String> = []
        for channel in channels {
            known.insert(channel.id.text)
            known.insert(Self.folded(channel.name))
        }
        return named.filter { name in
            let bare = name.hasPrefix("#") ? String(name.dropFirst()) : name
            return !known.contains(bare) && !known.contains(Self.folded(name))
        }
    }

    private static func folded(_ name: String) -> String {
        (name.hasPrefix("#") ? String(name.dropFirst()) : name).lowercased()
    }
}
