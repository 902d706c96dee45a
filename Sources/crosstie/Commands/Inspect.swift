import ArgumentParser
import Foundation
import Intake
import Workspace

struct Inspect: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what an export holds and what would be read of it; nothing is kept.",
        discussion: """
            Without --messages: the conversations and the decision for each. With --messages: every message that would be \
            read, one JSON object a line.
            """
    )

    @OptionGroup var globals: GlobalOptions

    @Argument(help: "The export: a ZIP file or the folder unpacked from it.")
    var export: String

    @Option(help: "Channels to read, by name or id, separated by commas.")
    var channels: String?

    @Flag(help: "Print every message that would be read.")
    var messages = false

    func run() async throws {
        let export = try SlackExport.open(export)
        let names = channels?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        let selection = names.map { ChannelSelection.allPublic(and: $0) } ?? .allPublic
        let decisions = export.decisions(selection)
        if messages { return try printMessages(of: export, decisions) }
        if globals.json { return try Console.json(decisions) }
        Console.table(
            ["id", "name", "days", "who can see it", "read"],
            decisions.map { [$0.channel.text, $0.name, String($0.days), $0.audience, $0.decision.words] }
        )
    }

    private func printMessages(of export: SlackExport, _ decisions: [ConversationDecision]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for (conversation, decision) in zip(export.conversations, decisions) where decision.decision.isRead {
            for file in conversation.days {
                let day = try export.day(file, of: conversation)
                for message in day.messages + day.edits {
                    Console.line(
                        String(decoding: try encoder.encode(MessageAnswer(message, conversation)), as: UTF8.self)
                    )
                }
                for deletion in day.deletions {
                    let gone = ["channel": conversation.id.text, "deleted": deletion.message.time.slack]
                    Console.line(String(decoding: try encoder.encode(gone), as: UTF8.self))
                }
            }
        }
    }
}

/// A message as it was read, for programs.
struct MessageAnswer: Encodable {
    struct Reaction: Encodable {
        let name: String
        let people: [String]
        let count: Int
    }

    let channel: String
    let channelName: String
    let workspace: String?
    let ts: String
    let author: String?
    let authorKind: String
    let authorName: String?
    let authorTeam: String?
    let sort: String
    let text: String
    let mentions: [String]
    let groups: [String]
    let channels: [String]
    let links: [String]
    let broadcasts: [String]
    let threadTs: String?
    let isReply: Bool
    let shownInChannel: Bool
    let edited: String?
    let deleted: Bool
    let reactions: [Reaction]
    let shared: [String]

    init(_ message: Message, _ conversation: Conversation) {
        channel = conversation.id.text
        channelName = conversation.channel.name
        workspace = conversation.workspace
        ts = message.id.time.slack
        author = message.author.account?.text
        switch message.author {
        case .account: (authorKind, authorName, authorTeam) = ("person", nil, nil)
        case .external(_, let team, let name): (authorKind, authorName, authorTeam) = ("external", name, team)
        case .bot(_, let name): (authorKind, authorName, authorTeam) = ("bot", name, nil)
        case .system: (authorKind, authorName, authorTeam) = ("system", nil, nil)
        case .unlisted: (authorKind, authorName, authorTeam) = ("unlisted", nil, nil)
        case .nobody: (authorKind, authorName, authorTeam) = ("nobody", nil, nil)
        }
        sort = message.sort.rawValue
        text = message.text.text
        mentions = Self.once(message.text.mentions.map(\.account.text))
        groups = Self.once(message.text.groups)
        channels = Self.once(message.text.channels.map(\.text))
        links = message.text.links
        broadcasts = message.text.broadcasts
        threadTs = message.thread?.slack
        isReply = message.isReply
        shownInChannel = message.shownInChannel
        edited = message.edited?.slack
        deleted = message.deleted
        reactions = message.reactions.map { Reaction(name: $0.name, people: $0.people.map(\.text), count: $0.count) }
        shared = message.shared.map(\.text.text)
    }

    /// Each name once, in the order in which it is first said.
    private static func once(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
