import Desk
import Workspace
import Writing

extension PrepPage {
    /// A preparation as a desk has it.
    init(_ view: PrepView, viewer: PersonID) {
        var numbers = SourceNumbers(view.sources)
        let prep = view.prep
        let happened = (prep.recent + [prep.note].compactMap(\.self)).map { numbers.line($0) }
        let recognise = [prep.thanks].compactMap(\.self).map { numbers.line($0) }
        let help = [prep.support].compactMap(\.self).map { numbers.line($0) }
        let edge = prep.edge.map { numbers.line($0) }
        self.init(
            person: PersonLink(name: view.person.name, link: .person(view.person.id)),
            readerIsSubject: viewer == view.person.id,
            since: DayMark(prep.since),
            happened: happened,
            recognise: recognise,
            help: help,
            edge: edge.isEmpty
                ? nil
                : CitedLine(line: edge.map(\.line).joined(separator: " "), citations: edge.flatMap(\.citations)),
            actions: [],
            questions: prep.questions.map(\.text),
            sources: numbers.sources
        )
    }
}
