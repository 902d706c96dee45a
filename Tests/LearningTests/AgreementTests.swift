import Learning
import Signals
import Testing
import Workspace

@Suite struct `Agreement with the reader` {
    static let day: Int64 = 86_400_000_000

    @Test func `weeks begin on Monday and are told by kind`() throws {
        // 2026-11-22 is a Sunday, 2026-11-23 a Monday.
        let sunday = try #require(CivilDate("2026-11-22")).microseconds + Self.day - 1
        let monday = try #require(CivilDate("2026-11-23")).microseconds
        let report = AgreementReport([
            Taught.correction("a", .confirmed, number: 1, moment: sunday),
            Taught.correction("a", .removed, number: 2, moment: sunday),
            Taught.correction("a", .added(.author), kind: .decision, number: 3, moment: monday),
            Taught.correction("a", .subjectChanged(from: .author, to: .group), number: 4, moment: monday),
        ])
        #expect(report.weeks.map(\.monday.description) == ["2026-11-16", "2026-11-23"])
        #expect(report.weeks.map(\.agreement.said) == [2, 2])
        #expect(report.weeks[1].kinds.map(\.kind) == [.recognition, .decision])
        #expect(report.kinds.map(\.agreement.said) == [3, 1])
        #expect(report.overall.share == 0.25)
        #expect(report.readers.map(\.reader.version) == ["7"])
    }

    /// Wilson's interval, worked out by hand from the formula in another program.
    @Test(arguments: [
        (1, 0, 0.206_549_3, 1.0), (0, 1, 0.0, 0.793_450_7), (9, 1, 0.595_850_0, 0.982_123_8),
        (45, 5, 0.786_397_7, 0.956_524_2),
    ])
    func `the interval is Wilson's`(_ confirmed: Int, _ removed: Int, _ low: Double, _ high: Double) throws {
        let corrections = (0..<confirmed + removed).map {
            Taught.correction("a", $0 < confirmed ? .confirmed : .removed, number: $0)
        }
        let interval = try #require(Agreement(corrections).interval)
        #expect(abs(interval.lowerBound - low) < 1e-6 && abs(interval.upperBound - high) < 1e-6, "\(interval)")
    }

    @Test func `nothing said gives no share`() {
        #expect(Agreement([]).share == nil)
        #expect(Agreement([]).interval == nil)
        #expect(AgreementReport([]).weeks.isEmpty)
    }
}
