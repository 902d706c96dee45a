/// Values as libpq takes them: one run of bytes, and for each value its place, length, form and type.
struct PostgresParameters {
    private var bytes: [UInt8] = [0]
    private var places: [Int] = []
    private var lengths: [CInt] = []
    private var forms: [CInt] = []
    private(set) var types: [UInt32] = []
    /// Whether each value's type is told; otherwise the server finds it from where the value stands.
    private let isTyped: Bool

    init(_ values: [SQLValue], isTyped: Bool) throws(StoreError) {
        self.isTyped = isTyped
        places.reserveCapacity(values.count)
        lengths.reserveCapacity(values.count)
        forms.reserveCapacity(values.count)
        types.reserveCapacity(values.count)
        bytes.reserveCapacity(values.count * 12)
        for value in values { try append(value) }
    }

    private mutating func append(_ value: SQLValue) throws(StoreError) {
        switch value {
        case .null: addNull()
        case .integer(let number): add(String(number).utf8, type: PostgresType.int8)
        case .real(let number): add(Self.text(of: number).utf8, type: PostgresType.float8)
        case .boolean(let answer): add((answer ? "t" : "f").utf8, type: PostgresType.bool)
        case .bytes(let some): add(some, type: PostgresType.bytea, isBinary: true)
        case .text(let text):
            let start = bytes.count
            add(text.utf8, type: PostgresType.text)
            if bytes[start..<(bytes.count - 1)].contains(0) {
                throw StoreError(.failed, "a text holds U+0000, which PostgreSQL does not keep")
            }
        }
    }

    private mutating func add(_ value: some Collection<UInt8>, type: UInt32, isBinary: Bool = false) {
        places.append(bytes.count)
        lengths.append(CInt(value.count))
        bytes.append(contentsOf: value)
        bytes.append(0)
        forms.append(isBinary ? 1 : 0)
        types.append(isTyped || isBinary ? type : 0)
    }

    private mutating func addNull() {
        places.append(-1)
        lengths.append(0)
        forms.append(0)
        types.append(0)
    }

    /// Swift's words for what is no number are not PostgreSQL's.
    private static func text(of number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
        return "\(number)"
    }

    /// Lends the arrays to libpq.
    func withPointers<Answer>(
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<CInt>?, UnsafePointer<CInt>?) -> Answer
    ) -> Answer {
        bytes.withUnsafeBytes { all in
            let start = all.baseAddress?.assumingMemoryBound(to: CChar.self)
            let pointers = places.map { $0 < 0 ? nil : start.map { UnsafePointer($0) }?.advanced(by: $0) }
            return pointers.withUnsafeBufferPointer { pointers in
                lengths.withUnsafeBufferPointer { lengths in
                    forms.withUnsafeBufferPointer { forms in
                        body(pointers.baseAddress, lengths.baseAddress, forms.baseAddress)
                    }
                }
            }
        }
    }
}

/// The types that are written and read.
enum PostgresType {
    static let bool: UInt32 = 16
    static let bytea: UInt32 = 17
    static let int8: UInt32 = 20
    static let int2: UInt32 = 21
    static let int4: UInt32 = 23
    static let text: UInt32 = 25
    static let oid: UInt32 = 26
    static let float4: UInt32 = 700
    static let float8: UInt32 = 701
    static let numeric: UInt32 = 1700
    static let void: UInt32 = 2278
    /// `name`, `unknown`, `char(n)`, `varchar`, `"char"`.
    static let otherTexts: Set<UInt32> = [18, 19, 705, 1042, 1043]
}
