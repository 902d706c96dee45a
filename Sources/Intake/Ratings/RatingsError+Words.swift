extension RatingsError: CustomStringConvertible {
    /// What happened, where, and what to do.
    public var words: String {
        switch self {
        case .cannotOpen(let path, let reason):
            return "the ratings file \(path) cannot be opened: \(reason). Check the path and the permissions."
        case .problems(let file, let problems):
            let shown = problems.prefix(12).map {
                "  \(file):\($0.line)\($0.column.map { ", \($0)" } ?? ""): \($0.fault.words)"
            }
            let more = problems.count > shown.count ? ["  and \(problems.count - shown.count) more."] : []
            return (["the ratings file was not taken; nothing was changed."] + shown + more).joined(separator: "\n")
        }
    }

    /// The same as `words`.
    public var description: String { words }
}

extension RatingsFault {
    /// What is wrong, and what to do.
    public var words: String {
        switch self {
        case .empty: "there are no rows. Write a heading line and one line a person."
        case .notUTF8: "this is not UTF-8. Save the file as “CSV UTF-8”."
        case .tooLarge(let limit): "the file has more than \(limit >> 20) MB."
        case .noColumn(let name): "there is no column “\(name)”. Add it to the heading line."
        case .columnTwice: "this column stands twice. Keep one."
        case .openQuote: "a quote opens here and never closes."
        case .noPerson: "nobody is named. Write an id, an e-mail address or a unique name."
        case .personTwice(let line): "this person stands on line \(line) already. Keep one."
        case .badRating: "this is not a rating from 1 to 5."
        case .halfSecond: "a second rater needs a second rating, and the other way round."
        case .noText:
            "there is no such text beside the ratings file, or it is too long. Name a file in the same folder."
        case .unknownPerson(let text): "“\(text)” fits nobody in the people file, or several. Use the id."
        }
    }
}
