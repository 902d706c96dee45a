import Desk
import OneOnOnes
import Workspace

extension NotesPage {
    /// What the viewer chose; `sent` keeps a form that could not be taken.
    static func fill(
        from desk: Desk,
        viewer: PersonID,
        sent: FormFields? = nil,
        complaint: Words? = nil
    ) async throws -> NotesPage {
        let choice = try await desk.deliveryChoice(of: viewer, for: .person(viewer))
        var due: [DueLine] = []
        for delivery in try await desk.deliveries(for: viewer) {
            guard let view = try await desk.words(of: delivery) else { continue }
            let person = delivery.parts.count == 1 ? delivery.parts.first?.person : nil
            let link = delivery.kind == .prep ? person.map { Link.prep($0) } ?? .week : .week
            due.append(DueLine(words: Words(english: view.subject), link: link))
        }
        return NotesPage(
            complaint: complaint,
            kinds: Delivery.Kind.allCases.map { kind in
                NoteSwitch(
                    value: kind.rawValue,
                    name: Self.name(of: kind),
                    words: Self.words(of: kind),
                    isOn: sent.map { $0["on-\(kind.rawValue)"] == "yes" } ?? !choice.off.contains(kind)
                )
            },
            opens: sent?["opens"] ?? Self.hour(choice.opens),
            closes: sent?["closes"] ?? Self.hour(choice.closes),
            zone: sent?["zone"] ?? choice.zone ?? "",
            due: due
        )
    }

    private static func name(of kind: Delivery.Kind) -> Words {
        switch kind {
        case .prep: "Before a 1:1"
        case .weekly: "Once a week"
        }
    }

    private static func words(of kind: Delivery.Kind) -> Words {
        switch kind {
        case .prep: "What happened, what to recognise, questions; the working day before, one message for all of a day."
        case .weekly: "At most five things worth doing and your 1:1s; nothing in a week that asks for nothing."
        }
    }

    /// `09:00`, as a field for hours takes it.
    private static func hour(_ minute: Int) -> String {
        let minute = min(minute, 1_439)
        return (minute < 600 ? "0" : "") + MeetingPlan.hour(minute)
    }
}

extension OneOnOnePages {
    static func choose(
        _ viewer: PersonID,
        _ fields: FormFields,
        _ desk: Desk
    ) async throws -> FormOutcome<NotesPage> {
        let off = Set(Delivery.Kind.allCases.filter { fields["on-\($0.rawValue)"] != "yes" })
        do {
            let choice = try DeliveryChoice.checked(
                off: off,
                opens: String(fields["opens"].prefix(5)),
                closes: String(fields["closes"].prefix(5)),
                zone: fields["zone"]
            )
            try await desk.choose(choice, by: viewer)
            return .done(.notes)
        } catch let error as OneOnOneError {
            return .again(
                try await NotesPage.fill(
                    from: desk,
                    viewer: viewer,
                    sent: fields,
                    complaint: Words(english: error.words)
                )
            )
        }
    }
}
