import Foundation

/// A file of named tensors in 32-bit floats.
///
/// Shape: eight bytes with the length of a JSON object, the object (name → `dtype`, `shape`, `data_offsets`), the numbers.
struct SafeTensors {
    private let bytes: [UInt8]
    private let places: [String: Range<Int>]

    /// Reads the list of tensors.
    ///
    /// Errors: the bytes are no such file.
    init(_ bytes: [UInt8]) throws(ModelError) {
        let length = bytes.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
        guard bytes.count > 8, length <= UInt64(bytes.count - 8) else { throw .notTensors("the list is cut short") }
        let start = 8 + Int(length)
        guard let list = try? JSONSerialization.jsonObject(with: Data(bytes[8..<start])) as? [String: Any] else {
            throw .notTensors("the list is not JSON")
        }
        var places: [String: Range<Int>] = [:]
        for (name, value) in list {
            guard let facts = value as? [String: Any], facts["dtype"] as? String == "F32",
                let ends = facts["data_offsets"] as? [Int], ends.count == 2, ends[0] >= 0, ends[0] <= ends[1],
                ends[1] <= bytes.count - start, ends[0] % 4 == 0
            else { continue }
            places[name] = start + ends[0]..<start + ends[1]
        }
        self.bytes = bytes
        self.places = places
    }

    /// The numbers of a tensor, the last index fastest.
    ///
    /// Errors: there is none of that name, or it has another number of numbers.
    func floats(_ name: String, count: Int? = nil) throws(ModelError) -> [Float] {
        guard let place = places[name], count.map({ 4 * $0 <= place.count }) ?? true else { throw .notTensors(name) }
        let room = count ?? place.count / 4
        return bytes.withUnsafeBytes { bytes in
            [Float](unsafeUninitializedCapacity: room) { out, written in
                for number in 0..<room {
                    let bits = bytes.loadUnaligned(fromByteOffset: place.lowerBound + 4 * number, as: UInt32.self)
                    (out.baseAddress.map { $0 + number })?.initialize(to: Float(bitPattern: UInt32(littleEndian: bits)))
                }
                written = room
            }
        }
    }
}
