import Evidence

/// The sentences that tell an editor what a source does not bear out.
struct FindingWords {
    let check: CitationCheck

    func sentence(for fault: CitationCheck.Fault) -> String {
        switch fault {
        case .noSource: "No source stands behind this sentence. Cite one, or make it a question."
        case .sourceGone(let id): gone(id)
        case .severalMoments: "This joins several moments in one sentence. Give each its own."
        case .notSaid: "Nobody wrote these words in the sources cited. Quote word for word, or leave the marks out."
        case .number(let words): "“\(words)” is not in the sources, or counts something else there."
        case .date(let words): "“\(words)” is not the day that the sources give."
        case .name(let words): "“\(words)” is not named in the sources."
        case .speaker(let words): "The sources do not have \(words) saying this."
        case .actor(let words): "The sources have somebody else here (“\(words)”)."
        case .polarity(let words): "The sources say the opposite about “\(words)”."
        case .quantity(let words): "The sources do not say “\(words)”."
        case .strength(let words): "“\(words)” says more than the sources do."
        case .cause(let words): "The sources do not make one the cause of the other (“\(words)”)."
        case .plan(let words): "The sources ask for this or plan it; they do not say that it happened (“\(words)”)."
        case .added(let words): "“\(words)” is in none of the sources."
        case .order(let words):
            "“\(words)” stands with other words in the sources. Look whether it still means the same."
        case .unlikely: "The model installed here finds that this does not follow from the sources. Look at it again."
        }
    }

    private func gone(_ id: EntryID) -> String {
        guard let entry = check.entries[id] else { return "The message behind this sentence is no longer there." }
        switch entry.state {
        case .withdrawn: return "The evidence behind this sentence was withdrawn."
        case .contested: return "The evidence behind this sentence is contested; it waits until that is settled."
        case .captured: return "The evidence behind this sentence has not been seen by the person it is about."
        case .shown, .settled, .corrected: return "The evidence behind this sentence may not be used here."
        }
    }
}
