extension LadderLevel {
    init?(_ field: LadderField, competencies: Set<String>) {
        guard
            let fields = field.fields(
                required: ["level", "band", "scope", "roles"],
                optional: ["authority", "ranges"]
            )
        else { return nil }
        let number = fields["level"]?.integer(1...20)
        let band = fields["band"].flatMap { ScopeBand($0) }
        let scope = fields["scope"]?.text()
        let authorities = fields["authority"].map(Authority.byTrack) ?? [:]
        let roles = fields["roles"].flatMap { TrackRole.byTrack($0, competencies: competencies) }
        let ranges = fields["ranges"]?.list { PayRange($0) } ?? []
        guard let number, let band, let scope, let roles else { return nil }
        self.init(number: number, band: band, scope: scope, authorities: authorities, roles: roles, ranges: ranges)
    }
}

extension ScopeBand {
    init?(_ field: LadderField) {
        guard let entries = field.list() else { return nil }
        guard entries.count == 2 else {
            field.note(.wrongCount(found: entries.count, expected: "two, the lower and the upper end,"))
            return nil
        }
        guard let lower = entries[0].number(1...5.01), let upper = entries[1].number(1...5.01) else { return nil }
        guard lower < upper else {
            entries[1].note(.outOfRange("\(upper)", lowest: "above \(lower)", highest: "5.01"))
            return nil
        }
        self.init(lower: lower, upper: upper)
    }
}

extension Authority {
    /// Once for both tracks, or once for each.
    static func byTrack(_ field: LadderField) -> [LadderTrack: Authority] {
        let tracks = LadderTrack.allCases.map(\.rawValue)
        guard field.keys.contains(where: tracks.contains) else {
            guard let authority = Authority(field) else { return [:] }
            return Dictionary(uniqueKeysWithValues: LadderTrack.allCases.map { ($0, authority) })
        }
        guard let fields = field.fields(required: [], optional: tracks) else { return [:] }
        var authorities: [LadderTrack: Authority] = [:]
        for track in LadderTrack.allCases { authorities[track] = fields[track.rawValue].flatMap { Authority($0) } }
        return authorities
    }

    init?(_ field: LadderField) {
        guard let fields = field.fields(required: ["decides", "budget", "hiring"]) else { return nil }
        let decides = fields["decides"]?.text()
        let budget = fields["budget"]?.text()
        let hiring = fields["hiring"]?.text()
        guard let decides, let budget, let hiring else { return nil }
        self.init(decides: decides, budget: budget, hiring: hiring)
    }
}

extension TrackName {
    static func byTrack(_ field: LadderField) -> [LadderTrack: TrackName]? {
        guard let fields = field.fields(required: LadderTrack.allCases.map(\.rawValue)) else { return nil }
        var names: [LadderTrack: TrackName] = [:]
        for track in LadderTrack.allCases {
            guard let entry = fields[track.rawValue]?.fields(required: ["name", "summary"]) else { continue }
            let name = entry["name"]?.text()
            let summary = entry["summary"]?.text()
            if let name, let summary { names[track] = TrackName(name: name, summary: summary) }
        }
        return names
    }
}

extension TrackRole {
    static func byTrack(_ field: LadderField, competencies: Set<String>) -> [LadderTrack: TrackRole]? {
        guard let fields = field.fields(required: [], optional: LadderTrack.allCases.map(\.rawValue)) else {
            return nil
        }
        var roles: [LadderTrack: TrackRole] = [:]
        for track in LadderTrack.allCases {
            roles[track] = fields[track.rawValue].flatMap { TrackRole($0, competencies: competencies) }
        }
        return roles
    }

    private init?(_ field: LadderField, competencies: Set<String>) {
        guard let fields = field.fields(required: ["title", "summary", "required"]) else { return nil }
        let title = fields["title"]?.text()
        let summary = fields["summary"]?.text()
        let required = fields["required"].flatMap { Self.required($0, competencies: competencies) }
        guard let title, let summary, let required else { return nil }
        self.init(title: title, summary: summary, required: required)
    }

    private static func required(_ field: LadderField, competencies: Set<String>) -> [String: Int]? {
        guard let keyed = field.keyed() else { return nil }
        var required: [String: Int] = [:]
        for (key, mark, value) in keyed {
            let path = field.path(of: key)
            guard competencies.contains(key) else {
                field.gathering.note(.unknownReference(key, of: "competency"), at: mark, field: path)
                continue
            }
            required[key] = field.gathering.field(value, path: path)?.integer(1...5)
        }
        return required
    }
}

extension PayRange {
    init?(_ field: LadderField) {
        guard let fields = field.fields(required: ["track", "zone", "currency", "lower", "middle", "upper"]) else {
            return nil
        }
        let bounds = 0.0...1_000_000_000_000
        let track = fields["track"]?.word(LadderTrack.self)
        let zone = fields["zone"]?.text()
        let currency = fields["currency"]?.text()
        let lower = fields["lower"]?.number(bounds)
        let middle = fields["middle"]?.number(bounds)
        let upper = fields["upper"]?.number(bounds)
        guard let track, let zone, let currency, let lower, let middle, let upper else { return nil }
        guard lower > 0, lower <= middle, middle <= upper else {
            field.note(.unorderedRange)
            return nil
        }
        self.init(track: track, zone: zone, currency: currency, lower: lower, middle: middle, upper: upper)
    }
}

extension PayException {
    init?(_ field: LadderField, levels: Set<Int>) {
        guard let fields = field.fields(required: ["level", "zone", "owner", "reason", "until"]) else { return nil }
        let level = fields["level"]?.integer(1...20)
        let zone = fields["zone"]?.text()
        let owner = fields["owner"]?.text()
        let reason = fields["reason"]?.text()
        let until = fields["until"]?.day()
        if let level, !levels.contains(level) { fields["level"]?.note(.unknownReference("\(level)", of: "level")) }
        guard let level, let zone, let owner, let reason, let until else { return nil }
        self.init(level: level, zone: zone, owner: owner, reason: reason, until: until)
    }
}
