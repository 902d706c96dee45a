import Workspace

/// Who is who in an export: accounts by id, programs by their bot id, and which teams are this company's own.
struct Directory: Sendable {
    private(set) var accounts: [AccountID: Account] = [:]
    private(set) var bots: [AccountID: AccountID] = [:]
    private(set) var homeTeams: Set<String> = []
    var names = DisplayNames()

    init(users: [ListedUser], grid: Bool) {
        homeTeams = Self.homeTeams(of: users, grid: grid)
        for user in users where accounts[user.account.id] == nil {
            var account = user.account
            let isForeign = !homeTeams.isEmpty && !user.teams.isEmpty && homeTeams.isDisjoint(with: user.teams)
            if account.sort != .bot, account.sort != .system, user.isStranger || isForeign { account.sort = .external }
            accounts[account.id] = account
            names.accounts[account.id] = account.name
            if let bot = account.bot { bots[bot] = account.id }
        }
    }

    /// True for a team that is certainly another company's.
    func isForeign(_ team: String) -> Bool { !homeTeams.isEmpty && !homeTeams.contains(team) }

    /// The team that most accounts belong to; on a Grid, all teams of its enterprise.
    private static func homeTeams(of users: [ListedUser], grid: Bool) -> Set<String> {
        let own = users.filter { !$0.isStranger }
        var teams: [String: Int] = [:]
        for user in own { if let team = user.team { teams[team, default: 0] += 1 } }
        guard let most = teams.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return [] }
        var home: Set<String> = [most]
        guard grid else {
            for user in own where user.team == most { home.formUnion(user.teams) }
            return home
        }
        let enterprises = own.compactMap(\.enterprise)
        var counts: [String: Int] = [:]
        for enterprise in enterprises { counts[enterprise, default: 0] += 1 }
        let enterprise = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        for user in own where user.enterprise == enterprise { home.formUnion(user.teams) }
        return home
    }
}

/// An account as a list of people states it.
struct ListedUser: Sendable {
    var account: Account
    var team: String?
    var enterprise: String?
    /// The team, the enterprise, and the enterprise's teams.
    var teams: Set<String>
    var isStranger: Bool

    /// Reads one entry of `users.json`; nil without an id.
    init?(_ user: JSON) {
        guard let id = user["id"].words else { return nil }
        let profile = user["profile"]
        let handle = user["name"].words
        let realName = profile["real_name"].words ?? user["real_name"].words
        let name = profile["display_name"].words ?? realName ?? handle ?? id
        account = Account(
            id: AccountID(id),
            name: Self.oneLine(name),
            realName: realName.map(Self.oneLine),
            handle: handle,
            email: profile["email"].words?.lowercased(),
            sort: Self.sort(user, id: id),
            deactivated: user["deleted"].isTrue,
            bot: profile["bot_id"].words.map { AccountID($0) }
        )
        let home = user["enterprise_user"]
        team = user["team_id"].words ?? profile["team"].words
        enterprise = home["enterprise_id"].words
        teams = Set([team, enterprise].compactMap(\.self) + home["teams"].elements.compactMap(\.words))
        isStranger = user["is_stranger"].isTrue
    }

    private static func sort(_ user: JSON, id: String) -> Account.Sort {
        if id == "USLACKBOT" { return .system }
        if user["is_bot"].isTrue || user["is_workflow_bot"].isTrue { return .bot }
        return user["is_restricted"].isTrue || user["is_ultra_restricted"].isTrue ? .guest : .member
    }

    private static func oneLine(_ name: String) -> String {
        let name = Secrets.masked(name)
        return name.contains(where: \.isNewline)
            ? name.split(whereSeparator: \.isNewline).joined(separator: " ") : name
    }
}
