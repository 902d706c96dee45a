extension TalkSheet {
    /// True where the words speak of instructions, models or labels: such a passage is asked about alone, so that it
    /// stands beside no other whose answer it could colour.
    ///
    /// Nothing else hangs on this; a passage that it misses is held by `SecondOpinion` like any other.
    var isAskedAlone: Bool {
        lines.contains { line in
            let folded = line.says.lowercased()
            return Self.tellTales.contains { folded.contains($0) }
        }
    }

    private static let tellTales = [
        "instruction", "instruccion", "anweisung", "ignore ", "ignoriere", "ignora ", "disregard", "forget ",
        "override",
        "prompt", "system:", "system message", "assistant", "language model", "llm", "gpt", " ai ", "chatbot",
        "jailbreak", "json", "passage", "classif", "confidence", "\"kind\"", "\"signals\"", "rate me", "rate this",
        "label ", "you are now", "you must", "from now on", "who reads this", "repeat after me", "=====", "<|", "[inst",
        "###", "recognition", "feedback", "judgement", "upkeep",
    ]
}
