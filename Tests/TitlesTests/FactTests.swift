import Testing
import Titles

@Suite struct `Facts about known ladders` {
    @Test func `the built-in table reads and every fact names a source and a date`() throws {
        let known = try KnownLadders(csv: KnownLadders.builtInText, file: "built-in")
        #expect(known.facts.count == KnownLadders.builtIn.facts.count)
        #expect(known.facts.count >= 50)
        #expect(known.companies.count >= 9)
        for fact in known.facts {
            #expect(!fact.source.isEmpty)
            #expect(fact.asOf.split(separator: "-").count >= 2)
            #expect(fact.low <= fact.high)
        }
    }

    @Test func `a company is known by its other names`() {
        let known = KnownLadders.builtIn
        #expect(known.facts(of: "facebook") == known.facts(of: "Meta"))
        #expect(known.facts(of: "GOOGLE, Inc.") == known.facts(of: "google"))
        #expect(known.facts(of: "Nobody").isEmpty)
    }

    @Test func `an edited table changes the reading and is named as the source`() throws {
        let csv =
            "company;words;low;high;name;source;asOf;standing\nAcme;^ wizard;6;6;Wizard;Acme handbook;2026-10;published\n"
        let resolver = TitleResolver(known: try KnownLadders(csv: csv, file: "mine.csv"))
        let reading = resolver.resolve(TitleQuery("Wizard", company: "Acme GmbH"))
        #expect(reading.levels == 6...6)
        #expect(reading.reasons.map(\.sentence).contains { $0.contains("Acme handbook, 2026-10") })
    }

    @Test(arguments: [
        ("", "mine.csv:1: the table is empty; `crosstie titles facts` prints one to start from."),
        ("company,words\n", "mine.csv:1: low: the column is missing; add it to the first row."),
        (
            "company,words,low,high,name,source,asOf,standing\nA,x,0,3,n,s,2026,weak\n",
            "mine.csv:2: low: “0” is no level here; write a whole number from 1 to 9, low before high."
        ),
        (
            "company,words,low,high,name,source,asOf,standing\nA,x,1,3,n,,2026,sure\n",
            "mine.csv:2: source: the cell is empty; every fact says who, what and since when."
        ),
    ])
    func `a table that cannot be used names line and column`(csv: String, first: String) {
        let error = #expect(throws: TitlesError.self) { try KnownLadders(csv: csv, file: "mine.csv") }
        #expect(error?.description.split(separator: "\n").first.map(String.init) == first)
    }
}
