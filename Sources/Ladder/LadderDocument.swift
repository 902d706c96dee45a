/// A ladder as a file holds it: its meaning and the places of its fields.
public struct LadderDocument: Sendable, Hashable {
    /// The file, as it was named to the reader.
    public let file: String
    /// What the file says.
    public let ladder: CareerLadder
    /// Where each field stands, by its path.
    let places: [String: LadderPlace]

    /// Reads a ladder and checks it strictly against the format.
    ///
    /// Source: `ladders/schema.json`.
    ///
    /// - Parameters:
    ///   - yaml: the text; anchors and aliases are read, merge keys are not; at most 512 KiB.
    ///   - file: the name to give in messages.
    /// - Returns: the ladder with the places of its fields.
    /// - Throws: `LadderError.invalid` with every problem that was found, in the order of the file.
    public static func read(yaml: String, file: String) throws(LadderError) -> LadderDocument {
        let gathering = LadderGathering(file: file)
        let ladder = YAMLTree.root(of: yaml, into: gathering).flatMap { root in
            CareerLadder(root, contentHash: contentHash(of: yaml))
        }
        guard let ladder, gathering.problems.isEmpty else { throw .invalid(gathering.ordered) }
        return LadderDocument(file: file, ladder: ladder, places: gathering.places)
    }

    /// Where a field stands, or the nearest field around it that is there.
    public func place(of field: String) -> LadderPlace {
        var path = Substring(field)
        while !path.isEmpty {
            if let place = places[String(path)] { return place }
            path = path.lastIndex { $0 == "." || $0 == "[" }.map { path[..<$0] } ?? ""
        }
        return places[""] ?? LadderPlace(line: 1, column: 1)
    }

    /// FNV-1a, 64 bits, 16 hexadecimal digits.
    static func contentHash(of text: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// A place in a file.
public struct LadderPlace: Sendable, Hashable, Comparable {
    /// Line, from 1.
    public let line: Int
    /// Column in Unicode scalars, from 1.
    public let column: Int

    /// Earlier in the file first.
    public static func < (left: Self, right: Self) -> Bool { (left.line, left.column) < (right.line, right.column) }
}
