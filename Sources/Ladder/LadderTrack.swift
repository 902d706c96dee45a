/// One of the two tracks of a ladder; both share one level number.
///
/// Units: raw values as the ladder file and the people file write them.
public enum LadderTrack: String, Sendable, Hashable, CaseIterable, Codable {
    /// Individual contributors.
    case ic
    /// Managers.
    case management

    /// The track beside this one.
    public var other: LadderTrack { self == .ic ? .management : .ic }
}

/// Which track asks for a competency.
public enum CompetencyTrack: String, Sendable, Hashable, CaseIterable, Codable {
    /// Only individual contributors.
    case ic
    /// Only managers.
    case management
    /// Both, so that its evidence survives a change of track.
    case shared

    /// True when people on the track are asked for it.
    public func concerns(_ track: LadderTrack) -> Bool { self == .shared || rawValue == track.rawValue }
}

/// What a ladder calls a track.
public struct TrackName: Sendable, Hashable {
    /// The name to show.
    public let name: String
    /// What advancing on it means, one sentence.
    public let summary: String
}
