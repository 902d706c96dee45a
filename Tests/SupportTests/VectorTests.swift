import Statistics
import Support
import Testing
import VectorTesting

struct VectorTests {
    @Test func `sums and wealth agree with the reference, week by week`() throws {
        let file = try VectorFile("support_cusum")
        #expect(!file.cases.isEmpty)
        for worked in file.cases {
            let series = try worked["in"]["series"].list().map { $0.isNull ? nil : try $0.number() }
            let change: CountDetector.Change = try worked["in"]["up"].bool() ? .rise : .fall
            try agree(CountDetector(change).path(of: series), worked["out"]["cusum"], in: file)
            try agree(RankDetector(change).path(of: series), worked["out"]["conformalLog"], in: file)
        }
    }

    private func agree(_ path: [Double?], _ expected: Values, in file: VectorFile) throws {
        let expected = try expected.list()
        #expect(path.count == expected.count)
        for (place, (value, expected)) in zip(path, expected).enumerated() {
            if expected.isNull {
                #expect(value == nil, "week \(place)")
            } else {
                let value = try #require(value, "week \(place)")
                #expect(file.agree(value, try expected.number()), "week \(place)")
            }
        }
    }
}
