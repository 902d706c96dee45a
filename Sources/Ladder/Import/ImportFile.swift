/// One file that a company has its ladder in.
public struct ImportFile: Sendable, Hashable {
    /// The path, as it is to be named in messages.
    public let path: String
    /// What is in it.
    public let bytes: [UInt8]

    /// Joins a path with what is in it.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// More bytes than this are no ladder.
    static let byteLimit = 1 << 23

    /// The text: UTF-8, UTF-16 by its mark or its zeros, and else one byte a letter.
    var text: String {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
        if bytes.starts(with: [0xFF, 0xFE]) { return wide(bytes.dropFirst(2), bigEndian: false) }
        if bytes.starts(with: [0xFE, 0xFF]) { return wide(bytes.dropFirst(2), bigEndian: true) }
        let head = bytes.prefix(200)
        let zeros = head.indices.filter { head[$0] == 0 }
        if zeros.count > head.count / 4 {
            return wide(bytes[...], bigEndian: zeros.count { $0 % 2 == 0 } > zeros.count / 2)
        }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }

    private func wide(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> String {
        let pairs = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { place in
            let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
            return bigEndian ? first << 8 | second : second << 8 | first
        }
        return String(decoding: pairs, as: UTF16.self)
    }
}
