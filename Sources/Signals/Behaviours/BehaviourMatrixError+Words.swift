extension BehaviourMatrixError: CustomStringConvertible {
    /// What happened, where, and what to do.
    public var description: String {
        switch self {
        case .noHead:
            "The table does not begin with a line “behaviour,…”. Print one with “crosstie ladder map --csv” and edit that."
        case .unknownCompetency(let name, let line):
            "Line \(line): the ladder has no competency “\(name)”. Use the ids of the ladder as column names."
        case .unknownBehaviour(let name, let line):
            "Line \(line): there is no behaviour “\(name)”. Print the table to see all of them."
        case .fields(let found, let expected, let line):
            "Line \(line): \(found) fields where the first line has \(expected). Write one number for each competency."
        case .notAShare(let text, let line):
            "Line \(line): “\(text)” is no number of 0 or more. Write shares such as 0.25."
        }
    }
}
