import Foundation

/// What an address has to be like before a secret is sent to it.
enum WebAddress {
    private static let thisMachine: Set<String> = ["localhost", "127.0.0.1", "::1", "[::1]"]

    /// True for `https`, and for `http` on this machine, where tests and a first start run.
    static func isSafe(_ address: String) -> Bool {
        guard let parts = URLComponents(string: address), let host = parts.host, !host.isEmpty, parts.user == nil else {
            return false
        }
        return parts.scheme == "https" || (parts.scheme == "http" && thisMachine.contains(host.lowercased()))
    }

    /// Text for a query or a form: everything but letters, digits and `-._~` written as bytes.
    static func escaped(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126: bytes.append(byte)
            default: bytes += [37, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Names and values as a form or a query carries them, in the given order.
    static func form(_ fields: [(name: String, value: String)]) -> String {
        fields.map { "\(escaped($0.name))=\(escaped($0.value))" }.joined(separator: "&")
    }
}
