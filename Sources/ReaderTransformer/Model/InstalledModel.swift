/// The files of an installed version, each held open and compared with its sum.
///
/// Nothing of them is executed or loaded before all sums fit.
public struct InstalledModel: Sendable {
    /// The version.
    public let version: String
    /// Where it lies.
    public let folder: String
    /// Bytes of all its files.
    public let bytes: Int
    let parts: ModelParts
    private let files: [String: MappedFile]

    /// Finds this program's version in a folder and compares every sum.
    ///
    /// Errors: it is not there, a file is missing, or a file is another than it was made with.
    public init(in folder: ModelFolder, platform: String = ModelPlatform.current) throws(ModelError) {
        try self.init(in: folder, parts: try ModelParts.embedded(), platform: platform)
    }

    init(in folder: ModelFolder, parts: ModelParts, platform: String) throws(ModelError) {
        let manifest = parts.manifest
        let place = folder.version(manifest)
        let contents = try ModelFolder.contents(manifest, platform: platform)
        guard FileSystem.isFolder(place) else {
            throw .notInstalled(folder: folder.path, version: manifest.version)
        }
        var files: [String: MappedFile] = [:]
        for file in contents {
            files[file.name] = try MappedFile(place + "/" + file.name, bytes: file.bytes, sha256: file.sha256)
        }
        self.files = files
        self.parts = parts
        self.folder = place
        version = manifest.version
        bytes = contents.reduce(0) { $0 + $1.bytes }
    }

    func file(_ name: String) throws(ModelError) -> MappedFile {
        guard let file = files[name] else { throw .missing(path: folder + "/" + name) }
        return file
    }
}
