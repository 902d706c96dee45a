import Statistics
import Testing
import VectorTesting

@testable import Growth

@Suite struct VectorTests {
    @Test func `weights, tails and intervals agree with the worked cases`() throws {
        let file = try VectorFile("progression_primitives")
        for one in file.cases {
            let input = one["in"]
            let mine = try primitive(input)
            let theirs = try one["out"].isList ? one["out"].numbers() : [one["out"].number()]
            try #require(mine.count == theirs.count)
            for (left, right) in zip(mine, theirs) {
                #expect(file.agree(left, right), "\(input)")
            }
        }
    }

    private func primitive(_ input: Values) throws -> [Double] {
        switch try input["fn"].text() {
        case "decayWeight":
            return [
                ItemWeight.decay(
                    ageDays: try input["ageDays"].number(),
                    halfLifeDays: try input["halfLifeDays"].number()
                )
            ]
        case "cellEffective":
            return [ObserverCell.effective(try input["n"].number(), correlation: try input["rho"].number())]
        case "workWeight":
            return [
                ItemWeight.work(
                    rate: try input["rateType"].number(),
                    meanRate: try input["rateMean"].number(),
                    minimum: try input["low"].number(),
                    maximum: try input["high"].number()
                )
            ]
        case "betaTail":
            return [try beta(input).tail(try input["tau"].number())]
        case "betaInterval":
            let interval = try beta(input).interval(try input["mass"].number())
            return [interval.low, interval.high]
        default:
            Issue.record("a function that no test knows: \(try input["fn"].text())")
            return []
        }
    }

    private func beta(_ input: Values) throws -> BetaDistribution {
        BetaDistribution(alpha: try input["a"].number(), beta: try input["b"].number())
    }

    @Test func `whole assessments agree with the worked cases`() throws {
        let file = try VectorFile("progression_assess")
        for one in file.cases {
            let input = one["in"]
            let out = one["out"]
            let tag = try input["tag"].text()
            let leniency = try input["leniency"].table().mapValues { try $0.number() }
            let clock = LevelClock(parameters: try input["params"].parameters(), leniency: LeniencyTable(leniency))
            let items = try input["events"].list().map { try $0.observation() }
            let now = try input["now"].number()
            let audience = input["audience"].isNull ? nil : try input["audience"].whole()
            let found = clock.assess(
                items,
                now: now,
                nextLevel: try input["nextLevel"].whole(),
                audience: audience
            )
            #expect(found.state.rawValue == (try out["state"].text()), "\(tag)")
            #expect(file.agree(found.posterior.alpha, try out["a"].number()), "\(tag)")
            #expect(file.agree(found.posterior.beta, try out["b"].number()), "\(tag)")
            #expect(file.agree(found.mean, try out["mean"].number()), "\(tag)")
            #expect(file.agree(found.probability, try out["probability"].number()), "\(tag)")
            #expect(file.agree(found.interval.low, try out["low"].number()), "\(tag)")
            #expect(file.agree(found.interval.high, try out["high"].number()), "\(tag)")
            #expect(file.agree(found.effectiveEvidence, try out["neff"].number()), "\(tag)")
            #expect(file.agree(found.leaveOneOut, try out["looProbability"].number()), "\(tag)")
            #expect(found.carriers.first == (out["looObserver"].isNull ? nil : try out["looObserver"].text()), "\(tag)")
            #expect(found.observers == (try out["observers"].whole()), "\(tag)")
            #expect(found.teams == (try out["teams"].whole()), "\(tag)")
            #expect(found.votes.supporting == (try out["supporting"].list().map { try $0.whole() }), "\(tag)")
            #expect(found.votes.against == (try out["against"].list().map { try $0.whole() }), "\(tag)")
            #expect(found.votes.speaking == (try out["speaking"].list().map { try $0.whole() }), "\(tag)")
            try compare(found.windows, try out["windows"].list(), file: file, tag: tag)
            try compare(clock.competencies(items, now: now), try out["competencies"].table(), file: file, tag: tag)
        }
    }

    private func compare(_ mine: [EvidenceWindow], _ theirs: [Values], file: VectorFile, tag: String) throws {
        try #require(mine.count == theirs.count)
        for (left, right) in zip(mine, theirs) {
            #expect(file.agree(left.effectiveEvidence, try right["neff"].number()), "\(tag)")
            #expect(left.observers == (try right["observers"].whole()), "\(tag)")
            #expect((left.share == nil) == right["share"].isNull, "\(tag)")
            if let share = left.share { #expect(file.agree(share, try right["share"].number()), "\(tag)") }
        }
    }

    private func compare(
        _ mine: [CompetencyAssessment],
        _ theirs: [String: Values],
        file: VectorFile,
        tag: String
    ) throws {
        #expect(mine.map(\.competency) == theirs.keys.sorted(), "\(tag)")
        for one in mine {
            let out = try #require(theirs[one.competency])
            #expect(one.state.rawValue == (try out["state"].text()), "\(tag) \(one.competency)")
            #expect(file.agree(one.posterior.alpha, try out["a"].number()), "\(tag) \(one.competency)")
            #expect(file.agree(one.posterior.beta, try out["b"].number()), "\(tag) \(one.competency)")
            #expect(file.agree(one.mean, try out["mean"].number()), "\(tag) \(one.competency)")
            #expect(file.agree(one.probability, try out["probability"].number()), "\(tag) \(one.competency)")
            #expect(file.agree(one.interval.low, try out["low"].number()), "\(tag) \(one.competency)")
            #expect(file.agree(one.interval.high, try out["high"].number()), "\(tag) \(one.competency)")
            #expect(file.agree(one.effectiveEvidence, try out["neff"].number()), "\(tag) \(one.competency)")
            #expect(file.agree(one.priorMean, try out["priorMean"].number()), "\(tag) \(one.competency)")
        }
    }

    @Test func `leniency agrees with the worked cases`() throws {
        let file = try VectorFile("observer_leniency")
        for one in file.cases {
            let input = one["in"]
            let people = try input["people"].table().mapValues { try $0.list().map { try $0.observation() } }
            let table = LeniencyTable.fit(
                people,
                now: try input["now"].number(),
                parameters: try input["params"].parameters()
            )
            let theirs = try one["out"].table()
            #expect(Set(table.byObserver.keys) == Set(theirs.keys))
            for (observer, value) in theirs { #expect(file.agree(table[observer], try value.number())) }
        }
    }

    @Test func `the calibrated threshold agrees with the worked cases`() throws {
        let file = try VectorFile("tau_calibration")
        for one in file.cases {
            let fitted = ThresholdCalibration.fit(shares: try one["in"]["shares"].numbers())
            #expect(file.agree(fitted.threshold, try one["out"]["tau"].number()))
            #expect(file.agree(fitted.priorMean, try one["out"]["priorMean"].number()))
        }
    }

    @Test func `shown states follow the worked sequences`() throws {
        let file = try VectorFile("state_advance")
        for one in file.cases {
            let raw = try one["in"]["states"].list().map { try #require(LevelState(rawValue: try $0.text())) }
            let probabilities = try one["in"]["probabilities"].numbers()
            let news = try one["in"]["newItems"].list().map { try $0.whole() }
            var shown: [LevelState] = []
            for (index, state) in raw.enumerated() {
                shown.append(
                    LevelState.advance(
                        from: shown.last,
                        to: state,
                        probability: probabilities[index],
                        newItems: news[index],
                        parameters: ClockParameters()
                    )
                )
            }
            #expect(shown.map(\.rawValue) == (try one["out"].list().map { try $0.text() }))
        }
    }

    @Test func `requests are due as in the worked cases`() throws {
        for one in try VectorFile("evidence_requests").cases {
            let input = one["in"]
            let state = try #require(LevelState(rawValue: try input["state"].text()))
            let due = EvidenceRequest.isDue(
                evidence: try input["neff"].number(),
                probability: try input["probability"].number(),
                daysSinceRequest: try input["daysSinceRequest"].number(),
                state: state
            )
            #expect(due == (try one["out"].bool()), "\(input)")
        }
    }
}
