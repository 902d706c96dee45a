import Workspace

/// The marks of one conversation, put so that answers can be found: by thread, and outside threads by speaker.
struct ChannelTalk {
    let marks: [TalkMark]
    /// The person behind each message; nil for programs and for accounts outside the people file.
    let who: [PersonID?]
    private let isForIncidents: Bool
    /// The messages of each thread, its first one among them, in order.
    private var threads: [MessageTime: [Int]] = [:]
    /// The messages outside threads and those that begin one, in order.
    private var open: [Int] = []
    private var openBy: [PersonID: [Int]] = [:]

    init(_ marks: [TalkMark], people: [AccountID: PersonID], isForIncidents: Bool) {
        let marks = marks.sorted { $0.id.time < $1.id.time }
        self.marks = marks
        self.isForIncidents = isForIncidents
        let who = marks.map { mark in mark.sort == .words ? mark.author.flatMap { people[$0] } : nil }
        self.who = who
        for (index, mark) in marks.enumerated() where mark.sort == .words || mark.sort == .bot {
            if let thread = mark.thread { threads[thread, default: []].append(index) }
            guard !mark.isReply else { continue }
            open.append(index)
            if let person = who[index] { openBy[person, default: []].append(index) }
        }
    }

    /// What a message asks; `.mention` where it asks nothing.
    func kind(of index: Int) -> Ask.Kind {
        let mark = marks[index]
        guard mark.marks.asks else { return .mention }
        if isAboutIncident(mark) { return .incident }
        if mark.marks.contains(.asksDecision) { return .decision }
        return mark.marks.isDisjoint(with: [.asksReview, .stuck, .blocked]) ? .question : .unblock
    }

    /// True where its own words or its thread's first message say so, or where a talk begins in a channel for it.
    private func isAboutIncident(_ mark: TalkMark) -> Bool {
        if mark.marks.contains(.incident) { return true }
        guard mark.isReply, let thread = mark.thread else { return isForIncidents }
        guard let first = threads[thread]?.first, marks[first].isRoot, marks[first].marks.contains(.incident) else {
            return false
        }
        return mark.moment - marks[first].moment <= AskFinder.incidentLength
    }

    /// True when somebody had a part in the talk already: spoke in the thread, or outside threads a little before.
    func hasSpoken(_ person: PersonID, before index: Int) -> Bool {
        let mark = marks[index]
        if let thread = mark.thread {
            return (threads[thread] ?? []).prefix { $0 < index }.contains { who[$0] == person }
        }
        guard let last = Self.last(of: openBy[person] ?? [], before: index) else { return false }
        return mark.moment - marks[last].moment <= AskFinder.pause
    }

    /// The first message of a person after another one in the same talk, within the time that is waited.
    func answer(to index: Int, by person: PersonID) -> Int? {
        let mark = marks[index]
        if let thread = mark.thread {
            let answer = (threads[thread] ?? []).first { $0 > index && who[$0] == person }
            return answer.flatMap { marks[$0].moment - mark.moment <= AskFinder.patience ? $0 : nil }
        }
        let answer = Self.first(of: openBy[person] ?? [], after: index)
        return answer.flatMap { marks[$0].moment - mark.moment <= AskFinder.patienceInChannel ? $0 : nil }
    }

    /// The first message of anybody but the author after a message in the same talk; programs do not count.
    ///
    /// Outside threads: while the talk goes on without a pause, or within a day where it names the author.
    func reply(to index: Int) -> Int? {
        let mark = marks[index]
        let isOther = { (other: Int) in marks[other].sort == .words && marks[other].author != mark.author }
        if let thread = mark.thread {
            let reply = (threads[thread] ?? []).first { $0 > index && isOther($0) }
            return reply.flatMap { marks[$0].moment - mark.moment <= AskFinder.patience ? $0 : nil }
        }
        var last = mark.moment
        var isGoingOn = true
        for other in open[Self.place(of: index + 1, in: open)...] {
            let moment = marks[other].moment
            guard moment - mark.moment <= AskFinder.patienceInChannel else { return nil }
            if moment - last > AskFinder.pause { isGoingOn = false }
            last = moment
            guard isOther(other) else { continue }
            if isGoingOn || mark.author.map(marks[other].named.contains) == true { return other }
        }
        return nil
    }

    /// True when somebody other than the helper thanks or says that it works, after the helper's answer.
    ///
    /// Outside threads only the one who asked, and whoever names the helper.
    func isSettled(after answer: Int, by helper: PersonID, for asker: PersonID) -> Bool {
        let mark = marks[answer]
        let isWell = { (other: Int) in who[other] != helper && closes(marks[other]) }
        if let thread = mark.thread, mark.isReply {
            return (threads[thread] ?? []).contains {
                $0 > answer && marks[$0].moment - mark.moment <= AskFinder.patience && isWell($0)
            }
        }
        for other in open[Self.place(of: answer + 1, in: open)...] {
            guard marks[other].moment - mark.moment <= AskFinder.patienceInChannel else { return false }
            if isWell(other), who[other] == asker || mark.author.map(marks[other].named.contains) == true {
                return true
            }
        }
        return false
    }

    private func closes(_ mark: TalkMark) -> Bool { mark.marks.praises || mark.marks.contains(.settled) }

    /// True when an ask had no answer yet as the same person asked the same one again.
    func isReminder(_ index: Int, of ask: Ask) -> Bool {
        let mark = marks[index]
        let patience = mark.thread == nil ? AskFinder.patienceInChannel : AskFinder.patience
        guard mark.moment - ask.moment <= patience else { return false }
        return ask.answeredAt.map { $0 > mark.moment } ?? true
    }

    /// The place of the first of ordered indices that is not below a bound.
    private static func place(of bound: Int, in indices: [Int]) -> Int {
        var low = 0
        var high = indices.count
        while low < high {
            let middle = (low + high) / 2
            if indices[middle] < bound { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func first(of indices: [Int], after index: Int) -> Int? {
        let place = place(of: index + 1, in: indices)
        return place < indices.count ? indices[place] : nil
    }

    private static func last(of indices: [Int], before index: Int) -> Int? {
        let place = place(of: index, in: indices)
        return place > 0 ? indices[place - 1] : nil
    }
}
