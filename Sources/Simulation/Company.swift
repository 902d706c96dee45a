public import Growth
import Statistics

/// A made-up company: who works there, who sees whom, and what was written in every week.
///
/// The same seed makes the same company.
public struct Company: Sendable {
    /// What it is like.
    public let assumptions: WorldAssumptions
    /// The people, by number.
    public let people: [Person]
    /// How generously each person writes, on the logit scale.
    let generosity: [Double]

    /// One person and all that was written without being asked for.
    public struct Person: Sendable {
        /// What kind of person.
        public let persona: Persona
        /// The team's number.
        public let team: Int
        /// True in one of the two teams that praise more readily.
        public let isInLenientTeam: Bool
        /// Who can see the work, by number; the person's own team first.
        let colleagues: [Int]
        /// How each of these sees the person, on the logit scale.
        let favours: [Double]
        /// The share of next-level work in each week, on the logit scale.
        let work: [Double]
        /// What was written, by week.
        public let items: [WeekItem]
    }

    /// Something that a colleague wrote in a week.
    public struct WeekItem: Sendable, Hashable {
        /// The week, from 0.
        public let week: Int
        /// Which of the colleagues, by place.
        public let colleague: Int
        /// What it weighs.
        public let weight: Double
        /// 1 for work of the next level, 0 for the present one.
        public let next: Double
    }

    /// Makes a company.
    public init(_ assumptions: WorldAssumptions = WorldAssumptions(), seed: UInt64) {
        var random = SeededRandom(seed)
        let count = assumptions.people
        let size = max(2, assumptions.teamSize)
        let teams = (count + size - 1) / size
        let lenient = Set((0..<teams).shuffled(using: &random).prefix(2))
        var generosity: [Double] = []
        for number in 0..<count {
            let more = lenient.contains(number / size) ? assumptions.generosityOfLenientTeams : 0
            generosity.append(assumptions.spreadOfObservers * random.normal() + more)
        }
        self.assumptions = assumptions
        self.generosity = generosity
        people = (0..<count)
            .map { number in
                let team = number / size
                let near = (team * size..<min(count, team * size + size)).filter { $0 != number }
                var far = Set<Int>()
                let wanted = min(assumptions.colleagues - near.count, count - near.count - 1)
                while far.count < wanted {
                    let one = Int.random(in: 0..<count, using: &random)
                    if one / size != team { far.insert(one) }
                }
                return Person(
                    assumptions,
                    team: team,
                    isInLenientTeam: lenient.contains(team),
                    colleagues: near + far.sorted(),
                    generosity: generosity,
                    random: &random
                )
            }
    }

    /// A colleague's generosity towards a person, on the logit scale: the part of the writer, the part of the pair.
    func favour(_ person: Int, _ colleague: Int) -> (writer: Double, pair: Double) {
        (generosity[people[person].colleagues[colleague]], people[person].favours[colleague])
    }

    /// What was written about a person, as the clock reads it.
    ///
    /// - Parameters:
    ///   - person: the person's number
    ///   - answers: answers to requests, beside what was written unasked
    /// - Returns: items; week 0 is day 0
    public func observations(about person: Int, answers: [WeekItem] = []) -> [Observation] {
        let subject = people[person]
        return (subject.items + answers)
            .map { item in
                let observer = subject.colleagues[item.colleague]
                return Observation(
                    day: Double(7 * item.week),
                    observer: Self.name(observer),
                    team: "t\(people[observer].team)",
                    competency: "work",
                    next: item.next,
                    confidence: item.weight
                )
            }
    }

    /// `p00017`: names in the order of numbers.
    static func name(_ number: Int) -> String {
        let digits = String(number)
        return "p" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    }
}

extension Company.Person {
    init(
        _ world: WorldAssumptions,
        team: Int,
        isInLenientTeam: Bool,
        colleagues: [Int],
        generosity: [Double],
        random: inout SeededRandom
    ) {
        self.team = team
        self.isInLenientTeam = isInLenientTeam
        self.colleagues = colleagues
        persona = Self.persona(world, random: &random)
        let items =
            switch persona.talk {
            case .quiet: world.quietItems
            case .ordinary: world.ordinaryItems
            case .visible: world.visibleItems
            }
        let rate = items * Exponential.of(0.3 * random.normal() - 0.045)
        var shares = random.dirichlet(world.evenness, count: colleagues.count)
        var favours = colleagues.map { _ in world.spreadOfPairs * random.normal() }
        let before = Logit.of(world.shareAtLevel) + world.spreadOfPeople * random.normal()
        let after = Logit.of(world.shareAtNext) + world.spreadOfPeople * random.normal()
        var work = [Double](repeating: before, count: world.weeks)
        var rates = [Double](repeating: rate, count: world.weeks)
        if let length = persona.weeksOfGrowth {
            for week in work.indices {
                let part = min(1, max(0, Double(week - world.growthWeek) / length))
                work[week] = before + (after - before) * part
            }
        }
        if persona == .spike {
            let latest = max(world.warmUpWeeks + 5, world.weeks - 40)
            let start = Int.random(in: world.warmUpWeeks + 4..<latest, using: &random)
            for week in start..<min(start + 6, world.weeks) { work[week] = after + 0.3 }
            for week in start..<min(start + 8, world.weeks) { rates[week] *= 2.5 }
        }
        if persona == .oneFan || persona == .growsWithCritic {
            let (part, favour) = persona == .oneFan ? (0.5, 2.5) : (0.25, -2.5)
            let one = Int.random(in: colleagues.indices, using: &random)
            shares = shares.map { $0 * (1 - part) }
            shares[one] += part
            favours[one] = favour
        }
        self.favours = favours
        self.work = work
        self.items = Self.items(
            world,
            rates: rates,
            shares: shares,
            work: work,
            leanings: zip(colleagues, favours).map { generosity[$0] + $1 },
            random: &random
        )
    }

    private static func persona(_ world: WorldAssumptions, random: inout SeededRandom) -> Persona {
        var left = random.share()
        for persona in Persona.allCases {
            left -= persona.share(nobodyGrows: world.nobodyGrows)
            if left < 0 { return persona }
        }
        return .ordinary
    }

    /// Items fall at random; acts of the next level are mentioned more often, and some are read the wrong way.
    private static func items(
        _ world: WorldAssumptions,
        rates: [Double],
        shares: [Double],
        work: [Double],
        leanings: [Double],
        random: inout SeededRandom
    ) -> [Company.WeekItem] {
        var items: [Company.WeekItem] = []
        for week in work.indices {
            let mentioned = work[week] + Exponential.log(world.mentionsOfNext)
            for _ in 0..<random.poisson(rates[week]) {
                let colleague = random.place(in: shares)
                let seen = Logit.share(mentioned + leanings[colleague])
                let read = seen * (1 - world.readingErrors) + (1 - seen) * world.readingErrors
                let next = random.share() < read
                items.append(Company.WeekItem(week: week, colleague: colleague, weight: 1, next: next ? 1 : 0))
            }
        }
        return items
    }
}

/// Shares and their logits.
enum Logit {
    static func of(_ share: Double) -> Double { Exponential.log(share / (1 - share)) }
    static func share(_ logit: Double) -> Double { 1 / (1 + Exponential.of(-logit)) }
}
