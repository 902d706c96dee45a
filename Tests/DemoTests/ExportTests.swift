import CZip
import Foundation
import Testing
import Workspace

@testable import Demo

@Suite struct ExportTests {
    private func temporary() -> String {
        FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".zip").path
    }

    /// Every entry of a ZIP by its path.
    private func unpack(_ path: String) throws -> [(String, Data)] {
        let archive = try #require(zip_open(path, ZIP_RDONLY, nil))
        defer { zip_discard(archive) }
        return try (0..<zip_uint64_t(zip_get_num_entries(archive, 0))).map { index in
            let name = String(cString: try #require(zip_get_name(archive, index, 0)))
            let file = try #require(zip_fopen_index(archive, index, 0))
            defer { zip_fclose(file) }
            var bytes = Data()
            var piece = [UInt8](repeating: 0, count: 65_536)
            while case let count = zip_fread(file, &piece, 65_536), count > 0 { bytes += piece.prefix(Int(count)) }
            return (name, bytes)
        }
    }

    @Test func `two runs write the same bytes`() throws {
        let paths = [temporary(), temporary()]
        defer { for path in paths { try? FileManager.default.removeItem(atPath: path) } }
        for path in paths { try DemoCompany.writeExport(to: path) }
        let bytes = try paths.map { try Data(contentsOf: URL(filePath: $0)) }
        #expect(bytes[0] == bytes[1])
        #expect(bytes[0].count > 1000)
    }

    @Test func `a place that cannot be written to is told by its path`() {
        let path = "/nonexistent/folder/demo.zip"
        #expect { try DemoCompany.writeExport(to: path) } throws: { error in "\(error)".contains(path) }
    }

    @Test func `the ZIP has Slack's layout, and everything in it points to something in it`() throws {
        let path = temporary()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try DemoCompany.writeExport(to: path)
        var files: [String: [[String: Any]]] = [:]
        for (name, bytes) in try unpack(path) {
            #expect(files[name] == nil)
            files[name] = try #require(JSONSerialization.jsonObject(with: bytes) as? [[String: Any]], "\(name)")
        }
        let users = Set(try #require(files["users.json"]).compactMap { $0["id"] as? String })
        let channels = try #require(files["channels.json"])
        let folders = Set(channels.compactMap { $0["name"] as? String })
        #expect(files["integration_logs.json"]?.isEmpty == false)
        for channel in channels {
            #expect(Set(try #require(channel["members"] as? [String])).isSubset(of: users))
        }
        for (name, messages) in files where name.contains("/") {
            let parts = name.split(separator: "/").map { String($0) }
            #expect(parts.count == 2 && folders.contains(parts[0]) && parts[1].hasSuffix(".json"))
            #expect(!messages.isEmpty)
            for message in messages { try check(message, of: name, day: String(parts[1].dropLast(5)), users: users) }
        }
    }

    private func check(_ message: [String: Any], of file: String, day: String, users: Set<String>) throws {
        let time = try #require((message["ts"] as? String).flatMap { MessageTime(slack: $0) })
        #expect(ScriptClock.exportDay(utc: time.microseconds / 1_000_000).description == day)
        #expect(message["type"] as? String == "message")
        if let user = message["user"] as? String {
            #expect(users.contains(user))
        } else {
            #expect(message["subtype"] as? String == "bot_message" && message["bot_id"] is String)
        }
        let text = try #require(message["text"] as? String)
        for part in text.components(separatedBy: "<@").dropFirst() {
            #expect(users.contains(String(part.prefix { $0 != ">" })), "\(file)")
        }
        for reaction in message["reactions"] as? [[String: Any]] ?? [] {
            let people = try #require(reaction["users"] as? [String])
            #expect(reaction["count"] as? Int == people.count)
            #expect(Set(people).isSubset(of: users))
        }
        if message["reply_count"] != nil { #expect(message["thread_ts"] as? String == message["ts"] as? String) }
        if message["client_msg_id"] != nil {
            let blocks = try #require(message["blocks"] as? [[String: Any]])
            #expect(blocks.first?["type"] as? String == "rich_text")
            #expect((blocks.first?["elements"] as? [[String: Any]])?.isEmpty == false)
        }
    }

    @Test func `message ids are all different`() throws {
        let lines = try WrittenTalk.whole.lines
        let ids = lines.map { Fingerprint("client", $0.line.file, String($0.line.line)).uuid }
        #expect(Set(ids).count == ids.count)
    }
}
