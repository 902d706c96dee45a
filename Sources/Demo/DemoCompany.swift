public import Workspace

/// Halvard, a made-up maker of software for cold-chain freight: 44 people, six teams, nine months of talk in Slack.
///
/// Nothing of it is real. The talk is written by hand in `Sources/Demo/Scripts`, in the format of ``ScriptReader``.
public enum DemoCompany {
    /// The company's name.
    public static let name = "Halvard"

    /// The last day of the story; pages and clocks of the demo count from here.
    public static let today = CivilDate(days: 20_726)

    /// The person as whom the demo signs in: Ruth, who manages Platform.
    public static var manager: PersonID { person("ruth") }

    /// Everybody who works there, with their Slack accounts.
    public static var people: [Person] {
        Cast.halvard.members.map { member in
            Person(
                id: member.person,
                name: member.name,
                email: member.email,
                account: member.account,
                manager: member.manager.map(person),
                team: member.team,
                track: member.track,
                level: member.level,
                family: member.family,
                title: member.title,
                started: member.started,
                levelSince: member.levelSince
            )
        }
    }

    /// The people file as CSV: id, email, name, manager, team, track, level, family, title, start_date, level_since,
    /// zone, salary, scope, gender.
    ///
    /// Units: salary in whole euros a year, scope from 1 to 5. Planted are an IC–manager pay gap at level 4 and managers'
    /// levels that follow the number of their people.
    public static var peopleCSV: String { PeopleFile.csv() }

    /// The people file of the fair twin: the same people and levels, pay on one scale, scope as the level asks for.
    public static var fairPeopleCSV: String { PeopleFile.csv(.fair) }

    /// Draft ratings of the autumn cycle as CSV: person, rater, rating, last rating, text.
    ///
    /// Planted is one rater who reads the scale higher than the others.
    public static var ratingsCSV: String { DraftRatings.csv(isFair: false) }

    /// Draft ratings of the fair twin: everybody reads one scale.
    public static var fairRatingsCSV: String { DraftRatings.csv(isFair: true) }

    /// The person whom the scripts call so, such as `maren`; for examples and tests.
    public static func person(_ key: String) -> PersonID { Cast.halvard.member(key)?.person ?? PersonID(key) }

    /// Writes the company's Slack export, a ZIP in the layout that Slack itself uses; the same bytes on every run.
    ///
    /// Errors: ``DemoError`` with file and line where a script is faulty, or with the reason why nothing was written.
    public static func writeExport(to path: String) throws(DemoError) {
        try ExportArchive.write(ExportFile.all(of: Talk.read(Script.all())), to: path)
    }
}
