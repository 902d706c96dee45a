import Foundation
import ModelEndpoint
import Testing

@Suite struct `Address and key of a model` {
    @Test(arguments: [
        "http://localhost:8080/v1", "http://127.0.0.1:11434/v1", "http://[::1]:8080/v1", "http://ollama:11434/v1",
        "http://10.1.2.3/v1", "http://192.168.0.7:1234/v1", "http://172.20.0.2/v1", "http://models.corp.internal/v1",
        "https://api.example.com/v1", "https://203.0.113.9/v1",
    ])
    func `an operator's own address is taken`(_ text: String) throws {
        #expect(try EndpointAddress(text).text == text)
        #expect(try EndpointAddress(text + "/").text == text)
        #expect(try EndpointAddress(text + "/chat/completions").text == text)
    }

    @Test(arguments: [
        "", "localhost:8080", "ftp://localhost/v1", "file:///etc/passwd", "http://", "https://host:99999/v1",
        "https://ho st/v1", "https://host/v1\r\nX: y", "unix:/var/run/x",
    ])
    func `what is no address is refused`(_ text: String) {
        #expect(throws: EndpointError.notAnAddress) { try EndpointAddress(text) }
    }

    @Test(arguments: [
        "http://api.example.com/v1", "http://203.0.113.9/v1", "http://172.32.0.1/v1", "http://2130706433/v1",
        "http://0x7f.1/v1",
        "http://10.evil.example/v1", "http://localhost.evil.example/v1", "http://127.0.0.1.evil.example/v1",
    ])
    func `messages do not leave the private network unencrypted`(_ text: String) throws {
        let host = try #require(URLComponents(string: text)?.host)
        #expect(throws: EndpointError.unencrypted(host: host)) { try EndpointAddress(text) }
    }

    @Test(arguments: ["https://user:pw@host/v1", "https://host/v1?key=abc", "https://host/v1#x", "https://me@host/v1"])
    func `an address that holds a key is refused, and the error does not repeat it`(_ text: String) {
        #expect(throws: EndpointError.addressHoldsMore(host: "host")) { try EndpointAddress(text) }
        #expect(!EndpointError.addressHoldsMore(host: "host").description.contains("pw"))
    }

    @Test(arguments: ["", "  \n", "a b", "clé", "a\r\nHost: evil", String(repeating: "k", count: 4097)])
    func `what is no key is refused`(_ text: String) { #expect(throws: EndpointError.badKey) { try EndpointKey(text) } }

    @Test func `a key is read from a file, and a missing file is named`() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "key-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(throws: EndpointError.keyFile(path)) { try EndpointKey(file: path) }
        try Data("sk-1\n".utf8).write(to: URL(filePath: path))
        #expect(try EndpointKey(file: path) == EndpointKey("sk-1"))
    }
}
