extension RoomError: CustomStringConvertible {
    /// What happened, and what to do.
    public var words: String {
        switch self {
        case .noSuchRoom(let name, let known):
            known.isEmpty
                ? "there is no room “\(name)”, nor any other. Open one: crosstie room open NAME --ratings FILE."
                : "there is no room “\(name)”. There are: \(known.joined(separator: ", "))."
        case .closed(let name):
            "the room “\(name)” is closed and its drafts are deleted. Bring them again with crosstie room open."
        case .badName(let name):
            "“\(name)” cannot name a room. Use 1 to 60 letters, digits, spaces, dots, dashes or underscores."
        case .noDrafts: "no line of the ratings file is about anybody in the people file."
        case .noSuchCue(let id): "there is no cue “\(id)” in this room. `crosstie room cues` lists them."
        case .noSentence: "write a sentence: what explains it, or what was done."
        }
    }

    /// The same as `words`.
    public var description: String { words }
}
