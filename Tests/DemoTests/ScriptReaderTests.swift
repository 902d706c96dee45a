import Testing
import Workspace

@testable import Demo

@Suite struct ScriptReaderTests {
    private func read(_ text: String) throws -> [ScriptLine] {
        try ScriptReader.read(Script(name: "test.txt", text: text))
    }

    @Test func `a script with everything is read as it was meant`() throws {
        let lines = try read(
            """
            // a remark
            #papers
            @ 2026-03-09 09:14
            fatou [move]: keel-docs moved on saturday, right?
            > joao +tada(fatou, esther) +eyes(zoe) {edit}: and no ticket
            | second line
            ~ 2h
            anjali: something else
            ^ move
            >! maren: yes. 02:10 to 02:31
            * rafael joins
            """
        )
        #expect(lines.map(\.speaker) == ["fatou", "joao", "anjali", "maren", "rafael"])
        #expect(lines.map(\.root) == [nil, 0, nil, 0, nil])
        #expect(lines[1].words == "and no ticket\nsecond line")
        #expect(lines[1].edited)
        #expect(lines[1].reactions.map(\.name) == ["tada", "eyes"])
        #expect(lines[1].reactions.map(\.people) == [["fatou", "esther"], ["zoe"]])
        #expect(lines[3].words == "yes. 02:10 to 02:31")
        #expect(lines[3].shownInChannel)
        #expect(lines[2].seconds - lines[1].seconds > 7200)
        for (before, after) in zip(lines, lines.dropFirst()) {
            #expect(after.seconds > before.seconds)
        }
    }

    @Test func `the same script gives the same times`() throws {
        let text = "#data\n@ 2026-05-04 10:00\npavel: one\nyuna: two\n> pavel: three"
        #expect(try read(text).map(\.seconds) == read(text).map(\.seconds))
    }

    @Test(arguments: [
        ("#papers\n@ 2026-03-09 09:14\nfatou", 3, DemoError.Fault.unreadable(column: 6, text: "")),
        ("#papers\n@ 2026-03-09 09:14\nfatou:words", 3, .unreadable(column: 6, text: ":words")),
        ("#papers\n@ 2026-03-09 09:14\nnobody: hello", 3, .unknownPerson("nobody")),
        ("#papers\n@ 2026-03-09 09:14\nfatou: hello @nobody", 3, .unknownPerson("nobody")),
        ("#papers\n@ 2026-03-09 09:14\nfatou: see #nowhere", 3, .unknownChannel("nowhere")),
        ("#papers\n@ 2026-03-09 09:14\nfatou +eyes(nobody): hello", 3, .unknownPerson("nobody")),
        ("#papers\n@ 2026-03-09 09:14\nfatou +eyes(zoe,zoe): hello", 3, .reactionTwice("eyes")),
        ("#papers\n@ 2026-03-09 09:14\nfatou:", 3, .noWords),
        ("#papers\n@ 2026-03-09 09:14\n> fatou: hello", 3, .noThread),
        ("#papers\n@ 2026-03-09 09:14\n^ gone", 3, .unknownLabel("gone")),
        ("#papers\n@ 2026-03-09 09:14\nzoe [a]: x\nzoe [a]: y", 4, .labelTwice("a")),
        ("#papers\n@ 2026-03-09 09:14\n| more", 3, .nothingToContinue),
        ("#papers\n@ 2026-03-09 09:14\n@ 2026-03-08 10:00", 3, .clockGoesBack("2026-03-08 10:00")),
        ("#papers\n@ 2026-02-30 09:14", 2, .badTime("2026-02-30 09:14")),
        ("#papers\n@ 2026-10-01 09:14", 2, .badTime("2026-10-01 09:14")),
        ("#papers\nfatou: hello", 2, .noClock),
        ("\n@ 2026-03-09 09:14", 2, .noChannel),
        ("#nowhere", 1, .unknownChannel("nowhere")),
        ("#papers\n@ 2026-03-09 09:14\n* fatou sings", 3, .unreadable(column: 3, text: "fatou sings")),
    ])
    func `a fault is told with file and line`(text: String, line: Int, fault: DemoError.Fault) throws {
        let expected = DemoError.script(file: "test.txt", line: line, fault: fault)
        #expect(throws: expected) { try Talk.read([Script(name: "test.txt", text: text)]) }
        #expect(expected.description.hasPrefix("test.txt:\(line): "))
        #expect(expected.description.hasSuffix("."))
    }

    @Test(arguments: [
        ("2026-01-05 09:00", "1767600000", "2026-01-05"),  // winter in both places
        ("2026-03-10 07:59", "1773125940", "2026-03-09"),  // summer has begun in the US only
        ("2026-03-10 08:00", "1773126000", "2026-03-10"),
        ("2026-07-21 02:40", "1784594400", "2026-07-20"),  // summer in both
        ("2026-07-21 09:00", "1784617200", "2026-07-21"),
    ])
    func `Central European hours become UTC and US Pacific days`(local: String, utc: String, day: String) throws {
        let seconds = ScriptClock.utc(local: try #require(ScriptClock.local(local)))
        #expect(String(seconds) == utc)
        #expect(ScriptClock.exportDay(utc: seconds).description == day)
    }
}
