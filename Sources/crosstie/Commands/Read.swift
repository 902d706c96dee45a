import ArgumentParser
import Foundation
import Signals

struct Read: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read passages as JSON lines from standard input and add what the reader sees.",
        discussion: """
            One object a line: {"id", "who", "text", "thread_root": {"who", "text"} or null, "before": [{"who", "text"}], \
            "reactions": [{"name", "count"}]}. The same line comes back with "signals": [{"kind", "subject", "reason", "confidence", \
            "reach"}]; "reason" says why it is about that subject, "reach" how far the work reaches (a task, a component, \
            a service or a team, several teams, the organisation, cannot be told). A line about a private matter (health, family, faith, politics, \
            union, sexuality, legal trouble, harassment) comes back with "private": true and no signals. \
            A line that cannot be read is named on standard error and comes back with "signals": [] and "error".
            """
    )

    @OptionGroup var globals: GlobalOptions

    @Option(help: "static, or transformer where `crosstie models install` was run.")
    var reader = ReaderName.static

    @Option(help: "Other weights for the static reader, as training/train.py writes them.")
    var weights: String?

    @Flag(help: "Only say how fast the lines are read, and how long loading takes, in processor time.")
    var measure = false

    func validate() throws {
        guard reader != .endpoint else {
            throw ValidationError("The endpoint reader belongs to a workspace: choose it with `crosstie reader use`.")
        }
    }

    /// The reader that was asked for.
    private func chosen() throws -> any Reader {
        if reader == .transformer { return try ReaderChoice.transformer(try StaticReader()) }
        guard let weights else { return try StaticReader() }
        guard let bytes = FileManager.default.contents(atPath: weights) else {
            throw Failure(.noInput, "there is no file \(weights) that can be read.")
        }
        return StaticReader(
            weights: try ReaderWeights(bytes: Array(bytes)),
            behaviours: try BehaviourWeights.embedded.get()
        )
    }

    func run() async throws {
        if measure {
            var passages: [Passage] = []
            while let line = readLine() { passages.append(PassageText(line, number: passages.count + 1).passage) }
            guard !passages.isEmpty else { throw Failure(.usage, "there are no lines to read on standard input.") }
            return try Console.json(try await ReadingMeasure.take(passages, chosen))
        }
        let reader = try chosen()
        let privateMatters = try PrivateMatters.embedded.get()
        var number = 0
        var broken = 0
        var lines: [PassageText] = []
        while let line = readLine(strippingNewline: true) {
            number += 1
            guard !line.allSatisfy(\.isWhitespace) else { continue }
            let text = PassageText(line, number: number)
            if let fault = text.fault {
                Console.error("crosstie: line \(number): \(fault)")
                broken += 1
            }
            lines.append(text)
            if lines.count == 512 {
                try await answer(lines, reader, privateMatters)
                lines = []
            }
        }
        try await answer(lines, reader, privateMatters)
        if broken > 0 {
            throw Failure(.data, "\(broken) of \(number) lines could not be read; they came back without signals.")
        }
    }

    private func answer(
        _ lines: [PassageText],
        _ reader: any Reader,
        _ privateMatters: PrivateMatters
    ) async throws {
        let signals = try await reader.read(lines.map(\.passage))
        for (line, found) in zip(lines, signals) {
            let isPrivate = privateMatters.isTouched(by: line.passage)
            Console.line(try line.answer(isPrivate ? [] : found, isPrivate: isPrivate))
        }
    }
}

/// One line of passages, and the same line with signals.
private struct PassageText {
    let passage: Passage
    let fault: String?
    private let fields: [String: Any]

    init(_ line: String, number: Int) {
        let object = try? JSONSerialization.jsonObject(with: Data(line.utf8))
        guard let fields = object as? [String: Any] else {
            self.fields = ["line": number]
            passage = Passage(who: "", text: "")
            fault = "not a JSON object. Write one object a line."
            return
        }
        self.fields = fields
        guard let text = fields["text"] as? String else {
            passage = Passage(who: "", text: "")
            fault = "the field “text” is missing or not a text."
            return
        }
        fault = nil
        passage = Passage(
            who: fields["who"] as? String ?? "author",
            text: text,
            root: Self.utterance(fields["thread_root"]),
            before: (fields["before"] as? [Any] ?? []).compactMap(Self.utterance),
            reactions: Self.reactions(fields["reactions"])
        )
    }

    private static func utterance(_ value: Any?) -> (who: String, text: String)? {
        guard let fields = value as? [String: Any], let text = fields["text"] as? String else { return nil }
        return (fields["who"] as? String ?? "", text)
    }

    private static func reactions(_ value: Any?) -> [String: Int] {
        var counts: [String: Int] = [:]
        for item in value as? [Any] ?? [] {
            if let name = item as? String { counts[name, default: 0] += 1 }
            guard let fields = item as? [String: Any], let name = fields["name"] as? String else { continue }
            counts[name, default: 0] += fields["count"] as? Int ?? (fields["users"] as? [Any])?.count ?? 1
        }
        return counts
    }

    func answer(_ signals: [Signal], isPrivate: Bool) throws -> String {
        var fields = fields
        fields["signals"] = signals.map { signal in
            [
                "kind": signal.kind.rawValue, "subject": Self.words(signal.subject),
                "reason": signal.reason.rawValue,
                "confidence": (signal.confidence * 1000).rounded() / 1000,
                "reach": signal.reach?.width?.words ?? "cannot be told",
            ] as [String: Any]
        }
        if isPrivate { fields["private"] = true }
        if let fault { fields["error"] = fault }
        let data = try JSONSerialization.data(withJSONObject: fields, options: [.sortedKeys, .withoutEscapingSlashes])
        return String(decoding: data, as: UTF8.self)
    }

    private static func words(_ subject: Subject) -> String {
        switch subject {
        case .author: "author"
        case .participant(let name): name
        case .group: "group"
        case .unknown: "unknown"
        }
    }
}
