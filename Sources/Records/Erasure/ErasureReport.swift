/// What an erasure did, or would do, without a word of it.
public struct ErasureReport: Sendable, Hashable {
    /// Evidence about the person that goes.
    public var evidence = 0
    /// Evidence about others that rests on the person's words: it stays as withdrawn, said by somebody who left.
    public var said = 0
    /// Messages of the person: their place stays, as of a message that was deleted.
    public var messages = 0
    /// Other rows that go, by table.
    public var gone: [String: Int] = [:]
    /// Rows of others in which a name, an account or an id was taken out, by table.
    public var changed: [String: Int] = [:]
    /// Entries of the audit in which the same was done; the chain over them stays.
    public var blanked = 0
    /// Where the person still stands; always empty after an erasure that was kept.
    public var left: [String] = []
    /// True where the pages of the database were written anew, so that nothing is left in them.
    public var isScrubbed = false

    /// Rows that go, all in all.
    public var rows: Int { evidence + gone.values.reduce(0, +) }
}

/// Why nobody was erased; nothing is changed then.
public enum ErasureError: Error, Sendable, Hashable {
    /// Nobody has this id.
    case noSuchPerson(String)
    /// After everything was done the person still stood in these tables and columns.
    case stillThere([String])
    /// The record did not fit its audit afterwards as it did before.
    case chainBroken(findings: Int)
    /// The person reports to nobody who could answer, or holds an office that nobody else holds.
    case lastOffice(String)
}
