import Evidence
import Testing
import Workspace

@testable import Support

/// Who sees what when.
struct AgendaTests {
    private let day: Int64 = 86_400_000_000
    private let now = Invented.noon("2026-03-02")

    private func finding(_ kind: SupportKind, ready: Int64? = nil) -> SupportFinding {
        SupportFinding(kind, of: "p", ready: ready ?? now, reason: .alone(system: "s"), sources: [])
    }

    private func kept(_ kind: SupportKind, days: Int64, _ answer: SupportAnswer? = nil) -> KeptSupport {
        KeptSupport(person: "p", kind: kind, opened: now - days * day, answer: answer)
    }

    @Test func `the person sees it at once, the manager two days later, and hours never`() throws {
        let signal = try #require(SupportAgenda(now: now).open([finding(.load)], kept: []))
        #expect(signal.opened == now)
        #expect(signal.managerFrom == now + 2 * day)
        #expect(signal.expires == now + 21 * day)
        #expect(try #require(SupportAgenda(now: now).open([finding(.afterHours)], kept: [])).managerFrom == nil)
    }

    @Test func `one signal is open at a time`() throws {
        let both = [finding(.blocked), finding(.drought)]
        let first = try #require(SupportAgenda(now: now).open(both, kept: []))
        #expect(first.finding.kind == .blocked)
        let later = SupportAgenda(now: now + 3 * day)
        #expect(later.open(both, kept: [first.kept])?.id == first.id)
    }

    @Test func `a signal is gone after three weeks, after an answer, and its kind stays quiet for thirteen weeks`() {
        let found = [finding(.load)]
        #expect(SupportAgenda(now: now).open(found, kept: [kept(.load, days: 20)]) != nil)
        #expect(SupportAgenda(now: now).open(found, kept: [kept(.load, days: 21)]) == nil)
        #expect(SupportAgenda(now: now).open(found, kept: [kept(.load, days: 3, .helped)]) == nil)
        #expect(SupportAgenda(now: now).open(found, kept: [kept(.load, days: 90)]) == nil)
        #expect(SupportAgenda(now: now).open(found, kept: [kept(.load, days: 91)]) != nil)
    }

    @Test func `what was withdrawn takes its signal with it`() {
        #expect(SupportAgenda(now: now).open([], kept: [kept(.load, days: 3)]) == nil)
        #expect(SupportAgenda(now: now).open([finding(.drought)], kept: [kept(.load, days: 3)]) == nil)
    }

    @Test func `whoever switched signals off has none`() {
        #expect(SupportAgenda(now: now).open([finding(.load)], kept: [kept(.load, days: 3)], isOff: true) == nil)
    }

    @Test func `what waited for three weeks is not raised any more`() {
        let agenda = SupportAgenda(now: now)
        #expect(agenda.open([finding(.load, ready: now - 20 * day)], kept: []) != nil)
        #expect(agenda.open([finding(.load, ready: now - 21 * day)], kept: []) == nil)
        #expect(agenda.open([finding(.load, ready: now + 1)], kept: []) == nil)
    }

    @Test func `a second kind within six weeks makes the words plainer, hours only to the person`() throws {
        func signal(_ kept: [KeptSupport]) throws -> SupportSignal {
            try #require(SupportAgenda(now: now).open([finding(.load)], kept: kept))
        }
        #expect(try !signal([]).isPlainer(for: .manager))
        #expect(try signal([kept(.drought, days: 41, .helped)]).isPlainer(for: .manager))
        #expect(try !signal([kept(.drought, days: 42, .helped)]).isPlainer(for: .manager))
        #expect(try !signal([kept(.drought, days: 30, .notSo)]).isPlainer(for: .person))
        #expect(try signal([kept(.afterHours, days: 30)]).isPlainer(for: .person))
        #expect(try !signal([kept(.afterHours, days: 30)]).isPlainer(for: .manager))
    }

    @Test func `a record kept as of a day opens when it could first be told`() throws {
        let agenda = SupportAgenda(now: now, asOfADay: true)
        let signal = try #require(agenda.open([finding(.load, ready: now - 5 * day)], kept: []))
        #expect(signal.opened == now - 5 * day)
    }

    @Test func `a key says neither whom nor what it is about`() {
        let key = kept(.blocked, days: 0).id
        #expect(key.count == 16)
        #expect(key.allSatisfy { $0.isHexDigit })
        #expect(key != kept(.load, days: 0).id)
    }
}
