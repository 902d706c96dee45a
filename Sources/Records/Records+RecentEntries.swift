public import Evidence
import Store
public import Workspace

extension Records {
    /// Evidence about one person since a moment, oldest first; withdrawn entries left out.
    ///
    /// What a page needs that tells the last weeks: of years of evidence nothing else is read.
    /// Units: both in microseconds since 1970 UTC; `now` decides what has settled and leaves out what came later.
    public func entries(about subject: PersonID, since moment: Int64, now: Int64) async throws -> [LedgerEntry] {
        try await entries(
            where: """
                evidence.subject = \(subject.text) AND evidence.posted BETWEEN \(moment) AND \(now)
                    AND evidence.state <> 'withdrawn'
                """,
            now: now
        )
    }
}
