/// Rules about the names of archive entries, which nobody vouches for.
enum EntryName {
    /// The name as text: UTF-8 where the bytes are that, else the old DOS code page.
    ///
    /// Slack writes UTF-8 without saying so in the entry's flags, so the flag is not asked.
    static func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(byte < 128 ? Unicode.Scalar(byte) : codePage437[Int(byte) - 128]) }
        return String(text)
    }

    /// True for a name that an unpacking program could carry out of its folder.
    static func pointsOutside(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        guard let first = bytes.first else { return true }
        if first == UInt8(ascii: "/") || bytes.contains(0) { return true }
        if bytes.count >= 2, bytes[1] == UInt8(ascii: ":"), isLetter(first) { return true }
        // The title of a canvas is free text; everything else that Slack writes has no backslash.
        if bytes.contains(UInt8(ascii: "\\")), !name.hasPrefix("FC:") { return true }
        let parts = bytes.split(omittingEmptySubsequences: false) {
            $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\")
        }
        return parts.contains { $0.elementsEqual("..".utf8) }
    }

    /// True for what file managers add to an archive by themselves.
    static func isNoise(_ name: String) -> Bool {
        if name.hasPrefix("__MACOSX/") { return true }
        let last = name.utf8.lastIndex(of: UInt8(ascii: "/")).map { name[name.index(after: $0)...] } ?? name[...]
        return last == ".DS_Store" || last == "Thumbs.db" || last == "desktop.ini" || last.hasPrefix("._")
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 32) >= UInt8(ascii: "a") && (byte | 32) <= UInt8(ascii: "z")
    }

    private static let codePage437 = Array(
        """
        ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
        αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}
        """.unicodeScalars
    )
}
