/// What an erasure does to the rows of one table.
///
/// Source: `docs/methods.md`, "Erasure". A test holds the tables of the database against this list.
struct ErasureRule {
    /// A row goes where one of the person's ids stands in one of these columns.
    var goes: [String] = []
    /// A row goes with the row whose key stands in one of these columns.
    var under: [String] = []
    /// The key under which others may go with this row.
    var key: String?
    /// One of the person's ids in these columns becomes “somebody who left”.
    var anonymous: [String] = []
    /// One of the person's ids in these columns becomes nothing.
    var unset: [String] = []
    /// Free text beside such an id is the person's own and goes.
    var ownWords: [String] = []
    /// A row goes where the person is named anywhere in it: it is a copy or a mark that is made again.
    var isCopy = false
    /// Nothing about people stands here.
    var isPlain = false

    /// All tables, those before whose rows others hang on.
    static let all: [(table: String, rule: ErasureRule)] = [
        ("evidence", .init(goes: ["subject"], key: "entry_id", unset: ["hearer_person", "hearer_account"])),
        ("move", .init(goes: ["person_id"], key: "move_id")),
        ("review", .init(goes: ["person"], key: "review_id", anonymous: ["author"])),
        ("rewording", .init(goes: ["subject"], key: "rewording_id")),
        ("request_round", .init(goes: ["subject"], key: "round_id", anonymous: ["sender"])),
        ("program_token", .init(goes: ["person_id"], key: "token_id")),
        ("person", .init(goes: ["person_id"], unset: ["manager_id"])),
        ("account", .init(goes: ["account_id"])),
        ("message", .init()),
        ("move_event", .init(under: ["move_id"], anonymous: ["actor"], ownWords: ["words"])),
        ("review_version", .init(under: ["review_id"], anonymous: ["actor"])),
        ("review_words", .init(under: ["review_id"])),
        ("review_seal", .init(under: ["review_id"])),
        ("rewording_source", .init(under: ["rewording_id", "entry_id"])),
        (
            "colleague_request",
            .init(goes: ["subject"], under: ["round_id"], key: "request_id", anonymous: ["colleague"])
        ),
        ("feedback_request", .init(goes: ["subject"], key: "feedback_id", anonymous: ["colleague", "asker"])),
        ("program_answer", .init(under: ["token_id"], isCopy: true)),
        ("decision", .init()),
        ("decision_event", .init(anonymous: ["actor"], ownWords: ["words"])),
        ("decision_person", .init(goes: ["person_id"])),
        ("decision_source", .init(under: ["entry_id"])),
        ("one_on_one", .init(goes: ["person_id", "manager_id"], key: "one_on_one_id")),
        ("agreed_action", .init(goes: ["person_id", "manager_id", "owner_id"], key: "action_id")),
        ("private_note", .init(goes: ["author_id", "person_id"])),
        ("meeting_plan", .init(goes: ["person_id", "manager_id"])),
        ("found_meeting", .init(goes: ["person_id", "manager_id"])),
        ("weekly_note", .init(goes: ["person_id"])),
        ("delivery", .init(goes: ["reader_id"], isCopy: true)),
        ("delivery_choice", .init(goes: ["person_id"])),
        ("support_signal", .init(goes: ["person_id"], key: "signal_id", anonymous: ["answered_by"])),
        ("support_choice", .init(goes: ["person_id"])),
        ("cue", .init(goes: ["reader", "person_id"], key: "cue_id", isCopy: true)),
        ("network_choice", .init(goes: ["person_id"])),
        ("office", .init(goes: ["person_id"], anonymous: ["granted_by"])),
        ("look", .init(goes: ["subject"], anonymous: ["viewer"])),
        ("role_fact", .init(goes: ["person_id"])),
        ("sealed_fact", .init(goes: ["person_id"])),
        ("correction", .init(anonymous: ["said_by"])),
        ("calibration_room", .init(anonymous: ["opened_by"])),
        ("calibration_draft", .init(goes: ["person_id"])),
        ("calibration_answer", .init(anonymous: ["actor"])),
        ("board", .init(anonymous: ["convener"])),
        ("board_seat", .init(goes: ["person_id"])),
        ("board_case", .init(goes: ["person_id"])),
        ("board_word", .init(goes: ["person_id"], anonymous: ["author"])),
        ("sign_in_link", .init(goes: ["person_id"])),
        ("session", .init(goes: ["person_id"])),
        ("sign_in_identity", .init(goes: ["person_id"])),
        ("slack_inbox", .init(isCopy: true)),
        ("slack_outbox", .init(goes: ["account_id", "target"], isCopy: true)),
        ("slack_choice", .init(goes: ["account_id"])),
        ("slack_silence", .init(goes: ["account_id"])),
        ("kept_trial", .init(isCopy: true)),
        ("job", .init(isCopy: true)), ("job_schedule", .init(isPlain: true)), ("work_lease", .init(isPlain: true)),
        ("erasure_request", .init(goes: ["person_id"])),
        ("workspace", .init()), ("ladder", .init()), ("channel", .init()), ("calibration_family", .init()),
        ("import_mark", .init(isPlain: true)), ("choice_round", .init(isPlain: true)),
        ("reader_setting", .init(isPlain: true)), ("writer_setting", .init(isPlain: true)),
        ("writer_month", .init(isPlain: true)), ("request_setting", .init(isPlain: true)),
        ("slack_channel", .init(isPlain: true)), ("slack_installation", .init(isPlain: true)),
        ("slack_token", .init(isPlain: true)), ("audit_checkpoint", .init(isPlain: true)),
        ("retention_limit", .init(isPlain: true)), ("audit", .init(isPlain: true)),
        ("migration", .init(isPlain: true)),
    ]

    /// A table that this list does not know: whatever names the person goes.
    static let unknown = ErasureRule(isCopy: true)

    /// Columns of free text, in which a bare id that is also a word is not taken for one.
    static let prose: Set<String> = [
        "quote", "words", "name", "body", "content", "told", "asked", "edge", "matters", "source", "real_name",
        "title", "family", "team", "competency_name", "next_statement", "present_statement", "voice_name",
        "hearer_name",
        "voice_team", "hearer_team", "address", "rules", "seen", "columns",
    ]

    /// Columns of words that this program chose.
    static let fixed: Set<String> = [
        "workspace_id", "kind", "state", "sort", "act", "class", "track", "stage", "outcome", "verdict", "role_from",
        "role_to", "ladder_version", "reader_version", "form", "purpose", "dimension", "scopes", "audience", "key_id",
        "hash", "request_hash", "signer", "seal", "kind_of", "competencies", "reason", "sight", "channel_id", "zone",
    ]
}
