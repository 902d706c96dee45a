extension ErasureError {
    /// What happened, and what to do.
    public var words: String {
        switch self {
        case .noSuchPerson(let id):
            "nobody has the id \(id). `crosstie people` lists who is known; somebody who was erased is not."
        case .stillThere(let places):
            "nothing was erased: the person would still stand in \(places.joined(separator: ", ")). This is a fault of the program; please report it with these names of tables."
        case .chainBroken(let findings):
            "nothing was erased: \(findings) things would no longer fit the audit. This is a fault of the program; run `crosstie verify` and report what it says."
        case .lastOffice(let office):
            "nothing was erased: nobody else holds the office of \(office). Give it to somebody with `crosstie roles grant` first."
        }
    }
}
