import Evidence
import Foundation
import Testing
import Writing

@testable import WriterEndpoint

@Suite struct `A mask` {
    static let names = ["Lena Park", "Omar Haddad", "May Chen", "Li Wei", "Will Young", "Anna-Maria de la Cruz"]

    private func masked(_ text: String, subject: String = "Lena Park") -> String {
        var mask = Mask(subject: subject, names: Self.names)
        return mask.masked(text, isQuote: true)
    }

    @Test(arguments: [
        ("thanks Lena and @Omar_Haddad!", "thanks [P1] and [P2]!"),
        ("Lena Park's fix, says lena park", "[P1]'s fix, says [P1.2]"),
        ("on 9 May in #ops-night May Chen wrote", "on 9 May in [C1] [P2] wrote"),
        ("she did it herself, he said", "[T1] did it [T2], [T3] said"),
        ("our Engineering Manager and the IC4", "our [N1] [W1] and the [W2]"),
        ("see https://x.example/a?b=c. Or mail lena@x.example", "see [L1]. Or mail [L2]"),
        ("<@U123> and <#C9|ops> and <https://a.example|here>", "[L1] and [C1] and [L2]"),
        ("nice :woman-technologist::skin-tone-3: :tada:", "nice [E1][E2] :tada:"),
        ("[P1] is [P2]", "[X1] is [X2]"),
        ("a ] and a [", "a [X1] and a [X2]"),
        ("Thanks Priya, the API of Kafka works", "Thanks [N1], the API of [N2] works"),
        ("@Anna-Maria de la Cruz and anna-maria de la cruz", "[P2] and [P2.2]"),
        ("👩🏽‍💻 wrote it", "[E1] wrote it"),
        ("thanks lena, omar and li, that will do", "thanks [P1], [P2] and li, that will do"),
        ("the branch fixLena2 and LenaPark", "the branch [N1] and [N2]"),
        ("level 5 or L6", "[W1] or [W2]"),
        ("Will Young will help", "[P2] will help"),
    ])
    func `covers whatever says who somebody is`(_ text: String, _ wanted: String) { #expect(masked(text) == wanted) }

    @Test func `gives every text back byte for byte`() {
        let pieces =
            Self.names + [
                "she", "Her", "his", "manager", "senior staff engineer", "#ops", "@omar", "@", "#", "[", "]", "[P1]",
                "[P1.2]", "<", ">",
                "https://a.example/x?y=[z]", "lena@x.example", "“", "”", "'s", "’s", ".", ",", "\n", "  ", "May", "9",
                "L5", ":", ":man:",
                "🏽", "é", "naïve", "\u{200B}", "Kafka", "thanks", "I'm", "—", "<@U1>", "www.x.example",
            ]
        var generator = SplitMix(state: 7)
        for _ in 0..<2000 {
            var text = ""
            for _ in 0..<Int.random(in: 0...14, using: &generator) {
                text += pieces[Int.random(in: 0..<pieces.count, using: &generator)]
                text += Int.random(in: 0..<6, using: &generator) == 0 ? "-" : " "
            }
            var mask = Mask(subject: "Lena Park", names: Self.names)
            let first = mask.masked(text, isQuote: true)
            let second = mask.masked(text, isQuote: false)
            #expect(mask.unmasked(first) == text)
            #expect(mask.unmasked(second) == text)
            for name in ["Lena", "Omar", "Haddad"] where text.contains(name) { #expect(!first.contains(name)) }
        }
    }

    @Test(arguments: ["[P9]", "[P1", "P1]", "[p1]", "[P1]]", "[ P1]", "[]", "[X1]"])
    func `takes no label that it did not give`(_ text: String) {
        var mask = Mask(subject: "Lena Park", names: Self.names)
        _ = mask.masked("Lena", isQuote: true)
        #expect(mask.unmasked(text) == nil)
    }

    @Test func `makes people alike who differ in name, pronoun and track only`() {
        let texts = [
            (
                "Lena Park",
                "On 9 May in #ops, Omar Haddad said about Lena Park: “she is our engineering manager, ask her or @Lena; her fix holds”."
            ),
            (
                "Li Wei",
                "On 9 May in #ops, Omar Haddad said about Li Wei: “he is our engineering principal staff lead, ask him or @Li; his fix holds”."
            ),
        ].map { subject, text in
            var mask = Mask(subject: subject, names: Self.names)
            return mask.masked(text, isQuote: false)
        }
        #expect(texts[0] == texts[1])
        #expect(!texts[0].contains("Lena") && !texts[0].contains("manager") && !texts[0].contains(" her "))
    }
}

/// A small generator with a seed.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
