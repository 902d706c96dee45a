/// Tells words that speak to a model from words among people; rough, and nothing hangs on it alone.
///
/// A message that it misses is asked about, and its rewording is held like any other.
enum SpeaksToModels {
    static func isSaid(in text: String) -> Bool {
        let folded =
            " "
            + text.lowercased().map { $0.isLetter || $0.isNumber || "<|>[]{}=#:/`\"".contains($0) ? String($0) : " " }
            .joined() + " "
        return tellTales.contains { folded.contains($0) }
    }

    private static let tellTales = [
        "instruction", "instruccion", "anweisung", "istruzion", "instrução", "ignore all", "ignore the", "ignore any",
        "ignore previous", "ignore every", "ignoriere", "ignora ", "ignorez", "disregard", "forget the", "forget all",
        "forget every", "override", " prompt", "system:", "system message", "assistant", "language model", " llm",
        " gpt", "chatbot", " ai ", " ai:", "jailbreak", "json", "\"id\"", "\"text\"", "sentences", "reword",
        "rewrite this",
        "rewrite every", "you are now", "from now on", "repeat after me", "=====", "<|", "|>", "[inst", "### ", "```",
        "<system", "</", "tool call", "function call", "{{", "rate me", "rate this", "score of", "out of 10", "5/5",
        "10/10",
        "as the manager i", "whoever summari", "who summari", "when you write", "add the following", "append ",
        "base64",
    ]
}
