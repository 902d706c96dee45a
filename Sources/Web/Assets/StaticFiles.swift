/// Styles and icons under names that change with their content, so that browsers may keep them for a year.
struct StaticFiles: Sendable {
    private let files: [String: Asset]
    private let addresses: [String: String]

    init(_ assets: [String: Asset] = Asset.folder("Static")) {
        var files: [String: Asset] = [:]
        var addresses: [String: String] = [:]
        for (name, asset) in assets {
            let stamp = sha256(asset.bytes).prefix(8).map { $0 }.hexadecimal
            let parts = name.split(separator: ".", maxSplits: 1)
            let stamped = "\(parts[0]).\(stamp).\(parts.dropFirst().joined())"
            files[stamped] = asset
            addresses[name] = "/static/\(stamped)"
        }
        self.files = files
        self.addresses = addresses
    }

    /// The address of a file, by its name in the folder.
    func address(of name: String) throws(WebError) -> String {
        guard let address = addresses[name] else { throw .fileMissing(name: name) }
        return address
    }

    /// The file under a stamped name, and its media type.
    func file(_ stamped: String) -> (bytes: [UInt8], type: String)? {
        guard let asset = files[stamped] else { return nil }
        let type =
            switch asset.name.split(separator: ".").last {
            case "css": "text/css; charset=utf-8"
            case "svg": "image/svg+xml"
            case "js": "text/javascript; charset=utf-8"
            default: "application/octet-stream"
            }
        return (asset.bytes, type)
    }
}
