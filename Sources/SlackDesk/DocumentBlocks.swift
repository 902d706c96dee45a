import Desk
import OneOnOnes
import Reviews
import Slack
import Workspace
import Writing

/// A document of the house as blocks of a message: headings, sentences with the numbers of their sources, and the sources.
enum DocumentBlocks {
    /// Sources that a message shows; the rest is on the page.
    static let sources = 8

    static func blocks(_ document: Document) -> [Block?] {
        var blocks: [Block?] = document.lead.map { [.section(Mrkdwn($0))] } ?? []
        for block in document.blocks where !block.lines.isEmpty {
            let lines = block.lines.enumerated().map { place, line in
                text(line, block.form, number: place + 1)
            }
            let title = block.title.map { [Mrkdwn.bold($0)] } ?? []
            blocks.append(.section(.joined(title + lines, by: "\n")))
        }
        let notes = document.notes.prefix(Self.sources).map { note in
            let label = note.link.map { Mrkdwn.link($0, note.label) } ?? Mrkdwn(note.label)
            return Mrkdwn("[\(note.number)] ") + label
        }
        if !notes.isEmpty { blocks.append(.context([.joined(notes, by: "\n")])) }
        return blocks
    }

    private static func text(_ line: Document.Line, _ form: Document.Block.Form, number: Int) -> Mrkdwn {
        let cites = line.cites.map { "[\($0)]" }.joined()
        let words = line.text + (cites.isEmpty ? "" : " \(cites)")
        switch form {
        case .paragraph: return Mrkdwn(words)
        case .list: return Mrkdwn("• \(words)")
        case .numbered: return Mrkdwn("\(number). \(words)")
        case .quotation: return .quote(words)
        }
    }

    /// A preparation as an answer to a command.
    static func message(_ view: PrepView, with name: String, link: Mrkdwn?) -> OutgoingMessage {
        let title = "1:1 with \(name)"
        let when = view.next.map { "\($0.words)" }
        func list(_ title: String, _ lines: [String]) -> Block? {
            lines.isEmpty ? nil : .section(.joined([.bold(title)] + lines.map { Mrkdwn("• \($0)") }, by: "\n"))
        }
        let prep = view.prep
        return OutgoingMessage(
            Mrkdwn(title),
            blocks: [
                .header(title), when.flatMap { .context([Mrkdwn($0)]) },
                list("What happened", prep.recent.map(\.text)),
                list("Say thank you for", [prep.thanks?.text].compactMap(\.self)),
                list("Where to grow", prep.edge.map(\.text)),
                list("Where help is wanted", [prep.support?.text].compactMap(\.self)),
                list("Agreed and still open", prep.actions.map(\.text)),
                list("Questions", prep.questions.map(\.text)),
                prep.note.flatMap { .context([Mrkdwn($0.text)]) }, link.flatMap { .context([$0]) },
            ]
        )
    }
}
