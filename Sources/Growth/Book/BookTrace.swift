/// What of one piece of evidence the book keeps: numbers instead of names, the places of which its sheet knows.
///
/// Shape: 64 bytes, so that five million fit into a third of a gigabyte.
struct BookTrace: Sendable {
    /// When it happened, microseconds since 1970 UTC.
    var moment: Int64
    /// From when on it counts, microseconds since 1970 UTC; the least number there is for what counts already.
    var counts: Int64
    /// How far the work reaches, from the words and from what can be seen around them.
    var reach: SeenReach
    /// The reader's confidence.
    var confidence: Double
    /// The competencies that it speaks to clearly; −1 for none.
    var competencies: (Int16, Int16, Int16) = (-1, -1, -1)
    /// Their shares, in thousandths as the record keeps them.
    var shares: (Int16, Int16, Int16) = (0, 0, 0)
    /// The episode; −1 for none.
    var episode: Int32
    /// Who spoke.
    var voice: Int32
    /// The speaker's team then.
    var team: Int32
    /// What sort of work, by its place among all classes.
    var work: UInt8
    /// What the rules ask for.
    var marks: Marks

    /// What the rules ask of a piece of evidence, whatever the target.
    struct Marks: OptionSet, Sendable {
        let rawValue: UInt8
        /// The person's own words.
        static let own = Marks(rawValue: 1)
        /// Thanks, praise or credit.
        static let recognition = Marks(rawValue: 2)
        /// What is wrong, or should change.
        static let feedback = Marks(rawValue: 4)
        /// Recognition without behaviour: no item, but it can bear witness.
        static let bare = Marks(rawValue: 8)
        /// Happened before the present level began: no item, but it can bear witness.
        static let before = Marks(rawValue: 16)
        /// Said in confidence.
        static let confidential = Marks(rawValue: 32)
    }
}
