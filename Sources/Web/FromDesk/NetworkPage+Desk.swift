import Desk
import Evidence
import OrgNetwork
import Records
import Workspace

extension NetworkPages {
    /// Pages filled from a desk; the desk asks for rights.
    init(desk: Desk) {
        self.init(
            page: { viewer in try await PageSource.refusing { try await NetworkPage.fill(from: desk, viewer: viewer) }
            },
            choose: { viewer, fields in
                try await PageSource.refusing {
                    let reader = Access.Viewer.person(viewer)
                    switch fields["step"] {
                    case "hide": try await desk.chooseCalls(hidden: true, of: viewer, by: reader)
                    case "show": try await desk.chooseCalls(hidden: false, of: viewer, by: reader)
                    case "name": try await desk.chooseCalls(named: true, of: viewer, by: reader)
                    case "unname": try await desk.chooseCalls(named: false, of: viewer, by: reader)
                    default: return .again(try await NetworkPage.fill(from: desk, viewer: viewer))
                    }
                    return .done(.network)
                }
            }
        )
    }
}

extension NetworkPage {
    /// The viewer's own card, those of their reports, and what people call for.
    static func fill(from desk: Desk, viewer: PersonID) async throws -> NetworkPage {
        let reader = Access.Viewer.person(viewer)
        let own = try await desk.calls(to: viewer, for: reader)
        let reports = try await desk.callsToReports(of: viewer, for: reader)
        let topics = try await desk.topics(for: reader)
        return NetworkPage(
            day: DayMark(own.today),
            days: CallCard.days,
            own: own.card == nil ? nil : CallCardPart(own, isOwn: true),
            choice: CallChoiceForm(
                isHidden: own.choice?.hidden ?? false,
                isNamed: own.choice?.named ?? false
            ),
            reports: reports.map { CallCardPart($0, isOwn: false) },
            topics: topics.map { topic in
                TopicLine(
                    channel: topic.channel,
                    callers: topic.calls.callers,
                    calls: topic.calls.calls,
                    answered: topic.calls.answered,
                    toAsk: topic.toAsk.isEmpty ? nil : topic.toAsk.map(\.name).joined(separator: ", ")
                )
            }
        )
    }
}

extension CallCardPart {
    init(_ view: CallView, isOwn: Bool) {
        let line = { (sentence: CallSentence) in
            CountedLine(
                sentence.text,
                sources: sentence.messages.reversed().compactMap { view.places[$0] }.map(SourceLink.init)
            )
        }
        self.init(
            person: isOwn ? nil : PersonLink(name: view.person.name, link: .person(view.person.id)),
            sentences: view.sentences.map(line),
            load: view.load.map(line),
            times: view.times.map(\.pageWords),
            chart: CallChart((view.card?.months ?? []).map(CallCount.init))
        )
    }
}

extension SourceLink {
    init(_ place: MessagePlace) {
        self.init(label: "#\(place.channel), \(DayMark(place.day).text)", link: place.link.flatMap(Link.init))
    }
}

extension CallCount {
    init(_ month: CallMonth) {
        let day = CivilDate(year: month.year, month: month.month, day: 1).map { DayMark($0).text.dropFirst(2) }
        self.init(
            month: day.map(String.init) ?? "",
            incidents: month.counts[.incident] ?? 0,
            decisions: month.counts[.decision] ?? 0,
            unblocks: month.counts[.unblock] ?? 0,
            questions: month.counts[.question] ?? 0,
            mentions: month.counts[.mention] ?? 0
        )
    }
}

extension ResponseTime {
    /// The median against the person's own time before, in a sentence.
    var pageWords: String {
        let what =
            switch kind {
            case .incident: "calls in incidents"
            case .decision: "calls for a decision"
            case .unblock: "reviews and unblockings"
            case .question: "questions"
            case .mention: "mentions"
            }
        let (now, then) = (Self.words(hours), Self.words(before))
        return
            "Half of \(calls) \(what) had your answer within \(now); before, it was \(now == then ? "the same" : then)."
    }

    private static func words(_ hours: Double) -> String {
        switch hours {
        case ..<0.25: "minutes"
        case ..<0.75: "half a working hour"
        case ..<1.5: "one working hour"
        default: "\(Int(hours.rounded())) working hours"
        }
    }
}
