import Workspace

extension RequestError: CustomStringConvertible {
    /// What happened and what to do, in sentences.
    public var description: String {
        switch self {
        case .noSuchRequest(let id):
            "there is no request “\(id)” that waits for you. `crosstie requests --as YOU` lists yours."
        case .noSuchAnswer(let id):
            "there is no answer with the id \(id). `crosstie requests rounds PERSON` lists them."
        case .notDue(let name, let next?):
            "colleagues were asked about \(name) not long ago. The next round can go out on \(next)."
        case .notDue(let name, nil):
            "what is known about \(name) is clear enough for now, so nobody needs to be asked. It becomes time again when evidence grows thin or unclear."
        case .nobodyToAsk(let name):
            "nobody can be asked about \(name) today: each colleague gets at most \(RequestSchedule.requestsAWeek) requests a week, and never two rounds in a row about one person. Try again in a few days."
        case .nothingToAsk(let name):
            "the next level asks for nothing that \(name)’s present level does not ask for, so there is no question to send."
        case .expired(let id, let day): "the request \(id) was open until \(day). Nothing is held against anybody."
        case .answered(let id): "the request \(id) was answered before. Thank you; there is nothing more to do."
        case .tooLong(let given, let limit):
            "the sentence has \(given) characters; at most \(limit) are kept. Say it shorter."
        case .privateMatter:
            "the sentence seems to be about a private matter such as health or family. Such things are never kept here; leave it out, and say only what you saw of the work."
        case .notAutomatic:
            "this workspace does not send requests by itself. A manager or the person presses “ask”, or turn it on with `crosstie requests automatic on`."
        case .notFrom(let state, let act): "an answer that is \(state.rawValue) cannot be changed by “\(act.rawValue)”."
        case .noReason: "an objection needs a reason, so that somebody can look into it. Add a sentence."
        }
    }
}
