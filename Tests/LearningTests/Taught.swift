import Evidence
import Learning
import Signals
import Workspace

/// A reader that sees what a test says it sees.
struct ScriptedReader: Reader {
    let stamp = ReaderStamp(name: "static", version: "7")
    var seen: @Sendable (Passage) -> [Signal]
    func read(_ passages: [Passage]) async throws -> [[Signal]] { passages.map(seen) }
}

/// Invented phrases, people and corrections.
enum Taught {
    static let workspace: WorkspaceID = "main"
    static let salt = PhraseSalt(Array(0..<16)) ?? salt(1)

    static func salt(_ seed: UInt64) -> PhraseSalt {
        var generator = Seeded(seed)
        return PhraseSalt(using: &generator)
    }

    static func passage(
        _ text: String,
        who: String = "Lena",
        before: [(who: String, text: String)] = [("Omar", "it is done")]
    ) -> Passage {
        Passage(who: who, text: text, before: before)
    }

    static func message(_ number: Int) -> MessageID {
        MessageID(channel: "C1", time: MessageTime(microseconds: Int64(number) * 1_000_000))
    }

    static func correction(
        _ text: String,
        _ verdict: Correction.Verdict,
        kind: SignalKind = .recognition,
        by person: PersonID = "p1",
        number: Int = 1,
        moment: Int64? = nil,
        workspace: WorkspaceID = workspace,
        salt: PhraseSalt = salt
    ) -> Correction {
        Correction(
            workspace: workspace,
            message: message(number),
            phrase: PhrasePrint(passage(text), salt: salt),
            kind: kind,
            verdict: verdict,
            confidence: 0.9,
            by: person,
            moment: moment ?? Int64(number),
            reader: ReaderStamp(name: "static", version: "7")
        )
    }

    static func examples(_ corrections: [Correction]) -> LocalExamples {
        LocalExamples(workspace: workspace, salt: salt, corrections: corrections)
    }

    static func signal(
        _ kind: SignalKind = .recognition,
        _ subject: Subject = .participant("Omar"),
        _ confidence: Double = 0.9
    ) -> Signal {
        Signal(kind: kind, subject: subject, confidence: confidence, stage: 2, workClass: .craft)
    }
}

/// Numbers that a seed fixes.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
