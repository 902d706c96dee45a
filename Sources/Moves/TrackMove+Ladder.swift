public import Growth
public import Ladder
public import Workspace

extension TrackMove {
    /// The change of track that somebody's clock has to know of: the latest in force, with the ladder's weights.
    public init?(latestOf moves: [Move], ladder: CareerLadder) {
        let changes = moves.filter(\.changedTrack)
        guard let latest = changes.last, let day = latest.day else { return nil }
        // Somebody who comes back: evidence of the time before counts by how long they were away.
        if let leaving = changes.dropLast().last(where: { $0.from.track == latest.to.track }), let left = leaving.day {
            self.init(day: day, on: ladder, returningTo: latest.to.track, left: left)
        } else {
            self.init(day: day, on: ladder)
        }
    }
}
