import Foundation

/// A package index as pip uses it: a page for each name, in JSON or HTML.
///
/// Source: PEP 503, PEP 691.
struct PackageIndex {
    let address: String
    let source: any PackageSource

    /// The index that counts when nobody names another.
    static let usual = "https://pypi.org/simple"

    private static let accept =
        "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1"

    /// The address of a file.
    ///
    /// Errors: the index is not to be had over HTTPS, or does not list the file.
    func address(of package: ModelManifest.Package) async throws(ModelError) -> String {
        let page = address.trimmingSuffix("/") + "/" + package.name + "/"
        try Self.requireSecure(page)
        let answer: PackageAnswer
        do {
            answer = try await source.fetch(page, accept: Self.accept, range: nil)
        } catch {
            throw .cannotFetch(address: page, reason: "\(error)")
        }
        let links = answer.contentType.contains("json") ? Self.json(answer.bytes) : Self.html(answer.bytes)
        guard let link = links.first(where: { Self.fileName($0) == package.file }),
            let url = URL(string: String(link.prefix { $0 != "#" }), relativeTo: URL(string: page))
        else { throw .notListed(file: package.file, address: page) }
        let found = url.absoluteString
        try Self.requireSecure(found)
        return found
    }

    /// HTTPS, or this machine itself.
    static func requireSecure(_ address: String) throws(ModelError) {
        guard let url = URL(string: address), let host = url.host,
            url.scheme == "https" || url.scheme == "http" && ["localhost", "127.0.0.1", "::1"].contains(host)
        else { throw .notSecure(address: address) }
    }

    private static func fileName(_ link: String) -> String {
        let path = link.prefix { $0 != "#" && $0 != "?" }
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        return name.removingPercentEncoding ?? name
    }

    private static func json(_ bytes: [UInt8]) -> [String] {
        struct Page: Decodable {
            let files: [File]
            struct File: Decodable { let url: String }
        }
        return (try? JSONDecoder().decode(Page.self, from: Data(bytes)))?.files.map(\.url) ?? []
    }

    /// What stands in the `href="…"` of the page's links.
    private static func html(_ bytes: [UInt8]) -> [String] {
        let text = String(decoding: bytes, as: UTF8.self)
        return text.matches(of: /href\s*=\s*["']([^"']+)["']/.ignoresCase()).map { match in
            String(match.1).replacingOccurrences(of: "&amp;", with: "&")
        }
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: Character) -> String {
        var text = self
        while text.last == suffix { text.removeLast() }
        return text
    }
}
