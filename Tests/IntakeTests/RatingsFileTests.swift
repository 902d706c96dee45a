import Intake
import Testing

@Suite struct `a ratings file` {
    static let known: Set<String> = ["craft", "judgement", "growing-people"]

    static func read(_ text: String, open: (String) -> [UInt8]? = { _ in nil }) throws(RatingsError) -> RatingsFile {
        try RatingsFile.read(Array(text.utf8), file: "ratings.csv", competencies: known, text: open)
    }

    static func faults(_ text: String) -> [RatingsFault] {
        do throws(RatingsError) {
            _ = try read(text)
            return []
        } catch {
            guard case .problems(_, let problems) = error else { return [] }
            return problems.map(\.fault)
        }
    }

    @Test func `is read with second ratings, competencies, citations and texts`() throws {
        let file = try Self.read(
            """
            Person;Rater;Rating;Second rater;Second rating;Last rating;Craft;Competency: Growing people;Cited;Text file;Mood
            ana@x.example;mo;4;ben;3,5;3;4;5;e1 e2,e3;a.txt;sunny
            ben;;2;;;;;;;;
            """
        ) { $0 == "a.txt" ? Array("She shipped it.".utf8) : nil }
        let row = try #require(file.rows.first)
        #expect(row.person == "ana@x.example" && row.rater == "mo" && row.rating == 4 && row.last == 3)
        #expect(row.seconds.map(\.rater) == ["ben"] && row.seconds.map(\.rating) == [3.5])
        #expect(row.competencies == ["craft": 4, "growing-people": 5])
        #expect(row.cited == ["e1", "e2", "e3"] && row.text == "She shipped it.")
        #expect(file.rows[1].rater == nil && file.rows[1].seconds.isEmpty && file.rows[1].text == nil)
        #expect(file.unknownColumns == ["Mood"])
    }

    @Test(arguments: [
        ("", [RatingsFault.empty]), ("person,rating\n", [.empty]), ("person\nana\n", [.noColumn("rating")]),
        ("person,rating\nana,6\n", [.badRating]), ("person,rating\nana,\n", [.badRating]),
        ("person,rating\nana,nan\n", [.badRating]), ("person,rating\n,3\n", [.noPerson]),
        ("person,rating\nana,3\nAna,4\n", [.personTwice(line: 2)]), ("person,id,rating\nana,b,3\n", [.columnTwice]),
        ("person,rating,second rater\nana,3,ben\n", [.halfSecond]),
        ("person,rating,text file\nana,3,../secret\n", [.noText]),
        ("person,rating,text file\nana,3,/etc/x\n", [.noText]),
        ("person,rating,text file\nana,3,missing.txt\n", [.noText]),
    ])
    func `says what is wrong with it`(text: String, faults: [RatingsFault]) {
        #expect(Self.faults(text) == faults)
    }

    @Test func `names every problem with its line, and no rating`() {
        do throws(RatingsError) {
            _ = try Self.read("person,rating\nana,6.25\nben,0\n")
            Issue.record("taken")
        } catch {
            #expect(error.words.contains("ratings.csv:2") && error.words.contains("ratings.csv:3"))
            #expect(!error.words.contains("6.25"))
        }
    }

    @Test func `that is no text is refused`() {
        #expect(throws: RatingsError.self) {
            try RatingsFile.read([0xFF, 0xC0, 0x31], file: "r", competencies: [])
        }
    }
}
