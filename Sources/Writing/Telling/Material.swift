import Evidence

/// What one happening gives a sentence: whose words, cut where, and what came of it.
struct Material: Hashable {
    let happening: Happening
    /// The evidence that is quoted.
    let lead: LedgerEntry
    let cut: Cut
    let tail: Tail?
    /// To whom the person said it.
    let hearer: String?
    /// Whom the words speak to or of, as far as they show it.
    var address = Address.unsaid
    /// True where it is told only when nothing better is there: the words show little by themselves.
    var isSlight = false
    /// True for thanks that say neither what they are for nor what came of it: evidence, and no sentence.
    var isBareThanks = false

    /// Whom quoted words speak to or of.
    enum Address: Hashable {
        case toPerson, ofPerson, unsaid
    }

    var isOwn: Bool { lead.voice.person == lead.subject }

    /// The quote by itself.
    var bare: Material {
        Material(
            happening: happening,
            lead: lead,
            cut: cut,
            tail: nil,
            hearer: nil,
            isSlight: isSlight,
            isBareThanks: isBareThanks
        )
    }

    /// How many of situation, behaviour and impact it has.
    var parts: Int { tail != nil || cut.saysEffect ? 3 : 2 }

    /// About how many words its sentence has.
    var words: Int { 9 + cut.words + (tail?.words ?? 0) }

    /// How much it tells and how well it reads, 0 to 1.
    var quality: Double {
        let strength = min(1, max(0, (cut.weight - 2) / 13)) * 0.7
        return max(0, strength + (tail == nil ? 0 : 0.1) + (isOwn ? 0 : 0.2) - (isSlight ? 0.5 : 0))
    }

    /// The evidence that its sentence cites, the quoted first.
    var sources: [EntryID] {
        var seen: Set<EntryID> = [lead.id]
        return [lead.id] + (tail?.sources ?? []).filter { seen.insert($0).inserted }
    }

    var voices: Set<String> {
        var keys: Set<String> = isOwn ? [] : [lead.voice.key]
        switch tail {
        case .voices(let entries): keys.formUnion(entries.map(\.voice.key))
        case .answer(let entry, _), .second(let entry, _): keys.insert(entry.voice.key)
        case .effect, .followUp, nil: break
        }
        return keys
    }
}
