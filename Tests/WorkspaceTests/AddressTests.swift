import Testing
import Workspace

@Suite struct `Addresses to fetch from` {
    @Test(arguments: [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.2.7", "::1", "::", "fe80::1", "fc00::1", "fd12:3456::1",
        "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "2001:db8::1", "2001::1",
        "::127.0.0.1", "fec0::1",
    ])
    func `a machine's own network and reserved addresses are not public`(text: String) throws {
        #expect(try #require(NumericAddress(text)).isPublic == false)
    }

    @Test(arguments: [
        "1.1.1.1", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450:4001::8a",
        "64:ff9b::101:101",
        "::ffff:8.8.8.8",
    ])
    func `what anybody can have is public`(text: String) throws {
        #expect(try #require(NumericAddress(text)).isPublic)
    }

    @Test(arguments: [
        "1.2.3", "1.2.3.4.5", "01.2.3.4", "256.1.1.1", "1.2.3.0x4", ":::", "1::2::3", "12345::", "fe80::1%eth0",
        "::1.2.3",
        "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "g::", "",
    ])
    func `other forms of numbers are no address`(text: String) {
        #expect(NumericAddress(text) == nil)
    }

    @Test(arguments: [
        ("ftp://example.com/a", AddressFault.scheme), ("file:///etc/passwd", .scheme),
        ("https://u:p@example.com/", .credentials),
        ("https://2130706433/", .strangeHost), ("https://0x7f.1/", .strangeHost), ("https://127.1/", .strangeHost),
        ("https://0177.0.0.1/", .strangeHost), ("https:///path", .notAnAddress), ("example.com", .notAnAddress),
        ("https://exa mple.com/", .notAnAddress), ("https://example.com:99999/", .notAnAddress),
        ("https://example.com\\@evil.org/", .notAnAddress), ("https://[::1/", .strangeHost),
        ("https://ex\u{E4}mple.com/", .strangeHost),
    ])
    func `an address that hides where it leads is refused`(text: String, fault: AddressFault) {
        #expect(throws: fault) { try OutgoingAddress(text) }
        #expect(!fault.words.isEmpty)
    }

    @Test func `an address is taken apart and put together`() throws {
        let address = try OutgoingAddress("HTTPS://Example.COM:8443/cal/a.ics?k=1#top")
        #expect(address.text == "https://example.com:8443/cal/a.ics?k=1")
        #expect(try OutgoingAddress("webcal://example.com/a").text == "https://example.com/a")
        #expect(try OutgoingAddress("http://[2606:4700::1]/").host == "2606:4700:0:0:0:0:0:1")
    }

    @Test func `one address of its own network is enough to refuse a name, unless the operator allows it`() throws {
        let address = try OutgoingAddress("https://calendar.example.com/a.ics")
        let found = [try #require(NumericAddress("1.1.1.1")), try #require(NumericAddress("10.0.0.1"))]
        #expect(throws: AddressFault.ownNetwork(host: "calendar.example.com")) { try address.check(found) }
        #expect(try address.check(found, allowsOwnNetwork: true) == found)
        #expect(throws: AddressFault.nothingFound(host: "calendar.example.com")) { try address.check([]) }
    }

    @Test(arguments: [
        ("/b.ics", "https://example.com/b.ics"), ("c.ics", "https://example.com/x/c.ics"),
        ("//other.org/d", "https://other.org/d"), ("https://other.org:444/e", "https://other.org:444/e"),
    ])
    func `a redirect leads on from where it stands`(location: String, text: String) throws {
        #expect(try OutgoingAddress("https://example.com/x/a.ics?q=1").redirected(to: location).text == text)
    }

    @Test func `nobody is sent on from https to http`() throws {
        let address = try OutgoingAddress("https://example.com/")
        #expect(throws: AddressFault.scheme) { try address.redirected(to: "http://example.com/") }
        #expect(throws: AddressFault.scheme) { try address.redirected(to: "ftp://example.com/") }
    }
}
