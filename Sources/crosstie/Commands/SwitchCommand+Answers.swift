import Ladder
import Moves
import Workspace

/// A preview on the terminal.
enum SwitchWords {
    static func print(_ preview: SwitchPreview, name: String) {
        Console.heading(
            "\(name), level \(preview.level): what a change to the \(preview.track.rawValue) track would mean"
        )
        if let obstacle = preview.obstacle {
            Console.line(Console.wrapped(obstacle.words, indent: 2))
            return
        }
        Console.table(
            ["", preview.from.track, preview.to?.track ?? ""],
            [
                ["title", preview.from.title, preview.to?.title ?? ""],
                ["level", "\(preview.level)", "\(preview.level)"],
                ["pay", "as today", "as today"], ["authority", "as today", "as today"],
            ]
        )
        for text in [preview.pay, preview.authority, preview.clock, preview.settling, preview.rightToReturn] {
            if let text { Console.line(Console.wrapped(text, indent: 2)) }
        }
        Console.line()
        Console.heading("Competencies of the new track")
        for line in preview.competencies {
            Console.line("  \(line.name)\(line.stage.map { ", stage \($0)" } ?? ""): \(line.words)")
        }
        Console.heading("Competencies of the present track")
        for line in preview.waiting { Console.line("  \(line.name): \(line.words)") }
    }
}

/// A preview for programs.
struct SwitchPreviewAnswer: Encodable {
    struct Side: Encodable {
        let track: String
        let title: String
        let summary: String
    }
    struct Line: Encodable {
        let id: String
        let name: String
        let stage: Int?
        let weight: Double
        let source: String?
        let evidence: Int
        let words: String
    }

    let person: String
    let level: Int
    let from: Side
    let to: Side?
    let possible: Bool
    let obstacle: String?
    let pay: String
    let payDelta: Int
    let authority: String?
    let clock: String
    let settling: String
    let settlingUntil: String
    let rightToReturn: String
    let returnUntil: String
    let competencies: [Line]
    let waiting: [Line]

    init(_ preview: SwitchPreview) {
        func side(_ side: SwitchPreview.Side) -> Side {
            Side(track: side.track, title: side.title, summary: side.summary)
        }
        func line(_ line: SwitchPreview.Line) -> Line {
            Line(
                id: line.id,
                name: line.name,
                stage: line.stage,
                weight: line.weight,
                source: line.source,
                evidence: line.evidence,
                words: line.words
            )
        }
        person = preview.person.text
        level = preview.level
        from = side(preview.from)
        to = preview.to.map(side)
        possible = preview.obstacle == nil
        obstacle = preview.obstacle?.words
        pay = preview.pay
        payDelta = 0
        authority = preview.authority
        clock = preview.clock
        settling = preview.settling
        settlingUntil = preview.settlingUntil.description
        rightToReturn = preview.rightToReturn
        returnUntil = preview.returnUntil.description
        competencies = preview.competencies.map(line)
        waiting = preview.waiting.map(line)
    }
}

/// The report over changes of track for programs.
struct SwitchReportAnswer: Encodable {
    let switches: Int
    let toManagement: Int
    let toIndividual: Int
    let returns: Int
    let keptLevel: Int
    let payKnown: Int
    let payUntouched: Int
    let otherCurrency: Int
    let lowerPay: [String]
    let withoutLoss: Bool
    let words: String

    init(_ report: SwitchReport) {
        switches = report.switches
        toManagement = report.toManagement
        toIndividual = report.toIndividual
        returns = report.returns
        keptLevel = report.keptLevel
        payKnown = report.payKnown
        payUntouched = report.payUntouched
        otherCurrency = report.otherCurrency
        lowerPay = report.lowerPay.map(\.text)
        withoutLoss = report.isWithoutLoss
        words = report.words
    }
}
