import Feeds
import Testing

@Suite struct FeedDateTests {
    @Test(arguments: [
        ("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z"), ("Thu, 1 Jan 04 19:48 GMT", "2004-01-01T19:48:00Z"),
        ("01 Jan 2004 19:48:21 EST", "2004-01-02T00:48:21Z"),
        ("Thu,01 Jan 2004 19:48:21 +0200", "2004-01-01T17:48:21Z"),
        ("Thu, 31 Dec 2003 23:59:59 -05:30", "2004-01-01T05:29:59Z"),
        ("Thursday, January 1, 2004 7:48 PM", "2004-01-01T19:48:00Z"),
        ("Jan 1, 2004", "2004-01-01T00:00:00Z"), ("Thu Jan  1 19:48:21 2004", "2004-01-01T19:48:21Z"),
        ("Thu Jan 01 19:48:21 PST 2004", "2004-01-02T03:48:21Z"), ("1-Jan-2004 19:48:21", "2004-01-01T19:48:21Z"),
        ("Thu, 01 January 2004 19:48:21 Foo/Bar", "2004-01-01T19:48:21Z"),
        ("Mon, 26 Jan 95 10:00:00 GMT", "1995-01-26T10:00:00Z"),
        ("Sat, 31 Apr 2004 10:00:00 GMT", nil), ("lun, 05 janv. 2004 10:00:00 +0100", "2004-01-05T09:00:00Z"),
        ("Mo, 5. Januar 2004 10:00 MEZ", "2004-01-05T09:00:00Z"), ("5 de enero de 2004", "2004-01-05T00:00:00Z"),
        ("2004-01-01T19:48:21Z", "2004-01-01T19:48:21Z"), ("2004-01-01T19:48:21.5+02:00", "2004-01-01T17:48:21.5Z"),
        ("2004-01-01T19:48Z", "2004-01-01T19:48:00Z"), ("20040101T194821Z", "2004-01-01T19:48:21Z"),
        ("2004", "2004-01-01T00:00:00Z"),
        ("2004-02", "2004-02-01T00:00:00Z"), ("2004-060", "2004-02-29T00:00:00Z"),
        ("2004-W01-1", "2003-12-29T00:00:00Z"),
        ("2004-01-01 19:48:21 -0800", "2004-01-02T03:48:21Z"), ("2004/01/31 08:00", "2004-01-31T08:00:00Z"),
        ("2003-12-31T24:00:00Z", "2004-01-01T00:00:00Z"), ("31/12/2003 10:00", "2003-12-31T10:00:00Z"),
        ("12/31/2003", "2003-12-31T00:00:00Z"), ("31.12.2003 10:00", "2003-12-31T10:00:00Z"), ("2004-13-01", nil),
        ("2004-01-01T25:00:00Z", nil),
        ("2004년 05월 28일 01:31:15", "2004-05-27T16:31:15Z"), ("2004-05-25 오후 11:23:17", "2004-05-25T14:23:17Z"),
        ("2004-július-13T9:15-05:00", "2004-07-13T14:15:00Z"),
        ("Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T17:00:00Z"),
        ("yesterday", nil), ("", nil), ("0000-00-00 00:00:00", nil), ("Thu, 99 Foo 2004", nil), ("١٢/٣/٢٠٠٤", nil),
        ("🕐", nil),
        ("2004-01-01T19:48:21 somewhere over the long long long rainbow of zones", nil),
    ]) func `moments are read as they are written`(_ text: String, _ expected: String?) {
        let wanted = expected.flatMap(FeedDate.microseconds)
        #expect((expected == nil) == (wanted == nil))
        #expect(FeedDate.microseconds(text) == wanted)
    }

    @Test func `known moments have known numbers`() {
        #expect(FeedDate.microseconds("1970-01-01T00:00:00Z") == 0)
        #expect(FeedDate.microseconds("2026-11-21T12:00:00Z") == 1_795_262_400_000_000)
    }
}

@Suite struct EncodingTests {
    static let words = "Schienenstöße – „gut“"

    private func title(_ bytes: [UInt8], _ type: String? = nil) throws -> String? {
        try Feed(reading: bytes, contentType: type).title
    }

    private func document(_ declaration: String = "", _ title: [UInt8]) -> [UInt8] {
        Array((declaration + "<rss version=\"2.0\"><channel><title>").utf8) + title
            + Array("</title></channel></rss>".utf8)
    }

    @Test func `marks, headers and declarations are asked in turn`() throws {
        let latin: [UInt8] = Array("Sch".utf8) + [0xF6, 0xDF, 0x96, 0x84]
        #expect(try title([0xEF, 0xBB, 0xBF] + document("", Array(Self.words.utf8))) == Self.words)
        #expect(try title(document("<?xml version=\"1.0\" encoding=\"windows-1252\"?>", latin)) == "Schöß–„")
        #expect(try title(document("", latin), "text/xml; charset=\"iso-8859-1\"") == "Schöß–„")
        #expect(try title(document("<?xml version='1.0' encoding='utf-8'?>", latin)) == "Schöß–„")
        #expect(try title(document("", latin)) == "Schöß–„")
        #expect(
            try title(document("<?xml version='1.0' encoding='iso-8859-1'?>", Array(Self.words.utf8))) == Self.words
        )
        #expect(try title(document("<?xml version='1.0' encoding='nonsense'?>", Array(Self.words.utf8))) == Self.words)
        #expect(try title(document("<?xml version='1.0' encoding='utf-16'?>", Array(Self.words.utf8))) == Self.words)
        #expect(try title(document("<?xml version='1.0' encoding='koi8-r'?>", [0xF0, 0xD5, 0xD4, 0xD8])) == "Путь")
        #expect(try title(document("<?xml version='1.0' encoding='shift_jis'?>", [0x93, 0x53, 0x93, 0xB9])) == "鉄道")
    }

    @Test(arguments: [true, false], [true, false]) func `wide letters in either order, with and without mark`(
        big: Bool,
        mark: Bool
    ) throws {
        let text =
            "<?xml version=\"1.0\" encoding=\"utf-16\"?><rss version=\"2.0\"><channel><title>\(Self.words)</title></channel></rss>"
        let units = (mark ? [0xFEFF] : []) + Array(text.utf16)
        let bytes = units.flatMap { big ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] }
        #expect(try title(bytes) == Self.words)
    }

    @Test func `numbers of windows-1252 mean what was meant`() throws {
        #expect(try title(document("", Array("&#147;Track&#148; &#8217; &hellip;".utf8))) == "“Track” ’ …")
    }
}

@Suite struct UnpackingTests {
    /// `<rss version="2.0"><channel><title>Packed</title></channel></rss>`, packed in three ways.
    private static let words = "<rss version=\"2.0\"><channel><title>Packed</title></channel></rss>"
    private static let gzip: [UInt8] = [
        31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 179, 41, 42, 46, 86, 40, 75, 45, 42, 206,
        204, 207, 179, 85, 50, 210, 51, 80, 178, 179, 73, 206, 72, 204, 203, 75, 205, 177, 179, 41,
        201, 44, 201, 73, 181, 11, 72, 76, 206, 78, 77, 177, 209, 135, 240, 108, 244, 225, 210, 250,
        64, 189, 118, 0, 121, 53, 208, 20, 65, 0, 0, 0,
    ]
    private static let zlib: [UInt8] = [
        120, 156, 179, 41, 42, 46, 86, 40, 75, 45, 42, 206, 204, 207, 179, 85, 50, 210, 51, 80,
        178, 179, 73, 206, 72, 204, 203, 75, 205, 177, 179, 41, 201, 44, 201, 73, 181, 11, 72, 76,
        206, 78, 77, 177, 209, 135, 240, 108, 244, 225, 210, 250, 64, 189, 118, 0, 227, 41, 22, 143,
    ]
    private static let bare: [UInt8] = [
        179, 41, 42, 46, 86, 40, 75, 45, 42, 206, 204, 207, 179, 85, 50, 210, 51, 80, 178, 179,
        73, 206, 72, 204, 203, 75, 205, 177, 179, 41, 201, 44, 201, 73, 181, 11, 72, 76, 206, 78,
        77, 177, 209, 135, 240, 108, 244, 225, 210, 250, 64, 189, 118, 0,
    ]

    @Test func `gzip and both kinds of deflate unpack`() throws {
        let plain = Array(Self.words.utf8)
        #expect(try Unpacking.bytes(Self.gzip, packing: "gzip") == plain)
        #expect(try Unpacking.bytes(Self.zlib, packing: "deflate") == plain)
        #expect(try Unpacking.bytes(Self.bare, packing: " Deflate ") == plain)
        #expect(try Unpacking.bytes(plain, packing: nil) == plain)
    }

    @Test func `what does not unpack, or grows too large, is refused`() {
        #expect(throws: FeedError.packing) { try Unpacking.bytes(Array("hello hello".utf8), packing: "gzip") }
        #expect(throws: FeedError.packing) { try Unpacking.bytes([1, 2, 3], packing: "br") }
        var limits = FeedLimits()
        limits.bytes = 20
        #expect(throws: FeedError.tooLarge(bytes: 20, limit: 20)) {
            try Unpacking.bytes(Self.gzip, packing: "gzip", limits: limits)
        }
    }
}
