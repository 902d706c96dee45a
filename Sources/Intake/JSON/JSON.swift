import CSimdjson

/// A place in a parsed document; valid until its bench parses the next one.
struct JSON {
    let value: csj_value

    var kind: csj_kind { csj_kind_of(value) }
    /// True for `null` and for what is not there.
    var isNothing: Bool { kind == CSJ_ABSENT || kind == CSJ_NULL }
    var isObject: Bool { kind == CSJ_OBJECT }
    var isTrue: Bool { csj_true(value) }

    /// The bytes of a text, UTF-8.
    var bytes: UnsafeBufferPointer<UInt8>? {
        var text = csj_text()
        guard csj_string(value, &text) else { return nil }
        return UnsafeBufferPointer(start: text.bytes, count: text.count)
    }

    /// A text without zeros; broken characters are replaced.
    var string: String? { bytes.map(Self.string) }

    /// A text that is not empty.
    var words: String? {
        guard let bytes, !bytes.isEmpty else { return nil }
        return Self.string(bytes)
    }

    var integer: Int64? {
        var integer: Int64 = 0
        return csj_integer(value, &integer) ? integer : nil
    }

    /// The first field of that name.
    subscript(_ name: StaticString) -> JSON {
        JSON(value: csj_get(value, name.utf8Start, name.utf8CodeUnitCount))
    }

    /// The elements of a list; none for anything else.
    var elements: Elements { Elements(cursor: csj_elements(value)) }

    /// True for exactly these bytes.
    func equals(_ text: StaticString) -> Bool {
        guard let bytes, bytes.count == text.utf8CodeUnitCount else { return false }
        return bytes.elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        // The parser has checked the bytes; only zeros and halves of surrogate pairs can be wrong with them.
        for byte in bytes where byte == 0 || byte == 0xED { return repaired(bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Zeros go, and each half of a surrogate pair that stands alone becomes one U+FFFD.
    private static func repaired(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var kept: [UInt8] = []
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            if byte == 0xED, place + 2 < bytes.count, bytes[place + 1] >= 0xA0 {
                kept.append(contentsOf: [0xEF, 0xBF, 0xBD])
                place += 3
            } else {
                if byte != 0 { kept.append(byte) }
                place += 1
            }
        }
        return String(decoding: kept, as: UTF8.self)
    }

    struct Elements: Sequence, IteratorProtocol {
        var cursor: csj_cursor

        mutating func next() -> JSON? {
            var value = csj_value()
            return csj_next(&cursor, &value) ? JSON(value: value) : nil
        }
    }
}

/// Many fields of one object, found in one walk over it.
struct JSONFields<Name: FieldName> {
    private let picked: UnsafeMutableBufferPointer<csj_value>
    /// How many fields the object has, wanted or not.
    let count: Int

    subscript(_ name: Name) -> JSON { JSON(value: picked[name.rawValue]) }

    /// Lends the fields of an object for the length of a call.
    static func pick<T>(_ object: JSON, _ body: (JSONFields) -> T) -> T {
        withUnsafeTemporaryAllocation(of: csj_value.self, capacity: Name.allCases.count) { room in
            body(JSONFields(picked: room, count: csj_pick(Name.names.pointer, object.value, room.baseAddress)))
        }
    }
}

/// The wanted fields of one kind of object; the raw value is the place in the set.
protocol FieldName: RawRepresentable, CaseIterable, Sendable where RawValue == Int {
    static var names: JSONNames { get }
}

/// A set of field names in simdjson's reach: each case's name, with `_x` for `X`.
///
/// `@unchecked Sendable`: the set behind the pointer is never changed after it was made.
final class JSONNames: @unchecked Sendable {
    let pointer: OpaquePointer?

    init<Name: FieldName>(of type: Name.Type) {
        let names = Name.allCases.map { Self.snake("\($0)").utf8CString }
        let room = UnsafeMutablePointer<UnsafePointer<CChar>?>.allocate(capacity: names.count)
        let copies = names.map { name in
            let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: name.count)
            _ = copy.initialize(from: name)
            return copy
        }
        for (place, copy) in copies.enumerated() { room[place] = UnsafePointer(copy.baseAddress) }
        pointer = csj_names_new(room, names.count)
        for copy in copies { copy.deallocate() }
        room.deallocate()
    }

    deinit { csj_names_free(pointer) }

    private static func snake(_ name: String) -> String {
        name.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
    }
}
