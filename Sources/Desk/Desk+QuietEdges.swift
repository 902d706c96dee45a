import Evidence
import Ladder
import Records
import Signals
import Support
import Workspace

extension Desk {
    /// The growth edge that the last 1:1s named, and when anything was last seen of it; empty where none was named.
    ///
    /// Shape: an edge counts as named on the first day of the 1:1s in a row that named it.
    func namedEdges(of person: Person, entries: [LedgerEntry], now: Int64) async throws -> [SupportRecord.NamedEdge] {
        let kept = try await records.oneOnOnes(of: person.id)
        guard let edge = kept.first?.edge, let first = kept.prefix(while: { $0.edge == edge }).last?.day else {
            return []
        }
        let seen = entries.filter { entry in
            entry.state.isOpen && entry.competencies.contains { $0.competency == edge }
        }.map(\.moment).max()
        let asked = try await records.requestLoad(about: person.id, now: now).last
        let news = [seen, asked].compactMap(\.self).max().map { CivilDate(microseconds: $0) }
        let name =
            ladder.competencies(for: person.track == .ic ? .ic : .management, family: person.family)
            .first { $0.id == edge }?.name ?? edge
        return [SupportRecord.NamedEdge(competency: name, named: first, lastNews: news)]
    }
}
