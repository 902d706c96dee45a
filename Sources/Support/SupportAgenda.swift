public import Workspace

/// Decides what is open: one signal a person at a time, the person first, gone after three weeks.
///
/// Source: `docs/methods.md`, "Support signals".
public struct SupportAgenda: Sendable {
    /// Now, microseconds since 1970 UTC.
    public let now: Int64

    /// How long a signal is the person's alone, in microseconds.
    public static let headStart: Int64 = 48 * 3_600_000_000
    /// How long it stays open, in days.
    public static let lifetime = 21
    /// How long something found can wait before it is too old to be raised, in days.
    public static let freshness = 21
    /// How long its kind stays quiet after it was opened, in days.
    public static let quiet = 91
    /// Within how many days a second kind makes the words plainer.
    public static let together = 42

    /// True where the record is kept as of a day: what is new counts as opened when it could first be told.
    public let asOfADay: Bool

    /// Knows the moment.
    public init(now: Int64, asOfADay: Bool = false) {
        self.now = now
        self.asOfADay = asOfADay
    }

    /// The open signal; nil when nothing is open, and for whoever switched signals off.
    ///
    /// Shape: `kept` are all signals of this person that were opened before, open or not. A kept one is shown only while its
    /// evidence still says it: what was withdrawn takes the signal with it.
    public func open(_ findings: [SupportFinding], kept: [KeptSupport], isOff: Bool = false) -> SupportSignal? {
        guard !isOff else { return nil }
        if let open = kept.filter({ isOpen($0) }).max(by: { $0.opened < $1.opened }) {
            guard let finding = findings.first(where: { $0.kind == open.kind }) else { return nil }
            return signal(open, finding, findings, kept)
        }
        let fresh = findings.filter { finding in
            finding.ready <= now && now - finding.ready < Self.days(Self.freshness)
                && !kept.contains { $0.kind == finding.kind && now - $0.opened < Self.days(Self.quiet) }
        }
        guard let finding = fresh.first else { return nil }
        let opened = asOfADay ? finding.ready : now
        let new = KeptSupport(person: finding.person, kind: finding.kind, opened: opened)
        return signal(new, finding, findings, kept)
    }

    private func isOpen(_ kept: KeptSupport) -> Bool {
        kept.answer == nil && kept.opened <= now && now < kept.opened + Self.days(Self.lifetime)
    }

    private func signal(
        _ open: KeptSupport,
        _ finding: SupportFinding,
        _ findings: [SupportFinding],
        _ kept: [KeptSupport]
    ) -> SupportSignal {
        // What was found beside it counts as long as what was opened before it, unless somebody said that it is not so.
        let recent = kept.filter { abs(open.opened - $0.opened) < Self.days(Self.together) }
        let near = findings.filter { now - $0.ready < Self.days(Self.together) }.map(\.kind) + recent.map(\.kind)
        let wrong = recent.filter { $0.answer == .notSo }.map(\.kind)
        return SupportSignal(
            kept: open,
            finding: finding,
            besides: Set(near).subtracting(wrong + [open.kind])
        )
    }

    static func days(_ count: Int) -> Int64 { Int64(count) * 86_400_000_000 }
}

/// What the record keeps of a signal: that it was opened, and what came of it; no words and no numbers.
public struct KeptSupport: Sendable, Hashable, Identifiable {
    /// Whom it is about.
    public let person: PersonID
    /// What it is about.
    public let kind: SupportKind
    /// When the person could first see it, microseconds since 1970 UTC.
    public let opened: Int64
    /// What came of it; nil while nobody said.
    public let answer: SupportAnswer?

    /// Joins its parts.
    public init(person: PersonID, kind: SupportKind, opened: Int64, answer: SupportAnswer? = nil) {
        self.person = person
        self.kind = kind
        self.opened = opened
        self.answer = answer
    }

    /// The key; says neither whom nor what it is about.
    public var id: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in "\(person.text)\u{1F}\(kind.rawValue)\u{1F}\(opened)".utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// What somebody says about a signal.
public enum SupportAnswer: String, Sendable, Hashable, CaseIterable, Codable {
    /// It helped.
    case helped
    /// It is not so.
    case notSo = "not-so"
}

/// An open signal.
public struct SupportSignal: Sendable, Hashable, Identifiable {
    /// What the record keeps of it.
    public let kept: KeptSupport
    /// What it says.
    public let finding: SupportFinding
    /// Other kinds within six weeks.
    public let besides: Set<SupportKind>

    /// The key.
    public var id: String { kept.id }
    /// When the person could first see it, microseconds since 1970 UTC.
    public var opened: Int64 { kept.opened }
    /// When it is gone.
    public var expires: Int64 { opened + SupportAgenda.days(SupportAgenda.lifetime) }
    /// From when on the manager can see it; nil for what is the person's alone.
    public var managerFrom: Int64? {
        switch finding.kind {
        case .afterHours: nil
        // What hangs on one person is told to others only once it has held for a week.
        case .loneKeeper: opened + SupportAgenda.days(7)
        default: opened + SupportAgenda.headStart
        }
    }

    /// True when a second kind makes the words plainer; what is the person's alone changes nothing for the manager.
    public func isPlainer(for reader: SupportReader) -> Bool {
        switch reader {
        case .person: !besides.isEmpty
        case .manager: besides.contains { !$0.isForPersonAlone }
        }
    }
}

/// Who reads a signal.
public enum SupportReader: Sendable, Hashable, CaseIterable {
    /// The person whom it is about.
    case person
    /// The person's manager.
    case manager
}
