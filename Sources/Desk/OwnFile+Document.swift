import Evidence
import Growth
import OneOnOnes
import OrgNetwork
import Records
public import Reviews
import Signals
import Support
import Workspace
import Writing

extension OwnFile {
    /// The file to be read, with every quote beside its day and place.
    public var document: Document {
        var notes = DocumentNotes(
            Dictionary((evidence + said).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        )
        return Document(
            title: "What Crosstie holds about \(person.name)",
            facts: facts,
            lead:
                "Everything that can be opened by you, as it stands on the last day named above. The file beside it, about-me.json, "
                + "holds the same for programs.",
            blocks: [
                block("What others saw of your work", evidence.map { line($0, &notes) }, "Nothing was heard yet."),
                block("What you said about others' work", said.map { ownWords($0, &notes) }, "Nothing was kept."),
                block("What the clock says", clockLines, "No level is known, so nothing is read."),
                block("What colleagues were asked about your work", roundLines, "Nobody was asked."),
                block("What you were asked about colleagues", requestLines, "You were not asked."),
                block("Feedback that was asked for", feedbackLines, "There is none in this file."),
                block("Reviews", reviewLines, "There is none in this file."),
                block("1:1s", oneOnOneLines, "Nothing was kept."),
                block("Moves", moveLines, "There was none."),
                block("Who called you by name", calls.sentences.map(\.text), "There is no card to open."),
                block("Support signals", supportLines, "None is open in this file."),
                block("Who looked at your pay", lookLines, "Nobody did."),
                block("Tokens of your programs", tokenLines, "You have none."),
                block("Your talk, counted", talkLines, "None is known."),
                block("What you did here", actLines, "Nothing is written down."),
                Document.Block("What is not in this file, and why", lines: leftOut.map { Document.Line($0) }),
            ],
            notes: notes.notes
        )
    }

    private var facts: [Document.Fact] {
        [
            ("Day", DateWords.dayAndYear(today)), ("Id", person.id.text), ("E-mail", person.email),
            ("Chat account", person.account?.text), ("Reports to", manager?.name), ("Team", person.team),
            ("Track", person.track.rawValue), ("Level", person.level.map(String.init)), ("Family", person.family),
            ("Title", person.title), ("Started", person.started.map(DateWords.dayAndYear)),
            ("At this level since", person.levelSince.map(DateWords.dayAndYear)),
        ].compactMap { name, words in words.map { Document.Fact(name, $0) } }
    }

    private func block(_ title: String, _ lines: [Document.Line], _ none: String) -> Document.Block {
        Document.Block(title, lines: lines.isEmpty ? [Document.Line(none)] : lines)
    }

    private func block(_ title: String, _ lines: [String], _ none: String) -> Document.Block {
        block(title, lines.map { Document.Line($0) }, none)
    }

    /// One piece of evidence; its quote stands among the sources.
    private func line(_ entry: LedgerEntry, _ notes: inout DocumentNotes) -> Document.Line {
        let day = DateWords.dayAndYear(CivilDate(microseconds: entry.moment))
        let words =
            "\(day), #\(entry.channelName): \(entry.kind.rawValue), said by \(entry.voice.name); \(entry.state.rawValue)."
        return notes.line(Sentence(words, sources: [entry.id], role: .claim))
    }

    /// Words about somebody else: what was read in them is that person's, so only day and place stand here.
    private func ownWords(_ entry: LedgerEntry, _ notes: inout DocumentNotes) -> Document.Line {
        let words = "\(DateWords.dayAndYear(CivilDate(microseconds: entry.moment))), #\(entry.channelName)."
        return notes.line(Sentence(words, sources: [entry.id], role: .claim))
    }

    private var clockLines: [String] {
        guard let reading else { return [] }
        return [reading.headline.text] + reading.explanation.map(\.text) + reading.gates.map(\.words)
    }

    private var roundLines: [String] {
        rounds.rounds.flatMap { round in
            ["\(DateWords.dayAndYear(round.sent)): \(round.asked) people were asked about \(round.question.name)."]
                + round.answers.map { "\($0.name): \($0.answer.sight.rawValue). \($0.answer.words)" }
        }
    }

    private var requestLines: [String] {
        requests.map { own in
            let answer = own.request.answer.map { " You answered: \($0.sight.rawValue). \($0.words)" } ?? ""
            return "\(DateWords.dayAndYear(own.sent)): about \(own.person.name), \(own.question.name).\(answer)"
        }
    }

    private var feedbackLines: [String] {
        let about = (feedback?.requests ?? []).map { asked in
            let words = asked.request.answer.map { " \($0.words.text)" } ?? ""
            return "\(asked.asker) asked \(asked.colleague) about your work: \(asked.standing.rawValue).\(words)"
        }
        let given = (feedbackAsked ?? []).map { asked in
            let words = asked.request.answer.map { " You gave: \($0.words.text)" } ?? ""
            return "\(asked.asker) asked you about \(asked.person.name): \(asked.standing.rawValue).\(words)"
        }
        return about + given
    }

    private var reviewLines: [String] {
        (reviews ?? []).flatMap { view in
            ["\(view.review.sort.rawValue), \(view.review.state.rawValue), by \(view.context.author):"]
                + view.review.blocks.flatMap(\.lines).map(\.text)
        }
    }

    private var oneOnOneLines: [String] {
        guard let talks = oneOnOne else { return [] }
        return talks.kept.map { "You talked with \(talks.manager.name) on \(DateWords.dayAndYear($0))." }
            + (talks.open + talks.closed).map { "Agreed on \(DateWords.dayAndYear($0.agreed)): \($0.text)" }
            + (talks.notes ?? []).map { "Your note: \($0.text)" }
    }

    private var moveLines: [String] {
        moves.map { move in
            let standing = { (standing: Standing) in
                "\(standing.track.rawValue) \(standing.level.map(String.init) ?? "without a level")"
            }
            return "\(move.kind.rawValue), \(standing(move.from)) to \(standing(move.to)): \(move.state.rawValue)."
        }
    }

    private var supportLines: [String] { (support?.signals ?? []).map { "\($0.words.what) \($0.words.act)" } }

    private var lookLines: [String] {
        looks.map { look in
            let day = DateWords.dayAndYear(CivilDate(microseconds: look.moment))
            return "\(day): \(look.viewer?.text ?? "the command line"), \(look.object)."
        }
    }

    private var tokenLines: [String] {
        tokens.map {
            "\($0.name), made on \(DateWords.dayAndYear($0.created)), works until \(DateWords.dayAndYear($0.expires))."
        }
    }

    private var talkLines: [String] {
        talk.map { held in
            let days = [held.first, held.last].map { DateWords.dayAndYear(CivilDate(microseconds: $0)) }
            return
                "#\(held.channel): \(held.messages == 1 ? "one message" : "\(held.messages) messages"), \(days[0]) to \(days[1])."
        }
    }

    private var actLines: [String] {
        acts.map { "\(DateWords.dayAndYear(CivilDate(microseconds: $0.moment))): \($0.act), \($0.object)." }
    }
}
