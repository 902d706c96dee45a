private import Foundation
import Store
import Workspace

/// What somebody who is to be erased is known by, and what of it stands in a text.
///
/// Source: `docs/methods.md`, "Erasure".
struct PersonTraces {
    /// What stands in the place of a name, an account or an id.
    static let left = "somebody who left"

    /// The person's id and the ids of their accounts: a cell that says one of them is about the person.
    let ids: Set<String>
    /// The accounts alone.
    let accounts: Set<String>
    /// Rows that are about the person alone and go; what others keep under their keys goes with them.
    var gone: Set<String> = []
    /// Evidence about others that rests on the person's words.
    var said: Set<String> = []
    /// Places of the audit at which evidence came in that was touched.
    var captures: Set<Int64> = []
    /// What is looked for in free text, case left aside: names, addresses, handles, ids.
    private let phrases: [Phrase]
    /// The same in columns of keys, where the id alone is enough.
    private let keys: [Phrase]

    /// Joins what the people file, the accounts and their names tell.
    ///
    /// Shape: `others` are names of everybody else; a part of a name that somebody else bears too is not looked for by itself,
    /// and neither is one that is also a plain word of the talk (`words`). Other parts are looked for in any case, those that are
    /// words elsewhere (`NameWords`) as they are written.
    init(
        person: PersonID,
        accounts: Set<String>,
        names: [String],
        addresses: [String],
        others: [String],
        words: Set<String>
    ) {
        ids = accounts.union([person.text])
        self.accounts = accounts
        let shared = Set(others.flatMap { $0.split(whereSeparator: { !$0.isLetter }).map { $0.lowercased() } })
        var texts: Set<String> = []
        var exact: Set<String> = []
        for name in names where name.count > 2 {
            let parts = name.split(separator: " ").map(String.init)
            let isPlain = parts.count == 1 && name.allSatisfy(\.isLetter)
            if !isPlain { texts.insert(name) }
            for part in parts where part.count > 2 {
                let plain = part.lowercased()
                guard part.contains(where: \.isUppercase), !shared.contains(plain), !words.contains(plain) else {
                    continue
                }
                if NameWords.all.contains(plain) { exact.insert(part) } else { texts.insert(part) }
            }
            if isPlain { exact.insert("@" + name) }
        }
        texts.formUnion(addresses.filter { $0.count > 3 })
        for id in ids where id.contains(where: { !$0.isLetter }) && id.count > 1 { texts.insert(id) }
        // The longest first, so that a full name goes as a whole.
        phrases =
            (texts.flatMap { Phrase.all($0, anyCase: true) } + exact.flatMap { Phrase.all($0, anyCase: false) })
            .sorted { $0.bytes.count > $1.bytes.count }
        keys = phrases + ids.map { Phrase($0, anyCase: false) }
    }

    /// True for a cell that is one of the person's ids.
    func isOwn(_ value: SQLValue?) -> Bool {
        guard case .text(let text)? = value else { return false }
        return ids.contains(text)
    }

    /// The text without what the person is known by; nil where nothing of it stood there.
    func without(_ text: String, isKey: Bool = false) -> String? {
        var bytes = Array(text.utf8)
        var isChanged = false
        for phrase in (isKey ? keys : phrases) where phrase.replace(in: &bytes) { isChanged = true }
        guard isChanged else { return nil }
        return String(decoding: bytes, as: UTF8.self).replacing("<@\(Self.left)>", with: Self.left)
            .replacing("@\(Self.left)", with: Self.left)
    }

    /// Whether anything that the person is known by stands in the text.
    func stand(in text: String, isKey: Bool = false) -> Bool {
        let bytes = Array(text.utf8)
        return (isKey ? keys : phrases).contains { $0.place(in: bytes, from: 0) != nil }
    }

    /// One thing to look for.
    private struct Phrase {
        let bytes: [UInt8]
        let anyCase: Bool

        init(_ text: String, anyCase: Bool) {
            bytes = anyCase ? text.utf8.map(Self.lowered) : Array(text.utf8)
            self.anyCase = anyCase
        }

        /// The phrase as written, without its marks, and in the other case where ASCII does not tell it.
        static func all(_ text: String, anyCase: Bool) -> [Phrase] {
            let bare = text.folding(options: .diacriticInsensitive, locale: nil)
            var forms: Set<String> = [text, bare, text.decomposedStringWithCanonicalMapping]
            if anyCase { forms.formUnion([text.lowercased(), text.uppercased()]) }
            return forms.map { Phrase($0, anyCase: anyCase) }
        }

        private static func lowered(_ byte: UInt8) -> UInt8 { 65...90 ~= byte ? byte + 32 : byte }

        private static func isWord(_ byte: UInt8) -> Bool {
            48...57 ~= byte || 65...90 ~= byte || 97...122 ~= byte || byte == 95 || byte >= 128
        }

        func place(in text: [UInt8], from start: Int) -> Int? {
            guard let first = bytes.first, text.count >= bytes.count else { return nil }
            var place = start
            while place + bytes.count <= text.count {
                defer { place += 1 }
                guard (anyCase ? Self.lowered(text[place]) : text[place]) == first else { continue }
                var step = 1
                while step < bytes.count,
                    (anyCase ? Self.lowered(text[place + step]) : text[place + step]) == bytes[step]
                {
                    step += 1
                }
                guard step == bytes.count else { continue }
                let end = place + step
                if place > 0, Self.isWord(text[place - 1]), Self.isWord(first) { continue }
                if end < text.count, Self.isWord(text[end]), Self.isWord(bytes[bytes.count - 1]) { continue }
                return place
            }
            return nil
        }

        func replace(in text: inout [UInt8]) -> Bool {
            var from = 0
            var isChanged = false
            while let place = place(in: text, from: from) {
                text.replaceSubrange(place..<(place + bytes.count), with: PersonTraces.left.utf8)
                from = place + PersonTraces.left.utf8.count
                isChanged = true
            }
            return isChanged
        }
    }
}
