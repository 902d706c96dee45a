import Foundation
import Testing
import Workspace

@testable import Demo

@Suite struct TalkTests {
    private let talk: Talk

    init() throws { talk = try WrittenTalk.whole }

    private var spoken: [TalkLine] {
        talk.lines.filter { Cast.halvard.member($0.line.speaker) != nil && !$0.line.words.isEmpty }
    }

    @Test func `every script of the folder is built in, byte for byte`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/Demo/Scripts")
            .standardizedFileURL
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }
        let scripts = try Script.all()
        #expect(scripts.map(\.name) == names.sorted())
        for script in scripts {
            let text = try String(contentsOf: folder.appending(path: script.name), encoding: .utf8)
            let same = script.text == text
            #expect(same, "\(script.name) differs from what was built in")
        }
    }

    @Test func `there are four thousand messages or more, from the first week to the last day`() throws {
        #expect(talk.lines.count >= 4000)
        #expect(try #require(talk.lines.map(\.day).min()).description <= "2026-01-07")
        #expect(try #require(talk.lines.map(\.day).max()).description >= "2026-09-29")
    }

    @Test func `fourteen channels or more are in use, and everybody speaks`() {
        #expect(Set(talk.lines.map(\.line.channel)).count >= 14)
        let silent = Cast.halvard.members.map(\.key).filter { key in !spoken.contains { $0.line.speaker == key } }
        #expect(silent.isEmpty)
    }

    @Test func `times rise in each channel, and replies come after what they answer`() {
        for (before, after) in zip(talk.lines, talk.lines.dropFirst()) where before.line.channel == after.line.channel {
            #expect(before.time < after.time)
        }
        for line in talk.lines {
            guard let root = line.root.map({ talk.lines[$0] }) else { continue }
            #expect(root.root == nil)
            #expect(root.line.channel == line.line.channel)
            #expect(root.time < line.time)
        }
    }

    @Test func `nobody speaks before they started`() {
        for line in spoken {
            guard let member = Cast.halvard.member(line.line.speaker) else { continue }
            #expect(
                member.started <= CivilDate(microseconds: line.time.microseconds),
                "\(line.line.file):\(line.line.line)"
            )
        }
    }

    @Test func `no two messages of people are alike`() {
        var seen: [[Substring]: [Int]] = [:]
        var triples: [Set<[Substring]>] = []
        for (index, line) in spoken.enumerated() {
            let words = line.line.words.lowercased().split { !$0.isLetter && !$0.isNumber }
            let own = words.count < 5 ? [] : Set((0...(words.count - 3)).map { Array(words[$0..<($0 + 3)]) })
            var shared: [Int: Int] = [:]
            for triple in own { for other in seen[triple] ?? [] { shared[other, default: 0] += 1 } }
            for (other, count) in shared
            where count >= 3 && Double(count) > 0.6 * Double(min(own.count, triples[other].count)) {
                let (here, there) = (line.line, spoken[other].line)
                Issue.record("\(there.file):\(there.line) and \(here.file):\(here.line) are alike")
            }
            for triple in own { seen[triple, default: []].append(index) }
            triples.append(own)
        }
    }

    @Test(arguments: ["next level", "salary", "compensation", "burnout", "demot"])
    func `nobody writes what the pages never say`(words: String) {
        for line in spoken {
            #expect(!line.line.words.lowercased().contains(words), "\(line.line.file):\(line.line.line)")
        }
    }
}
