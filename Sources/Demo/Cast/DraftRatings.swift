import Workspace

/// Draft ratings of the made-up company's autumn cycle, as its team leads would bring them to a calibration room.
///
/// Planted: Bence reads the scale higher than everybody else. The fair twin has the same people and one way to read it.
enum DraftRatings {
    /// One person's draft.
    struct Line {
        let person: String
        let rater: String
        let draft: Int
        /// In the fair twin.
        let fair: Int
        /// At the end of the last cycle.
        let last: Int
        /// The draft's text, where one was brought.
        let text: String
    }

    /// Columns: person, rater, draft, draft in the fair twin where it differs, last cycle, text.
    private static let table = """
        owen | ingrid | 3 | - | 3 | -
        priya | ingrid | 4 | - | 3 | -
        ruth | owen | 4 | - | 4 | -
        noor | owen | 3 | - | 3 | -
        bence | owen | 3 | - | 3 | -
        dieter | owen | 3 | - | 4 | -
        marisol | owen | 3 | - | 3 | -
        grace | priya | 4 | 3 | 4 | Grace runs a team of six and answers for every renewal in three regions.
        maren | ruth | 4 | - | 3 | Upgraded keel twice without anybody noticing, and every restore drill since spring has worked.
        dario | ruth | 3 | - | 4 | -
        kofi | ruth | 3 | - | 3 | Kofi is a superstar, and brilliant with customers.
        vilma | ruth | 4 | - | 4 | -
        hyun | ruth | 3 | - | 3 | -
        tess | ruth | 3 | - | 3 | -
        rafael | ruth | 3 | - | 3 | -
        tomasz | noor | 3 | - | 3 | -
        sefa | noor | 3 | - | 3 | Answered for tidegate in four incidents, and wrote down how it comes back up.
        bram | noor | 3 | - | 3 | -
        akane | noor | 3 | - | 3 | -
        jory | noor | 3 | - | 3 | -
        leila | noor | 3 | - | 3 | -
        camille | bence | 5 | 4 | 4 | -
        nikhil | bence | 5 | 3 | 5 | -
        oksana | bence | 5 | 3 | 4 | -
        mateo | bence | 5 | 3 | 4 | -
        signe | bence | 4 | 3 | 4 | -
        gareth | bence | 5 | 3 | 5 | -
        anjali | dieter | 4 | - | 4 | Wrote down why there is no rule engine of our own, and looked at it again after a quarter.
        wenqing | dieter | 3 | - | 3 | -
        fatou | dieter | 3 | - | 3 | -
        joao | dieter | 2 | 3 | 2 | -
        esther | dieter | 3 | - | 3 | -
        zoe | dieter | 3 | - | 3 | -
        arvid | marisol | 3 | - | 4 | -
        chiamaka | marisol | 4 | - | 3 | -
        yuna | marisol | 3 | - | 3 | -
        pavel | marisol | 3 | - | 3 | -
        thijs | marisol | 3 | - | 3 | -
        bonnie | grace | 3 | - | 3 | -
        lucia | grace | 3 | - | 3 | -
        hamid | grace | 3 | - | 3 | -
        kirsten | grace | 4 | - | 3 | -
        theo | grace | 3 | - | 3 | -
        """

    /// Every line.
    static let lines: [Line] = table.split(separator: "\n").compactMap { row in
        let cells = row.split(separator: "|").map { cell in
            String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        guard cells.count == 6, let draft = Int(cells[2]), let last = Int(cells[4]) else { return nil }
        return Line(
            person: cells[0],
            rater: cells[1],
            draft: draft,
            fair: Int(cells[3]) ?? draft,
            last: last,
            text: cells[5] == "-" ? "" : cells[5]
        )
    }

    /// CSV with a header line; RFC 4180, lines end with CR LF.
    static func csv(isFair: Bool) -> String {
        let rows = lines.compactMap { line -> [String]? in
            guard let person = Cast.halvard.member(line.person), let rater = Cast.halvard.member(line.rater) else {
                return nil
            }
            return [
                person.person.text, rater.person.text, String(isFair ? line.fair : line.draft), String(line.last),
                isFair ? "" : "\"\(line.text)\"",
            ]
        }
        return ([["person", "rater", "rating", "last rating", "text"]] + rows)
            .map { $0.joined(separator: ",") + "\r\n" }.joined()
    }
}
