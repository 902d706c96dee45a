import Ladder
import Testing

@Suite struct `Showing a ladder` {
    @Test func `two rails stand side by side`() throws {
        let ladder = try LadderDocument.read(yaml: SmallLadder.text, file: "small.yml").ladder
        #expect(
            LadderText.rails(ladder, width: 60, authority: true) == """
                Small  (small 1.0.0)

                Doers                      level Carers
                ────────────────────────────┼──┼────────────────────────────
                Master                      │ 2│ Head
                Masters.                    │  │ Heads.
                  decides  Shared things.
                  budget   Some.
                  hiring   A vote.
                ────────────────────────────┼──┼────────────────────────────
                Maker                       │ 1│ Keeper
                Makes.                      │  │ Keeps.
                  decides  Own things.
                  budget   None.
                  hiring   An opinion.
                ────────────────────────────┼──┼────────────────────────────

                """
        )
    }

    @Test(arguments: [10, 60, 80, 100, 120, 200])
    func `no line is wider than asked for`(width: Int) {
        for line in LadderText.rails(.reference, width: width, authority: true).split(separator: "\n") {
            #expect(line.count <= max(60, width))
            #expect(line.last != " ")
        }
    }

    @Test func `every title and every word of a summary is shown`() {
        let shown = Set(LadderText.rails(.reference).split { $0.isWhitespace })
        for level in CareerLadder.reference.levels {
            for role in level.roles.values {
                for word in (role.title + " " + role.summary).split(separator: " ") { #expect(shown.contains(word)) }
            }
        }
    }

    @Test func `rails hold both sides, the highest level first`() {
        let rows = LadderRail.rows(of: .reference)
        #expect(rows.map(\.level) == Array((1...9).reversed()))
        #expect(rows.first?.ic?.title == "Fellow")
        #expect(rows.last?.management == nil)
        #expect(rows.allSatisfy { $0.authority != nil })
    }
}
