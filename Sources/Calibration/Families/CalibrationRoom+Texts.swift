import Statistics
import Workspace

extension CalibrationRoom {
    /// The meters of all drafts that cite enough to lean anywhere.
    static func meters(_ drafts: [RoomDraft], _ people: [PersonID: RoomPerson]) -> [(RoomDraft, BiasMeter)] {
        drafts.compactMap { draft in
            guard let evidence = people[draft.person]?.evidence, draft.cited.count >= BiasMeter.fewestCitations else {
                return nil
            }
            let meter = BiasMeter(cited: draft.cited, ledger: evidence.entries)
            return meter.says ? (draft, meter) : nil
        }
    }

    /// Drafts that lean on one class of work that others see.
    func visibleWins() -> FamilyFinding {
        leaning(.visibleWins) { meter in
            (meter.launches, meter.launches.isMore)
        } seen: { meter in
            "Launches are \(CueWords.percent(meter.launches.text)) of what this draft cites and \(CueWords.percent(meter.launches.ledger)) of what was seen."
        } next: { _ in
            "Ask what kept running meanwhile, and tell it where it was seen."
        }
    }

    /// Drafts that lean on one voice although several were heard.
    func singleVoice() -> FamilyFinding {
        leaning(.singleVoice) { meter in
            (meter.oneVoice, meter.leansOnOneVoice)
        } seen: { meter in
            "One voice says \(CueWords.percent(meter.oneVoice.text)) of what this draft cites and \(CueWords.percent(meter.oneVoice.ledger)) of what was seen; \(meter.voices) voices were heard."
        } next: { _ in
            "Let another voice speak that saw the same work."
        }
    }

    private func leaning(
        _ family: CueFamily,
        _ share: (BiasMeter) -> (BiasMeter.Share, Bool),
        seen: (BiasMeter) -> String,
        next: (BiasMeter) -> String
    ) -> FamilyFinding {
        var candidates: [(draft: RoomDraft, meter: BiasMeter, share: BiasMeter.Share, isCue: Bool)] = []
        for (draft, meter) in meters {
            let (found, isCue) = share(meter)
            candidates.append((draft, meter, found, isCue))
        }
        let rejected = ManyTests.benjaminiHochberg(candidates.map(\.share.p), q: Self.falseShare).reject
        var finding = FamilyFinding(looked: candidates.count)
        for (place, one) in candidates.enumerated() where one.isCue && rejected[place] {
            let spread = (one.share.ledger * (1 - one.share.ledger)).squareRoot()
            finding.cues.append(
                CalibrationCue(
                    id(family, one.draft.person.text),
                    family,
                    about: name(one.draft.person),
                    people: [one.draft.person],
                    seen: seen(one.meter),
                    figures: [
                        .init("Cited", "\(one.meter.cited)"), .init("Seen", "\(one.meter.held)"),
                        .init("Share of the text", CueWords.percent(one.share.text)),
                        .init("Share of the evidence", CueWords.percent(one.share.ledger)),
                        .init("Chance alone", CueWords.chance(one.share.p)),
                    ],
                    count: one.meter.cited,
                    effect: spread > 0 ? (one.share.text - one.share.ledger) / max(spread, 0.2) : 1,
                    p: one.share.p,
                    misleads: "A text chooses, and should. What was chosen may be what mattered.",
                    next: next(one.meter),
                    entries: one.meter.untold + one.draft.cited
                )
            )
        }
        return finding
    }

    /// Drafts that argue with the size of a team.
    func headcount() -> FamilyFinding {
        let written = drafts.compactMap { draft in draft.text.map { (draft, TeamSizeWords.sentences(in: $0)) } }
        return FamilyFinding(
            cues: written.filter { !$0.1.isEmpty }.map { draft, sentences in
                CalibrationCue(
                    id(.headcount, draft.person.text),
                    .headcount,
                    about: name(draft.person),
                    people: [draft.person],
                    seen: "The draft argues with the size of a team: “\(Self.short(sentences[0]))”",
                    figures: [.init("Sentences", "\(sentences.count)")],
                    count: sentences.count,
                    misleads: "The number may only say where the work was done.",
                    next:
                        "Say what was decided, built or changed, and for whom. How many people report to somebody is no measure of scope."
                )
            },
            looked: written.count
        )
    }

    /// Words about the person where behaviour should stand; the same list for everybody.
    func wording() -> FamilyFinding {
        let written = drafts.compactMap { draft -> (RoomDraft, [LanguageLexicon.Finding])? in
            guard let text = draft.text else { return nil }
            let names = Set(name(draft.person).split(separator: " ").map(String.init))
            return (draft, lexicon.findings(in: text, names: names))
        }
        return FamilyFinding(
            cues: written.compactMap { draft, found in
                let about = found.filter { $0.kind.isAboutPerson || $0.kind == .availability }
                guard let first = about.first else { return nil }
                let words = Set(about.map { "“\($0.word)”" }).sorted()
                return CalibrationCue(
                    id(.wording, draft.person.text),
                    .wording,
                    about: name(draft.person),
                    people: [draft.person],
                    seen: "The draft says what somebody is: \(words.joined(separator: ", ")).",
                    figures: [.init("Words", "\(about.count)")]
                        + Set(about.map(\.kind)).map(\.rawValue).sorted().map { .init("Kind", $0) },
                    count: about.count,
                    misleads: "A word can stand for something that was seen and not written down.",
                    next: "\(first.kind.question) Put that in its place."
                )
            },
            looked: written.count
        )
    }

    private static func short(_ sentence: String) -> String {
        sentence.count <= 160 ? sentence : sentence.prefix(157) + "…"
    }
}
