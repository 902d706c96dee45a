import Desk
import OneOnOnes
import Records
import Reviews
import StoreTesting
import Testing
import Workspace

/// Who is told of what before a 1:1, and only once.
struct DeliveryDeskTests {
    /// A Friday, so that Monday is the next working day.
    private func company(_ engine: Engine) async throws -> Invented {
        let company = try await Invented.company(engine)
        let plan = try MeetingPlan(weekday: 1, minute: 14 * 60, anchor: Invented.today, zone: "UTC")
        try await company.desk.set(plan, with: "ana", by: .person("mo"))
        return company
    }

    private func preps(_ desk: Desk) async throws -> [Delivery] {
        try await desk.deliveries().filter { $0.kind == .prep }
    }

    @Test(arguments: Engine.available)
    func `both of a 1:1 get its preparation on the working day before, each once`(engine: Engine) async throws {
        let desk = try await company(engine).desk
        let due = try await preps(desk)
        #expect(due.map(\.reader) == ["ana", "mo"])
        #expect(due.map { $0.parts.map(\.other) } == [["mo"], ["ana"]])
        for delivery in due {
            let view = try #require(try await desk.words(of: delivery))
            #expect(view.subject.contains("on Monday, "))
            #expect(view.document.blocks.count >= 2)
            #expect(view.doors.map(\.path) == ["/people/ana/prep"])
            #expect(try await desk.claim(delivery))
            #expect(try await !desk.claim(delivery))
        }
        #expect(try await preps(desk).isEmpty)
    }

    @Test(arguments: Engine.available)
    func `a part that was delivered takes the whole claim back`(engine: Engine) async throws {
        let company = try await company(engine)
        let delivery = try #require(try await preps(company.desk).first { $0.reader == "mo" })
        let more = Delivery(
            reader: "mo",
            kind: .prep,
            parts: [Delivery.Part(key: "other", person: "rep", other: "rep", meeting: nil)] + delivery.parts,
            expires: delivery.expires
        )
        #expect(try await company.desk.claim(delivery))
        #expect(try await !company.desk.claim(more))
        #expect(try await company.records.delivered(to: "mo")["mo"]?.contains("other") == false)
    }

    @Test(arguments: Engine.available)
    func `whoever switches it off gets no message, and the page says it all the same`(engine: Engine) async throws {
        let desk = try await company(engine).desk
        try await desk.choose(DeliveryChoice(off: [.prep], opens: 480, closes: 960, zone: "Asia/Tokyo"), by: "mo")
        #expect(try await preps(desk).map(\.reader) == ["ana"])
        #expect(try await desk.prepared(for: "mo").map(\.other.id) == ["ana"])
        let choice = try await desk.deliveryChoice(of: "mo", for: .person("mo"))
        #expect(choice == DeliveryChoice(off: [.prep], opens: 480, closes: 960, zone: "Asia/Tokyo"))
        await #expect(throws: DeskError.notAllowed) {
            try await desk.deliveryChoice(of: "mo", for: .person("x1"))
        }
    }

    @Test(arguments: Engine.available)
    func `in quiet hours nothing is due`(engine: Engine) async throws {
        let desk = try await company(engine).desk
        let evening = Invented.today.microseconds + 19 * 3_600_000_000
        #expect(try await desk.deliveries(at: evening).isEmpty)
        let sunday = CivilDate(days: Invented.today.days + 2).microseconds + 12 * 3_600_000_000
        #expect(try await desk.deliveries(at: sunday).isEmpty)
    }

    @Test(arguments: Engine.available)
    func `a preparation and a team week are taken along by those who may open them`(engine: Engine) async throws {
        let desk = try await company(engine).desk
        for form in DocumentFile.Form.allCases {
            let prep = try await desk.exportPrep("ana", as: form, for: .person("mo"))
            let week = try await desk.exportTeamWeek(of: "mo", as: form, for: .person("mo"))
            #expect(prep.name.hasSuffix(".\(form.rawValue)") && !prep.bytes.isEmpty)
            #expect(week.name.hasPrefix("team-week-mo") && !week.bytes.isEmpty)
        }
        await #expect(throws: DeskError.notAllowed) {
            try await desk.exportPrep("ana", as: .html, for: .person("x1"))
        }
        await #expect(throws: DeskError.notAllowed) {
            try await desk.exportTeamWeek(of: "mo", as: .html, for: .person("x1"))
        }
    }
}
