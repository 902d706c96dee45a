import Workspace

/// The whole talk of the nine months, each line with its place in its channel.
struct Talk: Sendable {
    /// Every line, by channel in the order of the list, then by time.
    let lines: [TalkLine]

    /// Reads all scripts and puts their lines in order.
    static func read(_ scripts: [Script], cast: Cast = .halvard) throws(DemoError) -> Talk {
        var lines: [TalkLine] = []
        for script in scripts {
            let first = lines.count
            for line in try ScriptReader.read(script, cast: cast) {
                let words: SlackWords
                do { words = try SlackWords(line.words, cast: cast) } catch {
                    throw .script(file: line.file, line: line.line, fault: error)
                }
                lines.append(TalkLine(line: line, words: words, root: line.root.map { first + $0 }))
            }
        }
        return Talk(ordering: lines, cast: cast)
    }

    private init(ordering given: [TalkLine], cast: Cast) {
        let places = [String: Int](
            cast.places.enumerated().map { ($1.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let order = given.indices.sorted {
            let (left, right) = (given[$0], given[$1])
            return (places[left.line.channel] ?? 0, left.time, $0) < (places[right.line.channel] ?? 0, right.time, $1)
        }
        var target = [Int](repeating: 0, count: given.count)
        for (place, index) in order.enumerated() { target[index] = place }
        var lines = order.map { given[$0] }
        for index in lines.indices {
            lines[index].root = lines[index].root.map { target[$0] }
            // A time is unique in its channel; of two files that hit the same one the second moves on.
            if index > 0, lines[index - 1].line.channel == lines[index].line.channel,
                lines[index].time <= lines[index - 1].time
            {
                lines[index].time = MessageTime(microseconds: lines[index - 1].time.microseconds + 1)
            }
        }
        for (index, line) in lines.enumerated() {
            if let root = line.root { lines[root].replies.append(index) }
        }
        self.lines = lines
    }
}

/// One line of the talk with everything that its place in the export needs.
struct TalkLine: Sendable {
    /// What the script says.
    let line: ScriptLine
    /// The words in Slack's two forms.
    let words: SlackWords
    /// The thread's first line; nil for a line of the channel itself.
    var root: Int?
    /// The replies, in order of time.
    var replies: [Int] = []
    /// The place in the channel.
    var time: MessageTime

    /// Takes a line of a script; the time's fraction comes from where the line stands.
    init(line: ScriptLine, words: SlackWords, root: Int?) {
        self.line = line
        self.words = words
        self.root = root
        let fraction = 100_009 + 10 * Fingerprint("fraction", line.file, String(line.line)).below(89_000)
        time = MessageTime(microseconds: line.seconds * 1_000_000 + fraction)
    }

    /// The day file that holds it.
    var day: CivilDate { ScriptClock.exportDay(utc: time.microseconds / 1_000_000) }
}
