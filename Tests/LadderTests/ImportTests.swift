import Ladder
import Testing

@Suite struct `Importing a ladder` {
    static let table = """
        \u{FEFF}Category;Competency;L1;L2;L3;M2;M3;Notes
        ;Title;Engineer;Senior Engineer;Staff Engineer;Engineering Manager;Director;
        Technical;Code;"Writes code.
        - Tests it.";"Designs ""well""; owns it.";Sets the bar.;;;only for us
        ;Salary;10;20;30;20;30;
        People;Growing people;;;;Holds 1:1s.;Grows managers.;
        ;Judgement;Asks.;Decides.;Stands.;Decides.;Stands.;
        ;Years of experience;1;3;5;4;6;

        """

    @Test func `a table becomes two tracks at equal levels`() throws {
        let made = try LadderImport.read([ImportFile(path: "matrix.csv", bytes: Array(Self.table.utf8))])
        let ladder = made.ladder
        #expect(made.form == .matrix)
        #expect(ladder.levels(on: .ic) == [1, 2, 3])
        #expect(ladder.levels(on: .management) == [2, 3])
        #expect(ladder.role(.ic, level: 3)?.title == "Staff Engineer (L3)")
        #expect(ladder.role(.management, level: 3)?.title == "Director (M3)")
        #expect(ladder.competency("code")?.track == .ic)
        #expect(ladder.competency("growing-people")?.track == .management)
        #expect(ladder.competency("judgement")?.track == .shared)
        #expect(ladder.competency("code")?.stage(1)?.statement == "Writes code.")
        #expect(ladder.competency("code")?.stage(1)?.behaviours.map(\.words) == ["Tests it."])
        #expect(ladder.competency("code")?.stage(2)?.statement == "Designs \"well\"; owns it.")
        #expect(ladder.required("judgement", track: .management, level: 2) == 2)
        #expect(made.leftOut.filter { $0.reason == .pay }.map(\.text) == ["Salary", "10", "20", "30", "20", "30"])
        #expect(made.leftOut.filter { $0.reason == .years }.count == 6)
        let note = made.leftOut.first { $0.text == "only for us" }
        #expect(note?.line == 4 && note?.field == "row 3, column 8")
    }

    @Test(arguments: ["utf8", "little", "big", "bare"])
    func `the same table in every encoding becomes the same ladder`(encoding: String) throws {
        let text = String(Self.table.dropFirst())
        let wide = Array(text.utf16)
        let bytes: [UInt8] =
            switch encoding {
            case "little": [0xFF, 0xFE] + wide.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
            case "big": [0xFE, 0xFF] + wide.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
            case "bare": wide.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
            default: Array(text.utf8)
            }
        let made = try LadderImport.read([ImportFile(path: "matrix.csv", bytes: bytes)])
        let plain = try LadderImport.read([ImportFile(path: "matrix.csv", bytes: Array(Self.table.utf8))])
        #expect(made.yaml == plain.yaml)
    }

    @Test func `tabs and line ends of other systems change nothing`() throws {
        let tabs = "Skill\tIC1\tIC2\r\nCraft\tLearns.\tDoes.\r\n"
        let commas = "Skill,IC1,IC2\nCraft,Learns.,Does.\n"
        let made = try [tabs, commas].map { try LadderImport.read([ImportFile(path: "a", bytes: Array($0.utf8))]) }
        #expect(made[0].yaml == made[1].yaml)
    }

    @Test func `levels in rows are turned round, and that is said`() throws {
        let text = "Level,Craft,Impact\nJunior Engineer,Learns.,Serves.\nSenior Engineer,Leads.,Moves.\n"
        let made = try LadderImport.read([ImportFile(path: "a.csv", bytes: Array(text.utf8))])
        #expect(made.ladder.levels.count == 2)
        #expect(made.ladder.statement("craft", stage: 2) == "Leads.")
        #expect(made.assumed.contains { $0.reason == .transposed })
    }

    @Test func `two tables make two tracks whose tops stand side by side`() throws {
        let ic = "Skill,IC1,IC2,IC3,IC4\nCraft,A.,B.,C.,D.\n"
        let management = "Skill,M1,M2\nPeople,E.,F.\n"
        let made = try LadderImport.read([
            ImportFile(path: "ic.csv", bytes: Array(ic.utf8)), ImportFile(path: "m.csv", bytes: Array(management.utf8)),
        ])
        #expect(made.ladder.levels(on: .management) == [3, 4])
        #expect(made.assumed.contains { $0.reason == .alignedTops })
    }

    @Test func `a column of tracks parts the competencies`() throws {
        let text = "Track,Competency,L1,L2\nIC,Craft,A.,B.\nManager,People,C.,D.\nBoth,Judgement,E.,F.\n"
        let ladder = try LadderImport.read([ImportFile(path: "a.csv", bytes: Array(text.utf8))]).ladder
        #expect(ladder.competencies.map(\.track) == [.ic, .management, .shared])
        #expect(ladder.role(.management, level: 2)?.demand == ladder.role(.ic, level: 2)?.demand)
    }

    @Test func `competencies one by one find their level and area`() throws {
        let levels =
            "levels:\n  - {id: junior, name: Junior Engineer}\n  - {id: senior-ic, name: Senior Engineer}\n  - {id: senior-pm, name: Senior Engineer (People Manager), summary: Leads a team.}\n"
        let first = "id: 1a\nlevel: junior\narea: craft\nsummary: Writes code.\nexamples:\n  - Fixes a bug.\n"
        let second =
            "- {id: 2b, level: senior-ic, area: craft, summary: Designs systems., proficiency: high}\n- {id: 3c, level: senior-pm, area: people, summary: Grows people.}\n"
        let made = try LadderImport.read([
            ImportFile(path: "f/1.yml", bytes: Array(first.utf8)),
            ImportFile(path: "f/2.yml", bytes: Array(second.utf8)),
            ImportFile(path: "f/levels.yml", bytes: Array(levels.utf8)),
        ])
        #expect(made.form == .competencies)
        #expect(made.ladder.levels(on: .ic) == [1, 2])
        #expect(made.ladder.levels(on: .management) == [2])
        #expect(made.ladder.role(.management, level: 2)?.summary == "Leads a team.")
        #expect(made.ladder.competency("craft")?.stage(1)?.behaviours.map(\.words) == ["Fixes a bug."])
        #expect(made.leftOut.map(\.text) == ["1a", "2b", "high", "3c"])
    }

    @Test func `front matter gives topics, levels and criteria; its text is listed`() throws {
        let text = """
            ---
            title: Backend
            topics:
              - name: impact
                content:
                  - level: 1
                    criteria: ["Ships.", "Asks."]
                  - level: 2
                    criteria: ["Plans."]
                    exampleCriteria:
                      - criteria: Measures.
                        examples: ["A dashboard."]
            ---
            # About
            """
        let made = try LadderImport.read([ImportFile(path: "backend.md", bytes: Array(text.utf8))])
        #expect(made.form == .frontMatter)
        #expect(made.ladder.title == "Backend")
        #expect(made.ladder.competency("impact")?.stage(2)?.behaviours.map(\.words) == ["Measures.", "A dashboard."])
        let about = made.leftOut.first { $0.text == "# About" }
        #expect(about?.reason == .prose && about?.line == 14)
    }

    @Test func `milestones become stages, and titles of equal points one level`() throws {
        let text = """
            {"tracks": {"MOBILE": {"displayName": "Mobile", "category": "A", "milestones": [
              {"summary": "Works.", "signals": ["Fixes."], "examples": ["A bug."]}, {"summary": "Designs."},
              {"summary": "Leads."}, {"summary": "Shapes."}, {"summary": "Founds."}]}},
             "titles": [{"label": "Engineer I", "minPoints": 0, "maxPoints": 16}, {"label": "Principal Engineer", "minPoints": 90},
              {"label": "Director of Engineering", "minPoints": 90}], "milestonesToPoints": {"1": 1, "2": 3}}
            """
        let made = try LadderImport.read([ImportFile(path: "tracks.json", bytes: Array(text.utf8))])
        #expect(made.form == .milestones)
        #expect(
            made.ladder.competency("mobile")?.stages.map(\.statement) == [
                "Works.", "Designs.", "Leads.", "Shapes.", "Founds.",
            ]
        )
        #expect(made.ladder.role(.ic, level: 2)?.title == "Principal Engineer")
        #expect(made.ladder.role(.management, level: 2)?.title == "Director of Engineering")
        #expect(made.leftOut.filter { $0.reason == .points }.count == 6)
        #expect(made.leftOut.contains { $0.text == "A" })
    }

    @Test func `more than five steps become five stages with all their words`() throws {
        let text = "Skill,L1,L2,L3,L4,L5,L6,L7\nCraft,A.,B.,C.,D.,E.,F.,G.\n"
        let made = try LadderImport.read([ImportFile(path: "a.csv", bytes: Array(text.utf8))])
        let craft = try #require(made.ladder.competency("craft"))
        #expect(craft.stages.map(\.number) == [1, 2, 3, 4, 5])
        #expect(
            craft.stages.flatMap { [$0.statement] + $0.behaviours.map(\.words) } == [
                "A.", "B.", "C.", "D.", "E.", "F.", "G.",
            ]
        )
        #expect(made.assumed.contains { $0.reason == .mergedSteps(count: 7) })
    }

    @Test(arguments: ["", "just words\n", "a: 1\n", "Skill,Notes\nCraft,x\n", "{\"a\": [1, 2]}"])
    func `what is no ladder is refused in words`(text: String) {
        let error = #expect(throws: LadderError.self) {
            try LadderImport.read([ImportFile(path: "x", bytes: Array(text.utf8))])
        }
        #expect(error?.description.hasPrefix("x: ") == true)
    }

    @Test func `gaps are marked, and the check names every one of them`() throws {
        let made = try LadderImport.read([ImportFile(path: "matrix.csv", bytes: Array(Self.table.utf8))])
        let document = try LadderDocument.read(yaml: made.yaml, file: "out.yml")
        let gaps = LadderCheck.findings(document).filter { $0.flaw == .gap }
        #expect(gaps.count == made.yaml.split(separator: LadderCheck.gapMark).count - 1)
        #expect(!gaps.isEmpty)
    }
}
