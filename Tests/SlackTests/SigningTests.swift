import Slack
import Testing

@Suite struct `Signatures of Slack` {
    private static let secret = "8f742231b10e8888abcd99yyyzzz85a5"
    private static let body = Array(
        ("token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
            + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
            + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554"
            + "%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c").utf8
    )
    private static let signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"
    private static let time: Int64 = 1_531_420_618

    private func verdict(
        times: [String] = ["1531420618"],
        signatures: [String] = [signature],
        body: [UInt8] = body,
        now: Int64 = time,
        secrets: [String] = [secret]
    ) throws -> SigningSecrets.Verdict {
        try #require(SigningSecrets(secrets)).verify(times: times, signatures: signatures, body: body, now: now)
    }

    @Test func `the published example is genuine`() throws {
        #expect(try verdict() == .genuine)
    }

    @Test func `any of several secrets will do while one is replaced`() throws {
        #expect(try verdict(secrets: ["another", Self.secret]) == .genuine)
        #expect(try verdict(secrets: ["another"]) == .forged)
    }

    @Test(arguments: [(-300, true), (-301, false), (300, true), (301, false), (0, true)])
    func `a request counts for five minutes in both directions`(off: Int, counts: Bool) throws {
        #expect(try verdict(now: Self.time + Int64(off)) == (counts ? .genuine : .outsideWindow))
    }

    @Test(arguments: [
        [], ["1531420618", "1531420619"], [""], ["abc"], ["-5"], ["1531420618.0"], ["１５３１"], [" 1531420618"],
        ["9999999999999"],
    ])
    func `a time of another form is refused`(times: [String]) throws {
        #expect(try verdict(times: times) == .malformed)
    }

    @Test(arguments: [
        [], [signature, "v0=00"], ["v1=" + signature.dropFirst(3)], [String(signature.dropLast())], [signature + "0"],
        [signature.uppercased()],
    ])
    func `a signature of another form is refused`(signatures: [String]) throws {
        #expect(try verdict(signatures: signatures) == .malformed)
    }

    @Test func `one changed byte of body or signature is found`() throws {
        for place in stride(from: 0, to: Self.body.count, by: 17) {
            var body = Self.body
            body[place] ^= 1
            #expect(try verdict(body: body) == .forged)
        }
        #expect(try verdict(signatures: ["v0=b" + Self.signature.dropFirst(4)]) == .forged)
        #expect(try verdict(times: ["1531420619"]) == .forged)
        #expect(try verdict(signatures: [Self.signature, Self.signature]) == .genuine)
    }
}
