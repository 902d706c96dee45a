public import Growth
public import Ladder
public import Workspace

extension TrackMove {
    /// The change of track that somebody's clock has to know of: the latest in force, with the ladder's weights.
    public init?(latestOf moves: [Move], ladder: CareerLadder) {
        guard let day = moves.last(where: \.changedTrack)?.day else { return nil }
        self.init(day: day, on: ladder)
    }
}
