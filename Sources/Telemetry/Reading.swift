/// One figure with its labels.
public struct Reading: Sendable, Hashable {
    /// What tells it from others of the same name.
    public let labels: [Label]
    /// The figure.
    public let value: Double

    /// Joins both.
    public init(_ value: Double, labels: [Label] = []) {
        self.labels = labels
        self.value = value
    }
}

/// A label with its value.
public struct Label: Sendable, Hashable, Comparable {
    /// Its name.
    public let name: String
    /// Its value, from the program's own text.
    public let value: String

    /// Joins both.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// By name, then by value.
    public static func < (left: Label, right: Label) -> Bool { (left.name, left.value) < (right.name, right.value) }
}
