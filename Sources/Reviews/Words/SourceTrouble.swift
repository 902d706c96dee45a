public import Evidence
import Workspace
import Writing

/// Why a sentence does not stand any more, although it did when it was written.
public enum SourceTrouble: Sendable, Hashable {
    /// The evidence was taken back or deleted at its source; since when, where that is known.
    case gone(EntryID)
    /// The person objects to the evidence, and the answer is due.
    case contested(EntryID)
    /// The evidence says something else now than what is quoted.
    case changed(EntryID)
    /// The person could not see the evidence yet, so that it may not be told.
    case unseen(EntryID)

    /// The evidence.
    public var entry: EntryID {
        switch self {
        case .gone(let id), .contested(let id), .changed(let id), .unseen(let id): id
        }
    }

    /// The mark beside a sentence.
    public var words: String {
        switch self {
        case .gone: "What this rested on was taken back. Its words are gone here, too."
        case .contested: "What this rests on is contested, and the answer is due. Until then it does not stand."
        case .changed: "What this rests on was changed at its source and no longer says these words."
        case .unseen: "What this rests on was not shown to the person yet."
        }
    }
}

extension ReviewLine {
    /// What is wrong with the line's sources as they stand now; empty where it stands.
    ///
    /// Shape: `entries` holds what is kept of the sources, withdrawn ones among them; one that is missing is gone.
    public func troubles(_ entries: [EntryID: LedgerEntry]) -> [SourceTrouble] {
        var troubles: [SourceTrouble] = []
        let used = sources + parts.compactMap(\.entry).filter { !sources.contains($0) }
        for id in used {
            guard let entry = entries[id], entry.state != .withdrawn else {
                troubles.append(.gone(id))
                continue
            }
            switch entry.state {
            case .contested: troubles.append(.contested(id))
            case .captured: troubles.append(.unseen(id))
            case .shown, .settled, .corrected, .withdrawn:
                let splitter = WordSplitter([(id, entry.quote)])
                let quoted = parts.filter { $0.entry == id && $0.isQuoted }
                if quoted.contains(where: { part in part.text.map { !splitter.says($0, id) } ?? true }) {
                    troubles.append(.changed(id))
                }
            }
        }
        return troubles.reduced
    }
}

extension Review {
    /// Lines that do not stand any more, with why.
    public func troubles(_ entries: [EntryID: LedgerEntry]) -> [Int: [SourceTrouble]] {
        var found: [Int: [SourceTrouble]] = [:]
        for line in lines {
            let troubles = line.troubles(entries)
            if !troubles.isEmpty { found[line.id] = troubles }
        }
        return found
    }
}

extension [SourceTrouble] {
    /// Each once, in order.
    fileprivate var reduced: [SourceTrouble] {
        var seen: Set<SourceTrouble> = []
        return filter { seen.insert($0).inserted }
    }
}
