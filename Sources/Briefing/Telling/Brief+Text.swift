extension Brief {
    /// The brief as plain text.
    public var text: String {
        var text = "Your brief for \(day)\n\n"
        if items.isEmpty { text += "Nothing today that is worth your time.\n\n" }
        for (index, item) in items.enumerated() {
            text += "\(index + 1). \(item.headline)\(item.isNew ? "" : " (continuing)")\n"
            if !item.happened.isEmpty { text += "   \(item.happened.joined(separator: " ")) (\(item.source.name))\n" }
            text += "   Why: \(item.matters)\n"
            for source in item.sources { text += "   \(source.name)\(source.link.map { ": \($0)" } ?? "")\n" }
            text += "\n"
        }
        return text + Self.end + "\n"
    }
}
