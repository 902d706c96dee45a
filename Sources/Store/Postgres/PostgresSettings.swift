import Synchronization

/// How connections of one database are opened and how transactions begin on them.
final class PostgresSettings: Sendable {
    let address: PostgresAddress
    private let create: Bool
    private let mayPrepare: Atomic<Bool>

    /// How long a server may take to answer a call, in seconds.
    let patience = 10
    /// How long other processes may write before ours gives up, in seconds.
    let lockPatience = 60

    init(_ address: PostgresAddress, create: Bool) {
        self.address = address
        self.create = create
        mayPrepare = Atomic(address.isPrepared)
    }

    /// Whether statements are prepared by name.
    var isPrepared: Bool { mayPrepare.load(ordering: .relaxed) }

    /// Something between us and the server loses prepared statements: they are left out from now on.
    func distrustPrepared() { mayPrepare.store(false, ordering: .relaxed) }

    /// Settings that hold for a connection; behind a pooler, which may give each transaction another one, for a transaction.
    private var choices: [String] {
        [
            "statement_timeout = '\(address.timeout)s'", "lock_timeout = '\(lockPatience)s'",
            // A process that hangs in the middle of writing keeps the others waiting no longer than this.
            "idle_in_transaction_session_timeout = '600s'",
        ]
            + (address.schema.map { ["search_path = \($0)"] } ?? [])
    }

    /// What a new connection is told first.
    var greeting: String {
        // Two that find none at the same moment both make it, IF NOT EXISTS or not: whoever comes second has what it wanted.
        let schema =
            create
            ? address.schema.map {
                "DO $$ BEGIN CREATE SCHEMA IF NOT EXISTS \($0); EXCEPTION WHEN unique_violation OR duplicate_schema THEN NULL; END $$"
            } : nil
        let settings = isPrepared ? choices.map { "SET \($0)" } : []
        return ([schema].compactMap(\.self) + settings).joined(separator: "; ")
    }

    private var localChoices: String {
        isPrepared ? "" : choices.map { "; SET LOCAL \($0)" }.joined()
    }

    /// A consistent view for a reader.
    var beginReading: String { "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" + localChoices }

    /// Writers come one after the other, as with SQLite.
    ///
    /// The lock is the transaction's, so it works behind poolers and goes with a process that dies. Each statement sees what
    /// was kept before it, so none can meet a state of the past.
    var beginWriting: String {
        "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE" + localChoices + "; SET LOCAL statement_timeout = 0"
            + "; SELECT pg_advisory_xact_lock(hashtext('crosstie'), hashtext(coalesce(current_schema(), '')))"
            + "; SET LOCAL statement_timeout = '\(address.timeout)s'"
    }

    /// Whether texts are kept and ordered byte by byte, as SQLite orders them.
    static let question = """
        SELECT ('B' < 'a' AND 'z' < 'é' AND '_' < 'a' AND 'a b' < 'aa') AS bytewise,
            current_setting('server_encoding') AS encoding, current_schema() AS place
        """

    /// Refuses a database in which the same question would have another answer.
    func check(_ row: SQLRow?) throws(StoreError) {
        guard let row else { throw StoreError(.unavailable, "the server does not answer") }
        let encoding = try row.text("encoding")
        guard encoding == "UTF8", try row.boolean("bytewise") else {
            throw StoreError(
                .unsuitable,
                "its texts are kept as \(encoding) and not ordered byte by byte; make one with: CREATE DATABASE name TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'"
            )
        }
        guard try row.optionalText("place") != nil else {
            throw StoreError(.unavailable, "there is no schema \(address.schema ?? "public") in it")
        }
    }

    /// Words of libpq, as they may be shown.
    func shown(_ words: String) -> String {
        let line = words.split(separator: "\n").joined(separator: " ")
        return address.secrets.reduce(line) { $0.split(separator: $1).joined(separator: "***") }
    }
}
