/// A sentence without what it quotes: what the house itself says.
enum Frameless {
    static func text(_ text: String) -> String {
        var isQuote = false
        return String(
            text.filter { character in
                if character == "“" { isQuote = true }
                if character == "”" {
                    isQuote = false
                    return false
                }
                return !isQuote
            }
        )
    }
}
