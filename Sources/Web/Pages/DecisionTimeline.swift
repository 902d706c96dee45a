/// A decision and its three checks on one line of time.
///
/// Shape: geometry for a drawing 320 units wide; half a year goes from 20 to 300.
struct DecisionTimeline: Sendable, Hashable {
    /// What the drawing says, for those who do not see it.
    let description: Words
    /// The checks, in order.
    let checks: [Mark]
    /// Where today is; nil after the last check.
    let todayX: Int?
    /// The checks in words.
    let lines: [Fact]

    /// One check in the drawing.
    struct Mark: Sendable, Hashable {
        let x: Int
        /// Such as `90 days`.
        let label: Words
        /// The style: `next` for taken, `between` for due, `silent` for all others.
        let tone: String
    }
}
