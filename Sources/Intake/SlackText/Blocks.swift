import CSimdjson

/// The plain text of a message's blocks, of those kinds that hold words.
enum Blocks {
    /// Appends all `rich_text` blocks; false when there is none with words in it.
    static func writeRichText(_ blocks: JSON, names: DisplayNames, onto draft: inout TextDraft) -> Bool {
        for block in blocks.elements where block["type"].equals("rich_text") {
            draft.newLine()
            RichText.write(block, names: names, onto: &draft)
        }
        return !draft.isEmpty
    }

    /// Appends all other blocks with words; kinds that are not known here are passed over.
    static func write(_ blocks: JSON, names: DisplayNames, depth: Int = 0, onto draft: inout TextDraft) {
        for block in blocks.elements { write(block: block, names: names, depth: depth, onto: &draft) }
    }

    private static func write(block: JSON, names: DisplayNames, depth: Int, onto draft: inout TextDraft) {
        guard depth < 8, let type = block["type"].string else { return }
        draft.newLine()
        switch type {
        case "rich_text": RichText.write(block, names: names, onto: &draft)
        case "section":
            write(text: block["text"], names: names, onto: &draft)
            for field in block["fields"].elements {
                draft.newLine()
                write(text: field, names: names, onto: &draft)
            }
        case "header": write(text: block["text"], names: names, onto: &draft)
        case "context":
            for element in block["elements"].elements where element["text"].bytes != nil {
                draft.newLine()
                write(text: element, names: names, onto: &draft)
            }
        case "markdown": if let text = block["text"].bytes { draft.append(text) }
        case "image", "video": write(text: block["title"], names: names, onto: &draft)
        case "table":
            for row in block["rows"].elements {
                draft.newLine()
                for (column, cell) in row.elements.enumerated() {
                    if column > 0 { draft.append("\t") }
                    if let text = cell["text"].bytes {
                        draft.append(text)
                    } else {
                        RichText.write(cell, names: names, onto: &draft)
                    }
                }
            }
        case "condition": write(block["blocks"], names: names, depth: depth + 1, onto: &draft)
        default: break
        }
    }

    /// Appends a text object: `mrkdwn` is read as such, `plain_text` as it stands.
    static func write(text object: JSON, names: DisplayNames, onto draft: inout TextDraft) {
        guard let text = object["text"].bytes else { return }
        if object["type"].equals("plain_text") {
            draft.append(text)
        } else {
            SlackText.write(text, names: names, onto: &draft)
        }
    }
}
