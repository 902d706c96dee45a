import CSimdjson
import Workspace

/// Slack's structured text: nothing in it is escaped, and who is named is beyond doubt.
enum RichText {
    /// Appends a `rich_text` block.
    static func write(_ block: JSON, names: DisplayNames, onto draft: inout TextDraft) {
        for part in block["elements"].elements {
            write(part: part, names: names, inCode: false, depth: 0, onto: &draft)
        }
    }

    private static func write(
        part: JSON,
        names: DisplayNames,
        inCode: Bool,
        depth: Int,
        onto draft: inout TextDraft
    ) {
        guard depth < 16 else { return }
        let type = part["type"]
        if type.equals("rich_text_section") {
            line(of: part, names: names, inCode: inCode, onto: &draft)
        } else if type.equals("rich_text_list") {
            list(part, names: names, depth: depth, onto: &draft)
        } else if type.equals("rich_text_quote") {
            draft.newLine()
            draft.append("> ")
            line(of: part, names: names, inCode: inCode, onto: &draft)
            draft.newLine()
        } else if type.equals("rich_text_preformatted") {
            draft.newLine()
            line(of: part, names: names, inCode: true, onto: &draft)
            draft.newLine()
        } else {
            write(element: part, names: names, inCode: inCode, onto: &draft)
        }
    }

    private static func list(_ part: JSON, names: DisplayNames, depth: Int, onto draft: inout TextDraft) {
        let ordered = part["style"].equals("ordered")
        let indent = Int(clamping: min(max(part["indent"].integer ?? 0, 0), 8))
        var number = Int(clamping: part["offset"].integer ?? 0)
        for item in part["elements"].elements {
            number = number < Int.max ? number + 1 : number
            draft.newLine()
            draft.append(String(repeating: "  ", count: indent) + (ordered ? "\(number). " : "• "))
            write(part: item, names: names, inCode: false, depth: depth + 1, onto: &draft)
        }
        draft.newLine()
    }

    private static func line(of part: JSON, names: DisplayNames, inCode: Bool, onto draft: inout TextDraft) {
        for element in part["elements"].elements { write(element: element, names: names, inCode: inCode, onto: &draft) }
    }

    private static func write(element: JSON, names: DisplayNames, inCode: Bool, onto draft: inout TextDraft) {
        guard let type = element["type"].bytes, let first = type.first else { return }
        let style = element["style"]
        let inCode = inCode || (style.isObject && style["code"].isTrue)
        switch (first, type.count) {
        case (UInt8(ascii: "t"), 4) where element["type"].equals("text"):
            if let bytes = element["text"].bytes { draft.append(bytes) }
        case (UInt8(ascii: "u"), 4) where element["type"].equals("user"):
            person(element["user_id"], names: names, inCode: inCode, onto: &draft)
        case (UInt8(ascii: "e"), 5) where element["type"].equals("emoji"): emoji(element, onto: &draft)
        case (UInt8(ascii: "l"), 4) where element["type"].equals("link"):
            guard let address = element["url"].string else { return }
            if !inCode { draft.link(address) }
            draft.append(element["text"].words ?? Secrets.stripped(address))
        case (UInt8(ascii: "c"), 7) where element["type"].equals("channel"):
            guard let id = element["channel_id"].words.map({ ChannelID($0) }) else { return }
            if !inCode { draft.channels.append(id) }
            draft.append("#" + names.name(of: id, label: nil))
        case (UInt8(ascii: "u"), 9) where element["type"].equals("usergroup"):
            guard let id = element["usergroup_id"].words else { return }
            if !inCode { draft.groups.append(id) }
            draft.append("@" + id)
        case (UInt8(ascii: "b"), 9) where element["type"].equals("broadcast"):
            guard let range = element["range"].words else { return }
            if inCode { draft.append("@" + range) } else { draft.broadcast(range) }
        default: rare(element, onto: &draft)
        }
    }

    private static func person(_ id: JSON, names: DisplayNames, inCode: Bool, onto draft: inout TextDraft) {
        guard let account = id.words.map({ AccountID($0) }) else { return }
        let name = names.name(of: account, label: nil)
        if inCode {
            draft.append("@" + name)
            draft.named.append(account)
        } else {
            draft.mention(account, name: name)
        }
    }

    private static func emoji(_ element: JSON, onto draft: inout TextDraft) {
        guard let name = element["name"].bytes else { return }
        draft.bytes.append(UInt8(ascii: ":"))
        draft.append(name)
        draft.bytes.append(UInt8(ascii: ":"))
        if let tone = element["skin_tone"].integer, !name.contains(UInt8(ascii: ":")) {
            draft.append(":skin-tone-\(tone):")
        }
    }

    private static func rare(_ element: JSON, onto draft: inout TextDraft) {
        if element["type"].equals("date") {
            if let fallback = element["fallback"].words { draft.append(fallback) }
        } else if element["type"].equals("color") {
            if let color = element["value"].words { draft.append(color) }
        } else if let text = element["text"].bytes {
            draft.append(text)
        }
    }
}
