private import COpenSSL

/// What a table holds, as one number: SHA-256 over its rows, each value with its kind and length before it.
struct TableDigest {
    private let name: String
    private let context: Context
    private var rows = 0
    private var bytes: [UInt8] = []

    init(_ table: Catalogue.Table) {
        name = table.name
        context = Context()
    }

    mutating func add(_ row: [SQLValue]) throws(StoreError) {
        rows += 1
        bytes.removeAll(keepingCapacity: true)
        for value in row {
            switch value {
            case .null: bytes.append(0)
            case .integer(let number): put(1, UInt64(bitPattern: number))
            // Zero has two forms and one meaning.
            case .real(let number): put(2, (number == 0 ? 0 : number).bitPattern)
            case .text(let text):
                put(3, UInt64(text.utf8.count))
                bytes.append(contentsOf: text.utf8)
            case .bytes(let some):
                put(4, UInt64(some.count))
                bytes.append(contentsOf: some)
            case .boolean(let answer): bytes += [5, answer ? 1 : 0]
            }
        }
        guard context.update(bytes) else { throw StoreError(.failed, "SHA-256 is not there") }
    }

    private mutating func put(_ kind: UInt8, _ number: UInt64) {
        bytes.append(kind)
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// What was added.
    func finish() -> DatabaseCopy.Table { DatabaseCopy.Table(name: name, rows: rows, digest: context.finish()) }

    /// OpenSSL's state, let go of with its holder.
    private final class Context {
        private let state = EVP_MD_CTX_new()

        init() { EVP_DigestInit_ex(state, EVP_sha256(), nil) }

        deinit { EVP_MD_CTX_free(state) }

        func update(_ bytes: [UInt8]) -> Bool { EVP_DigestUpdate(state, bytes, bytes.count) == 1 }

        func finish() -> String {
            var digest = [UInt8](repeating: 0, count: 32)
            var count: UInt32 = 0
            EVP_DigestFinal_ex(state, &digest, &count)
            return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
    }
}
