import Workspace

/// Who wrote a message, and what sort of line that makes it.
struct Authorship {
    let directory: Directory

    func author(of fields: JSONFields<MessageField>, subtype: Subtype) -> (Author, Message.Sort) {
        let user = (subtype == .fileComment ? fields[.comment]["user"] : fields[.user]).words.map { AccountID($0) }
        switch subtype {
        case .huddle:
            let people =
                [fields[.room]["created_by"].words] + fields[.room]["participant_history"].elements.map(\.words)
            return (.system(people.compactMap(\.self).first.map { AccountID($0) }), .system)
        case .system, .tombstone:
            return (.system(user.flatMap { $0.text == "USLACKBOT" ? nil : $0 }), .system)
        case .bot: return (program(fields, user: user), .bot)
        default: break
        }
        let plain: Message.Sort = subtype == .unknown ? .unknown : .words
        guard let user else {
            let isProgram = fields[.botId].words != nil || fields[.username].words != nil
            return isProgram ? (program(fields, user: nil), subtype == .unknown ? .unknown : .bot) : (.nobody, plain)
        }
        if user.text == "USLACKBOT" { return (.system(nil), subtype == .unknown ? .unknown : .system) }
        if directory.accounts[user]?.sort == .bot || fields[.botId].words != nil {
            return (program(fields, user: user), subtype == .unknown ? .unknown : .bot)
        }
        return (person(user, fields), plain)
    }

    private func person(_ user: AccountID, _ fields: JSONFields<MessageField>) -> Author {
        if let account = directory.accounts[user] {
            switch account.sort {
            case .member, .guest: return .account(user)
            case .external: return .external(user, team: team(fields), name: account.name)
            case .bot: return .bot(user, name: account.name)
            case .system: return .system(nil)
            }
        }
        guard let team = team(fields), directory.isForeign(team) else { return .unlisted(user) }
        let profile = fields[.userProfile]
        let name = profile["display_name"].words ?? profile["real_name"].words ?? profile["name"].words
        return .external(user, team: team, name: name.map(Secrets.masked))
    }

    /// The team that the author belongs to; `team` alone can be the channel's.
    private func team(_ fields: JSONFields<MessageField>) -> String? {
        fields[.userTeam].words ?? fields[.sourceTeam].words ?? fields[.userProfile]["team"].words
            ?? fields[.team].words
    }

    /// A program: by the account that its bot id belongs to, else by what the message itself says.
    ///
    /// Where it posts on behalf of a person, the id is the person's and the name the program's.
    private func program(_ fields: JSONFields<MessageField>, user: AccountID?) -> Author {
        let bot = fields[.botId].words.map { AccountID($0) }
        let own = fields[.botProfile]["name"].words ?? fields[.username].words
        let account = user ?? bot.flatMap { directory.bots[$0] }
        if let account, let listed = directory.accounts[account] {
            let isProgram = listed.sort == .bot || listed.sort == .system
            return .bot(account, name: isProgram ? listed.name : own.map(Secrets.masked))
        }
        return .bot(account ?? bot, name: own.map(Secrets.masked))
    }
}
