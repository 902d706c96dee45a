import Statistics

extension ItemTrail {
    /// One observer's voice at a moment.
    struct TrailVoice {
        let observer: Int
        let mass: Double
        let effective: Double
        let share: Double
    }

    /// What one look finds, before the gates.
    struct Found {
        let look: Look
        /// What an observer has to weigh, in the order of weight: the last of those that are needed.
        let lastNeeded: Double
    }

    /// What the evidence alone says at a moment.
    public func look(at now: Double, needs: Breadth) -> Look { found(at: now, needs: needs).look }

    /// One look; certainty is worked out where something can be said, and at the last look.
    func found(at now: Double, needs: Breadth, isLast: Bool = true) -> Found {
        let usable = usable(at: now)
        let weights = weights(usable)
        let voices = voices(usable, weights: weights, now: now)
        var sums = VoiceSums()
        for voice in voices { sums.add(mass: voice.effective, share: voice.share) }
        let dials = clock.parameters
        let evidence = sums.effectiveEvidence
        let broad = voices.count { $0.mass >= dials.minimumObserverMass }
        let isHeard = evidence >= dials.minimumEvidence && broad >= needs.observers
        let probability = isHeard || isLast ? clock.certainty(sums) : 0
        let state = clock.state(
            isHeard: isHeard,
            probability: probability,
            standsAlone: standsAlone(voices, sums: sums, usable: usable, weights: weights, now: now),
            isBroad: teams(usable, voices: voices) >= needs.teams,
            isSustained: isSustained(usable, weights: weights, now: now)
        )
        return Found(
            look: Look(state: state, probability: probability, effectiveEvidence: evidence),
            lastNeeded: isHeard ? Self.largest(needs.observers, of: voices) : 0
        )
    }

    /// Items that are neither in the future nor too old.
    private func usable(at now: Double) -> Range<Int> {
        let end = items.partition { $0.day > now }
        let start = items.partition { now - $0.day <= clock.parameters.maximumAgeDays }
        return min(start, end)..<end
    }

    /// Each usable item's weight before anything is forgotten.
    private func weights(_ usable: Range<Int>) -> [Double] {
        var sizes = [Int32](repeating: 0, count: episodes)
        for item in items[usable] where item.episode >= 0 { sizes[Int(item.episode)] += 1 }
        let cap = clock.parameters.episodeCap
        return items[usable].map { item in
            item.episode < 0 ? item.weight : item.weight * min(1, cap / Double(sizes[Int(item.episode)]))
        }
    }

    /// One voice per observer with any mass; `openOnly` leaves out what was said in confidence, and for it.
    private func voices(
        _ usable: Range<Int>,
        weights: [Double],
        now: Double,
        openOnly: Bool = false
    ) -> [TrailVoice] {
        var mass = [ExactSum](repeating: ExactSum(), count: leniency.count)
        var next = mass
        let halfLife = clock.parameters.halfLifeDays
        let hasLeave = !clock.leave.isEmpty
        for (item, weight) in zip(items[usable], weights) where !(openOnly && item.isFavourableInConfidence) {
            let away = hasLeave ? clock.leaveDays(from: item.day, to: now) : 0
            let age = now - item.day - away
            let part = weight * ItemWeight.decay(ageDays: age, halfLifeDays: halfLife)
            mass[Int(item.observer)].add(part)
            next[Int(item.observer)].add(part * item.next)
        }
        return voices(mass, next)
    }

    private func voices(_ mass: [ExactSum], _ next: [ExactSum]) -> [TrailVoice] {
        var voices: [TrailVoice] = []
        voices.reserveCapacity(mass.count)
        for observer in mass.indices {
            let total = mass[observer].value
            guard total > 0 else { continue }
            let share = next[observer].value / total - leniency[observer]
            voices.append(
                TrailVoice(
                    observer: observer,
                    mass: total,
                    effective: ObserverCell.effective(total, correlation: clock.parameters.observerCorrelation),
                    share: min(1, max(0, share))
                )
            )
        }
        return voices
    }

    /// How many teams the voices that count for breadth come from, each with the team at its oldest usable item.
    private func teams(_ usable: Range<Int>, voices: [TrailVoice]) -> Int {
        var team = [Int32?](repeating: nil, count: leniency.count)
        var day = [Double](repeating: .infinity, count: leniency.count)
        for item in items[usable] {
            let observer = Int(item.observer)
            if item.day < day[observer] {
                day[observer] = item.day
                team[observer] = item.team
            } else if item.day == day[observer], let known = team[observer], item.team < known {
                team[observer] = item.team
            }
        }
        let broad = voices.filter { $0.mass >= clock.parameters.minimumObserverMass }
        return Set(broad.compactMap { team[$0.observer] }).count
    }

    /// True when certainty remains without any one voice, and without what was said in confidence.
    private func standsAlone(
        _ voices: [TrailVoice],
        sums: VoiceSums,
        usable: Range<Int>,
        weights: [Double],
        now: Double
    ) -> Bool {
        let needed = clock.parameters.leaveOneOutCertainty
        var sums = sums
        var voices = voices
        if hasConfidence {
            voices = self.voices(usable, weights: weights, now: now, openOnly: true)
            sums = VoiceSums()
            for voice in voices { sums.add(mass: voice.effective, share: voice.share) }
        }
        guard clock.certainty(sums) >= needed else { return false }
        if groups == leniency.count {
            return heaviest(voices)
                .allSatisfy { voice in
                    var rest = sums
                    rest.remove(mass: voice.effective, share: voice.share)
                    return clock.certainty(rest) >= needed
                }
        }
        var rests = [VoiceSums](repeating: sums, count: groups)
        for voice in voices { rests[group[voice.observer]].remove(mass: voice.effective, share: voice.share) }
        return Set(voices.map { group[$0.observer] }).allSatisfy { clock.certainty(rests[$0]) >= needed }
    }

    /// Voices without which certainty could be lowest.
    ///
    /// Certainty rises with what is said for it and falls with what is said against it, so that a voice cannot matter more
    /// than one that says at least as much for it and no more against it.
    private func heaviest(_ voices: [TrailVoice]) -> [TrailVoice] {
        func present(_ voice: TrailVoice) -> Double { voice.effective * (1 - voice.share) }
        let ordered = voices.sorted {
            (-$0.effective * $0.share, present($0)) < (-$1.effective * $1.share, present($1))
        }
        var least = Double.infinity
        return ordered.filter { voice in
            let against = present(voice)
            guard against < least else { return false }
            least = against
            return true
        }
    }

    /// True when the support lasted.
    private func isSustained(_ usable: Range<Int>, weights: [Double], now: Double) -> Bool {
        let observers = leniency.count
        let count = max(0, clock.parameters.windowsBack)
        var mass = [ExactSum](repeating: ExactSum(), count: count * observers)
        var next = mass
        for (item, weight) in zip(items[usable], weights) {
            guard let window = clock.windowIndex(day: item.day, now: now) else { continue }
            let place = window * observers + Int(item.observer)
            mass[place].add(weight)
            next[place].add(weight * item.next)
        }
        let windows = (0..<count)
            .map { window in
                let places = (window * observers)..<((window + 1) * observers)
                let voices = voices(Array(mass[places]), Array(next[places]))
                var sums = VoiceSums()
                for voice in voices { sums.add(mass: voice.effective, share: voice.share) }
                return EvidenceWindow(
                    effectiveEvidence: sums.effectiveEvidence,
                    observers: voices.count,
                    share: sums.share
                )
            }
        return WindowVotes(windows, parameters: clock.parameters)
            .isSustained(clock.parameters, isSettling: clock.isSettling(at: now))
    }

    private static func largest(_ place: Int, of voices: [TrailVoice]) -> Double {
        guard place > 0 else { return .infinity }
        let sorted = voices.map(\.mass).sorted(by: >)
        return place <= sorted.count ? sorted[place - 1] : 0
    }
}

extension Array {
    /// The first place from which on a condition holds, in a list in which it never stops holding.
    fileprivate func partition(_ holds: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
