import Evidence
import Signals

/// What came of it, and who else spoke.
extension MaterialFinder {
    func tail(of lead: LedgerEntry, cut: Cut, all: [Cut], in entries: [LedgerEntry]) -> Tail? {
        let room = max(8, min(12, 26 - cut.words))
        if !cut.saysEffect, cut.words <= 20, [.recognition, .upkeep, .delivery].contains(lead.kind),
            let effect = all.first(where: {
                $0.saysEffect && $0.words <= room && $0.shape == .sentence && Self.isApart($0, cut)
            })
        {
            return .effect(effect)
        }
        let near = entries.filter { abs($0.moment - lead.moment) <= Self.sameTalk }
        if lead.voice.person == lead.subject {
            let later = near.filter { $0.moment > lead.moment && $0.voice.person != $0.subject }
            for entry in later.prefix(4) where entry.kind == .recognition && meant.isTellable(entry, blockedToo: false)
            {
                if let answer = best(of: entry, room: 20), answer.saysEffect || answer.act == .thanks {
                    return .answer(entry, answer)
                }
            }
            if lead.kind == .ownership {
                let done = entries.first {
                    $0.moment > lead.moment && $0.voice.person == $0.subject && [.delivery, .upkeep].contains($0.kind)
                }
                if let done, let cut = best(of: done, room: room), cut.act != .plain { return .followUp(done, cut) }
            }
        }
        var keys: Set<String> = [lead.voice.key]
        let others = near.filter { entry in
            entry.voice.person != entry.subject && entry.kind == .recognition
                && meant.isTellable(entry, blockedToo: false)
                && keys.insert(entry.voice.key).inserted
        }
        if cut.words <= 30 {
            for entry in others.prefix(4) {
                if let second = best(of: entry, room: 16), second.saysEffect, Self.isApart(second, cut) {
                    return .second(entry, second)
                }
            }
        }
        let thanking = others.filter { says(CutWords.thanks, $0.quote) }
        return thanking.isEmpty ? nil : .voices(Array(thanking.prefix(5)))
    }

    private func best(of entry: LedgerEntry, room: Int) -> Cut? {
        cutter.cuts(of: entry.quote, kind: entry.kind, limit: room)
            .first {
                $0.words <= room && $0.shape == .sentence && meant.isAbout($0, entry) && !$0.text.hasSuffix("…")
            }
            ?? Passages(cutter: cutter, limit: room).cuts(of: entry.quote, kind: entry.kind).first {
                $0.words <= room && meant.mayStand($0, entry) && meant.isClear($0, entry)
            }
    }

    private func says(_ words: Set<String>, _ text: String) -> Bool {
        text.split(whereSeparator: \.isWhitespace).contains { words.contains(Cutter.folded(String($0))) }
    }

    private static func isApart(_ one: Cut, _ other: Cut) -> Bool {
        !one.text.contains(other.text) && !other.text.contains(one.text)
    }
}
