import Desk
import Ladder
import Moves
import Records
import Workspace

extension PayPage {
    /// The viewer's own pay statement.
    static func fill(from desk: Desk, viewer: PersonID) async throws -> PayPage {
        let reader = Access.Viewer.person(viewer)
        let statement = try await desk.payStatement(of: viewer, for: reader)
        // One's own look is on record, too; what matters here is who else did.
        let looks = try await desk.looks(at: viewer, for: reader).filter { $0.viewer != viewer }
        var names: [PersonID: String] = [:]
        for id in Set(looks.compactMap(\.viewer)) { names[id] = try? await desk.find(id.text).name }
        let lines = LookLine.folded(looks, names: names)
        return PayPage(statement, looks: Array(lines.prefix(30)), older: max(0, lines.count - 30))
    }

    init(_ statement: PayStatement, looks: [LookLine], older: Int) {
        let person = statement.person
        let currency = statement.pay?.currency
        let parity = statement.parity
        self.init(
            standing: [
                statement.role.map(Words.init(said:)), person.level.map { "Level \($0), \(person.track.inLine)" },
                statement.zone.map { "Zone \($0)" },
            ].compactMap(\.self),
            day: DayMark(statement.today),
            lines: statement.pay.map(Self.lines) ?? [],
            position: statement.position.map { Words(english: "Your base pay lies \($0.words).") },
            drawing: parity.flatMap { parity in
                PayRails(
                    individual: parity.ic.map(PayRails.Range.init),
                    management: parity.management.map(PayRails.Range.init),
                    pay: statement.position == nil ? nil : statement.pay?.fullTimeBase,
                    description: "The ranges of level \(parity.level) on both tracks on one scale"
                        + (statement.position.map { ", with your base pay, which lies \($0.words)" } ?? "") + "."
                )
            },
            parity: (parity?.words).map(Words.init(english:)),
            category: statement.category,
            averages: statement.averages.rows.map {
                AverageLine(
                    group: Words(phrase: $0.group),
                    people: $0.count,
                    amount: Figures.money($0.average, currency)
                )
            },
            untold: statement.averages.isSuppressed
                ? "Averages of fewer than five people, or from which fewer could be told, stay untold." : nil,
            looks: looks,
            olderLooks: older > 0 ? "\(older) earlier looks are on record." : nil
        )
    }

    private static func lines(_ pay: Pay) -> [Fact] {
        var lines = [Fact(label: "Base pay", words: "\(Figures.money(Double(pay.base) / 100, pay.currency)) a year")]
        if let variable = pay.variable {
            lines.append(
                Fact(label: "Variable pay", words: "\(Figures.money(Double(variable) / 100, pay.currency)) a year")
            )
        }
        if let share = pay.share, share < 1 {
            lines.append(
                Fact(
                    label: "As for full time",
                    words:
                        "\(Figures.money(pay.fullTimeBase, pay.currency)) a year, at a share of \(Figures.fixed(share, 2))"
                )
            )
        }
        if let hours = pay.weeklyHours {
            lines.append(
                Fact(
                    label: "Hours a week",
                    words: pay.hourlyBase.map { "\(plain: hours), \(Figures.money($0, pay.currency)) an hour" }
                        ?? "\(plain: hours)"
                )
            )
        }
        return lines
    }
}

extension LookLine {
    /// Looks of one person at one thing on one day in one line; an audit that opens pay and groups is one look.
    fileprivate static func folded(_ looks: [Look], names: [PersonID: String]) -> [LookLine] {
        var order: [LookLine] = []
        var moments: [LookLine: Set<Int64>] = [:]
        for look in looks {
            let object = look.object.replacing(", groups", with: "")
            let line = LookLine(
                who: look.viewer.map { names[$0] ?? "Somebody who left" } ?? "People operations, at the command line",
                object: object + (look.subject == nil ? ", everybody's at once" : ""),
                day: DayMark(CivilDate(microseconds: look.moment))
            )
            if moments[line] == nil { order.append(line) }
            moments[line, default: []].insert(look.moment)
        }
        return order.map { line in
            let times = moments[line]?.count ?? 1
            return times < 2
                ? line : LookLine(who: line.who, object: "\(line.object), \(times) times", day: line.day)
        }
    }
}

extension PayRails.Range {
    fileprivate init(_ range: PayRange) {
        self.init(
            lower: range.lower,
            middle: range.middle,
            upper: range.upper,
            ends: "\(Figures.money(range.lower, range.currency)) to \(Figures.amount(range.upper))"
        )
    }
}

extension ChoicePage {
    /// The yearly question as it stands for the viewer.
    static func fill(
        from desk: Desk,
        viewer: PersonID,
        sent: FormFields? = nil,
        complaint: Words? = nil
    ) async throws -> ChoicePage {
        let reader = Access.Viewer.person(viewer)
        let groups = try await table(from: desk, for: reader)
        let own: OwnChoice
        do {
            own = try await desk.choice(of: viewer, for: reader)
        } catch MoveError.noQuestion {
            return ChoicePage(round: nil, form: nil, answer: nil, said: nil, preview: nil, groups: groups)
        }
        let today = CivilDate(microseconds: try await desk.now())
        let isOpen = own.round.opens <= today && today <= own.round.closes
        let chosen = sent.map { $0["choice"] } ?? own.answer?.choice.rawValue
        return ChoicePage(
            round: ChoiceCard(own.round),
            form: isOpen
                ? ChoiceForm(
                    options: Choice.allCases.map {
                        ChoiceOption(
                            value: $0.rawValue,
                            label: $0.label,
                            isChosen: $0.rawValue == chosen
                        )
                    },
                    typed: sent?["words"] ?? own.answer?.words ?? "",
                    complaint: complaint
                ) : nil,
            answer: own.answer.map(\.choice.label),
            said: own.answer.flatMap { $0.words.isEmpty ? nil : $0.words },
            preview: own.preview.map {
                ChoicePreview(
                    summary: $0.obstacle?.pageWords
                        ?? "\($0.track.words): this track has level \($0.level), too\($0.to.map { ": \($0.title)" } ?? ""). Level, pay and authority would stay as they are.",
                    link: .switching(viewer)
                )
            },
            groups: groups
        )
    }

    private static func table(from desk: Desk, for reader: Access.Viewer) async throws -> ChoiceTable? {
        guard try await desk.opens(.choices, for: reader) else { return nil }
        do {
            return ChoiceTable(try await desk.choices(for: reader).groups)
        } catch let error as MoveError {
            return ChoiceTable(rows: [], untold: nil, pending: error.pageWords)
        }
    }
}

extension ChoiceTable {
    init(_ groups: ChoiceGroups) {
        self.init(
            rows: groups.rows.map { row in
                ChoiceRow(
                    group: row.group == "ic" ? "individual contributors" : Words(phrase: row.group),
                    answers: row.answers,
                    yes: row.shares[.yes]?.words ?? "",
                    no: row.shares[.no]?.words ?? "",
                    notSure: row.shares[.notSure]?.words ?? ""
                )
            },
            untold: groups.hidden.isEmpty
                ? nil
                : "\(groups.hidden.joined(separator: ", ").capitalisedFirst): untold, so that nobody's answer can be worked out.",
            pending: groups.rows.isEmpty ? "No group has five answers." : nil
        )
    }
}

extension ChoiceCard {
    init(_ round: ChoiceRound) {
        let dimension: Words =
            switch round.dimension {
            case .track: "track"
            case .level: "level"
            case .family: "family"
            case .country: "country"
            }
        self.init(
            year: String(round.year),
            opens: DayMark(round.opens),
            closes: DayMark(round.closes),
            dimension: dimension
        )
    }
}

extension Choice {
    /// In a person's own words.
    var label: Words {
        switch self {
        case .yes: "Yes, I would"
        case .no: "No, I would not"
        case .notSure: "I am not sure"
        }
    }
}
