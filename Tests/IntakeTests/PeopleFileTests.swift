import Intake
import Testing
import Workspace

@Suite struct PeopleFileTests {
    static func read(_ text: String) throws -> PeopleFile { try PeopleFile.read(Array(text.utf8), file: "people.csv") }

    static func problems(_ text: String) -> [PeopleProblem] {
        do {
            _ = try read(text)
            return []
        } catch IntakeError.peopleFile(_, let problems) {
            return problems
        } catch {
            return []
        }
    }

    static let full = """
        id,name,email,manager,team,track,level,family,title,start date,level since,slack_id
        p1,Mara Lind,Mara@home.example,,Core,management,7,engineering,Director,2015-01-01,2020-05-01,
        p2,"Böll, Ben",ben@home.example,p1,Core,ic,L5,Product,"Senior
        Engineer",2019-02-03,2023-04-01,u0ben0001

        p3,Cleo,,mara@home.example,,,,,,,,
        """

    @Test func `everything that the file says is read`() throws {
        let people = try Self.read(Self.full).people
        #expect(people.map(\.id) == ["p1", "p2", "p3"])
        #expect(
            people[1]
                == Person(
                    id: "p2",
                    name: "Böll, Ben",
                    email: "ben@home.example",
                    account: "U0BEN0001",
                    manager: "p1",
                    team: "Core",
                    track: .ic,
                    level: 5,
                    family: "product",
                    title: "Senior\nEngineer",
                    started: CivilDate("2019-02-03"),
                    levelSince: CivilDate("2023-04-01")
                )
        )
        #expect(people[0].track == .management)
        #expect(people[2].manager == "p1")
        #expect(people[2].level == nil)
    }

    @Test(arguments: [",", ";", "\t"], ["\n", "\r\n", "\r"])
    func `marks, separators and line ends of all spreadsheets are read`(separator: String, end: String) throws {
        for mark in ["\u{FEFF}", ""] {
            let lines = ["ID,Full Name,E-Mail,Reports_To", "1,\"A\"\"x, B\",a@x.example,", "2,C,c@x.example,1"]
            let text = mark + lines.joined(separator: "|").replacing(",", with: separator).replacing("|", with: end)
            let people = try Self.read(text).people
            #expect(people.map(\.name) == ["A\"x\(separator) B", "C"])
            #expect(people.last?.manager == "1")
        }
    }

    @Test func `text that a spreadsheet saved as UTF-16 is read`() throws {
        let text = "email\tname\nbö@x.example\tBö\n"
        let little: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        let big: [UInt8] = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        for bytes in [little, big] {
            #expect(try PeopleFile.read(bytes, file: "p").people.map(\.id) == ["bö@x.example"])
        }
    }

    @Test func `without an id the e-mail is the id`() throws {
        let people = try Self.read("email,name,manager\nA@x.example,A,\nb@x.example,B,a@X.example\n").people
        #expect(people.map(\.id) == ["a@x.example", "b@x.example"])
        #expect(people[1].manager == "a@x.example")
    }

    @Test func `columns for audits are named and never part of a person`() throws {
        let file = try Self.read(
            "id,name,Salary,pay zone,Gender,date of birth,Pronouns,shoe size\n1,A,100,Z1,x,1980-03-01,y,44\n"
        )
        #expect(file.sealed == ["Salary", "Gender", "date of birth"])
        #expect(file.leftForAudits == ["Pronouns"])
        #expect(file.unknownColumns == ["shoe size"])
        #expect(file.people == [Person(id: "1", name: "A")])
    }

    @Test func `every problem is told with its line and column`() {
        let found = Self.problems(
            """
            Id,Name,Email,Manager,Track,Level,Start Date
            1,,a@x.example,,,,
            2,B,not an address,9,pilot,11,2024-02-30
            ,C,,2,ic,x,
            2,D,a@x.example,2,management,0,3.4.2020

            7,G,,7,,,,,more
            """
        )
        let told = found.map { "\($0.line) \($0.column ?? "-") \($0.fault)" }
        #expect(
            Set(told)
                == [
                    "2 Name noName", #"3 Email badEmail("not an address")"#, #"3 Manager unknownManager("9")"#,
                    #"3 Track unknownTrack("pilot")"#, #"3 Level badLevel("11")"#,
                    #"3 Start Date badDate("2024-02-30")"#,
                    "4 Id noKey", #"4 Level badLevel("x")"#, #"5 Level badLevel("0")"#,
                    #"5 Start Date badDate("3.4.2020")"#,
                    #"5 Id idTwice("2", line: 3)"#, #"5 Email emailTwice("a@x.example", line: 2)"#,
                    "7 - tooManyCells(count: 9, headings: 7)", "7 Manager ownManager",
                ]
        )
        #expect(found.map(\.line) == found.map(\.line).sorted())
    }

    @Test func `managers that go round are told once for each circle`() {
        let found = Self.problems(
            "id,name,manager\na,A,b\nb,B,c\nc,C,a\nd,D,a\ne,E,f\nf,F,e\ng,G,\nh,H,g\n"
        )
        #expect(
            found.map(\.fault) == [.managerLoop(["a", "b", "c"]), .managerLoop(["e", "f"])]
        )
        #expect(found.map(\.line) == [2, 6])
    }

    @Test(arguments: [
        ("", PeopleFault.empty, 1), ("id,name\n", .empty, 1), ("name\nA\n", .noKeyColumn, 1),
        ("id\n1\n", .noNameColumn, 1),
        ("id,name,ID\n1,A,2\n", .columnTwice("id"), 1), ("id,name\n1,\"A\n2,B\n", .openQuote, 2),
        ("id,name,slack\n1,A,U1\n2,B,u1\n", .slackTwice("U1", line: 2), 3),
    ])
    func `a file that is wrong as a whole is told so`(text: String, fault: PeopleFault, line: Int) {
        let found = Self.problems(text)
        #expect(found.map(\.fault) == [fault])
        #expect(found.map(\.line) == [line])
    }

    @Test func `bytes that are no text are told with their line`() {
        #expect(
            throws: IntakeError.peopleFile(
                file: "p",
                problems: [
                    PeopleProblem(file: "p", line: 2, column: nil, fault: .notUTF8)
                ]
            )
        ) { try PeopleFile.read(Array("id,name\n1,B".utf8) + [0xF6, 0x6C, 0x6C], file: "p") }
    }

    @Test func `a missing file is told by its path`() {
        #expect(throws: IntakeError.cannotOpen(path: "/nowhere.csv", reason: "No such file or directory")) {
            try PeopleFile.read(path: "/nowhere.csv")
        }
    }
}
