import CPages
import Foundation
import Testing

@testable import Web

/// What Mustache would let pass in silence.
@Suite struct Templates {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/Web").standardizedFileURL

    static func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: "Templates/\(name).mustache"), encoding: .utf8)
    }

    /// Every page with every optional given and every list filled.
    static let full: [(template: String, value: any Sendable)] = [
        (WeekPage.template, Framed(page: WeekPage.mock, frame: frame)),
        (PersonPage.template, Framed(page: PersonPage.mock, frame: frame)),
        (PrepPage.template, Framed(page: PrepPage.whole, frame: frame)),
        (TeamWeekPage.template, Framed(page: TeamWeekPage.whole, frame: frame)),
        (DraftPage.template, Framed(page: DraftPage.mock, frame: frame)),
        (LadderPage.template, Framed(page: LadderPage.mock, frame: frame)),
        (
            LevelUpPage.template,
            Framed(page: LevelUpPage.again(typed: "Words", complaint: "Why", open: .open), frame: frame)
        ),
        (SwitchPage.template, Framed(page: Self.switching, frame: frame)),
        (MovePage.template, Framed(page: MovePage.whole, frame: frame)),
        (MoveListPage.template, Framed(page: MoveListPage.mock, frame: frame)),
        (TokensPage.template, Framed(page: TokensPage.mock, frame: frame)),
        (ErasurePage.template, Framed(page: ErasurePage.mock, frame: frame)),
        (JobsPage.template, Framed(page: JobsPage.mock, frame: frame)),
        (AuditListPage.template, Framed(page: AuditListPage.mock, frame: frame)),
        (AuditPage.template, Framed(page: AuditPage.mock, frame: frame)),
        (PayPage.template, Framed(page: PayPage.mock, frame: frame)),
        (ChoicePage.template, Framed(page: ChoicePage.mock, frame: frame)),
        (SupportPage.template, Framed(page: SupportPage.mock, frame: frame)),
        (NetworkPage.template, Framed(page: NetworkPage.mock, frame: frame)),
        (BriefPage.template, Framed(page: BriefPage.whole, frame: frame)),
        (BriefSharePage.template, Framed(page: BriefSharePage.mock, frame: frame)),
        (BriefSettingsPage.template, Framed(page: BriefSettingsPage.mock, frame: frame)),
        (RoomListPage.template, Framed(page: RoomListPage.mock, frame: frame)),
        (RoomPage.template, Framed(page: RoomPage.mock, frame: frame)),
        (BoardListPage.template, Framed(page: BoardListPage.mock, frame: frame)),
        (BoardPage.template, Framed(page: BoardPage.whole, frame: frame)),
        (BoardCasePage.template, Framed(page: BoardCasePage.whole, frame: frame)),
        (RecordPage.template, Framed(page: RecordPage.mock, frame: frame)),
        (EntryPage.template, Framed(page: EntryPage.contested, frame: frame)),
        (ObjectionsPage.template, Framed(page: ObjectionsPage.mock, frame: frame)),
        (TrialsPage.template, Framed(page: TrialsPage.mock, frame: frame)),
        (SettingsPage.template, Framed(page: SettingsPage.mock, frame: frame)),
        (HelpPage.template, Framed(page: HelpPage.mock, frame: frame)),
        (DecisionsPage.template, Framed(page: DecisionsPage.again("Why"), frame: frame)),
        (DecisionPage.template, Framed(page: DecisionPage.whole, frame: frame)),
        (RequestsPage.template, Framed(page: RequestsPage.again, frame: frame)),
        (RoundsPage.template, Framed(page: RoundsPage.whole, frame: frame)),
        (NotesPage.template, Framed(page: NotesPage.mock, frame: frame)),
        (ReviewPage.template, Framed(page: ReviewPage.whole, frame: frame)),
        (ReviewListPage.template, Framed(page: ReviewListPage.mock, frame: frame)),
        (ReviewPrintPage.template, Framed(page: ReviewPrintPage.mock, frame: frame)),
        (ReviewFeedbackPage.template, Framed(page: ReviewFeedbackPage.mock, frame: frame)),
        (ReviewFeedbackAboutPage.template, Framed(page: ReviewFeedbackAboutPage.mock, frame: frame)),
        (
            SignInPage.template,
            Framed(
                page: SignInPage(
                    stage: SignInStage(
                        asks: true,
                        spent: true,
                        confirm: "/",
                        provider: "Slack",
                        failure: "no",
                        isStranger: true
                    )
                ),
                frame: frame
            )
        ),
        (ErrorPage.template, Framed(page: ErrorPage("What", "Why"), frame: frame)),
    ]
    private static let frame = Frame(
        style: "/s",
        icon: "/i",
        visitor: Visitor(name: "Mara", opensAudits: true, opensRooms: true),
        at: .week
    )
    private static let switching = SwitchPage(
        mover: Mock.mei,
        readerIsSubject: true,
        level: 5,
        now: SwitchPage.mock.now,
        then: SwitchPage.mock.then,
        track: "management",
        obstacle: "Not now.",
        stays: SwitchPage.mock.stays,
        groups: SwitchPage.mock.groups,
        times: SwitchPage.mock.times,
        open: .open,
        form: SwitchPage.again(typed: "Words", complaint: "Why").form
    )

    @Test(arguments: full.indices) func `every name in a template is a field of its page`(_ index: Int) throws {
        let page = Self.full[index]
        var walk = NameWalk()
        try walk.template(page.template, stack: [page.value])
        #expect(walk.complaints == [])
        #expect(walk.found > 3)
    }

    @Test func `a missing name, a shadowed optional and an empty list are each found`() throws {
        struct Inner { var link: String? = "/" }
        struct Outer {
            var link = "/"
            var inner = Inner()
            var none: [Int] = []
        }
        var walk = NameWalk()
        try walk.text("{{nobody}}{{#inner}}{{link}}{{/inner}}{{#none}}x{{/none}}", in: "t", stack: [Outer()])
        #expect(walk.complaints.count == 3)
    }

    @Test func `no template puts a value into a page unescaped`() throws {
        for (name, asset) in Asset.folder("Templates") {
            let text = String(decoding: asset.bytes, as: UTF8.self)
            // A plot's drawing escapes its own words; nothing else is written as it is.
            let rest = name == "audit.mustache" ? text.replacing("{{{drawing.svg}}}", with: "") : text
            #expect(!rest.contains("{{{") && !rest.contains("{{&") && !rest.contains("{{%"), "\(name)")
        }
    }

    @Test func `no template holds a script or an inline style, and one alone names the site's own script`() throws {
        let own = "{{#script}}<script src=\"{{frame.script}}\" defer></script>{{/script}}"
        for (name, asset) in Asset.folder("Templates") {
            var text = String(decoding: asset.bytes, as: UTF8.self).lowercased()
            if name == "review.mustache" { text = text.replacing(own, with: "") }
            #expect(!text.contains("<script") && !text.contains("style=") && !text.contains("<style"), "\(name)")
            #expect(text.firstMatch(of: /\son[a-z]+=/) == nil, "\(name)")
        }
    }

    @Test func `a page of which little is known has no empty lists, headings or facts`() throws {
        let day = DayMark(Mock.day("2026-05-18"))
        let nobody = PersonLink(name: "Sam Okafor")
        let clock = ClockCard(standing: .notEnoughEvidence, words: "Nothing yet.", notices: [], gates: [], voices: [])
        let header = PersonHeader(name: "Sam Okafor", role: "", track: "Management", level: "No level yet")
        let edge = GrowthEdge(edge: "Direction", statement: "Sets the order of work.", next: [], sources: [])
        let cue = WeekCue(cue: "Ask", why: "Nobody did.", due: day, sources: [])
        let pages = [
            try draw(WeekPage(day: day, cues: [], reports: [])),
            try draw(WeekPage(day: day, cues: [cue], reports: [])),
            try draw(
                PersonPage(
                    person: header,
                    readerIsSubject: true,
                    clock: clock,
                    competencies: [],
                    edges: [edge],
                    asks: [],
                    timeline: []
                )
            ),
            try draw(
                PrepPage(
                    person: nobody,
                    readerIsSubject: true,
                    since: day,
                    happened: [],
                    recognise: [],
                    help: [],
                    questions: [],
                    sources: []
                )
            ),
            try draw(DraftPage.blank),
            try draw(LevelUpPage.top), try draw(SwitchPage.early), try draw(MoveListPage.empty),
            try draw(MovePage.unseen(FormFields(), complaint: nil)), try draw(AuditPage.calm),
            try draw(PayPage.unknown), try draw(ChoicePage.none), try draw(NetworkPage.hidden),
            try draw(DecisionsPage.empty), try draw(DecisionPage.reversed), try draw(RequestsPage.empty),
            try draw(RoundsPage.pausing), try draw(BoardListPage.empty), try draw(BoardPage.locked),
            try draw(BoardCasePage.voted), try draw(RecordPage.empty), try draw(EntryPage.mock),
        ]
        for html in pages {
            #expect(html.firstMatch(of: /<(ul|ol|dl|h[1-6]|p|strong)(?: [^>]*)?>\s*<\/\1>|<span>\s*<\/span>/) == nil)
        }
    }

    @Test func `the program carries exactly the files of the folders`() throws {
        let kept = Dictionary(uniqueKeysWithValues: Asset.all().map { ($0.name, $0.bytes) })
        var found: Set<String> = []
        for folder in ["Templates", "Static"] {
            let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.appending(path: folder).path)
            for name in names where !name.hasPrefix(".") {
                found.insert("\(folder)/\(name)")
                let bytes = try Data(contentsOf: Self.folder.appending(path: "\(folder)/\(name)"))
                #expect(kept["\(folder)/\(name)"].map { Data($0) } == bytes, "\(name): run scripts/embed-assets")
            }
        }
        #expect(Set(kept.keys) == found, "run scripts/embed-assets")
        #expect(cpages_name(cpages_count()) == nil)
    }

    @Test func `every template is drawn by a page or used by another template`() throws {
        let names = Asset.folder("Templates").keys.filter { $0.hasSuffix(".mustache") }.map {
            String($0.dropLast(".mustache".count))
        }
        let texts = try names.map(Self.text).joined()
        for name in names {
            let used =
                Self.full.contains { $0.template == name } || texts.contains("{{> \(name)}}")
                || texts.contains("{{<\(name)}}")
            #expect(used, "\(name)")
        }
    }
}

/// Reads a template as Mustache does and complains where a name leads nowhere.
struct NameWalk {
    var complaints: Set<String> { wrong.union(empty.subtracting(filled).map { "\($0) is empty wherever it is used" }) }
    var found = 0
    private var wrong: Set<String> = []
    private var empty: Set<String> = []
    private var filled: Set<String> = []

    mutating func template(_ name: String, stack: [Any]) throws {
        try text(Templates.text(name), in: name, stack: stack)
    }

    mutating func text(_ text: String, in file: String, stack: [Any]) throws {
        var rest = Substring(text)
        while let tag = rest.firstMatch(of: /\{\{([#^\/<$>]?)\s*([^}]+?)\s*\}\}/) {
            let (sign, name) = (String(tag.1), String(tag.2))
            rest = rest[tag.range.upperBound...]
            switch sign {
            case "#", "^":
                let body = try section(name, &rest, in: file)
                try enter(name, inverted: sign == "^", body, file, stack)
            case "<", "$":
                if sign == "<" { try template(name, stack: stack) }
                let body = try section(name, &rest, in: file)
                try self.text(String(body), in: file, stack: stack)
            case ">": try template(name, stack: stack)
            // Three braces: written as it is.
            default: _ = look(name.hasPrefix("{") ? String(name.dropFirst()) : name, file, stack)
            }
        }
    }

    /// Cuts a section's body off the rest; sections of one name may nest.
    private func section(_ name: String, _ rest: inout Substring, in file: String) throws -> Substring {
        let start = rest
        var depth = 1
        let pattern = try Regex("\\{\\{([#^/<$])\\s*\(NSRegularExpression.escapedPattern(for: name))\\s*\\}\\}")
        while let tag = rest.firstMatch(of: pattern) {
            depth += rest[tag.range].hasPrefix("{{/") ? -1 : 1
            let body = start[..<tag.range.lowerBound]
            rest = rest[tag.range.upperBound...]
            if depth == 0 { return body }
        }
        throw Unclosed(name: name, file: file)
    }

    struct Unclosed: Error {
        let name: String
        let file: String
    }

    private mutating func enter(
        _ name: String,
        inverted: Bool,
        _ body: Substring,
        _ file: String,
        _ stack: [Any]
    ) throws {
        let plain = name.hasPrefix("empty(") ? String(name.dropFirst(6).dropLast()) : name
        let found = look(plain, file, stack)
        if inverted || plain != name || found is Bool { return try text(String(body), in: file, stack: stack) }
        guard let value = found else { return }
        if let list = value as? [Any] {
            for item in list { try text(String(body), in: file, stack: stack + [item]) }
        } else {
            try text(String(body), in: file, stack: stack + [value])
        }
    }

    /// The value that Mustache would find; complains when there is none, or when a nil would let an outer value through.
    private mutating func look(_ name: String, _ file: String, _ stack: [Any]) -> Any? {
        if name == "." { return stack.last }
        var names = name.split(separator: ".").map(String.init)
        let first = names.removeFirst()
        let holders = stack.reversed().compactMap { child(first, of: $0) }
        guard let nearest = holders.first else {
            wrong.insert("\(file): nothing is called \(name)")
            return nil
        }
        if nearest.isOptional, holders.count > 1 {
            wrong.insert("\(file): \(name) would show an outer value when it is nil")
        }
        var value = nearest.value
        for next in names {
            guard let inner = value.flatMap({ child(next, of: $0) }) else {
                wrong.insert("\(file): nothing is called \(name)")
                return nil
            }
            value = inner.value
        }
        found += 1
        note(name, file, isEmpty: value == nil || (value as? [Any])?.isEmpty == true)
        return value
    }

    /// A section is only looked into where it has something, so each must have something somewhere.
    private mutating func note(_ name: String, _ file: String, isEmpty: Bool) {
        if isEmpty { empty.insert("\(file): \(name)") } else { filled.insert("\(file): \(name)") }
    }

    private func child(_ name: String, of value: Any) -> (value: Any?, isOptional: Bool)? {
        guard let field = Mirror(reflecting: value).children.first(where: { $0.label == name })?.value else {
            return nil
        }
        let mirror = Mirror(reflecting: field)
        guard mirror.displayStyle == .optional else { return (field, false) }
        return (mirror.children.first?.value, true)
    }
}
