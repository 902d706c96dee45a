import CXML

extension MarkupTree {
    /// Goes through all elements and texts in order, however deep they lie; `enter` says whether to go inside.
    func walk(enter: (String) -> Bool, leave: (String) -> Void, text: (String) -> Void) {
        guard let top = start else { return }
        var at: xmlNodePtr? = top
        while let node = at {
            var inside = false
            if cxml_is_element(node) != 0 {
                inside = enter(Self.name(node))
            } else if cxml_is_text(node) != 0, let content = node.pointee.content {
                text(String(cString: content))
            }
            if inside, let child = node.pointee.children {
                at = child
                continue
            }
            if inside { leave(Self.name(node)) }
            at = Self.next(after: node, top: top, leave: leave)
        }
    }

    private static func name(_ node: xmlNodePtr) -> String {
        node.pointee.name.map { String(cString: $0).lowercased() } ?? ""
    }

    private static func next(after node: xmlNodePtr, top: xmlNodePtr, leave: (String) -> Void) -> xmlNodePtr? {
        var node = node
        while node != top {
            if let sibling = node.pointee.next { return sibling }
            guard let parent = node.pointee.parent, cxml_is_element(parent) != 0 else { return nil }
            leave(name(parent))
            node = parent
        }
        return nil
    }

    /// Tags of some names in the order of the document, with their values.
    func tags(_ names: Set<String>) -> [MarkupNode] {
        var found: [MarkupNode] = []
        guard let top = start else { return found }
        var at: xmlNodePtr? = top
        while let node = at {
            if cxml_is_element(node) != 0, names.contains(Self.name(node)) {
                found.append(MarkupNode(tree: self, node: node))
            }
            if cxml_is_element(node) != 0, let child = node.pointee.children {
                at = child
            } else {
                at = Self.next(after: node, top: top) { _ in }
            }
        }
        return found
    }
}
