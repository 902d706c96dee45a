import Ladder
import Testing

@Suite struct `Reading a ladder` {
    @Test func `the small ladder is sound`() throws {
        let document = try LadderDocument.read(yaml: SmallLadder.text, file: "small.yml")
        #expect(LadderCheck.findings(document).map(\.description) == [])
    }

    @Test(arguments: Breakage.all)
    func `a problem names file, line, column and field`(breakage: Breakage) {
        let text = SmallLadder.with(breakage.part, as: breakage.other)
        #expect(text != SmallLadder.text)
        let first = problems(of: text).first
        #expect(first?.file == "small.yml")
        #expect(first?.line == breakage.line)
        #expect(first?.column == breakage.column)
        #expect(first?.field == breakage.field)
        #expect(first?.fault == breakage.fault)
        #expect(!breakage.fault.words.isEmpty)
    }

    @Test func `all problems are named, in the order of the file`() {
        var text = SmallLadder.with("title: Small", as: "titel: Small")
        text = text.replacing("level: 2", with: "level: two").replacing("track: shared", with: "track: both")
        text = text.replacing("title: Head", with: "title: Head\n        title: Hat")
        #expect(
            problems(of: text).map(\.field) == [
                "title", "titel", "levels[1].level", "levels[1].roles.management.title", "competencies[2].track",
            ]
        )
        #expect(problems(of: text).map(\.line) == problems(of: text).map(\.line).sorted())
    }

    @Test func `a problem reads as a sentence with its place`() {
        let text = SmallLadder.with("title: Small", as: "titel: Small")
        #expect(
            problems(of: text).map(\.description) == [
                "small.yml:1:1: title: the field “title” is missing; add it.",
                "small.yml:4:1: titel: there is no field “titel” here; did you mean “title”?",
            ]
        )
    }

    @Test func `an alias stands for what its anchor holds`() throws {
        let text = SmallLadder.with(
            "statement: Thanks in time., behaviours: [",
            as: "statement: &thanks Thanks in time., behaviours: [*thanks, "
        )
        let ladder = try LadderDocument.read(yaml: text, file: "small.yml").ladder
        #expect(ladder.competency("people")?.stage(1)?.behaviours.first?.words == "Thanks in time.")
    }

    @Test func `a star in words is no alias`() throws {
        let text = SmallLadder.with("summary: Makes.", as: "summary: \"*Makes* 2 *3 things.\"")
        let ladder = try LadderDocument.read(yaml: text, file: "small.yml").ladder
        #expect(ladder.role(.ic, level: 1)?.summary == "*Makes* 2 *3 things.")
    }

    @Test func `words in other scripts and folded words are read as they are`() throws {
        let text = SmallLadder.with("summary: Makes.", as: "summary: >-\n          Делает\n          вещи 🎉.")
        let ladder = try LadderDocument.read(yaml: text, file: "small.yml").ladder
        #expect(ladder.role(.ic, level: 1)?.summary == "Делает вещи 🎉.")
    }

    @Test func `aliases of aliases cannot blow up`() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for step in 1...20 {
            let alias = "*a\(step - 1)"
            text += "a\(step): &a\(step) [\(Array(repeating: alias, count: 9).joined(separator: ", "))]\n"
        }
        text += "? [*a20]\n: 1\n? [*a20, *a20]\n: 2\n"
        #expect(problems(of: SmallLadder.text + text).contains { $0.fault == .unknownField("a20", nearest: nil) })
    }

    @Test func `a list that grows through aliases is cut`() {
        let many = { (alias: String) in "[" + Array(repeating: alias, count: 120).joined(separator: ", ") + "]" }
        let text = """
            format: 1
            scopeFactors: &words \(many("x"))
            outlines: &stages \(many("{stage: 1, statement: x, behaviours: *words}"))
            competencies: \(many("{id: a, name: a, track: ic, stages: *stages}"))
            """
        #expect(problems(of: text).contains { $0.fault == .tooManyFields(limit: 20_000) })
    }

    @Test func `size and depth have bounds`() {
        #expect(
            problems(of: String(repeating: "#\n", count: 600_000)).first?.fault
                == .tooLarge(bytes: 1_200_000, limit: 1 << 19)
        )
        #expect(problems(of: "a: " + String(repeating: "[", count: 5000)).first?.fault == .tooDeep(limit: 64))
        #expect(problems(of: "a:\n" + String(repeating: "- ", count: 900) + "x").first?.fault == .tooDeep(limit: 64))
        #expect(problems(of: "").first?.fault == .empty)
        #expect(problems(of: "# nothing\n").first?.fault == .empty)
        #expect(problems(of: "- a\n").first?.fault == .wrongType(expected: "fields with names", found: "a list"))
    }

    @Test func `many duplicate fields are all named`() {
        let text = SmallLadder.with("title: Small", as: "title: Small\ntitle: Smaller\ntitle: Smallest")
            .replacing("summary: Heads.", with: "summary: Heads.\n        'summary': Hats.")
        #expect(
            problems(of: text).map(\.fault) == [
                .duplicateField("title", firstLine: 4), .duplicateField("title", firstLine: 5),
                .duplicateField("summary", firstLine: 39),
            ]
        )
    }

    private func problems(of text: String) -> [LadderProblem] {
        do throws(LadderError) {
            _ = try LadderDocument.read(yaml: text, file: "small.yml")
            return []
        } catch {
            guard case .invalid(let problems) = error else { return [] }
            return problems
        }
    }
}
