/// What belongs to a version of the transformer reader: sums of all files, how the numbers are made, operating points.
///
/// It is part of the program, so whoever trusts the program can trust every sum in it.
/// Shape: `models/reader.json`, written by `training/transformer.py`.
public struct ModelManifest: Sendable, Decodable {
    /// The reader's version.
    public let version: String
    let format: Int
    let files: [File]
    let weights: File
    let packages: [Package]
    let length: Int
    let contextRoom: Int
    let kinds: [Kind]
    let recipe: [Step]
    let tensors: [Place]

    /// A file and its sum.
    struct File: Sendable, Decodable {
        let name: String
        let bytes: Int
        let sha256: String
    }

    /// A package of the index, and what is taken out of it.
    struct Package: Sendable, Decodable {
        let name: String
        let version: String
        let platform: String
        let file: String
        let bytes: Int
        let sha256: String
        let take: [Entry]
    }

    /// A file inside a package.
    struct Entry: Sendable, Decodable {
        let entry: String
        let `as`: String
        let bytes: Int
        let sha256: String
    }

    /// From score to probability, and from which probability on it counts.
    struct Kind: Sendable, Decodable {
        let kind: String
        let slope: Double
        let offset: Double
        let point: Double
    }

    /// How one tensor of the weights file is made.
    struct Step: Sendable, Decodable {
        let tensor: String
        let from: Origin
        let source: String?
        let at: Int?
        let count: Int?
        let columns: Int?
        let rank: Int?
        let levels: Int?
        let parts: [Part]?

        /// Where its numbers come from.
        enum Origin: String, Sendable, Decodable {
            case base, delta, table, both
        }
    }

    /// One of the public matrices that stand side by side in a tensor, and its change.
    struct Part: Sendable, Decodable {
        let source: String
        let rows: Int
        let left: Int
        let leftUnit: Int
        let right: Int
        let rightUnit: Int
    }

    /// Where a tensor lies in the weights file.
    struct Place: Sendable, Decodable {
        let name: String
        let at: Int
        let bytes: Int
    }

    /// The packages that a kind of machine needs: the encoder, then the library.
    func packages(for platform: String) throws(ModelError) -> [Package] {
        guard packages.contains(where: { $0.platform == platform }) else { throw .otherPlatform(platform) }
        return packages.filter { $0.platform == platform || $0.platform == "any" }
    }
}

/// Which kind of machine this is, as the manifest names it.
public enum ModelPlatform {
    /// `linux-x86_64` and the like.
    public static var current: String {
        #if os(Linux)
        let system = "linux"
        #elseif os(macOS)
        let system = "macos"
        #else
        let system = "other"
        #endif
        #if arch(x86_64)
        return system + "-x86_64"
        #elseif arch(arm64)
        return system == "linux" ? "linux-aarch64" : system + "-arm64"
        #else
        return system + "-other"
        #endif
    }
}
