import Intake
import Testing
import Workspace

@Suite struct `What a people file says beside the people` {
    private func facts(_ head: String, _ row: String) throws -> PersonFacts {
        try #require(try PeopleFileTests.read("id;name;\(head)\n1;A;\(row)\n").facts.first)
    }

    private func faults(_ head: String, _ row: String) -> [PeopleProblem] {
        PeopleFileTests.problems("id;name;\(head)\n1;A;\(row)\n")
    }

    @Test func `pay, zone, scope and groups are read, each into its place`() throws {
        let facts = try facts(
            "base;bonus;currency;fte;hours;zone;country;scope score;sex;ethnicity;age;disability",
            "85000;5000,50;eur;80 %;32;north;DE;3,4;F;Group B;44;No"
        )
        #expect(
            facts
                == PersonFacts(
                    "1",
                    role: RoleFacts(zone: "north", country: "DE", scope: 3.4),
                    pay: Pay(base: 8_500_000, variable: 500_050, currency: "EUR", share: 0.8, weeklyHours: 32),
                    groups: [.sex: "women", .ethnicity: "group b", .age: "40–49", .disability: "no"]
                )
        )
        #expect(facts.pay?.fullTimeBase == 106_250)
    }

    @Test(
        arguments: [
            ("85000", 8_500_000), ("85,000", 8_500_000), ("85.000", 8_500_000), ("85 000", 8_500_000),
            ("85'000.50", 8_500_050), ("85.000,5 €", 8_500_050), ("1,085,000", 108_500_000), ("EUR 85000.5", 8_500_050),
            ("$85,000.00", 8_500_000), ("0.5", 50), ("85\u{A0}000", 8_500_000),
        ] as [(String, Int64)]
    )
    func `amounts are read as spreadsheets write them`(text: String, hundredths: Int64) throws {
        #expect(try facts("salary", text).pay?.base == hundredths)
    }

    @Test(
        arguments: [
            "-1", "0", "1,2,3", "85.00.0", "ten", "85k", "85000 EUROS", "1e5", "85,0000", "1234567890123", ".", "85.",
            "8,5000.00", "1.000,000",
        ]
    )
    func `what is no amount is told by line and column, and never repeated`(text: String) throws {
        let problems = faults("Base Salary", text)
        #expect(problems.map(\.fault) == [.badAmount], "\(text)")
        #expect(problems.map(\.line) == [2] && problems.map(\.column) == ["Base Salary"])
        #expect(!problems.map(\.words).joined().contains("`\(text)`"))
    }

    @Test(
        arguments: [
            ("currency;salary", "euro;1", PeopleFault.badCurrency), ("currency;salary", "USD;€1", .otherCurrency),
            ("fte;salary", "0;1", .badShare), ("fte;salary", "120 %;1", .badShare), ("hours;salary", "0;1", .badHours),
            ("hours;salary", "100;1", .badHours), ("salary;fte salary", "1;1", .payTwice),
            ("bonus", "1", .payWithoutBase), ("scope", "5.1", .badScope("5.1")), ("age", "9", .badAge),
            ("age", "old", .badAge), ("birth date", "1870-01-01", .badBirth),
            ("ethnicity", String(repeating: "x", count: 61), .longGroup(limit: 60)),
        ]
    )
    func `other cells that cannot be read are told, too`(head: String, row: String, fault: PeopleFault) {
        #expect(faults(head, row).map(\.fault) == [fault])
    }

    @Test func `what nobody said is nobody's group`() throws {
        for text in ["", "n/a", "-", "Prefer not to say", "unknown"] {
            #expect(try facts("sex;religion;disability", "\(text);\(text);\(text)").groups == [:])
        }
    }

    @Test func `of a birthday only the decade is kept`() throws {
        #expect(try facts("date of birth", "1984-03-17").groups == [.age: "born 1980–1989"])
        #expect(try facts("birth year", "1990").groups == [.age: "born 1990–1999"])
        #expect(try facts("age;birth year", "30-39;1990").groups == [.age: "30–39"])
    }

    @Test func `pay for full time is brought to the share that is worked`() throws {
        let pay = try facts("fte salary;fte", "100000;0.5").pay
        #expect(pay?.base == 5_000_000)
        #expect(pay?.fullTimeBase == 100_000)
    }

    @Test func `where only hours are told, full time is what most people work`() throws {
        let file = try PeopleFileTests.read("id,name,salary,hours\n1,A,10,40\n2,B,10,40\n3,C,10,20\n")
        #expect(file.facts.map(\.pay?.share) == [nil, nil, 0.5])
    }

    @Test func `a file without such columns says nothing`() throws {
        #expect(try PeopleFileTests.read(PeopleFileTests.full).facts.isEmpty)
    }
}
