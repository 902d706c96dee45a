import Briefing
import Desk
import Workspace

/// Briefs in which nothing stands, kept for as long as nothing they were made of is another.
///
/// A brief with items is kept by the reading store; an empty one stays open for what still comes, and would be made anew at every look.
actor EmptyMornings {
    /// All that a brief of today follows from, beside its reader.
    struct Terms: Sendable, Hashable {
        let day: CivilDate
        /// Items age by the hour.
        let hour: Int64
        /// What the reading store says of its commits: feeds, notebooks, answers; nil where it cannot tell.
        let written: Int64?
        let profile: ReaderProfile
        let inside: [InsideNews]
        /// Everybody who works here: news about them are left out.
        let names: [String]
    }

    private var kept: [PersonID: (terms: Terms, brief: Brief)] = [:]
    /// How many are kept at most.
    private static let room = 1000

    /// The empty brief of a reader; nil where it has to be made.
    func brief(of reader: PersonID, under terms: Terms) -> Brief? {
        guard terms.written != nil, let known = kept[reader], known.terms == terms else { return nil }
        return known.brief
    }

    /// Keeps a brief with nothing in it.
    func keep(_ brief: Brief, of reader: PersonID, under terms: Terms) {
        kept[reader] = nil
        guard brief.items.isEmpty, terms.written != nil else { return }
        if kept.count >= Self.room { kept = [:] }
        kept[reader] = (terms, brief)
    }
}
