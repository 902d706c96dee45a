public import Moves

/// An average of the category that a person's pay belongs to.
public struct AverageAnswer: Codable, Sendable {
    let group: String
    let people: Int
    let average: Int
    let currency: String?

    /// Reads it from what may be told: averages of five people and more.
    public init(_ row: CategoryAverages.Row, currency: String?) {
        group = row.group
        people = row.count
        average = Int(row.average.rounded())
        self.currency = currency
    }
}
