import Intake

/// Slack's limits, held against what really went out; written apart from the module that makes the blocks.
///
/// Source: Slack documentation, "Block Kit reference".
enum BlockRules {
    static func faults(of call: FakeSlack.Call) -> [String] {
        let arguments = call.arguments
        switch call.method {
        case "chat.postMessage", "chat.update":
            var faults = text(arguments["text"], 1...4000, "text")
            if !arguments["blocks"].isNothing { faults += blocks(arguments["blocks"], 1...50, inputs: false) }
            if arguments["channel"].words == nil { faults.append("no channel") }
            return faults
        case "views.open", "views.update", "views.publish": return view(arguments["view"])
        default: return []
        }
    }

    private static func view(_ view: WireValue) -> [String] {
        var faults = blocks(view["blocks"], 1...100, inputs: true)
        let hasInput = view["blocks"].elements.contains { $0["type"].string == "input" }
        if view["type"].string == "modal" {
            faults += text(view["title"]["text"], 1...24, "title")
            if hasInput { faults += text(view["submit"]["text"], 1...24, "submit") }
            faults += text(view["close"]["text"], 1...24, "close")
            faults += text(view["callback_id"], 1...255, "callback_id")
        } else if view["type"].string != "home" || !view["title"].isNothing || !view["submit"].isNothing {
            faults.append("no view of a known kind")
        }
        faults += text(view["private_metadata"], 0...3000, "private_metadata")
        if view.bytes.count > 250_000 { faults.append("the view is too large") }
        return faults
    }

    private static func blocks(_ blocks: WireValue, _ count: ClosedRange<Int>, inputs: Bool) -> [String] {
        let list = blocks.elements
        var faults = count.contains(list.count) ? [] : ["\(list.count) blocks"]
        let ids = list.compactMap { $0["block_id"].words }
        if Set(ids).count != list.count { faults.append("block ids: \(ids)") }
        for block in list { faults += Self.block(block, inputs: inputs) }
        return faults
    }

    private static func block(_ block: WireValue, inputs: Bool) -> [String] {
        switch block["type"].string {
        case "divider": return []
        case "header": return text(block["text"]["text"], 1...150, "header")
        case "section":
            let element = block["accessory"].isNothing ? [] : Self.element(block["accessory"])
            if !block["fields"].isNothing {
                return element + (1...10 ~= block["fields"].elements.count ? [] : ["fields"])
                    + block["fields"].elements.flatMap { text($0["text"], 1...2000, "field") }
            }
            return element + text(block["text"]["text"], 1...3000, "section")
        case "context":
            return (1...10 ~= block["elements"].elements.count ? [] : ["context"])
                + block["elements"].elements.flatMap { text($0["text"], 1...2000, "context") }
        case "actions":
            let elements = block["elements"].elements
            let ids = elements.compactMap { $0["action_id"].words }
            return (1...25 ~= elements.count && Set(ids).count == elements.count ? [] : ["actions: \(ids)"])
                + elements.flatMap(element)
        case "input":
            return (inputs ? [] : ["an input in a message"]) + text(block["label"]["text"], 1...2000, "label")
                + element(block["element"])
                + (block["hint"].isNothing ? [] : text(block["hint"]["text"], 1...2000, "hint"))
        default: return ["a block of no known kind"]
        }
    }

    private static func element(_ element: WireValue) -> [String] {
        var faults = text(element["action_id"], 1...255, "action_id")
        if !element["placeholder"].isNothing { faults += text(element["placeholder"]["text"], 1...150, "placeholder") }
        switch element["type"].string {
        case "button":
            faults += text(element["text"]["text"], 1...75, "button")
            if !element["value"].isNothing { faults += text(element["value"], 1...2000, "value") }
            if !element["url"].isNothing { faults += text(element["url"], 1...3000, "url") }
        case "plain_text_input":
            let most = Int(element["max_length"].integer ?? 0)
            if !(1...3000 ~= most) { faults.append("max_length") }
            if (element["initial_value"].string?.utf16.count ?? 0) > most { faults.append("initial_value") }
        case "radio_buttons", "checkboxes", "static_select":
            let options = element["options"].elements
            if !(1...(element["type"].string == "static_select" ? 100 : 10) ~= options.count) {
                faults.append("options")
            }
            for option in options {
                faults += text(option["text"]["text"], 1...75, "option") + text(option["value"], 1...75, "value")
                if !option["description"].isNothing {
                    faults += text(option["description"]["text"], 1...75, "description")
                }
            }
            let initial = element["initial_option"]
            if !initial.isNothing, !options.contains(initial) { faults.append("initial_option") }
        case "users_select": break
        default: faults.append("an element of no known kind")
        }
        return faults
    }

    private static func text(_ value: WireValue, _ length: ClosedRange<Int>, _ what: String) -> [String] {
        guard let text = value.string, length.contains(text.utf16.count) else { return ["\(what): \(value.json)"] }
        return []
    }
}
