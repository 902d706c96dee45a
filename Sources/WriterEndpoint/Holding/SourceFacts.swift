/// The words that the cited sources say as facts, by their stems.
struct SourceFacts {
    private var real: Set<String> = []
    private var said: Set<String> = []

    /// Takes the masked quotes apart into clauses; a clause that wishes, plans, asks, supposes or denies gives no facts.
    init(_ quotes: [String]) {
        for quote in quotes {
            var clause: [String] = []
            var word = ""
            func closeWord() {
                if !word.isEmpty { clause.append(word.lowercased().replacing("’", with: "'")) }
                word = ""
            }
            func closeClause(asks: Bool) {
                closeWord()
                let isReal = !asks && !clause.contains { HoldingWords.unreal.contains($0) }
                for word in clause where word.utf8.count > 2 {
                    said.insert(HoldingWords.stem(word))
                    if isReal { real.insert(HoldingWords.stem(word)) }
                }
                clause = []
            }
            for character in quote {
                if character.isLetter || character.isNumber || "'’-".contains(character) && !word.isEmpty {
                    word.append(character)
                } else if ".!?;\n".contains(character) {
                    // A comma ends no clause: `if it works, ship it` supposes both.
                    closeClause(asks: character == "?")
                } else {
                    closeWord()
                }
            }
            closeClause(asks: false)
        }
    }

    func says(_ word: String) -> Bool { said.contains(HoldingWords.stem(word)) }
    func saysAsFact(_ word: String) -> Bool { real.contains(HoldingWords.stem(word)) }
}
