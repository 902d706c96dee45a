import Workspace

/// Which conversation a folder of day files belongs to.
///
/// A folder's name is that of its conversation: byte by byte, else in another composition of the same letters, else in
/// another case; else a former name in the same order, for a channel that was renamed while its folder stayed.
struct FolderOwners {
    private var exact: [ExactText: [Int]] = [:]
    private var composed: [String: [Int]] = [:]
    private var folded: [String: [Int]] = [:]
    private var formerExact: [ExactText: [Int]] = [:]
    private var formerFolded: [String: [Int]] = [:]

    /// Indexes some of the conversations.
    init(_ conversations: [Conversation], among places: [Int]) {
        for place in places {
            let conversation = conversations[place]
            for name in Set([ExactText(conversation.channel.name), ExactText(conversation.id.text)]) {
                exact[name, default: []].append(place)
            }
            composed[conversation.channel.name, default: []].append(place)
            folded[conversation.channel.name.lowercased(), default: []].append(place)
            for name in Set(conversation.formerNames.map(ExactText.init)) {
                formerExact[name, default: []].append(place)
                formerFolded[name.text.lowercased(), default: []].append(place)
            }
        }
    }

    /// The conversations that could own a folder, and whether only by a former name.
    func owners(of folder: ExactText) -> (places: [Int], formerly: Bool) {
        let lower = folder.text.lowercased()
        if let places = exact[folder] ?? composed[folder.text] ?? folded[lower] { return (places, false) }
        if let places = formerExact[folder] ?? formerFolded[lower] { return (places, true) }
        return ([], false)
    }
}

/// The conversations of an export, put together from its lists and folders.
struct ConversationTable {
    private(set) var conversations: [Conversation] = []
    private var places: [ChannelID: Int] = [:]
    private var placesBySection: [[Int]] = []

    /// Takes over the lists of one section; the order of calls is the order of sections.
    mutating func add(section listed: [Conversation], file: String, report: inout ImportReport) {
        var own: [Int] = []
        for conversation in listed {
            if let place = places[conversation.id] {
                conversations[place].unite(with: conversation)
                report.count(.listedTwice, at: file)
                own.append(place)
            } else {
                places[conversation.id] = conversations.count
                own.append(conversations.count)
                conversations.append(conversation)
            }
        }
        placesBySection.append(own)
    }

    /// Gives the folders of a section to their conversations, making placeholders where there are none.
    mutating func add(
        folders: [ExactText: [Int]],
        of section: Int,
        workspace: String?,
        files: [ExportFile],
        report: inout ImportReport
    ) {
        let own = FolderOwners(conversations, among: placesBySection[section])
        let top = section == 0 ? own : FolderOwners(conversations, among: placesBySection[0])
        for (folder, dayPlaces) in folders.sorted(by: { $0.key < $1.key }) {
            let file = files[dayPlaces[0]].name
            var (owners, formerly) = own.owners(of: folder)
            if owners.isEmpty, section > 0 { (owners, formerly) = top.owners(of: folder) }
            if formerly { report.count(.formerName, at: file) }
            if owners.count > 1 { report.count(.folderForSeveral, at: file) }
            let owner = owners.min { left, right in
                let (left, right) = (conversations[left].channel, conversations[right].channel)
                guard left.audience == right.audience else {
                    return left.audience.stricter(right.audience) == left.audience
                }
                return left.archived == right.archived ? left.id < right.id : right.archived
            }
            let place = owner ?? placeholder(for: folder.text, workspace: workspace)
            if owner == nil { report.count(.folderWithoutEntry, at: file) }
            conversations[place].days += dayPlaces.map {
                DayFile(name: files[$0].name, bytes: files[$0].size, place: $0)
            }
        }
    }

    private mutating func placeholder(for folder: String, workspace: String?) -> Int {
        let id = ChannelID("folder:" + (workspace.map { $0 + "/" } ?? "") + folder)
        let channel = Channel(id: id, name: folder, audience: Self.audience(ofFolder: folder), listed: false)
        conversations.append(
            Conversation(channel: channel, workspace: workspace, members: [], formerNames: [], days: [])
        )
        return conversations.count - 1
    }

    /// Without an entry only the form of the name tells who could see a conversation.
    private static func audience(ofFolder name: String) -> Channel.Audience {
        if name.hasPrefix("FC:") { return .document }
        if name.hasPrefix("mpdm-") { return .group }
        let bytes = name.utf8
        let isID = bytes.count >= 8 && bytes.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
        if isID, bytes.first == UInt8(ascii: "D") { return .direct }
        if isID, bytes.first == UInt8(ascii: "G") { return .invited }
        return .everyone
    }
}

extension Conversation {
    /// Takes over another list's entry for the same id: the newer name, the stricter audience, all members.
    fileprivate mutating func unite(with other: Conversation) {
        let names = [channel.name, other.channel.name]
        if other.channel.updated > channel.updated {
            channel.name = other.channel.name
            channel.archived = other.channel.archived
            channel.updated = other.channel.updated
        }
        channel.audience = channel.audience.stricter(other.channel.audience)
        let known = Set(members)
        members += other.members.filter { !known.contains($0) }
        for name in names + other.formerNames where name != channel.name && !formerNames.contains(name) {
            formerNames.append(name)
        }
    }
}
