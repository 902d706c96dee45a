public import Evidence
public import Records
public import Workspace
public import WriterEndpoint
public import Writing

/// A sentence as it stands, beside the one that was composed.
public struct Worded: Sendable, Hashable {
    /// The sentence that stands.
    public let sentence: Sentence
    /// The sentence as it was composed.
    public let original: Sentence
    /// What a model was asked and answered about it, to be opened from the sentence; nil where nobody was asked.
    public let rewording: RewordingID?

    /// True where a model's words stand.
    public var isReworded: Bool { sentence != original }
}

/// What a model made of a sentence, for both sides.
public struct RewordingView: Sendable, Hashable {
    /// All that is kept of it.
    public let kept: KeptRewording
    /// The day on which the model answered.
    public let day: CivilDate
    /// One line beside the sentence.
    public let line: String
    /// For each answer: why it fell, in words; empty where it stood.
    public let reasons: [[String]]
}

/// Everything that rewording sentences about somebody needs.
public struct RewordingBrief: Sendable {
    /// Whom they are about.
    public var person: PersonID
    /// What they are part of; `draft`, `prep`, `reviewing` or another record that the viewer has to be allowed to open.
    public var object: Access.Object
    /// The evidence that they cite.
    public var entries: [LedgerEntry]
    /// The check of whoever composed them.
    public var check: CitationCheck

    /// Joins them.
    public init(person: PersonID, object: Access.Object, entries: [LedgerEntry], check: CitationCheck) {
        self.person = person
        self.object = object
        self.entries = entries
        self.check = check
    }
}

extension Desk {
    /// Has a model reword sentences where the workspace uses one, and keeps what became of them.
    ///
    /// Sentences that were asked about before are not asked about again while model and prompt are the same. `edited` are
    /// places of sentences that somebody wrote; they stay as they are, as everything does while rewording is off.
    /// Errors: `DeskError.notAllowed`; `VaultError` where words cannot be sealed; never for a model that fails.
    public func reword(
        _ sentences: [Sentence],
        edited: Set<Int> = [],
        brief: RewordingBrief,
        for viewer: Access.Viewer
    ) async throws -> [Worded] {
        let picture = try await open(brief.object, of: brief.person, for: viewer)
        let setting = try await records.writerSetting()
        guard setting.isOn, let writer, let person = picture.people[brief.person] else {
            return sentences.map { Worded(sentence: $0, original: $0, rewording: nil) }
        }
        let vault = try key()
        let ids = sentences.map { RewordingID($0.text, sources: $0.sources, about: brief.person) }
        let before = try await records.rewordings(ids, vault: vault)
        let open = sentences.indices.filter { place in
            guard !edited.contains(place), let kept = before[ids[place]] else { return !edited.contains(place) }
            return kept.stamp != writer.stamp || kept.tries.isEmpty
        }
        let now = clock()
        let month = try await records.writerMonth(of: now)
        writer.allow(tokens: setting.monthlyTokens.map { Int(max(0, $0 - month.tokens)) })
        let material = RewriteMaterial(
            entries: brief.entries,
            subject: person.name,
            names: picture.people.values.map(\.name),
            check: brief.check
        )
        let results: [Rewritten]
        do {
            results = try await writer.rewrite(open.map { sentences[$0] }, with: material)
        } catch {
            try await books(writer, now)
            throw error
        }
        try await books(writer, now)
        let asked = zip(open, results).filter { !$1.shown.isEmpty }
        try await records.keep(
            asked.map { Self.kept($1, ids[$0], brief.person, writer.stamp, now) },
            vault: vault
        )
        return try await worded(sentences, edited: edited, brief: brief, for: viewer)
    }

    /// The sentences with the wordings that are kept, without asking anybody; every one is held against its sources again.
    public func worded(
        _ sentences: [Sentence],
        edited: Set<Int> = [],
        brief: RewordingBrief,
        for viewer: Access.Viewer
    ) async throws -> [Worded] {
        _ = try await open(brief.object, of: brief.person, for: viewer)
        guard let vault, try await records.writerSetting().isOn else {
            return sentences.map { Worded(sentence: $0, original: $0, rewording: nil) }
        }
        let ids = sentences.map { RewordingID($0.text, sources: $0.sources, about: brief.person) }
        let kept = try await records.rewordings(ids, vault: vault)
        return sentences.indices.map { place in
            let original = sentences[place]
            guard !edited.contains(place), let one = kept[ids[place]] else {
                return Worded(sentence: original, original: original, rewording: nil)
            }
            let words = one.words.map { Sentence($0, sources: original.sources, role: original.role) }
            let standing = words.flatMap { brief.check.verdict(of: $0) == .supported ? $0 : nil }
            return Worded(sentence: standing ?? original, original: original, rewording: one.id)
        }
    }

    /// What a model was asked and answered about a sentence; whoever may open the evidence may open it.
    ///
    /// - Returns: nil where nothing is kept, or it is about somebody else.
    public func rewording(
        _ id: RewordingID,
        about person: PersonID,
        for viewer: Access.Viewer
    ) async throws -> RewordingView? {
        _ = try await open(.evidence, of: person, for: viewer)
        guard let kept = try await records.rewordings([id], vault: try key())[id], kept.subject == person else {
            return nil
        }
        let day = CivilDate(microseconds: kept.moment)
        let model = kept.stamp.split(separator: " ").first.map(String.init) ?? kept.stamp
        let line =
            kept.words == nil
            ? "Composed by rules; \(model) was asked on \(DateWords.dayAndYear(day)) and its words were not used."
            : "Reworded by \(model) on \(DateWords.dayAndYear(day)). The sentence as it was composed: \(kept.original)"
        return RewordingView(
            kept: kept,
            day: day,
            line: line,
            reasons: kept.tries.map { RewriteFault.words(of: $0.faults) }
        )
    }

    /// Takes what calls have cost into the month's books.
    private func books(_ writer: Rewriter, _ now: Int64) async throws {
        let costs = writer.settle()
        var month = WriterMonth()
        month.calls = Int64(costs.calls)
        month.questionTokens = Int64(costs.questionTokens)
        month.answerTokens = Int64(costs.answerTokens)
        try await records.spend(month, at: now)
    }

    private static func kept(
        _ result: Rewritten,
        _ id: RewordingID,
        _ person: PersonID,
        _ stamp: String,
        _ now: Int64
    ) -> KeptRewording {
        let outcome: String
        var words: String?
        switch result.outcome {
        case .reworded: (outcome, words) = ("reworded", result.sentence.text)
        case .kept(let reason): outcome = reason.code
        }
        return KeptRewording(
            id: id,
            subject: person,
            moment: now,
            stamp: stamp,
            outcome: outcome,
            original: result.original.text,
            words: words,
            sources: result.original.sources,
            shown: result.shown,
            tries: result.tries.map { one in
                KeptRewording.Try(text: one.text, faults: Set(one.faults.map(\.code)).sorted())
            }
        )
    }
}

/// Use of a model that rewords, over all that is kept.
public struct WriterReport: Sendable {
    /// How the model is used.
    public let setting: WriterSetting
    /// What it cost this calendar month.
    public let month: WriterMonth
    /// What became of sentences.
    public let counts: [RewordingCount]
}

extension Desk {
    /// Takes into the month's books what was spent outside of `reword`.
    public func settleWriter() async throws {
        if let writer { try await books(writer, clock()) }
    }

    /// How a model rewords sentences here, and what came of it; for the operator.
    public func writerReport() async throws -> WriterReport {
        WriterReport(
            setting: try await records.writerSetting(),
            month: try await records.writerMonth(of: clock()),
            counts: try await records.rewordingCounts()
        )
    }

    /// The brief for the claims of a person's draft over the last half year.
    public func draftBrief(
        _ id: PersonID,
        for viewer: Access.Viewer
    ) async throws -> (claims: [Sentence], brief: RewordingBrief) {
        let view = try await draft(id, from: nil, to: nil, for: viewer)
        let names = Set(try await picture().people.values.map(\.name))
        let entries = view.sources.values.sorted { $0.id < $1.id }
        let check = CitationCheck(entries: entries, subject: view.person.name, names: names)
        let claims = view.draft.sentences.filter { $0.role == .claim && !$0.sources.isEmpty }
        return (claims, RewordingBrief(person: id, object: .draft, entries: entries, check: check))
    }

    /// Sentences of everybody's drafts, each told of two persons who differ in name, pronoun and track only.
    public func evenPairs(most: Int, for viewer: Access.Viewer) async throws -> [SameEvidence.Pair] {
        var pairs: [SameEvidence.Pair] = []
        let names = try await picture().people.values.map(\.name)
        for person in try await people() where pairs.count < most {
            let (claims, brief) = try await draftBrief(person.id, for: viewer)
            for claim in claims where pairs.count < most {
                let entries = brief.entries.filter { claim.sources.contains($0.id) }
                let pair = SameEvidence.Pair(
                    claim,
                    entries: entries,
                    subject: person.name,
                    names: names,
                    number: pairs.count
                )
                if let pair { pairs.append(pair) }
            }
        }
        return pairs
    }
}
