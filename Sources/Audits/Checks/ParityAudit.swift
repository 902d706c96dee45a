import Ladder
import Statistics
import Workspace

/// Bands of the two tracks side by side, and where pay lies in them.
struct ParityAudit {
    let material: AuditMaterial
    private let audience: AuditAudience
    /// With fewer people on either track nothing is said about outcomes.
    static let leastOutcomes = 8

    init(_ material: AuditMaterial, _ audience: AuditAudience) {
        self.material = material
        self.audience = audience
    }

    var report: AuditReport {
        var draft = ReportDraft(.parity, material, audience)
        let bands = compareBands(&draft)
        let placements = PayPlacement.all(material)
        countOutside(placements, &draft)
        let outcomes = compareOutcomes(&draft)
        draft.summary = [bands, outcomes]
        draft.method =
            "Lower end, middle and upper end of the two tracks' bands of a level, craft, zone and currency may differ by "
            + "\(AuditWords.percent(material.tolerance)), whichever track is taken as the hundred. This is arithmetic. Pay in "
            + "outcomes: median of pay over the midpoint by level and track, difference after Hodges and Lehmann with a "
            + "95 % interval, from \(Self.leastOutcomes) people on each track; corrected for the number of levels."
        return draft.finished()
    }

    // MARK: Bands

    private struct Key: Hashable, Comparable {
        let level: Int
        let family: String
        let zone: String
        let currency: String

        static func < (left: Self, right: Self) -> Bool {
            (left.level, left.family, left.zone, left.currency) < (
                right.level, right.family, right.zone, right.currency
            )
        }
        var words: String {
            "level \(level)"
                + [family, "zone " + zone, currency].filter { !$0.isEmpty && $0 != "zone " }
                .map { ", " + $0 }.joined()
        }
    }

    private func compareBands(_ draft: inout ReportDraft) -> String {
        var found: [Key: [Track: AuditBand]] = [:]
        for band in material.bands {
            let key = Key(level: band.level, family: band.family ?? "", zone: band.zone, currency: band.currency)
            if found[key]?[band.track] == nil { found[key, default: [:]][band.track] = band }
        }
        guard !found.isEmpty else {
            draft.limits.append("The ladder has no pay bands, so whether bands agree cannot be told.")
            return "There are no pay bands to compare."
        }
        let shared = Set(material.sharedLevels)
        var rows: [(values: [AuditValue], protection: Protection)] = []
        var compared = 0
        var apart = 0
        for (key, tracks) in found.sorted(by: { $0.key < $1.key }) {
            guard let ic = tracks[.ic], let management = tracks[.management] else {
                if material.offered.isEmpty || shared.contains(key.level) { noteLonely(key, tracks, &draft) }
                continue
            }
            let parity = BandParity(
                ic: (ic.minimum, ic.midpoint, ic.maximum),
                management: (management.minimum, management.midpoint, management.maximum),
                tolerance: material.tolerance
            )
            compared += 1
            let exceptions = material.exceptions.filter { $0.level == key.level && $0.zone == key.zone }
            let holding = exceptions.filter { $0.until >= material.day }.max { $0.until < $1.until }
            if parity.isApart, holding == nil { apart += 1 }
            draft.add(finding(key, parity, management.midpoint >= ic.midpoint, holding, exceptions), .open)
            rows.append(
                (
                    [
                        .text(key.words), AuditValue(ic.minimum), AuditValue(ic.midpoint), AuditValue(ic.maximum),
                        AuditValue(management.minimum), AuditValue(management.midpoint), AuditValue(management.maximum),
                        AuditValue(parity.spread), AuditValue(parity.midpointSpread), AuditValue(parity.overlap),
                        .text(!parity.isApart ? "agree" : holding.map { "exception until \($0.until)" } ?? "apart"),
                    ], .open
                )
            )
        }
        draft.add(
            table: "bands",
            "Bands of both tracks",
            columns: [
                AuditColumn(id: "band", title: "Level", kind: .text),
                AuditColumn(id: "ic_min", title: "IC from", kind: .money),
                AuditColumn(id: "ic_mid", title: "middle", kind: .money),
                AuditColumn(id: "ic_max", title: "to", kind: .money),
                AuditColumn(id: "management_min", title: "Managers from", kind: .money),
                AuditColumn(id: "management_mid", title: "middle", kind: .money),
                AuditColumn(id: "management_max", title: "to", kind: .money),
                AuditColumn(id: "deviation", title: "Apart at most", kind: .share),
                AuditColumn(id: "midpoints", title: "Middles apart", kind: .share),
                AuditColumn(id: "overlap", title: "Overlap", kind: .share),
                AuditColumn(id: "result", title: "Result", kind: .text),
            ],
            rows: rows
        )
        draw(found.mapValues { $0 }, &draft)
        guard compared > 0 else { return "No level has bands on both tracks." }
        return apart == 0
            ? "All \(compared) pairs of bands agree within \(AuditWords.percent(material.tolerance)), or rest on a signed exception."
            : "\(apart) of \(compared) pairs of bands lie apart without a signed exception that still holds."
    }

    private func draw(_ found: [Key: [Track: AuditBand]], _ draft: inout ReportDraft) {
        let groups = Dictionary(
            grouping: found,
            by: { Key(level: 0, family: $0.key.family, zone: $0.key.zone, currency: $0.key.currency) }
        )
        for (group, entries) in groups.sorted(by: { $0.key < $1.key }).prefix(12) {
            let bands = entries.sorted { $0.key < $1.key }.flatMap { entry in
                Track.allCases.compactMap { track in
                    entry.value[track].map {
                        AuditPlot.Band(
                            level: $0.level,
                            track: track.rawValue,
                            minimum: $0.minimum,
                            midpoint: $0.midpoint,
                            maximum: $0.maximum
                        )
                    }
                }
            }
            let place = [group.family, group.zone.isEmpty ? "" : "zone " + group.zone].filter { !$0.isEmpty }
            draft.add(
                AuditPlot(
                    id: "bands-"
                        + [group.family, group.zone, group.currency].filter { !$0.isEmpty }.joined(separator: "-"),
                    title: (["Pay bands by level"] + place).joined(separator: ", "),
                    description: bands.map {
                        "Level \($0.level), \(AuditWords.track($0.track)): \(AuditWords.fixed($0.minimum, 0)) to "
                            + "\(AuditWords.fixed($0.maximum, 0)) \(group.currency)."
                    }.joined(separator: " "),
                    content: .bands(bands: bands, currency: group.currency)
                )
            )
        }
    }

    private func finding(
        _ key: Key,
        _ parity: BandParity,
        _ managersHigher: Bool,
        _ holding: AuditException?,
        _ exceptions: [AuditException]
    ) -> AuditFinding {
        let ended = exceptions.map(\.until).max()
        let spread = AuditWords.percent(parity.spread)
        let sentence: String
        if !parity.isApart {
            sentence = "The bands of \(key.words) agree: they differ by \(spread) at most."
        } else {
            let side = managersHigher ? "The managers' band" : "The individual contributors' band"
            let start = parity.midpointSpread > 0 ? "\(side) of \(key.words) has the higher middle; the" : "The"
            sentence =
                "\(start) two bands\(parity.midpointSpread > 0 ? "" : " of \(key.words)") differ by up to \(spread)."
                + (holding.map { " \($0.owner) signed an exception until \($0.until): \($0.reason)" }
                    ?? ended.map { " The exception that was signed for it ended on \($0)." } ?? "")
        }
        return AuditFinding(
            id: "parity/bands/"
                + [String(key.level), key.family, key.zone, key.currency].filter { !$0.isEmpty }.joined(separator: "/"),
            severity: !parity.isApart ? .none : holding == nil ? .signal : .notice,
            about: AuditWords.sentence(key.words),
            sentence: sentence,
            figure: AuditFigure(parity.spread, unit: .share),
            count: 0,
            p: nil,
            adjustedP: nil,
            shows: "Whether the ladder offers both tracks the same pay for the same level.",
            doesNotShow: "What people are paid; a band says what is possible.",
            law: nil,
            reading: nil
        )
    }

    private func noteLonely(_ key: Key, _ tracks: [Track: AuditBand], _ draft: inout ReportDraft) {
        let only = tracks.keys.first.map { AuditWords.track($0.rawValue) } ?? "one track"
        draft.add(
            AuditFinding(
                id: "parity/one-band/"
                    + [String(key.level), key.family, key.zone, key.currency].filter { !$0.isEmpty }.joined(
                        separator: "/"
                    ),
                severity: .notice,
                about: AuditWords.sentence(key.words),
                sentence: "Only \(only) have a band at \(key.words); both tracks have that level.",
                figure: nil,
                count: 0,
                p: nil,
                adjustedP: nil,
                shows: "That the two cannot be compared there.",
                doesNotShow: "Whether the missing band would agree.",
                law: nil,
                reading: nil
            ),
            .open
        )
    }
}
