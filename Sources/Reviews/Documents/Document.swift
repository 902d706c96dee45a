/// A text to hand on: title, facts, blocks of sentences with numbered sources, and the sources as notes.
///
/// Every document of the house takes this form, so that there is one place that escapes and one look on paper. What it says is
/// plain text; nothing in it is markup.
public struct Document: Sendable, Hashable {
    /// The heading.
    public var title: String
    /// Facts under the heading, such as the period.
    public var facts: [Fact]
    /// A sentence on what it is; nil where nothing needs to be said.
    public var lead: String?
    /// The text.
    public var blocks: [Block]
    /// What the numbers lead to.
    public var notes: [Note]
    /// Closing lines: who acknowledged it, the seal.
    public var closing: [Fact]

    /// Joins the parts.
    public init(
        title: String,
        facts: [Fact] = [],
        lead: String? = nil,
        blocks: [Block],
        notes: [Note] = [],
        closing: [Fact] = []
    ) {
        self.title = title
        self.facts = facts
        self.lead = lead
        self.blocks = blocks
        self.notes = notes
        self.closing = closing
    }

    /// A name and its value.
    public struct Fact: Sendable, Hashable {
        /// Such as `Period`.
        public let name: String
        /// Its value in words.
        public let words: String

        /// Joins name and value.
        public init(_ name: String, _ words: String) {
            self.name = name
            self.words = words
        }
    }

    /// Sentences under a heading.
    public struct Block: Sendable, Hashable {
        /// The heading; nil where the sentences stand alone.
        public let title: String?
        /// How its sentences stand.
        public let form: Form
        /// The sentences.
        public let lines: [Line]

        /// Joins heading and sentences.
        public init(_ title: String?, form: Form = .list, lines: [Line]) {
            self.title = title
            self.form = form
            self.lines = lines
        }

        /// How sentences stand.
        public enum Form: String, Sendable, Hashable, CaseIterable {
            /// One after the other.
            case paragraph
            /// One below the other.
            case list
            /// One below the other, numbered.
            case numbered
            /// Somebody's words, set apart.
            case quotation
        }
    }

    /// One sentence.
    public struct Line: Sendable, Hashable {
        /// The words.
        public let text: String
        /// Numbers of notes, from 1.
        public let cites: [Int]
        /// What has to be seen beside it, such as a source that was taken back; nil where nothing.
        public let mark: String?
        /// Whose words these are, where they are not put together from sources; nil otherwise.
        public let hand: String?

        /// Joins words and marks.
        public init(_ text: String, cites: [Int] = [], mark: String? = nil, hand: String? = nil) {
            self.text = text
            self.cites = cites
            self.mark = mark
            self.hand = hand
        }
    }

    /// A source.
    public struct Note: Sendable, Hashable {
        /// The number, from 1.
        public let number: Int
        /// Who, when and where, in words.
        public let label: String
        /// What was said; nil where the words are gone.
        public let quote: String?
        /// Where it can be opened; nil where it has no address.
        public let link: String?
        /// What has to be seen beside it; nil where nothing.
        public let mark: String?

        /// Joins what is known of a source.
        public init(number: Int, label: String, quote: String?, link: String? = nil, mark: String? = nil) {
            self.number = number
            self.label = label
            self.quote = quote
            self.link = link
            self.mark = mark
        }
    }

    /// The address, where a document may lead to it: `https:`, `http:` or the chat's own `slack:`; nil otherwise.
    static func safe(_ link: String?) -> String? {
        guard let link else { return nil }
        let lower = link.lowercased()
        guard ["https://", "http://", "slack://"].contains(where: lower.hasPrefix),
            link.utf8.allSatisfy({ $0 > 32 && $0 < 127 }), !link.contains(where: { "\"'<>\\`(){}|^".contains($0) })
        else { return nil }
        return link
    }

    /// A text in one line, without what cannot be seen but changes what is read.
    static func plain(_ text: String) -> String {
        let seen = text.unicodeScalars.filter { scalar in
            switch scalar.value {
            // Line ends and tabs are white space below.
            case 9, 10, 13: true
            case 0..<32, 127..<160: false
            // Marks that turn the direction of what follows.
            case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: false
            default: true
            }
        }
        var words = String.UnicodeScalarView()
        words.append(contentsOf: seen)
        return String(words).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
