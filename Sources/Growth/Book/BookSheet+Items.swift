import Evidence
import Signals
import Workspace

/// The items of a sheet under some terms, with speakers numbered beyond the sheet where answers bring new ones.
struct SheetItems {
    var items: [TrailItem]
    /// Speakers' keys, by number.
    var voices: [String]
    /// The numbers of the speakers in the order of their keys.
    var voiceOrder: [Int32]
    /// When something becomes an item by time passing alone, microseconds since 1970 UTC; nil for never.
    var nextSettling: Int64?
}

extension BookSheet {
    /// What the evidence gives as items: the rules of `LedgerItems`, on numbers.
    func items(_ terms: BookTerms) -> SheetItems {
        let witnesses = witnesses(settled: terms.settled)
        let work = Self.classes.map { terms.workWeights[$0] }
        var items: [TrailItem] = []
        items.reserveCapacity(traces.count)
        var next = Int64.max
        for trace in traces {
            guard trace.counts <= terms.settled else {
                next = min(next, trace.counts)
                continue
            }
            if let item = item(trace, witnesses: witnesses, work: work) { items.append(item) }
        }
        for answer in answers where answer.counts > terms.settled { next = min(next, answer.counts) }
        var found = SheetItems(items: items, voices: voices, voiceOrder: voiceOrder)
        found.nextSettling = next == .max ? nil : next
        if !answers.isEmpty { add(answersAsItems(terms), to: &found) }
        return found
    }

    /// The first recognition by somebody else in each episode; −1 for none.
    func witnesses(settled: Int64) -> [Int32] {
        guard traces.contains(where: { $0.marks.contains(.own) }) else { return [] }
        var witnesses = [Int32](repeating: -1, count: episodes + 1)
        for (place, trace) in traces.enumerated()
        where trace.marks.isSuperset(of: .recognition) && !trace.marks.contains(.own) && trace.counts <= settled {
            // Entries without an episode stand for each other, as they do in the ledger.
            let episode = trace.episode < 0 ? episodes : Int(trace.episode)
            if witnesses[episode] < 0 { witnesses[episode] = Int32(place) }
        }
        return witnesses
    }

    func item(_ trace: BookTrace, witnesses: [Int32], work: [Double]) -> TrailItem? {
        if trace.marks.contains(.bare) || trace.marks.contains(.before) { return nil }
        var speaker = trace
        if trace.marks.contains(.own) {
            let witness = witnesses[trace.episode < 0 ? episodes : Int(trace.episode)]
            if witness < 0 || trace.marks.contains(.recognition) || trace.marks.contains(.feedback) { return nil }
            speaker = traces[Int(witness)]
        }
        guard let (stage, carried) = stage(trace) else { return nil }
        guard let judged = trace.reach.judgement(of: stage, isFeedback: trace.marks.contains(.feedback)) else {
            return nil
        }
        return TrailItem(
            day: Double(trace.moment) / 86_400_000_000,
            weight: trace.confidence * (work[Int(trace.work)] * carried),
            next: judged.reaches ? 1 : 0,
            observer: speaker.voice,
            team: speaker.team,
            episode: trace.episode,
            isConfidential: trace.marks.contains(.confidential)
        )
    }

    /// The stage that is next-level work in what a trace speaks to, and how much of it carries over.
    private func stage(_ trace: BookTrace) -> (stage: Int, carried: Double)? {
        guard let likeliest = likeliest(trace) else { return nil }
        let (name, asked) = competencies[likeliest]
        guard let move = member.inquiry.move else { return asked.stage > 0 ? (asked.stage, 1) : nil }
        let day = CivilDate(microseconds: trace.moment)
        if asked.isAsked {
            let carried = move.carries(name, on: day)
            return asked.stage > 0 && carried != 0 ? (asked.stage, carried) : nil
        }
        guard day < move.day, let neighbour = asked.neighbour, neighbour.stage > 0 else { return nil }
        return (neighbour.stage, neighbour.weight)
    }

    /// The likeliest competency, of those in which the target asks for something new if there are any.
    func likeliest(_ trace: BookTrace) -> Int? {
        var best: (competency: Int, share: Int16, rises: Bool)?
        func take(_ number: Int16, _ share: Int16) {
            guard number >= 0 else { return }
            let competency = Int(number)
            let asked = competencies[competency].asked
            let rises = asked.isAsked && asked.stage > 0
            guard let known = best else { return best = (competency, share, rises) }
            if rises != known.rises {
                if rises { best = (competency, share, rises) }
            } else if share != known.share {
                if share > known.share { best = (competency, share, rises) }
            } else if competencies[competency].name < competencies[known.competency].name {
                best = (competency, share, rises)
            }
        }
        take(trace.competencies.0, trace.shares.0)
        take(trace.competencies.1, trace.shares.1)
        take(trace.competencies.2, trace.shares.2)
        return best?.competency
    }

    func answersAsItems(_ terms: BookTerms) -> [LedgerItems.Item] {
        var inquiry = member.inquiry
        inquiry.now = terms.now
        inquiry.answers = answers.filter { $0.counts <= terms.settled }.map(\.answer)
        return LedgerItems(inquiry, workWeights: terms.workWeights).items
    }

    /// Adds what colleagues answered; speakers and teams that no evidence names get numbers of their own.
    private func add(_ answered: [LedgerItems.Item], to found: inout SheetItems) {
        let names = Set(teams).union(answered.map(\.observation.team)).sorted()
        if names != teams {
            let places = teams.map { team in Int32(names.firstIndex(of: team) ?? 0) }
            for place in found.items.indices { found.items[place].team = places[Int(found.items[place].team)] }
        }
        for (place, item) in answered.enumerated() {
            let observation = item.observation
            var voice = found.voices.firstIndex(of: observation.observer)
            if voice == nil {
                voice = found.voices.count
                found.voices.append(observation.observer)
            }
            found.items.append(
                TrailItem(
                    day: observation.day,
                    weight: observation.confidence * observation.work,
                    next: observation.next,
                    observer: Int32(voice ?? 0),
                    team: Int32(names.firstIndex(of: observation.team) ?? 0),
                    episode: Int32(episodes + place),
                    isConfidential: observation.isConfidential
                )
            )
        }
        let voices = found.voices
        if voices.count > found.voiceOrder.count {
            found.voiceOrder = voices.indices.sorted { voices[$0] < voices[$1] }.map { Int32($0) }
        }
    }
}
