import Intake
public import Workspace

/// Something that can be pressed, chosen or filled in.
///
/// Every limit holds from the moment that it is made: words are cut with an ellipsis, lists end at what Slack bears.
public struct BlockElement: Sendable, Hashable {
    /// As Slack takes it.
    let payload: WireValue
    /// Which action it is.
    let id: String
    let isInput: Bool
    let isAction: Bool

    private init(id: String, isInput: Bool = true, isAction: Bool = true, _ payload: WireValue) {
        self.id = Identifiers.kept(id)
        self.isInput = isInput
        self.isAction = isAction
        self.payload = payload.setting("action_id", to: .text(self.id))
    }

    /// How much a button stands out.
    public enum Weight: String, Sendable { case plain, primary, danger }

    /// A button.
    public static func button(
        _ words: String,
        _ id: String,
        value: String? = nil,
        weight: Weight = .plain,
        asking question: Question? = nil
    ) -> BlockElement {
        BlockElement(
            id: id,
            isInput: false,
            [
                "type": "button", "text": plain(words, BlockLimits.button),
                "value": value.flatMap { $0.isEmpty ? nil : .text($0.prefixed(BlockLimits.buttonValue)) },
                "style": weight == .plain ? nil : .text(weight.rawValue), "confirm": question?.payload,
            ]
        )
    }

    /// A button that opens an address; nil where Slack would not take the address.
    public static func link(_ words: String, _ id: String, to address: String) -> BlockElement? {
        guard address.hasPrefix("https://") || address.hasPrefix("http://"),
            address.utf16.count <= BlockLimits.address
        else { return nil }
        return BlockElement(
            id: id,
            isInput: false,
            ["type": "button", "text": plain(words, BlockLimits.button), "url": .text(address)]
        )
    }

    /// A menu; nil where there is nothing to choose.
    public static func menu(
        _ id: String,
        _ options: [Option],
        chosen: String? = nil,
        hint: String? = nil
    ) -> BlockElement? {
        let options = Array(options.prefix(BlockLimits.options))
        guard !options.isEmpty else { return nil }
        return BlockElement(
            id: id,
            [
                "type": "static_select", "options": .list(options.map(\.payload)),
                "initial_option": options.first { $0.value == chosen }?.payload,
                "placeholder": hint.flatMap { $0.isEmpty ? nil : plain($0, BlockLimits.placeholder) },
            ]
        )
    }

    /// One of a few; nil where there is nothing to choose.
    public static func radios(_ id: String, _ options: [Option], chosen: String? = nil) -> BlockElement? {
        let options = Array(options.prefix(BlockLimits.choices))
        guard !options.isEmpty else { return nil }
        return BlockElement(
            id: id,
            [
                "type": "radio_buttons", "options": .list(options.map(\.payload)),
                "initial_option": options.first { $0.value == chosen }?.payload,
            ]
        )
    }

    /// Any of a few; nil where there is nothing to choose.
    public static func checks(_ id: String, _ options: [Option], chosen: Set<String> = []) -> BlockElement? {
        let options = Array(options.prefix(BlockLimits.choices))
        guard !options.isEmpty else { return nil }
        let initial = options.filter { chosen.contains($0.value) }.map(\.payload)
        return BlockElement(
            id: id,
            [
                "type": "checkboxes", "options": .list(options.map(\.payload)),
                "initial_options": initial.isEmpty ? nil : .list(initial),
            ]
        )
    }

    /// A person of the workspace.
    public static func person(_ id: String, chosen: AccountID? = nil, hint: String? = nil) -> BlockElement {
        BlockElement(
            id: id,
            [
                "type": "users_select", "initial_user": chosen.map { .text($0.text) },
                "placeholder": hint.flatMap { $0.isEmpty ? nil : plain($0, BlockLimits.placeholder) },
            ]
        )
    }

    /// Room to write.
    public static func words(
        _ id: String,
        several: Bool = true,
        initial: String? = nil,
        hint: String? = nil,
        most: Int = BlockLimits.typed
    ) -> BlockElement {
        let most = min(max(most, 1), BlockLimits.typed)
        return BlockElement(
            id: id,
            isAction: false,
            [
                "type": "plain_text_input", "multiline": .bool(several), "max_length": .integer(Int64(most)),
                "initial_value": initial.flatMap { $0.isEmpty ? nil : .text($0.prefixed(most)) },
                "placeholder": hint.flatMap { $0.isEmpty ? nil : plain($0, BlockLimits.placeholder) },
            ]
        )
    }

    static func plain(_ words: String, _ limit: Int) -> WireValue {
        // Slack takes no empty text.
        let words = words.trimmed.isEmpty ? "–" : words
        return ["type": "plain_text", "text": .text(words.cut(to: limit)), "emoji": true]
    }
}

/// One option of a menu.
public struct Option: Sendable, Hashable {
    /// What it stands for.
    public let value: String
    let payload: WireValue

    /// Words to show and what they stand for; `below` explains.
    public init(_ words: String, _ value: String, below: String? = nil) {
        self.value = value.isEmpty ? "–" : value.prefixed(BlockLimits.option)
        payload = [
            "text": BlockElement.plain(words, BlockLimits.option), "value": .text(self.value),
            "description": below.flatMap { $0.isEmpty ? nil : BlockElement.plain($0, BlockLimits.option) },
        ]
    }
}

/// A question that stands before what a button does.
public struct Question: Sendable, Hashable {
    let payload: WireValue

    /// The question with its two answers.
    public init(_ title: String, _ text: String, yes: String, no: String) {
        payload = [
            "title": BlockElement.plain(title, BlockLimits.confirmTitle),
            "text": BlockElement.plain(text, BlockLimits.confirmText),
            "confirm": BlockElement.plain(yes, BlockLimits.confirmAnswer),
            "deny": BlockElement.plain(no, BlockLimits.confirmAnswer),
        ]
    }
}

/// Ids as Slack takes them.
enum Identifiers {
    static func kept(_ id: String) -> String { id.isEmpty ? "none" : id.prefixed(BlockLimits.identifier) }
}

extension String {
    /// The beginning, in UTF-16 units, between characters; for values that nobody reads.
    func prefixed(_ limit: Int) -> String {
        guard utf16.count > limit else { return self }
        var kept = ""
        var length = 0
        for character in self {
            length += String(character).utf16.count
            guard length <= limit else { break }
            kept.append(character)
        }
        return kept
    }
}
