/// What is known about one rung of a company's own ladder.
public struct LevelFact: Sendable, Hashable {
    /// The company.
    public let company: String
    /// Other names of the company, in small letters.
    public let aliases: [String]
    /// The words of a title that name the rung, as a pattern.
    public let words: String
    /// The track, where the company's code names one.
    public let track: TitleTrack?
    /// The lowest level of the reference ladder that it stands for.
    public let low: Int
    /// The highest level of the reference ladder that it stands for.
    public let high: Int
    /// What the company calls the rung.
    public let name: String
    /// Who says so.
    public let source: String
    /// When it was compiled, `YYYY-MM` or `YYYY-MM-DD`.
    public let asOf: String
    /// How firm it is.
    public let standing: Standing

    let pattern: TitlePattern

    /// How firm a fact is.
    public enum Standing: String, Sendable, Hashable, CaseIterable, Codable {
        /// The company published its ladder.
        case published
        /// People who work or hire there say so.
        case practitioners
        /// Few accounts, or old ones.
        case weak
    }
}
