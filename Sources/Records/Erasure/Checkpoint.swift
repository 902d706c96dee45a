private import Crypto
private import Foundation
import Store
import Workspace

/// A signature over the audit's head at one moment, made with a key that does not lie in the database.
///
/// Whoever has the database alone can link a chain of their own making, but cannot sign it.
/// Source: `docs/methods.md`, "Checkpoints"; RFC 8032 (Ed25519).
public struct Checkpoint: Sendable, Hashable {
    /// The place of the chain that it covers, with everything before.
    public let position: Int64
    /// When it was signed, microseconds since 1970 UTC.
    public let moment: Int64
    /// The hash at that place.
    public let hash: [UInt8]
    /// Which key signed it: the first bytes of the public key's hash, in hexadecimal digits.
    public let signer: String
    /// The signature.
    public let signature: [UInt8]

    static func text(_ position: Int64, _ moment: Int64, _ hash: [UInt8], _ workspace: WorkspaceID) -> [UInt8] {
        Digest.sha256(fields: [
            "crosstie checkpoint 1", workspace.text, String(position), String(moment), Digest.hexadecimal(hash),
        ])
    }

    static func kept(on connection: any Connection, workspace: WorkspaceID) throws -> [Checkpoint] {
        try connection.rows(
            """
            SELECT position, moment, hash, signer, signature FROM audit_checkpoint
            WHERE workspace_id = \(workspace.text) ORDER BY position
            """
        ).map {
            Checkpoint(
                position: try $0.integer("position"),
                moment: try $0.integer("moment"),
                hash: try $0.bytes("hash"),
                signer: try $0.text("signer"),
                signature: try $0.bytes("signature")
            )
        }
    }
}

extension Checkpoint {
    /// One line of a file that lies apart from the database: place, moment, hash, signer, signature.
    public var line: String {
        [String(position), String(moment), Digest.hexadecimal(hash), signer, Digest.hexadecimal(signature)]
            .joined(separator: " ")
    }

    /// Reads a line back; nil for anything else.
    public init?(line: String) {
        let fields = line.split(separator: " ").map(String.init)
        guard fields.count == 5, let position = Int64(fields[0]), let moment = Int64(fields[1]),
            let hash = Self.bytes(fields[2]), let signature = Self.bytes(fields[4])
        else { return nil }
        self.init(position: position, moment: moment, hash: hash, signer: fields[3], signature: signature)
    }

    private static func bytes(_ digits: String) -> [UInt8]? {
        let digits = Array(digits)
        guard digits.count.isMultiple(of: 2) else { return nil }
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(digits[$0...($0 + 1)]), radix: 16)
        }
        return bytes.count * 2 == digits.count ? bytes : nil
    }
}

/// The key that checkpoints are signed with; it follows from the key of the vault, which lies apart from the database.
public struct CheckpointKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey
    /// Its short name, as checkpoints tell it.
    public let signer: String
    /// The public key: with it anybody can check a checkpoint.
    public let publicKey: [UInt8]

    init?(seed: [UInt8]) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { return nil }
        self.key = key
        publicKey = Array(key.publicKey.rawRepresentation)
        signer = Digest.hexadecimal(Digest.sha256(publicKey).prefix(6))
    }

    func sign(_ text: [UInt8]) -> [UInt8]? { (try? key.signature(for: text)).map { Array($0) } }

    func signed(_ text: [UInt8], as signature: [UInt8]) -> Bool {
        key.publicKey.isValidSignature(signature, for: text)
    }
}

/// Checkpoints on their way along the chain.
struct CheckpointWalk {
    private(set) var findings: [VerificationReport.Finding] = []
    private(set) var signedUpTo: Int64?
    private var kept: [Int64: [UInt8]] = [:]
    private var apart: [Int64: [UInt8]] = [:]
    private var unmet: Set<Int64> = []

    init() {}

    /// Looks at the signatures; without a key only at hashes, since a signature that nobody checks says nothing.
    init(kept: [Checkpoint], apart: [Checkpoint], workspace: WorkspaceID, key: CheckpointKey?) {
        for checkpoint in kept { self.kept[checkpoint.position] = checkpoint.hash }
        for checkpoint in apart { self.apart[checkpoint.position] = checkpoint.hash }
        for checkpoint in kept + apart {
            guard let key else { continue }
            let text = Checkpoint.text(checkpoint.position, checkpoint.moment, checkpoint.hash, workspace)
            if key.signed(text, as: checkpoint.signature) {
                signedUpTo = max(signedUpTo ?? 0, checkpoint.position)
            } else {
                findings.append(.badCheckpoint(position: checkpoint.position))
            }
        }
        unmet = Set(self.kept.keys).union(self.apart.keys)
    }

    /// Holds what checkpoints say of a place against the chain.
    mutating func pass(_ position: Int64, _ hash: [UInt8]) {
        guard unmet.remove(position) != nil else { return }
        if let other = kept[position], other != hash { findings.append(.badCheckpoint(position: position)) }
        if let other = apart[position], other != hash { findings.append(.otherChain(position: position)) }
    }

    /// Places that the chain never came to: it was cut.
    mutating func end() {
        for position in unmet.sorted() { findings.append(.otherChain(position: position)) }
        unmet = []
    }
}

extension Records {
    /// Signs the audit's head, where it is another one than the last that was signed.
    ///
    /// - Returns: the checkpoint; nil where there is nothing new. Keep its line apart from the database.
    public func signCheckpoint(with key: CheckpointKey, now: Int64) async throws -> Checkpoint? {
        let workspace = workspace
        return try await database.write { connection in
            let chain = try AuditChain(workspace: workspace, on: connection)
            let last = try connection.rows(
                "SELECT max(position) AS last FROM audit_checkpoint WHERE workspace_id = \(workspace.text)"
            ).first?.optionalInteger("last")
            guard chain.position > last ?? 0,
                let signature = key.sign(Checkpoint.text(chain.position, now, chain.hash, workspace))
            else { return nil }
            try connection.run(
                """
                INSERT INTO audit_checkpoint (workspace_id, position, moment, hash, signer, signature)
                VALUES (\(workspace.text), \(chain.position), \(now), \(chain.hash), \(key.signer), \(signature))
                """
            )
            return Checkpoint(
                position: chain.position,
                moment: now,
                hash: chain.hash,
                signer: key.signer,
                signature: signature
            )
        }
    }
}
