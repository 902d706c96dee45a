import Evidence
import Signals

/// What came of it, and who else spoke.
extension MaterialFinder {
    func tail(
        of lead: LedgerEntry,
        cut: Cut,
        all: [Cut],
        in entries: [LedgerEntry],
        _ readings: Readings
    ) -> Tail? {
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
            for entry in later.prefix(4)
            where entry.kind == .recognition && meant.isTellable(entry, readings[entry], blockedToo: false) {
                if let answer = best(of: entry, readings[entry], room: 20), answer.saysEffect || answer.act == .thanks,
                    !isBareThanks(answer)
                {
                    return .answer(entry, answer)
                }
            }
            if lead.kind == .ownership {
                let done = entries.first {
                    $0.moment > lead.moment && $0.voice.person == $0.subject && [.delivery, .upkeep].contains($0.kind)
                }
                if let done, let cut = best(of: done, readings[done], room: room), cut.act != .plain {
                    return .followUp(done, cut)
                }
            }
        }
        var keys: Set<String> = [lead.voice.key]
        let others = near.filter { entry in
            entry.voice.person != entry.subject && entry.kind == .recognition
                && meant.isTellable(entry, readings[entry], blockedToo: false)
                && keys.insert(entry.voice.key).inserted
        }
        if cut.words <= 30 {
            for entry in others.prefix(4) {
                if let second = best(of: entry, readings[entry], room: 16), second.saysEffect, Self.isApart(second, cut)
                {
                    return .second(entry, second)
                }
            }
        }
        let thanking = others.filter { readings[$0].sets.contains(.thanks) }
        return thanking.isEmpty ? nil : .voices(Array(thanking.prefix(5)))
    }

    private func best(of entry: LedgerEntry, _ reading: QuoteReading, room: Int) -> Cut? {
        cutter.cuts(of: reading, kind: entry.kind, limit: room)
            .first {
                $0.words <= room && $0.shape == .sentence && meant.isAbout($0, entry, reading)
                    && !$0.text.hasSuffix("…")
            }
            ?? Passages(cutter: cutter, limit: room).cuts(of: reading, kind: entry.kind).first {
                $0.words <= room && meant.mayStand($0, entry, reading) && meant.isClear($0, entry, reading)
            }
    }

    private static func isApart(_ one: Cut, _ other: Cut) -> Bool {
        !one.text.contains(other.text) && !other.text.contains(one.text)
    }
}
