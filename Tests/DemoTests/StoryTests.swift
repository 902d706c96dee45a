import Testing
import Workspace

@testable import Demo

@Suite struct StoryTests {
    private let lines: [TalkLine]
    private let voices: [[Set<String>]]

    init() throws {
        lines = try WrittenTalk.whole.lines
        var threads: [Int: Set<String>] = [:]
        for (index, line) in lines.enumerated() { threads[line.root ?? index, default: []].insert(line.line.speaker) }
        voices = lines.enumerated().map { [threads[$1.root ?? $0] ?? []] }
    }

    /// Eight-week windows, counted back from the last day, the newest first.
    private static let windows: [ClosedRange<Int>] = (0..<5).map {
        let end = DemoCompany.today.days - 56 * $0
        return (end - 55)...end
    }

    private func names(_ key: some StringProtocol, in line: TalkLine) -> Bool {
        line.line.words.lowercased().split { !$0.isLetter && !$0.isNumber }.contains { $0 == key }
    }

    /// Messages of others that name somebody and say more than a few words.
    private func said(about key: String, in days: ClosedRange<Int>) -> [TalkLine] {
        lines.filter {
            $0.line.speaker != key && Cast.halvard.member($0.line.speaker) != nil && days.contains($0.day.days)
                && $0.line.words.split(separator: " ").count >= 10 && names(key, in: $0)
        }
    }

    private func teams(_ said: [TalkLine]) -> Set<String> {
        Set(said.compactMap { Cast.halvard.member($0.line.speaker)?.team })
    }

    @Test(arguments: Beat.all) func `a moment of a story happens`(beat: Beat) {
        let found = lines.indices.contains { index in
            let line = lines[index]
            let day = CivilDate(microseconds: line.time.microseconds).description
            guard beat.from <= day, day <= beat.to, beat.channel.map({ $0 == line.line.channel }) ?? true,
                beat.speakers.map({ $0.contains { $0 == line.line.speaker } }) ?? true
            else { return false }
            return beat.about.map { about in
                about.contains { key in
                    line.line.speaker != key && (names(key, in: line) || voices[index][0].contains(String(key)))
                }
            } ?? true
        }
        #expect(found)
    }

    @Test(arguments: windows) func `Maren's upkeep is seen in every window by many, from several teams`(
        window: ClosedRange<Int>
    ) {
        let said = said(about: "maren", in: window)
        #expect(said.count >= 10)
        #expect(Set(said.map(\.line.speaker)).count >= 6)
        #expect(teams(said).count >= 4)
        #expect(Set(said.map { $0.root.map { lines[$0].time } ?? $0.time }).count >= 8)
    }

    @Test func `Dario's launches draw the crowd`() {
        let reactions = lines.filter { $0.line.speaker == "dario" }.map {
            $0.line.reactions.reduce(0) { $0 + $1.people.count }
        }
        #expect(reactions.count { $0 >= 10 } >= 2)
    }

    @Test func `one fan praises Kofi far more than all others`() {
        let days = Self.windows.compactMap(\.first).min().map { $0...DemoCompany.today.days } ?? 0...0
        let said = said(about: "kofi", in: days)
        let fan = said.count { $0.line.speaker == "bonnie" }
        #expect(fan >= 40)
        let others = Dictionary(grouping: said.filter { $0.line.speaker != "bonnie" }, by: \.line.speaker).values.map(
            \.count
        )
        #expect(fan >= 3 * (others.max() ?? 0))
    }

    @Test func `after the incident of March everybody calls Sefa`() {
        let march = CivilDate("2026-03-14")?.days ?? 0
        func calls(_ days: ClosedRange<Int>) -> [TalkLine] {
            lines.filter { days.contains($0.day.days) && $0.line.speaker != "sefa" && $0.line.words.contains("@sefa") }
        }
        let before = calls((march - 68)...(march - 3))
        let after = calls(march...DemoCompany.today.days)
        #expect(Double(after.count) / 6.5 > 2 * Double(before.count) / 2.2)
        #expect(Set(after.map(\.line.speaker)).count >= 12)
        #expect(teams(after).count >= 5)
    }

    @Test func `Bence praises each of his people and corrects none`() {
        for key in ["camille", "nikhil", "oksana", "mateo", "signe"] {
            #expect(lines.count { $0.line.speaker == "bence" && names(key, in: $0) } >= 6, "\(key)")
        }
    }

    @Test func `Fatou hears less and less while she goes on shipping`() {
        let spring = said(about: "fatou", in: Self.windows[4].lowerBound...(CivilDate("2026-05-31")?.days ?? 0)).count
        let summer = said(about: "fatou", in: (CivilDate("2026-06-01")?.days ?? 0)...DemoCompany.today.days).count
        #expect(spring > summer)
        #expect(lines.contains { $0.line.speaker == "fatou" && $0.day.description >= "2026-09" })
    }

    @Test func `little is said about Akane`() {
        #expect(said(about: "akane", in: Self.windows[4].lowerBound...DemoCompany.today.days).count < 20)
    }
}
