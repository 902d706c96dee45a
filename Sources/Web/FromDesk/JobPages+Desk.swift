import Desk
import Jobs
import Workspace

extension JobPages {
    /// Pages filled from a desk; the desk asks for rights.
    init(desk: Desk) {
        self.init()
        page = { viewer in
            try await PageSource.refusing {
                let counts = try await desk.jobCounts(for: .person(viewer))
                return JobsPage(
                    dead: try await desk.deadJobs(for: .person(viewer)).map { DeadJobCard($0) },
                    kinds: JobKind.allCases.compactMap { kind in
                        counts[kind].map { JobKindRow(kind, $0) }
                    }
                )
            }
        }
        settle = { viewer, job, retries in
            try await PageSource.refusing {
                do {
                    if retries {
                        try await desk.retry(deadJob: job, by: .person(viewer))
                    } else {
                        try await desk.drop(deadJob: job, by: .person(viewer))
                    }
                } catch JobError.noSuchDeadJob {
                    // Somebody settled it already.
                }
            }
        }
    }
}

extension DeadJobCard {
    fileprivate init(_ job: DeadJob) {
        let asked = DayMark(CivilDate(microseconds: job.made))
        let ended = DayMark(CivilDate(microseconds: job.ended))
        self.init(
            key: job.id,
            kind: job.kind.pageWords,
            words: "Asked for on \(asked), begun \(job.tries) times, given up on \(ended).",
            fault: job.fault.code.isEmpty ? job.fault.sort : "\(job.fault.sort) \(job.fault.code)"
        )
    }
}

extension JobKindRow {
    fileprivate init(_ kind: JobKind, _ counts: [JobState: Int]) {
        self.init(
            kind: kind.pageWords,
            waiting: counts[.waiting] ?? 0,
            running: counts[.running] ?? 0,
            done: counts[.done] ?? 0,
            dead: counts[.dead] ?? 0
        )
    }
}

extension JobKind {
    /// What is done, on a page.
    fileprivate var pageWords: Words {
        switch self {
        case .supportSignals: "Opening support signals"
        case .requests: "Sending requests that are due"
        case .reminders: "Reminders in the log"
        case .notes: "Preparations, notes and questions by Slack"
        case .feeds: "Fetching feeds"
        case .briefs: "Making briefs"
        case .tidying: "Taking out what is over"
        case .retention: "Letting go of what was kept long enough"
        case .chatAgain: "Reading the chat again"
        case .episodes: "Finding episodes again"
        }
    }
}
