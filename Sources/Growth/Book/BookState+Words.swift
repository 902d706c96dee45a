extension LevelState {
    /// The state in a few words, for lists; the whole sentence with its evidence stands on the person's page.
    ///
    /// - Parameters:
    ///   - presentLevel: the person's level
    ///   - next: the level that the work is held against
    /// - Returns: words without a figure
    public func words(presentLevel: Int, next: Int) -> String {
        switch self {
        case .notEnoughEvidence: "too little was heard; this says nothing about the work"
        case .atLevel: "doing the work of level \(presentLevel)"
        case .emerging: "signs of level-\(next) work"
        case .operatingAtNext: "doing level-\(next) work now"
        case .sustainedAtNext: "sustained level-\(next) work"
        }
    }
}
