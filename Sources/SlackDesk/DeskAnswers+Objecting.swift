import Desk
import Evidence
import Intake
import Records
import Slack
import SlackLive
import Workspace

/// The form in which somebody objects to what is kept about them.
enum ObjectionForm {
    static let callback = "object"

    static func modal(to entry: LedgerEntry) -> Modal {
        Modal(
            "Object to this",
            callback: callback,
            blocks: [
                .section(.quote(entry.quote)),
                .context([
                    Mrkdwn("\(entry.voice.name), \(CivilDate(microseconds: entry.moment)), #\(entry.channelName)")
                ]),
                .input(
                    "What is not right about it?",
                    .words("reason", hint: "It was Ben who mended it; I only reported it.", most: 600)
                ),
                .context([
                    Mrkdwn(
                        "It counts for nothing until it is settled. Your manager sees that you objected, and why."
                    )
                ]),
            ],
            submit: "Object",
            metadata: entry.id.text
        )
    }
}

extension DeskAnswers {
    /// The form for one piece of evidence; whatever the button says, the record decides whose it is.
    func openObjection(to id: EntryID, trigger: String, by user: AccountID) async throws {
        try await open("Object to this", trigger: trigger) {
            guard let person = try await person(user), let entry = try await records.entry(id, now: now()),
                entry.subject == person.id
            else { return .words("Object to this", Mrkdwn("That is not kept about you.")) }
            return Self.form(for: entry)
        }
    }

    /// The same for a message that the app wrote, by its place.
    func openObjection(toWhatStandsAt place: ActionPlace, by user: AccountID) async throws {
        try await open("Object to this", trigger: place.trigger) {
            guard let person = try await person(user), let message = place.message,
                let entry = try await records.entries(of: message, now: now()).first(where: {
                    $0.subject == person.id
                })
            else { return .words("Object to this", Mrkdwn("Nothing of this message is kept about you.")) }
            return Self.form(for: entry)
        }
    }

    private static func form(for entry: LedgerEntry) -> Modal {
        guard entry.state.after(.contest) != nil else {
            return .words("Object to this", Mrkdwn("You objected already, or it is gone. It counts for nothing."))
        }
        return ObjectionForm.modal(to: entry)
    }

    /// The form was sent.
    func object(_ view: OpenView, by user: AccountID) async throws -> WireValue? {
        let reason = (view["reason"].text ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard reason.count >= 3 else {
            return Modal.errors(["reason": "Say in a few words what is not right; whoever settles it reads this."])
        }
        // What the form brings back proves nothing: the record says whose it is.
        guard let person = try await person(user),
            let entry = try await records.entry(EntryID(view.metadata), now: now()), entry.subject == person.id
        else { return Modal.words("Object to this", Mrkdwn("That is not kept about you.")).replacement }
        do {
            try await records.perform(.contest, on: entry.id, by: person.id, reason: reason, now: now())
        } catch RecordError.notFrom {
            return Modal.words("Object to this", Mrkdwn("You objected already, or it is gone.")).replacement
        }
        try await publish(for: user)
        return nil
    }
}
