import Intake

/// One block of a message, a form or a home page, within Slack's limits from the moment that it is made.
public struct Block: Sendable, Hashable {
    /// As Slack takes it, without its id.
    let payload: WireValue
    let id: String?
    let isInput: Bool

    private init(_ payload: WireValue, id: String? = nil, isInput: Bool = false) {
        self.payload = payload
        self.id = id.map(Identifiers.kept)
        self.isInput = isInput
    }

    /// A line between two parts.
    public static let divider = Block(["type": "divider"])

    /// A heading.
    public static func header(_ words: String) -> Block {
        Block(["type": "header", "text": BlockElement.plain(words, BlockLimits.header)])
    }

    /// Words, with something to press beside them.
    public static func section(_ words: Mrkdwn, beside element: BlockElement? = nil) -> Block {
        let accessory = element.flatMap { $0.isAction ? $0.payload : nil }
        return Block(["type": "section", "text": mrkdwn(words, BlockLimits.section), "accessory": accessory])
    }

    /// Short words in two columns; nil where there are none.
    public static func fields(_ fields: [Mrkdwn]) -> Block? {
        let fields = fields.prefix(BlockLimits.fields).map { mrkdwn($0, BlockLimits.field) }
        return fields.isEmpty ? nil : Block(["type": "section", "fields": .list(fields)])
    }

    /// Small words below the others; nil where there are none.
    public static func context(_ lines: [Mrkdwn]) -> Block? {
        let lines = lines.prefix(BlockLimits.contextElements).map { mrkdwn($0, BlockLimits.field) }
        return lines.isEmpty ? nil : Block(["type": "context", "elements": .list(lines)])
    }

    /// A row of things to press; nil where there are none, and an action's id counts once.
    public static func actions(_ elements: [BlockElement?], id: String? = nil) -> Block? {
        var seen: Set<String> = []
        let kept = elements.compactMap(\.self).filter { $0.isAction && seen.insert($0.id).inserted }
        let payloads = kept.prefix(BlockLimits.actions).map(\.payload)
        return payloads.isEmpty ? nil : Block(["type": "actions", "elements": .list(payloads)], id: id)
    }

    /// Something to fill in; nil for a button or without an element.
    public static func input(
        _ label: String,
        _ element: BlockElement?,
        below hint: String? = nil,
        optional: Bool = false
    ) -> Block? {
        guard let element, element.isInput else { return nil }
        return Block(
            [
                "type": "input", "label": BlockElement.plain(label, BlockLimits.label), "element": element.payload,
                "hint": hint.flatMap { $0.isEmpty ? nil : BlockElement.plain($0, BlockLimits.label) },
                "optional": .bool(optional),
            ],
            id: element.id,
            isInput: true
        )
    }

    static func mrkdwn(_ words: Mrkdwn, _ limit: Int) -> WireValue {
        let words = words.wire.trimmed.isEmpty ? Mrkdwn("–") : words
        return ["type": "mrkdwn", "text": .text(words.cut(to: limit).wire)]
    }
}

/// Blocks of one payload, each with an id of its own.
struct BlockList {
    let payload: WireValue
    let hasInput: Bool
    let isEmpty: Bool

    /// Keeps what Slack bears; where something had to go, the last block says so.
    init(_ blocks: [Block?], limit: Int, inputs: Bool) {
        var blocks = blocks.compactMap(\.self).filter { inputs || !$0.isInput }
        if blocks.count > limit {
            blocks = Array(blocks.prefix(limit - 1))
            if let more = Block.context([Mrkdwn("There is more than fits here. The rest is on the web page.")]) {
                blocks.append(more)
            }
        }
        var used: Set<String> = []
        payload = .list(
            blocks.enumerated().map { place, block in
                var id = block.id ?? "b\(place)"
                if !used.insert(id).inserted {
                    id = "\(id.prefixed(BlockLimits.identifier - 8))-\(place)"
                    used.insert(id)
                }
                return block.payload.setting("block_id", to: .text(id))
            }
        )
        hasInput = blocks.contains { $0.isInput }
        isEmpty = blocks.isEmpty
    }
}
