/// The number of a source beside the sentence that rests on it.
public struct Citation: Sendable, Hashable {
    /// The number of a `NumberedSource` on the same page.
    public let number: Int

    /// Cites a source by its number.
    public init(_ number: Int) { self.number = number }
}
