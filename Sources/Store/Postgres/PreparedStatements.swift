/// Which statements one connection keeps prepared: those that came twice, the longest unused of them going first.
struct PreparedStatements {
    /// A statement without its values.
    struct Form: Hashable {
        let pieces: [SQL.Piece]
        let types: [UInt32]
    }

    private static let capacity = 256
    private var names: [Form: (name: String, used: Int)] = [:]
    private var seen: Set<Int> = []
    private var clock = 0

    /// What to do with a statement.
    enum Advice: Equatable {
        /// Send it as it is.
        case once
        /// Prepare it under this name first.
        case prepare(String)
        /// It is prepared.
        case prepared(String)
    }

    /// Looks a statement up; one that comes for the second time is worth preparing.
    mutating func advice(_ form: Form) -> Advice {
        clock += 1
        if let known = names[form] {
            names[form] = (known.name, clock)
            return .prepared(known.name)
        }
        guard !seen.insert(form.hashValue).inserted else {
            if seen.count > 4096 { seen.removeAll(keepingCapacity: true) }
            return .once
        }
        return .prepare("c\(clock)")
    }

    /// Keeps a name.
    ///
    /// - Returns: names that the server may forget.
    mutating func keep(_ name: String, _ form: Form) -> [String] {
        names[form] = (name, clock)
        guard names.count > Self.capacity else { return [] }
        let old = names.sorted { $0.value.used < $1.value.used }.prefix(Self.capacity / 4)
        for (form, _) in old { names[form] = nil }
        return old.map(\.value.name)
    }

    /// Forgets everything; the connection is another one.
    mutating func removeAll() { self = PreparedStatements() }
}
