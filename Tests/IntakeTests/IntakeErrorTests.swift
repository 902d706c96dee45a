import Intake
import Testing

/// An error and the sentence it must give.
struct ErrorCase: CustomTestStringConvertible, Sendable {
    var error: IntakeError
    var words: String
    var testDescription: String { words }

    init(_ error: IntakeError, _ words: String) {
        self.error = error
        self.words = words
    }
}

@Suite struct IntakeErrorTests {
    @Test(arguments: [
        ErrorCase(
            .cannotOpen(path: "a.zip", reason: "No such file or directory"),
            "a.zip could not be opened: No such file or directory. Check the path and that the file may be read."
        ),
        ErrorCase(.emptyFile(path: "a.zip"), "a.zip is empty. Download the export again."),
        ErrorCase(
            .cutOffArchive(path: "a.zip"),
            "a.zip ends too early: the archive's last part is missing. Download the export again."
        ),
        ErrorCase(
            .pointsOutside(first: ["../a"], count: 1),
            "1 name in the archive points outside of it: ../a. Slack never writes such names, so nothing was read."
        ),
        ErrorCase(
            .unknownMethod(entry: "a.json", method: "bzip2 (method 12)"),
            "a.json is packed with bzip2 (method 12), which is not read here. Pack the folder again as an ordinary ZIP (deflate)."
        ),
        ErrorCase(
            .tooDense(entry: nil, ratio: 900, limit: 200),
            "The archive unpacks to 900 times its packed size; the limit is 200. Text does not pack so well, so nothing was read. "
                + "Raise the limit `ratio` if the export is genuine."
        ),
        ErrorCase(
            .damagedList(entry: "channels.json", breakage: .cutOff),
            "channels.json is cut off. Without it, conversations and people cannot be told apart; download the export again."
        ),
        ErrorCase(
            .peopleFile(
                file: "p.csv",
                problems: [
                    PeopleProblem(file: "p.csv", line: 3, column: "Level", fault: .badLevel("11")),
                    PeopleProblem(file: "p.csv", line: 4, column: nil, fault: .managerLoop(["a", "b"])),
                ]
            ),
            """
            p.csv has 2 problems:
            - p.csv, line 3, column `Level`: `11` is not a level. Write a whole number from 1 to 10.
            - p.csv, line 4: the managers go round in a circle (a → b → a). Correct one of them.
            """
        ),
    ])
    func `an error says what happened, where, and what to do`(error: ErrorCase) {
        #expect(error.error.words == error.words)
    }

    @Test(arguments: [
        IntakeError.notAnArchive(path: "a"), .damagedArchive(path: "a", detail: "x"), .changedMeanwhile(path: "a"),
        .encrypted(entry: "a"), .notAPlainFile(entry: "a"), .duplicateEntry(entry: "a"),
        .tooManyEntries(count: 2, limit: 1),
        .tooLarge(entry: "a", bytes: 2, limit: 1), .noConversations(path: "a"), .textExport(path: "a"),
        .dumpFormat(path: "a"),
        .severalExports(path: "a", folders: ["a"]),
    ])
    func `every error has a sentence of its own that names the place`(error: IntakeError) {
        #expect(error.words.hasSuffix("."))
        #expect(error.words.contains("a"))
        #expect(error.words.count > 30)
    }

    @Test(arguments: [
        Breakage.empty, .notAList("null"), .cutOff, .notJSON, .tooDeep(limit: 1), .tooLarge(bytes: 2, limit: 1),
        .badChecksum,
        .badPacking, .unreadable("x"),
    ])
    func `every fault of a file ends a sentence`(breakage: Breakage) {
        #expect(BrokenFile(file: "a.json", breakage: breakage).words.hasPrefix("a.json "))
        #expect(!breakage.words.isEmpty)
    }

    @Test(arguments: [
        PeopleFault.empty, .notUTF8, .tooLarge(bytes: 2, limit: 1), .noKeyColumn, .noNameColumn, .columnTwice("a"),
        .openQuote,
        .tooManyCells(count: 2, headings: 1), .noKey, .noName, .badEmail("a"), .unknownTrack("a"), .badLevel("a"),
        .badDate("a"),
        .idTwice("a", line: 1), .emailTwice("a", line: 1), .slackTwice("a", line: 1), .unknownManager("a"), .ownManager,
        .managerLoop(["a", "b"]),
    ])
    func `every fault of a people file says what to do`(fault: PeopleFault) {
        #expect(fault.words.hasSuffix(".") || fault.words.hasSuffix("?"))
        #expect(fault.words.contains(". ") || fault.words.contains("; "))
    }
}
