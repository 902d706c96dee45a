import Crypto
private import Foundation
import Workspace

/// The keys of reading data: one file for the installation, and one small file for each reader, wrapped by it.
///
/// They lie in a folder outside the database. Whoever has the database alone learns neither topics nor names; when a reader's file
/// is gone, all that was sealed with it is gone, in every backup of the database too.
/// Source: AES-256-GCM and HKDF-SHA-256 (NIST SP 800-38D, RFC 5869).
public struct ReadingKeys: Sendable {
    private let folder: String
    private let master: SymmetricKey

    /// How many bytes a key has.
    static let bytes = 32

    /// Opens the keys in a folder, and makes folder and key file where there are none.
    ///
    /// Errors: `ReadingError`: badKey, keyFile.
    public init(folder: String) throws(ReadingError) {
        self.folder = folder
        let path = folder + "/reading.key"
        if let found = FileManager.default.contents(atPath: path) {
            guard found.count == Self.bytes else { throw .badKey(file: path, bytes: found.count) }
            master = SymmetricKey(data: found)
            return
        }
        let fresh = SymmetricKey(size: .bits256)
        try Self.write(fresh.withUnsafeBytes { Array($0) }, to: path, in: folder)
        master = fresh
    }

    /// The name under which a reader's rows lie; it tells nobody who that is.
    func tag(_ workspace: WorkspaceID, _ text: String, for purpose: String) -> String {
        let key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: master,
            salt: Array("crosstie reading".utf8),
            info: Array(purpose.utf8),
            outputByteCount: 32
        )
        let code = HMAC<SHA256>.authenticationCode(for: Array((workspace.text + "\u{1F}" + text).utf8), using: key)
        return code.prefix(16).map { byte in
            let text = String(byte, radix: 16)
            return byte < 16 ? "0" + text : text
        }.joined()
    }

    /// The key for what belongs to nobody: which feeds are fetched, and what stood in them.
    func shared(_ workspace: WorkspaceID) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: master,
            salt: Array("crosstie reading".utf8),
            info: Array(("feeds " + workspace.text).utf8),
            outputByteCount: 32
        )
    }

    /// A reader's key; nil where there is none and none is to be made.
    func key(of reader: String, create: Bool) throws(ReadingError) -> SymmetricKey? {
        let path = folder + "/readers/" + reader
        if let found = FileManager.default.contents(atPath: path) {
            guard let box = try? AES.GCM.SealedBox(combined: found),
                let plain = try? AES.GCM.open(box, using: master, authenticating: Array(reader.utf8))
            else { throw .damaged(what: "reader's key") }
            return SymmetricKey(data: plain)
        }
        guard create else { return nil }
        let fresh = SymmetricKey(size: .bits256)
        let plain = fresh.withUnsafeBytes { Array($0) }
        guard let box = try? AES.GCM.seal(plain, using: master, authenticating: Array(reader.utf8)),
            let sealed = box.combined
        else {
            throw .damaged(what: "reader's key")
        }
        try Self.write(Array(sealed), to: path, in: folder + "/readers")
        return fresh
    }

    /// Throws a reader's key away: overwritten, then removed.
    func forget(_ reader: String) throws(ReadingError) {
        let path = folder + "/readers/" + reader
        guard FileManager.default.fileExists(atPath: path) else { return }
        do {
            if let file = FileHandle(forWritingAtPath: path) {
                try file.write(contentsOf: Data(repeating: 0, count: 128))
                try file.synchronize()
                try file.close()
            }
            try FileManager.default.removeItem(atPath: path)
        } catch { throw .keyFile(path: path, reason: "\(error)") }
    }

    private static func write(_ bytes: [UInt8], to path: String, in folder: String) throws(ReadingError) {
        do {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch { throw .keyFile(path: folder, reason: "\(error)") }
        guard
            FileManager.default.createFile(atPath: path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
        else {
            throw .keyFile(path: path, reason: "it cannot be written")
        }
    }
}

/// Values sealed so that neither words nor their length show.
enum Sealed {
    /// Lengths tell things, too: everything is filled up to a multiple of this many bytes.
    static let block = 4096

    static func seal(_ value: some Encodable, _ place: String, _ key: SymmetricKey) throws(ReadingError) -> [UInt8] {
        guard var plain = try? JSONEncoder().encode(value) else { throw .damaged(what: place) }
        plain.append(contentsOf: Array(repeating: 32, count: (block - plain.count % block) % block))
        guard let box = try? AES.GCM.seal(plain, using: key, authenticating: Array(place.utf8)),
            let sealed = box.combined
        else {
            throw .damaged(what: place)
        }
        return Array(sealed)
    }

    static func open<Value: Decodable>(
        _ sealed: [UInt8],
        _ place: String,
        _ key: SymmetricKey,
        as type: Value.Type
    ) throws(ReadingError) -> Value {
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let plain = try? AES.GCM.open(box, using: key, authenticating: Array(place.utf8)),
            let value = try? JSONDecoder().decode(type, from: plain)
        else { throw .damaged(what: place.split(separator: " ").first.map(String.init) ?? "row") }
        return value
    }
}
