/// Where versions of the transformer reader lie, one folder each.
public struct ModelFolder: Sendable, Hashable {
    /// The folder that holds them.
    public let path: String

    /// Names a folder; it need not exist.
    public init(_ path: String) {
        self.path = path
    }

    /// The folder that counts when nobody names another, given the user's home.
    public static func usual(home: String) -> ModelFolder { ModelFolder(home + "/.local/share/crosstie/models") }

    /// The folder of one version.
    func version(_ manifest: ModelManifest) -> String { path + "/" + manifest.version }

    /// What one version consists of: file names with their sums.
    static func contents(_ manifest: ModelManifest, platform: String) throws(ModelError) -> [ModelManifest.File] {
        var files = [manifest.weights]
        for package in try manifest.packages(for: platform) {
            for entry in package.take where entry.as != Self.tensors {
                files.append(ModelManifest.File(name: entry.as, bytes: entry.bytes, sha256: entry.sha256))
            }
        }
        return files
    }

    /// Names that files have in the folder.
    static let library = "libonnxruntime"
    static let vocabulary = "vocab.txt"
    /// What only the installation needs.
    static let tensors = "model.safetensors"
}
