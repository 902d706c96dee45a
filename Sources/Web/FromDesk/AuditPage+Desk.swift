import Audits
import Desk
import Moves
import Workspace

extension AuditListPage {
    /// The audits that there are, for those who may open them.
    static func fill(from desk: Desk, viewer: PersonID) async throws -> AuditListPage {
        let reader = Access.Viewer.person(viewer)
        guard try await desk.opens(.audits, for: reader) else { throw PageRefusal.notAllowed }
        let audience: AuditAudience = try await desk.opens(.stewardship, for: reader) ? .steward : .viewer
        let lines = Audit.allCases.map { audit in
            let laws = AuditLaw.bearing(on: audit).map(\.name)
            return AuditLine(
                title: audit.title,
                question: audit.question,
                link: .audit(audit.rawValue),
                laws: laws.isEmpty ? nil : laws.joined(separator: "; ")
            )
        }
        let switches = AuditLine(
            title: AuditPage.switches,
            question: AuditPage.switchQuestion,
            link: .audit(AuditPage.switchName),
            laws: nil
        )
        return AuditListPage(audience: audience.inWords, audits: lines + [switches])
    }
}

extension AuditAudience {
    /// Who reads, and what that means for small groups.
    var inWords: String {
        switch self {
        case .steward: "For people operations: small groups are shown, so keep it where it is."
        case .viewer:
            "For representatives: no group under five is shown, and none that could be worked out from others."
        }
    }
}

extension AuditPage {
    /// The name of the report over all changes of track in the address.
    static let switchName = "switches"
    static let switches = "Changes of track"
    static let switchQuestion = "Did everybody who changed tracks keep level and pay?"

    /// An audit, or the report over all changes of track, by its name in the address.
    static func fill(_ name: String, from desk: Desk, viewer: PersonID) async throws -> AuditPage {
        let reader = Access.Viewer.person(viewer)
        guard try await desk.opens(.audits, for: reader) else { throw PageRefusal.notAllowed }
        if name == switchName {
            let report = try await desk.switchReport(for: reader)
            return AuditPage(report, day: CivilDate(microseconds: try await desk.now()))
        }
        guard let audit = Audit(rawValue: name) else { throw PageRefusal.notFound }
        return AuditPage(try await desk.audit(audit, for: reader))
    }

    /// Lays a report out; what would make the page long is left to the files, and said.
    init(_ report: AuditReport) {
        let name = report.audit.rawValue
        let quiet = report.findings.filter { $0.severity == .none }.map(\.sentence)
        let shown = 16
        self.init(
            title: report.title,
            question: report.question,
            day: CivilDate(report.day).map { DayMark($0).text } ?? report.day,
            audience: report.audience.inWords,
            summary: report.summary,
            findings: (report.signals + report.notices).prefix(24).map(FindingCard.init),
            quiet: Array(quiet.prefix(shown)),
            quietMore: quiet.count > shown ? "\(quiet.count - shown) more are in the file." : nil,
            plots: report.plots.map {
                PlotCard(title: $0.title, description: $0.description, drawing: Drawing($0))
            },
            tables: report.tables.map { TableCard($0, of: name) },
            limits: report.limits,
            method: report.method,
            laws: AuditLaw.bearing(on: report.audit).map(LawCard.init),
            json: .auditFile(name, table: nil, form: .json)
        )
    }

    private init(_ report: SwitchReport, day: CivilDate) {
        var limits = ["Pay is compared as for full time, before and after, in the first people file that states it."]
        if report.payUntouched > 0 {
            limits.append("For \(report.payUntouched) no people file has stated pay since, so it stands as before.")
        }
        if report.otherCurrency > 0 {
            limits.append("\(report.otherCurrency) came with another currency and cannot be compared.")
        }
        self.init(
            title: Self.switches,
            question: Self.switchQuestion,
            day: DayMark(day).text,
            audience: "The same for everybody who may open it: counts alone.",
            summary: [report.words],
            findings: [],
            quiet: [],
            quietMore: nil,
            plots: [],
            tables: [],
            limits: limits,
            method: "Every change of track in force is counted, returns among them.",
            laws: [],
            json: nil
        )
    }
}

extension FindingCard {
    init(_ finding: AuditFinding) {
        let isSignal = finding.severity == .signal
        var figures: [Fact] = []
        if let figure = finding.figure {
            figures.append(Fact(label: "Figure", words: Words(said: figure.words(figure.value))))
            if let low = figure.low, let high = figure.high {
                figures.append(
                    Fact(label: "95\u{a0}% interval", words: "\(figure.words(low)) to \(figure.words(high))")
                )
            }
        }
        figures.append(
            Fact(
                label: "Rests on",
                words: finding.figure?.unit == .count ? "\(finding.count)" : "\(finding.count) people or cases"
            )
        )
        if let p = finding.adjustedP ?? finding.p {
            let words = p < 0.001 ? "under .001" : String(Figures.fixed(p, 3).drop { $0 == "0" })
            let corrected = finding.adjustedP == nil ? "" : ", corrected for the number of questions"
            figures.append(Fact(label: "Chance alone", words: "p \(p < 0.001 ? "" : "= ")\(words)\(corrected)"))
        }
        self.init(
            tone: isSignal ? "signal" : "notice",
            standing: finding.reading?.words.capitalisedFirst ?? (isSignal ? "Deserves a look" : "Worth knowing"),
            about: finding.about,
            sentence: finding.sentence,
            figures: figures,
            shows: finding.shows,
            doesNotShow: finding.doesNotShow,
            law: finding.law.map { note in
                let law = AuditLaw.named(note.law)
                let day = law.flatMap { CivilDate($0.asOf) }.map { ", facts as of \(DayMark($0).text)" } ?? ""
                return LawLine(
                    sentence: note.sentence,
                    source: law.map { $0.name + day },
                    isTriggered: note.isTriggered
                )
            }
        )
    }
}

extension AuditFigure {
    /// A value in the figure's unit.
    fileprivate func words(_ value: Double) -> String {
        switch unit {
        case .share: Figures.percent(value)
        case .ratio, .correlation: Figures.fixed(value, 2)
        case .days: "\(Figures.fixed(value, 0)) days"
        case .perPerson: "\(Figures.fixed(value, 2)) per person"
        case .count: Figures.fixed(value, value == value.rounded() ? 0 : 1)
        }
    }
}

extension Drawing {
    /// Draws a plot; the only way from words to markup, and the plot escapes its words.
    init(_ plot: AuditPlot) { svg = plot.svg }
}

extension TableCard {
    init(_ table: AuditTable, of audit: String, limit: Int = 25) {
        let hides = table.rows.contains { $0.contains(.hidden) }
        self.init(
            anchor: String(table.id.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }),
            title: table.title,
            columns: table.columns.map { ColumnHead(title: $0.title, isNumber: $0.kind != .text) },
            rows: table.rows.prefix(limit).map { row in
                let cells = zip(table.columns, row).map { column, value in
                    TableCell(
                        words: Self.words(value, in: column),
                        isNumber: column.kind != .text,
                        isHidden: value == .hidden
                    )
                }
                return TableRow(head: cells.first?.words ?? "", cells: Array(cells.dropFirst()))
            },
            hiding: hides
                ? "Hidden cells are about fewer than five people, or would tell of them by subtraction." : nil,
            note: table.note,
            more: table.rows.count > limit ? "\(table.rows.count - limit) more rows are in the files." : nil,
            csv: .auditFile(audit, table: table.id, form: .csv),
            json: .auditFile(audit, table: table.id, form: .json)
        )
    }

    /// A value as its column writes it, with sums of money grouped.
    private static func words(_ value: AuditValue, in column: AuditColumn) -> String {
        if case .number(let amount) = value, column.kind == .money { return Figures.amount(amount.rounded()) }
        return column.words(value)
    }
}

extension LawCard {
    init(_ law: AuditLaw) {
        self.init(
            name: law.name,
            place: law.place,
            facts: law.facts,
            asOf: CivilDate(law.asOf).map(DayMark.init),
            sources: law.sources.joined(separator: "; "),
            secondHand: law.isSecondHand ? "Read in reports about it, not in its own text." : nil
        )
    }
}
