import Intake
import Testing
import Workspace

@Suite struct MovesFileTests {
    static func read(_ text: String) throws -> MovesFile { try MovesFile.read(Array(text.utf8), file: "moves.csv") }

    static func problems(_ text: String) -> [MovesProblem] {
        do {
            _ = try read(text)
            return []
        } catch IntakeError.movesFile(_, let problems) {
            return problems
        } catch {
            return []
        }
    }

    @Test func `moves with days, roles and what sort of change`() throws {
        let file = try Self.read(
            """
            source,person,github,chat,date,team,role_from,role_to,change,commit
            code,"Lind, Mara",mlind,,2016-07-30,core,none,maintainer,baseline,c1
            code,Ben Böll,bboell,ben,2017-02-01,core,none,maintainer,up,c2
            code,Cleo Ahn,,cleo,2018-02-01,core,maintainer,none,alumni,c3
            """
        )
        #expect(file.rows.map(\.change) == [.already, .move, .left])
        #expect(file.rows[0].names == [.name: "Lind, Mara", .login: "mlind"])
        #expect(file.rows[1].names == [.name: "Ben Böll", .login: "bboell", .handle: "ben"])
        #expect(file.rows[1].day == CivilDate("2017-02-01"))
        #expect(file.rows[1].from == "none" && file.rows[1].to == "maintainer")
        #expect(file.rows.map(\.line) == [2, 3, 4])
        #expect(file.unknownColumns == ["source", "team", "commit"])
        #expect(file.counts.isEmpty)
    }

    @Test func `names that belong together, with a first day`() throws {
        let file = try Self.read(
            """
            slack_id,slack_handle,person,github,first_maintainer,kind,messages
            U0AB,ben,Ben,bb,2016-07-30,already at the first list,476
            U0CD,cleo,Cleo,ca,2017-05-13,in that repo's first list (upper bound),12
            U0EF,dee,Dee,dd,2017-11-23,dated event,40
            U0GH,eve,Eve,ee,,,7
            """
        )
        #expect(file.rows.map(\.change) == [.already, .atLatest, .move, .move])
        #expect(file.rows[0].names[.account] == "U0AB" && file.rows[0].names[.handle] == "ben")
        #expect(file.rows[3].day == nil)
        #expect(file.unknownColumns == ["messages"])
    }

    @Test func `candidates on days, with what became of them and what was counted`() throws {
        let file = try Self.read(
            """
            cutoff,role,id,handle,name,label,messages,mentioned,note
            2016-07-31,maintainer,U1,ben,,1,1731,20,x
            2016-07-31,maintainer,U2,cleo,,0,777,,y
            """
        )
        #expect(file.rows.map(\.label) == [true, false])
        #expect(file.rows.map(\.cutoff) == [CivilDate("2016-07-31"), CivilDate("2016-07-31")])
        #expect(file.counts == ["messages", "mentioned"])
        #expect(file.rows[0].counts == ["messages": 1731, "mentioned": 20])
        #expect(file.rows[1].counts == ["messages": 777, "mentioned": 0])
        #expect(file.unknownColumns == ["note"])
        #expect(file.rows.allSatisfy { $0.isCandidate })
    }

    @Test func `beside a cutoff the word promoted holds the outcome, alone it holds the day`() throws {
        let outcome = try Self.read("as of;slack id;promoted\n2020-01-01;U1;yes\n2020-01-01;U2;no\n")
        #expect(outcome.rows.map(\.label) == [true, false])
        #expect(outcome.rows.allSatisfy { $0.day == nil })
        let day = try Self.read("Slack ID\tPromoted\nU1\t2020-01-01\n")
        #expect(day.rows.map(\.day) == [CivilDate("2020-01-01")])
    }

    @Test(arguments: [
        ("2016-07-30", "2016-07-30"), ("2016/07/30", "2016-07-30"), ("30.07.2016", "2016-07-30"),
        ("2016-07-30T11:22:33Z", "2016-07-30"), ("2016-07-30 11:22", "2016-07-30"), ("2016-7-3", "2016-07-03"),
    ])
    func `days are read as people write them`(text: String, day: String) throws {
        #expect(try Self.read("id,date\nU1,\(text)\n").rows.map(\.day) == [CivilDate(day)])
    }

    @Test(arguments: [
        ("", 1, nil, MovesFault.empty), ("id,date\n", 1, nil, .empty),
        ("date,team\n2020-01-01,x\n", 1, nil, .noPersonColumn),
        ("id,date\nU1,07/08/2016\n", 2, "date", .badDate("07/08/2016")),
        ("id,date\nU1,2016-02-30\n", 2, "date", .badDate("2016-02-30")),
        ("id,date\nU1,2016-02-03\nU2,\"2016\n", 3, nil, .openQuote),
        ("id,handle,date\n,,2016-02-03\n", 2, nil, .nobody),
        ("id,date\nU1,2016-02-03,x\n", 2, nil, .tooManyCells(count: 3, headings: 2)),
        ("id,cutoff,label\nU1,2016-02-03,1\nU2,,0\n", 3, "cutoff", .noDay),
        ("id,cutoff,label\nU1,2016-02-03,perhaps\n", 2, "label", .badLabel("perhaps")),
    ])
    func `what is wrong is told with its line and column`(
        text: String,
        line: Int,
        column: String?,
        fault: MovesFault
    ) throws {
        let problem = try #require(Self.problems(text).first)
        #expect(problem.line == line)
        #expect(problem.column == column)
        #expect(problem.fault == fault)
        #expect(problem.words.hasPrefix("moves.csv, line \(line)"))
    }

    @Test func `all problems are told at once, and bytes that are no text`() throws {
        #expect(Self.problems("id,date\nU1,x\nU2,y\n").map(\.line) == [2, 3])
        #expect(throws: IntakeError.self) {
            try MovesFile.read([0x69, 0x64, 0x0A, 0xC3, 0x28, 0x0A], file: "moves.csv")
        }
        let bytes = Array("id,date\nU1,2020-01-01\n".utf8)
        #expect(try MovesFile.read([0xEF, 0xBB, 0xBF] + bytes, file: "moves.csv").rows.count == 1)
    }
}
