import Growth
import Ladder
import Testing
import Workspace

@Suite struct LadderDemandTests {
    let ladder = CareerLadder.reference

    private func person(_ track: Track, level: Int?) -> Person {
        Person(id: "sam", name: "Sam", track: track, level: level)
    }

    @Test func `the next level of the own track is the target unless told`() throws {
        for level in ladder.levels(on: .ic).dropLast() {
            let demand = try #require(TargetDemand(person(.ic, level: level), on: ladder))
            #expect(demand.level == ladder.nextLevel(after: level, on: .ic))
            #expect(demand.presentLevel == level)
            #expect(!demand.competencies.isEmpty)
            #expect(demand.competencies.contains { $0.rises })
            #expect(demand.competencies.filter(\.rises).map(\.id) == ladder.risingCompetencies(after: level, on: .ic))
        }
    }

    @Test func `the top of a track has competencies and no level`() throws {
        let top = try #require(ladder.levels(on: .management).last)
        let demand = try #require(TargetDemand(person(.management, level: top), on: ladder))
        #expect(demand.level == nil)
        #expect(!demand.competencies.isEmpty)
        #expect(demand.competencies.allSatisfy { !$0.rises })
    }

    @Test func `another track asks for its own competencies, of which some are new to the person`() throws {
        let target = Target(track: .management, level: 5)
        let demand = try #require(TargetDemand(person(.ic, level: 5), on: ladder, target: target))
        #expect(demand.track == .management && demand.level == 5)
        #expect(demand.competencies.contains { $0.present == nil && $0.rises })
        #expect(demand.competencies.contains { $0.present != nil })
    }

    @Test func `without a level, or with one that the ladder does not have, there is nothing to ask`() {
        #expect(TargetDemand(person(.ic, level: nil), on: ladder) == nil)
        #expect(TargetDemand(person(.ic, level: 99), on: ladder) == nil)
        #expect(TargetDemand(person(.ic, level: 4), on: ladder, target: Target(track: .ic, level: 99)) == nil)
    }

    @Test func `the built-in ladder's neighbours are the ones of a move`() {
        let day = CivilDate(days: 20_000)
        #expect(TrackMove(day: day, on: ladder) == TrackMove(day: day))
    }
}
