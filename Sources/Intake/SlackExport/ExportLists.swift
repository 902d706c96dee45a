import CSimdjson
import Workspace

/// Reads an export's lists of people and conversations; a damaged one refuses the export.
struct ExportLists {
    let source: ExportFiles
    let files: [ExportFile]
    let limits: ExportLimits
    let benches: Workbenches

    /// Everybody of all lists; the top's own entries first.
    func users(of layout: ExportLayout, report: inout ImportReport) throws(IntakeError) -> [ListedUser] {
        var users: [ListedUser] = []
        let places = layout.sections.flatMap(\.users)
        if places.isEmpty { report.count(ExportRemark.noPeopleList, at: "users.json") }
        for place in places {
            try entries(of: place) { entry, index in
                if let user = ListedUser(entry) {
                    users.append(user)
                } else {
                    report.count(.noID, at: ImportPlace(file: files[place].name, index: index))
                }
            }
        }
        return users
    }

    /// Everything that one section's lists name.
    func conversations(
        of section: ExportLayout.Section,
        report: inout ImportReport
    ) throws(IntakeError) -> [Conversation] {
        var conversations: [Conversation] = []
        for list in ConversationList.allCases {
            guard let place = section.lists[list] else { continue }
            try entries(of: place) { entry, index in
                if let conversation = list.conversation(entry, workspace: section.workspace) {
                    conversations.append(conversation)
                } else {
                    report.count(.noID, at: ImportPlace(file: files[place].name, index: index))
                }
            }
        }
        return conversations
    }

    /// Calls for each entry of a list; `[]`, `{}`, `null` and no bytes at all are empty lists.
    private func entries(of place: Int, _ body: (JSON, Int) -> Void) throws(IntakeError) {
        let file = files[place]
        try benches.lend { bench throws(IntakeError) in
            if let breakage = try source.read(file, onto: bench, limit: limits.listBytes) {
                throw .damagedList(entry: file.name, breakage: breakage)
            }
            switch bench.parse(depth: limits.depth) {
            case .failure(let fault):
                if fault.breakage != .empty { throw .damagedList(entry: file.name, breakage: fault.breakage) }
            case .success(let root):
                if root.kind == CSJ_ARRAY {
                    for (index, entry) in root.elements.enumerated() { body(entry, index) }
                } else if !root.isNothing, !root.isObject || JSONShape.fieldCount(root) > 0 {
                    throw .damagedList(entry: file.name, breakage: .notAList(JSONShape.name(root)))
                }
            }
        }
    }
}

/// Words for what a JSON value is.
enum JSONShape {
    static func name(_ value: JSON) -> String {
        switch value.kind {
        case CSJ_OBJECT: "an object"
        case CSJ_STRING: "a text"
        case CSJ_NUMBER: "a number"
        case CSJ_BOOL: "true or false"
        default: "null"
        }
    }

    static func fieldCount(_ object: JSON) -> Int { JSONFields<MessageField>.pick(object) { $0.count } }
}
