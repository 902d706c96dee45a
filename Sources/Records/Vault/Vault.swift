private import Crypto
private import Foundation
import Workspace

/// Seals facts so that the database's bytes alone tell nobody what they say.
///
/// AES-256-GCM with one key per purpose, derived by HKDF-SHA-256 from a key that never lies in the database; workspace,
/// purpose, occasion and person are bound in, so that no sealed fact can be passed off as another's.
/// Source: `docs/methods.md`, "Sealed facts"; RFC 5869, NIST SP 800-38D.
public struct Vault: Sendable {
    /// How many bytes a key has.
    public static let keyBytes = 32
    /// A fingerprint of the key, kept beside what it sealed; the key does not follow from it.
    public let keyID: String
    /// What the audit's checkpoints are signed with.
    public let checkpoints: CheckpointKey?
    private let keys: [Purpose: SymmetricKey]

    /// What facts are sealed for; each purpose has a key of its own.
    public enum Purpose: String, Sendable, Hashable, CaseIterable {
        /// Pay.
        case pay
        /// Protected categories.
        case protected
        /// Answers to the yearly question.
        case choice
        /// Draft ratings and what a calibration room said of them.
        case rating
        /// What one side of a 1:1 wrote down for themselves.
        case note
        /// What people write: reviews, notes, comments, feedback.
        case writing
        /// What waits to be worked on or sent, and tokens.
        case waiting

        /// Lengths tell things, too: all facts of a purpose are filled up to a multiple of this many bytes.
        var block: Int {
            self == .choice
                ? 2048 : self == .rating || self == .note ? 1024 : self == .writing || self == .waiting ? 256 : 64
        }
    }

    /// Whose fact it is, and what for.
    struct Place {
        let workspace: WorkspaceID
        let purpose: Purpose
        let occasion: String
        let person: String

        var bytes: [UInt8] {
            var bytes: [UInt8] = []
            for field in [workspace.text, purpose.rawValue, occasion, person] {
                withUnsafeBytes(of: UInt32(field.utf8.count).bigEndian) { bytes.append(contentsOf: $0) }
                bytes.append(contentsOf: field.utf8)
            }
            return bytes
        }
    }

    /// Takes a key of 32 bytes.
    ///
    /// Errors: `VaultError.badKey`.
    public init(key: [UInt8]) throws(VaultError) {
        guard key.count == Self.keyBytes else { throw .badKey(bytes: key.count) }
        let material = SymmetricKey(data: key)
        func derived(_ name: String, bytes: Int) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: material,
                salt: Array("crosstie".utf8),
                info: Array("crosstie \(name) 1".utf8),
                outputByteCount: bytes
            )
        }
        keys = Dictionary(uniqueKeysWithValues: Purpose.allCases.map { ($0, derived($0.rawValue, bytes: 32)) })
        checkpoints = CheckpointKey(seed: derived("checkpoint", bytes: 32).withUnsafeBytes { Array($0) })
        keyID = Digest.hexadecimal(derived("fingerprint", bytes: 6).withUnsafeBytes { Array($0) })
    }

    /// A new key from the system's own source of randomness.
    public static func freshKey() -> [UInt8] { SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) } }

    func seal(_ text: String, at place: Place) throws(VaultError) -> [UInt8] { try seal(Array(text.utf8), at: place) }

    /// Seals bytes that do not end with a zero.
    func seal(_ plain: [UInt8], at place: Place) throws(VaultError) -> [UInt8] {
        var bytes = plain
        let block = place.purpose.block
        bytes.append(contentsOf: repeatElement(0, count: (block - bytes.count % block) % block))
        guard let key = keys[place.purpose],
            let box = try? AES.GCM.seal(bytes, using: key, authenticating: place.bytes), let sealed = box.combined
        else { throw .damaged(person: place.person, purpose: place.purpose.rawValue) }
        return Array(sealed)
    }

    func open(_ sealed: [UInt8], at place: Place) throws(VaultError) -> String {
        String(decoding: try bytes(of: sealed, at: place), as: UTF8.self)
    }

    /// What was sealed, as bytes.
    func bytes(of sealed: [UInt8], at place: Place) throws(VaultError) -> [UInt8] {
        guard let key = keys[place.purpose], let box = try? AES.GCM.SealedBox(combined: sealed),
            let data = try? AES.GCM.open(box, using: key, authenticating: place.bytes)
        else { throw .damaged(person: place.person, purpose: place.purpose.rawValue) }
        return data.withUnsafeBytes { bytes in
            let end = bytes.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
            return Array(bytes[..<end])
        }
    }
}
