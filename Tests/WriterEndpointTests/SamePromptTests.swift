import Evidence
import Testing
import Writing

@testable import WriterEndpoint

@Suite struct `What a model sees of two persons` {
    private static let quotes = [
        "NAME fixed the import before HER own release, thanks", "thanks NAME for the 12 reviews, SHE named every risk",
        "SHE told us in #ops that NAME FAMILY's rule holds since 9 May",
        "@NAME asked the ROLE only which parts may wait",
        "I saw it HERSELF could not have, but NAME did: the queue is quiet",
    ]
    private static let women = ["Amara Okafor", "Ngozi Varga", "Mei Ito", "Priya Raghunathan", "Zo Quill"]
    private static let men = ["Tobias Lindqvist", "Jean-Baptiste Roche", "Bo Ek", "Mohammed Osei", "Yusuf Demir"]

    private func shown(_ number: Int, isFemale: Bool) -> [String] {
        let name = isFemale ? Self.women[number % 5] : Self.men[number / 5 % 5]
        let parts = name.split(separator: " ").map(String.init)
        let quote = Self.quotes[number % 5].replacing("NAME", with: parts[0]).replacing("FAMILY", with: parts[1])
            .replacing("HERSELF", with: isFemale ? "herself" : "himself")
            .replacing("SHE", with: isFemale ? "she" : "he").replacing("HER", with: isFemale ? "her" : "his")
            .replacing("ROLE", with: (number / 25).isMultiple(of: 2) == isFemale ? "manager" : "engineer")
        let entry = Sheets.entry("s\(number)", quote)
        let item = RewriteItem(
            place: 0,
            sentence: Sentence(
                "On \(number % 27 + 1) May in #ops, Omar Haddad said about \(parts[0]): “\(quote)”.",
                sources: [entry.id],
                role: .claim
            ),
            entries: [entry],
            material: RewriteMaterial(
                entries: [entry],
                subject: name,
                names: Sheets.names.filter { $0 != Sheets.subject } + [name],
                check: CitationCheck(entries: [entry], subject: name)
            ),
            isAlone: false
        )
        return item.shown
    }

    @Test func `is the same byte for byte, for two hundred pairs who differ in name, pronoun and track`() {
        for number in 0..<200 {
            let (hers, his) = (shown(number, isFemale: true), shown(number, isFemale: false))
            #expect(hers == his, "\(number)")
            #expect(!hers.joined().contains("Omar"))
        }
    }
}
