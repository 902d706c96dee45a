import Testing

@testable import Web

/// The style sheet's promises that a machine can check.
@Suite struct Styles {
    private static let css =
        Asset.folder("Static")["crosstie.css"].map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""

    /// The colours of a scheme, by name; `dark` reads the block for dark screens.
    private static func colours(dark: Bool) -> [String: Double] {
        let blocks = css.split(separator: ":root {")
        let block = blocks.dropFirst(dark ? 2 : 1).first?.prefix { $0 != "}" } ?? ""
        var colours: [String: Double] = [:]
        for match in block.matches(of: /--([a-z-]+): #([0-9a-f]{6});/) {
            guard let number = UInt32(match.2, radix: 16) else { continue }
            colours[String(match.1)] = luminance(number)
        }
        return colours
    }

    /// Relative luminance; WCAG 2.2, "relative luminance".
    private static func luminance(_ rgb: UInt32) -> Double {
        func linear(_ shift: UInt32) -> Double {
            let share = Double((rgb >> shift) & 255) / 255
            return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
        }
        return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
    }

    /// x to the 2.4: x² times the fifth root of x², by Newton's method.
    private static func power(_ x: Double) -> Double {
        var root = 1.0
        for _ in 0..<60 { root -= (root * root * root * root * root - x * x) / (5 * root * root * root * root) }
        return x * x * root
    }

    @Test(arguments: [false, true]) func `every text can be read on every ground`(_ dark: Bool) throws {
        let colours = Self.colours(dark: dark)
        let texts = ["ink", "soft", "accent"].flatMap { text in ["paper", "card", "tint"].map { (text, $0) } }
        for (text, ground) in texts + [("on-accent", "accent")] {
            let pair = [try #require(colours[text]), try #require(colours[ground])].sorted()
            let contrast = (pair[1] + 0.05) / (pair[0] + 0.05)
            #expect(contrast >= 4.5, "\(text) on \(ground), dark \(dark): \(contrast)")
        }
    }

    @Test func `the style sheet fetches nothing and serves screens, dark screens, phones and paper`() {
        for word in ["url(", "@import", "@font-face", "!important"] { #expect(!Self.css.contains(word), "\(word)") }
        for word in [
            "prefers-color-scheme: dark", "prefers-contrast", "@media print", "max-width: 34rem", ":focus-visible",
        ] {
            #expect(Self.css.contains(word), "\(word)")
        }
    }
}
