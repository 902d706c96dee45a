private import CPages

/// A file that is part of the program.
struct Asset: Sendable, Hashable {
    /// Its folder and name, such as `Templates/week.mustache`.
    let name: String
    let bytes: [UInt8]

    /// Every file in the program, in the order of their names.
    static func all() -> [Asset] {
        (0..<cpages_count()).compactMap { index in
            guard let name = cpages_name(index), let start = cpages_bytes(index) else { return nil }
            return Asset(
                name: String(cString: name),
                bytes: Array(UnsafeBufferPointer(start: start, count: cpages_size(index)))
            )
        }
    }

    /// The files of a folder, by their names in it.
    static func folder(_ folder: String) -> [String: Asset] {
        var files: [String: Asset] = [:]
        for asset in all() where asset.name.hasPrefix("\(folder)/") {
            files[String(asset.name.dropFirst(folder.count + 1))] = asset
        }
        return files
    }
}
