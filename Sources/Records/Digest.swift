private import COpenSSL

/// SHA-256 by the system's libcrypto.
enum Digest {
    /// The 32 bytes of the digest.
    static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        _ = EVP_Digest(bytes, bytes.count, &digest, &length, EVP_sha256(), nil)
        return digest
    }

    /// A digest over fields, each preceded by its length, so that no two lists of fields give the same bytes.
    static func sha256(fields: [String], after previous: [UInt8] = []) -> [UInt8] {
        var bytes = previous
        bytes.reserveCapacity(previous.count + fields.reduce(0) { $0 + $1.utf8.count + 4 })
        for field in fields {
            withUnsafeBytes(of: UInt32(field.utf8.count).bigEndian) { bytes.append(contentsOf: $0) }
            bytes.append(contentsOf: field.utf8)
        }
        return sha256(bytes)
    }

    /// Lower-case hexadecimal digits.
    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
