import Desk
import Workspace

extension ProgramPages {
    /// Pages filled from a desk; the desk asks for rights.
    init(desk: Desk) {
        self.init()
        tokens = { viewer in
            try await PageSource.refusing {
                try await desk.tokens(of: viewer, for: .person(viewer)).map { TokenCard($0) }
            }
        }
        make = { viewer, fields in
            try await PageSource.refusing {
                do {
                    let made = try await desk.makeToken(
                        fields["name"],
                        scopes: fields["write"] == "yes" ? [.read, .write] : [.read],
                        days: Int(fields["days"]) ?? 0,
                        for: viewer,
                        by: .person(viewer)
                    )
                    return .secret(made.secret)
                } catch let refusal as TokenRefusal {
                    return .complaint(refusal.pageWords)
                }
            }
        }
        takeBack = { viewer, token in
            try await PageSource.refusing {
                do {
                    try await desk.takeBackToken(token, of: viewer, by: .person(viewer))
                } catch TokenRefusal.noSuchToken {
                    // It is gone already, which is what was wished for.
                }
            }
        }
    }
}

extension TokenCard {
    init(_ token: ProgramToken) {
        key = token.id
        name = token.name
        let may: Words =
            token.scopes.contains(.write) ? "It reads and does what you may." : "It reads what you may."
        let until: Words = token.isExpired ? "It has expired." : "It works until \(DayMark(token.expires))."
        let used: Words = token.used.map { "Last used on \(DayMark($0))." } ?? "Never used."
        words = Words.joined([may, until, used])
    }
}

extension TokenRefusal {
    /// What to mend, on a page.
    var pageWords: Words {
        switch self {
        case .badName(let longest): "Give the token a name of 1 to \(longest) characters, so that you know it again."
        case .badDays(let longest): "A token works for 1 to \(longest) days. Choose a number between."
        case .tooMany(let most): "You have \(most) tokens, which is as many as one can have. Take one back first."
        case .noSuchToken: "You have no such token. The list shows those that you have."
        }
    }
}
