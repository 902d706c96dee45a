import Workspace

/// What stands between `<` and `>` in wire text.
struct SlackToken {
    /// Before the first `|`.
    private let body: UnsafeBufferPointer<UInt8>
    /// After it; nil without one.
    private let label: UnsafeBufferPointer<UInt8>?

    init(_ wire: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
        let inside = UnsafeBufferPointer(rebasing: wire[start..<end])
        if let bar = inside.firstIndex(of: UInt8(ascii: "|")) {
            body = UnsafeBufferPointer(rebasing: inside[..<bar])
            label = UnsafeBufferPointer(rebasing: inside[(bar + 1)...])
        } else {
            body = inside
            label = nil
        }
    }

    /// Appends what a reader sees, and notes what it points to.
    func write(names: DisplayNames, onto draft: inout TextDraft) {
        switch body.first {
        case UInt8(ascii: "@"): person(names: names, onto: &draft)
        case UInt8(ascii: "#"): channel(names: names, onto: &draft)
        case UInt8(ascii: "!"): command(onto: &draft)
        default:
            guard isAddress else { return bracketed(onto: &draft) }
            let address = Self.decoded(body)
            draft.link(address)
            draft.append(shownLabel ?? plainAddress(address))
        }
    }

    /// Appends the token as it may stand in code: links without brackets, everything else as written.
    func writeInCode(onto draft: inout TextDraft) {
        if isAddress { draft.append(shownLabel ?? Self.decoded(body)) } else { bracketed(onto: &draft) }
    }

    private var shownLabel: String? {
        guard let label, !label.isEmpty else { return nil }
        return Self.decoded(label)
    }

    private func person(names: DisplayNames, onto draft: inout TextDraft) {
        let id = JSON.string(UnsafeBufferPointer(rebasing: body.dropFirst()))
        if ["here", "channel", "everyone"].contains(id) { return draft.broadcast(id) }
        let label = shownLabel.map(Self.withoutAt)
        guard Self.isAccount(id) else { return draft.append("@" + (label ?? id)) }
        let account = AccountID(id)
        draft.mention(account, name: names.name(of: account, label: label))
    }

    private func channel(names: DisplayNames, onto draft: inout TextDraft) {
        let id = ChannelID(JSON.string(UnsafeBufferPointer(rebasing: body.dropFirst())))
        draft.channels.append(id)
        draft.append("#" + names.name(of: id, label: shownLabel))
    }

    private func command(onto draft: inout TextDraft) {
        let command = Self.decoded(UnsafeBufferPointer(rebasing: body.dropFirst()))
        let parts = command.split(separator: "^", omittingEmptySubsequences: false).map(String.init)
        switch parts.first {
        case "here", "channel", "everyone": draft.broadcast(parts[0])
        case "group": draft.broadcast("channel")
        case "subteam":
            let group = parts.count > 1 ? parts[1] : ""
            draft.groups.append(group)
            draft.append("@" + (shownLabel.map(Self.withoutAt) ?? group))
        case "date":
            if parts.count > 3, !parts[3].isEmpty { draft.link(parts[3]) }
            draft.append(shownLabel ?? Self.moment(parts))
        default: draft.append(shownLabel ?? command)
        }
    }

    private func bracketed(onto draft: inout TextDraft) {
        draft.append("<" + Self.decoded(body) + (label.map { "|" + Self.decoded($0) } ?? "") + ">")
    }

    /// True for anything that begins like `https:`, `mailto:` or `tel:`.
    private var isAddress: Bool {
        guard let colon = body.firstIndex(of: UInt8(ascii: ":")), colon > 1 else { return false }
        return body[..<colon].allSatisfy { byte in
            let low = byte | 32
            return (low >= UInt8(ascii: "a") && low <= UInt8(ascii: "z"))
                || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
                || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        }
    }

    private func plainAddress(_ address: String) -> String {
        for scheme in ["mailto:", "tel:"] where address.hasPrefix(scheme) {
            return String(address.dropFirst(scheme.count))
        }
        return Secrets.stripped(address)
    }

    /// A date without a fallback, in UTC.
    private static func moment(_ parts: [String]) -> String {
        guard parts.count > 1, let seconds = Int64(parts[1]), abs(seconds) < 1 << 40 else { return "" }
        let day = CivilDate(microseconds: seconds * 1_000_000)
        let minutes = ((seconds % 86_400) + 86_400) % 86_400 / 60
        func padded(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day) \(padded(minutes / 60)):\(padded(minutes % 60)) UTC"
    }

    static func isAccount(_ id: String) -> Bool {
        guard let first = id.utf8.first, id.utf8.count > 2 else { return false }
        let initials = "UWB".utf8
        return initials.contains(first)
            && id.utf8.allSatisfy { byte in
                (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
                    || (byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z"))
            }
    }

    private static func withoutAt(_ label: String) -> String {
        label.hasPrefix("@") ? String(label.dropFirst()) : label
    }

    /// The bytes as text, entities decoded once.
    private static func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else { return JSON.string(bytes) }
        var plain: [UInt8] = []
        var place = 0
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "&") {
                let (literal, length) = MrkdwnScan.entity(bytes, place)
                plain.append(literal)
                place += length
            } else {
                plain.append(bytes[place])
                place += 1
            }
        }
        return plain.withUnsafeBufferPointer { JSON.string($0) }
    }
}
