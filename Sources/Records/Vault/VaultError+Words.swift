extension VaultError {
    /// What happened, and what to do.
    public var words: String {
        switch self {
        case .noKey:
            "pay and protected categories are sealed, and no key was given. Name the key file with --key-file or CROSSTIE_KEY_FILE."
        case .badKey(let bytes):
            "the key has \(bytes) bytes instead of 32. It is not a key file of Crosstie, or it was cut; put the right one back from your backup."
        case .wrongKey(let kept, let given):
            "what is sealed was sealed under key \(kept), and this is key \(given). Put the former key file back from your backup. If it is lost for good, nobody can open these facts any more: `crosstie pay forget` removes them, and the next people file fills them anew."
        case .damaged(let person, let purpose):
            "the sealed \(purpose) of \(person) does not open: the row was changed or belongs elsewhere. Run `crosstie verify`, restore a backup of the database, or import the people file again."
        }
    }
}
