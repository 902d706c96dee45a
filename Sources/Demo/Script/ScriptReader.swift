import Workspace

/// Reads one script into lines of talk, and says file and line of the first fault.
///
/// Shape: `#channel`; `@ 2026-02-03 09:14` sets the clock, Central European Time; `~ 40` lets minutes pass (`3h`, `2d`);
/// `key: words` speaks and moves the clock on by one to four minutes; `> key: words` replies to the last message of the
/// channel, `>!` shows the reply there too; `[label]` before the colon names a thread and `^ label` reopens it;
/// `+tada(key,key)` are reactions, `{edit}` a later change; `| more` continues the words; `* key joins` (`leaves`,
/// `topic: …`, `purpose: …`) is said by the chat system; `// remark`. In words: `@key`, `@platform-team`, `@here`,
/// `#channel`, `:emoji:`, links, `*bold*`, `_italic_`, `~struck~`, code, fences, `- ` bullets, `> ` quotes.
struct ScriptReader {
    private let cast: Cast
    private let file: String
    private var number = 0
    private var lines: [ScriptLine] = []
    private var channel: String?
    private var clocks: [String: Int64] = [:]
    private var lastSet: [String: Int64] = [:]
    private var threads: [String: Int] = [:]
    private var labels: [String: [String: Int]] = [:]
    private var open: Int?

    private init(cast: Cast, file: String) {
        self.cast = cast
        self.file = file
    }

    /// Reads a script.
    static func read(_ script: Script, cast: Cast = .halvard) throws(DemoError) -> [ScriptLine] {
        var reader = ScriptReader(cast: cast, file: script.name)
        for line in script.text.split(separator: "\n", omittingEmptySubsequences: false) {
            reader.number += 1
            try reader.take(line.trimmingEnd())
        }
        for line in reader.lines where line.words.allSatisfy(\.isWhitespace) {
            if case .words = line.content { throw .script(file: script.name, line: line.line, fault: .noWords) }
        }
        return reader.lines
    }

    private mutating func take(_ line: Substring) throws(DemoError) {
        guard !line.isEmpty, !line.hasPrefix("//") else { return }
        switch line.first {
        case "|": try continueWords(line.dropFirst())
        case "#" where !line.contains(" "): try enter(line.dropFirst())
        case "@" where line.hasPrefix("@ "): try setClock(line.dropFirst(2))
        case "~" where line.hasPrefix("~ "): try wait(line.dropFirst(2))
        case "^" where line.hasPrefix("^ "): try reopen(line.dropFirst(2))
        case "*" where line.hasPrefix("* "): try notice(line.dropFirst(2))
        default: try speak(line)
        }
    }

    private func fault(_ fault: DemoError.Fault) -> DemoError { .script(file: file, line: number, fault: fault) }

    private mutating func continueWords(_ rest: Substring) throws(DemoError) {
        guard let open, case .words(let text) = lines[open].content else { throw fault(.nothingToContinue) }
        lines[open].content = .words(text + "\n" + (rest.hasPrefix(" ") ? rest.dropFirst() : rest))
    }

    private mutating func enter(_ name: Substring) throws(DemoError) {
        guard cast.place(name) != nil else { throw fault(.unknownChannel(String(name))) }
        channel = String(name)
        open = nil
    }

    private mutating func setClock(_ text: Substring) throws(DemoError) {
        guard let channel else { throw fault(.noChannel) }
        guard let time = ScriptClock.local(text) else { throw fault(.badTime(String(text))) }
        if let before = lastSet[channel], time <= before { throw fault(.clockGoesBack(String(text))) }
        lastSet[channel] = time
        // Lines take up to four minutes each, so a burst may have run past the next time that was set.
        clocks[channel] = max(time, (clocks[channel] ?? 0) + 1)
        open = nil
    }

    private mutating func wait(_ text: Substring) throws(DemoError) {
        guard let channel else { throw fault(.noChannel) }
        let unit: Int64 = text.last == "d" ? 86_400 : text.last == "h" ? 3600 : 60
        let digits = text.last == "d" || text.last == "h" ? text.dropLast() : text
        guard let count = Int64(digits), count > 0, count < 1000 else {
            throw fault(.unreadable(column: 3, text: String(text)))
        }
        guard let clock = clocks[channel] else { throw fault(.noClock) }
        clocks[channel] = clock + count * unit
        open = nil
    }

    private mutating func reopen(_ label: Substring) throws(DemoError) {
        guard let channel else { throw fault(.noChannel) }
        guard let root = labels[channel]?[String(label)] else { throw fault(.unknownLabel(String(label))) }
        threads[channel] = root
        open = nil
    }

    private mutating func notice(_ text: Substring) throws(DemoError) {
        let words = text.split(separator: " ", maxSplits: 1)
        guard words.count == 2 else { throw fault(.unreadable(column: 3, text: String(text))) }
        guard cast.member(words[0]) != nil else { throw fault(.unknownPerson(String(words[0]))) }
        let content: ScriptLine.Content? =
            switch words[1] {
            case "joins": .joins
            case "leaves": .leaves
            case let topic where topic.hasPrefix("topic: "): .topic(String(topic.dropFirst(7)))
            case let purpose where purpose.hasPrefix("purpose: "): .purpose(String(purpose.dropFirst(9)))
            default: nil
            }
        guard let content else { throw fault(.unreadable(column: 3, text: String(text))) }
        try append(speaker: String(words[0]), content: content)
        open = nil
    }

    private mutating func speak(_ line: Substring) throws(DemoError) {
        let head: ScriptHead
        do { head = try ScriptHead.read(line) } catch { throw fault(error) }
        guard cast.member(head.speaker) != nil || cast.robot(head.speaker) != nil else {
            throw fault(.unknownPerson(head.speaker))
        }
        for person in head.reactions.flatMap(\.people) where cast.member(person) == nil {
            throw fault(.unknownPerson(person))
        }
        let index = try append(speaker: head.speaker, content: .words(head.words))
        guard let channel else { throw fault(.noChannel) }
        if head.isReply {
            guard let root = threads[channel] else { throw fault(.noThread) }
            lines[index].root = root
        } else {
            threads[channel] = index
        }
        if let label = head.label {
            guard !head.isReply, labels[channel]?[label] == nil else { throw fault(.labelTwice(label)) }
            labels[channel, default: [:]][label] = index
        }
        lines[index].reactions = head.reactions
        lines[index].edited = head.edited
        lines[index].shownInChannel = head.shownInChannel
        open = index
    }

    @discardableResult
    private mutating func append(speaker: String, content: ScriptLine.Content) throws(DemoError) -> Int {
        guard let channel else { throw fault(.noChannel) }
        guard let clock = clocks[channel] else { throw fault(.noClock) }
        let next = clock + 61 + Fingerprint("pause", file, String(number)).below(180)
        guard next < ScriptClock.end else { throw fault(.badTime("after the last day")) }
        clocks[channel] = next
        lines.append(
            ScriptLine(
                file: file,
                line: number,
                channel: channel,
                speaker: speaker,
                seconds: ScriptClock.utc(local: next),
                content: content
            )
        )
        return lines.count - 1
    }
}
