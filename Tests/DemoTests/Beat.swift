import Testing

/// A moment of a story: somebody says something about somebody, in a place, in a few days.
struct Beat: Sendable, CustomTestStringConvertible {
    let story: Substring
    let from: Substring
    let to: Substring
    /// A channel; nil for any.
    let channel: Substring?
    /// Any of these speaks; nil for anybody.
    let speakers: [Substring]?
    /// In a thread with one of these, or naming one; nil where the speaker's own act is the beat.
    let about: [Substring]?

    var testDescription: String { "\(story) \(from) #\(channel ?? "any") \(speakers ?? ["anybody"])" }

    /// The beats: story, first day, last day, channel, speakers, about whom; `*` and `-` leave open.
    static let all: [Beat] = table.split(separator: "\n").map { row in
        let cells = row.split(separator: " ")
        func open(_ cell: Substring) -> Substring? { cell == "*" || cell == "-" ? nil : cell }
        return Beat(
            story: cells[0],
            from: cells[1],
            to: cells[2],
            channel: open(cells[3]),
            speakers: open(cells[4])?.split(separator: "|"),
            about: open(cells[5])?.split(separator: "|")
        )
    }

    private static let table = """
        S1 2026-01-12 2026-01-15 platform maren vilma
        S1 2026-01-28 2026-01-31 platform maren -
        S1 2026-02-11 2026-02-12 incidents maren -
        S1 2026-02-18 2026-02-21 help-ci * maren
        S1 2026-03-07 2026-03-11 papers fatou|joao maren
        S1 2026-03-15 2026-03-19 data chiamaka maren
        S1 2026-04-07 2026-04-11 kudos chiamaka maren
        S1 2026-04-12 2026-04-16 help-ci * maren
        S1 2026-04-22 2026-04-23 incidents maren -
        S1 2026-05-09 2026-05-13 telemetry noor maren
        S1 2026-06-01 2026-06-05 architecture * maren
        S1 2026-07-06 2026-07-10 help-ci * maren
        S1 2026-07-29 2026-08-01 platform * maren
        S1 2026-08-18 2026-08-19 incidents maren -
        S1 2026-08-22 2026-08-26 data marisol|pavel maren
        S1 2026-08-31 2026-09-04 dispatch oksana maren
        S1 2026-09-16 2026-09-20 kudos kirsten maren
        S1 2026-09-24 2026-09-25 incidents maren -
        S2 2026-01-13 2026-01-17 platform dario -
        S2 2026-02-23 2026-02-27 platform vilma dario
        S2 2026-03-24 2026-03-24 releases dario -
        S2 2026-03-24 2026-03-24 general dario -
        S2 2026-03-29 2026-04-02 * camille dario
        S2 2026-06-09 2026-06-13 platform ruth dario
        S2 2026-07-14 2026-07-14 releases dario -
        S2 2026-07-21 2026-07-25 * wenqing dario
        S2 2026-07-21 2026-07-25 * dario wenqing
        S2 2026-09-13 2026-09-17 platform dario -
        S2 2026-09-13 2026-09-18 platform vilma dario
        S3 2026-01-05 2026-02-17 * bonnie kofi
        S3 2026-02-18 2026-04-14 * bonnie kofi
        S3 2026-04-15 2026-06-09 * bonnie kofi
        S3 2026-06-10 2026-08-04 * bonnie kofi
        S3 2026-08-05 2026-09-30 * bonnie kofi
        S4 2026-03-12 2026-03-13 incidents sefa -
        S4 2026-04-14 2026-04-18 * sefa -
        S4 2026-05-27 2026-05-28 incidents sefa -
        S4 2026-06-02 2026-06-06 * sefa -
        S4 2026-07-06 2026-07-10 * sefa -
        S4 2026-07-21 2026-07-21 incidents sefa -
        S4 2026-07-25 2026-07-29 telemetry tomasz -
        S4 2026-09-09 2026-09-10 incidents sefa -
        S4 2026-09-12 2026-09-16 telemetry noor -
        S5 2026-02-03 2026-02-03 architecture wenqing|gareth -
        S5 2026-02-17 2026-02-17 architecture anjali -
        S5 2026-02-18 2026-02-20 care theo -
        S5 2026-02-22 2026-02-26 papers anjali -
        S5 2026-03-19 2026-03-19 architecture anjali -
        S5 2026-04-08 2026-04-08 architecture camille -
        S5 2026-04-13 2026-04-17 architecture gareth -
        S5 2026-05-18 2026-05-18 architecture anjali -
        S5 2026-07-01 2026-07-04 * theo -
        S5 2026-08-17 2026-08-17 architecture anjali -
        S5 2026-09-03 2026-09-03 architecture wenqing anjali
        S5 2026-09-03 2026-09-06 architecture gareth|esther|camille|arvid|ingrid anjali
        S6 2026-04-15 2026-04-19 * tomasz -
        S6 2026-05-10 2026-05-14 leads tomasz -
        S6 2026-06-08 2026-06-08 general owen tomasz
        S6 2026-06-08 2026-06-08 telemetry tomasz -
        S6 2026-06-08 2026-06-10 * jory tomasz
        S6 2026-07-01 2026-09-30 * bram|akane|chiamaka|lucia tomasz
        S6 2026-09-14 2026-09-18 * tomasz -
        S7 2026-01-05 2026-03-31 dispatch bence camille|nikhil|oksana|mateo|signe
        S7 2026-04-27 2026-05-01 dispatch oksana -
        S7 2026-04-27 2026-05-01 dispatch bence oksana
        S7 2026-06-30 2026-07-03 * bence mateo
        S7 2026-06-30 2026-07-04 * camille mateo
        S9 2026-04-20 2026-04-24 * yuna -
        S9 2026-08-19 2026-08-26 * yuna -
        S9 2026-07-01 2026-07-31 * hamid -
        """
}
