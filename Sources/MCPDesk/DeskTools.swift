public import Desk
import Evidence
import Ladder
public import MCP
public import Workspace

/// What somebody's assistant may read: the same as its person, no more, and never with a change.
///
/// Shape: whatever the person may not open looks as if it were not there.
/// Source: `docs/privacy.md`, the table; rights are asked by the desk.
public struct DeskTools: Tools {
    let desk: Desk
    /// Who asks.
    public let person: PersonID
    let brief: @Sendable (_ reader: PersonID, _ day: CivilDate?) async throws -> DayBriefAnswer?

    /// What there is, in the order in which it is told.
    public let tools: [Tool]

    /// Joins a desk with the person who asks; `brief` gives that person's own brief of a day, the newest without one.
    ///
    /// Errors: `SchemaFault` for an answer whose form cannot be told.
    public init(
        desk: Desk,
        person: PersonID,
        brief: @escaping @Sendable (_ reader: PersonID, _ day: CivilDate?) async throws -> DayBriefAnswer? = { _, _ in
            nil
        }
    ) throws {
        self.desk = desk
        self.person = person
        self.brief = brief
        tools = try DeskTool.all(on: desk.ladder)
    }

    /// Answers a call.
    public func call(_ tool: String, _ arguments: ToolArguments) async throws -> ToolAnswer {
        guard let tool = DeskTool(rawValue: tool) else { throw ToolRefusal("There is no such tool.") }
        do {
            return try await answer(tool, arguments)
        } catch let error as DeskError {
            throw Self.refusal(error)
        } catch is EntryRefusal {
            throw ToolRefusal("There is no such piece of evidence, or it is not open to you.")
        } catch let error as LadderError {
            throw ToolRefusal("\(error)")
        }
    }

    private func answer(_ tool: DeskTool, _ arguments: ToolArguments) async throws -> ToolAnswer {
        switch tool {
        case .me: try await me()
        case .week: try await week()
        case .ledger: try await ledger(arguments)
        case .entry: try await entry(arguments)
        case .prep: try await prep(arguments)
        case .clock: try await clock(arguments)
        case .ladder: try await ladder()
        case .level: try await level(arguments)
        case .brief: try await brief(arguments)
        case .requests: try await requests()
        }
    }

    var viewer: Access.Viewer { .person(person) }

    /// One answer for whoever is not there and for whoever is not open, so that neither can be told from the other.
    static let nobody = ToolRefusal(
        "Nobody of this name or id is open to you. The tool “me” says whose record you can read."
    )

    private static func refusal(_ error: DeskError) -> ToolRefusal {
        switch error {
        case .noSuchPerson, .severalPeople, .noSuchTeam, .notAllowed: nobody
        case .noLevel: ToolRefusal("The people file states no level for this person, so there is no clock to read.")
        case .noSuchTarget: ToolRefusal("The ladder has no such target. Write one such as ic:6 or management:6.")
        case .topOfLadder: ToolRefusal("There is no level above this one.")
        case .badPeriod: ToolRefusal("The first day comes after the last.")
        }
    }

    /// Whom a call is about: the person who asks, unless it names somebody who is open to them.
    func subject(_ arguments: ToolArguments, to open: Access.Object) async throws -> PersonID {
        guard let text = arguments.text("person") else { return person }
        let id = PersonID(text)
        if try await desk.opens(open, of: id, for: viewer) { return id }
        let wanted = text.lowercased()
        var found: [PersonID] = []
        for one in try await desk.people()
        where one.email?.lowercased() == wanted || one.account?.text == text || one.name.lowercased().contains(wanted) {
            if try await desk.opens(open, of: one.id, for: viewer) { found.append(one.id) }
        }
        guard let only = found.first, found.count == 1 else {
            throw found.isEmpty
                ? Self.nobody
                : ToolRefusal(
                    "More than one goes by this name: \(found.map(\.text).joined(separator: ", ")). Give an id."
                )
        }
        return only
    }

    /// A day that was given; nil where none was.
    static func day(_ name: String, _ arguments: ToolArguments) throws(ToolRefusal) -> CivilDate? {
        guard let text = arguments.text(name) else { return nil }
        guard let day = CivilDate(text) else { throw ToolRefusal("\(text) is no day of the calendar.") }
        return day
    }
}
