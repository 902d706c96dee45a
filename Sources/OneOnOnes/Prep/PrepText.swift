import Evidence
import Workspace
import Writing

/// Small things that texts of this module share.
enum PrepText {
    /// How many words a text has.
    static func wordCount(_ text: some StringProtocol) -> Int { text.split(whereSeparator: \.isWhitespace).count }

    /// Small numbers as words.
    static func count(_ number: Int) -> String {
        let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
        return words.indices.contains(number) ? words[number] : String(number)
    }

    /// The side of a told episode that a reader reads.
    static func sentence(_ told: EpisodeTeller.Told, for reader: PrepReader) -> Sentence {
        reader == .manager ? told.named : told.toPerson
    }
}
