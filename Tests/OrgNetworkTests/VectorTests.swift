import Evidence
import OrgNetwork
import Testing
import VectorTesting
import Workspace

@Suite struct `Worked cases of the network` {
    @Test func `weights, ranks, teams and bridges agree with the reference`() throws {
        let file = try VectorFile("network")
        #expect(!file.cases.isEmpty)
        for (index, worked) in file.cases.enumerated() {
            let graph = try Self.graph(worked["in"])
            let out = worked["out"]
            let expected = try out["pairWeights"].list().map { try $0.list() }
            #expect(graph.edges.count == expected.count)
            for edge in expected {
                let weight = graph.weight(from: PersonID(try edge[0].text()), to: PersonID(try edge[1].text()))
                let wanted = try edge[2].number()
                #expect(file.agree(weight, wanted), "case \(index)")
            }
            try agree(graph.pageRank(), out["pagerankUniform"], graph, file)
            try agree(graph.pageRank(starts: graph.teamStarts), out["pagerankTeamTeleport"], graph, file)
            try agree(graph.effectiveTeams, out["effectiveTeams"], graph, file)
            try agree(graph.callers.map(Double.init), out["summoners"], graph, file)
            try agree(graph.constraint, out["constraint"], graph, file)
            try agree(graph.effectiveSize, out["effectiveSizeUnweighted"], graph, file)
            try agree(graph.betweenness, out["betweennessDirectedUnweighted"], graph, file)
        }
    }

    private func agree(_ values: [Double?], _ expected: Values, _ graph: CallGraph, _ file: VectorFile) throws {
        let table = try expected.table()
        #expect(table.count == values.count)
        for (person, value) in zip(graph.people, values) {
            let wanted = table[person.text] ?? .null
            if wanted.isNull {
                #expect(value == nil || value == 0, "\(person)")
            } else {
                let value = try #require(value, "\(person)")
                let number = try wanted.number()
                #expect(file.agree(value, number), "\(person): \(value) for \(number)")
            }
        }
    }

    static func graph(_ given: Values) throws -> CallGraph {
        let teams = try given["team"].table().mapValues { try $0.text() }
        let asks = try given["asks"].list().map { row in
            let row = try row.list()
            return Ask(
                message: MessageID(channel: "C1", time: MessageTime(microseconds: moment(try row[0].number()))),
                asker: PersonID(try row[1].text()),
                helper: PersonID(try row[2].text()),
                kind: try #require(Ask.Kind(rawValue: try row[3].text())),
                outcome: try #require(Ask.Outcome(rawValue: try row[4].text())),
                summoned: try row[5].bool()
            )
        }
        let people = try given["nodes"].list().map { PersonID(try $0.text()) }
        return CallGraph(
            asks: asks,
            people: Dictionary(uniqueKeysWithValues: people.map { ($0, teams[$0.text]) }),
            now: moment(try given["now"].number()),
            rules: .weightsOnly
        )
    }

    private static func moment(_ day: Double) -> Int64 { Int64((day * 86_400_000_000).rounded()) }
}
