extension LadderError: CustomStringConvertible {
    /// What happened, where, and what to do; one problem a line.
    public var description: String {
        switch self {
        case .invalid(let problems): problems.map(\.description).joined(separator: "\n")
        case .target(let text, let fault): "“\(text)” is no target: \(fault.words)"
        case .importing(let file, let fault): "\(file): \(fault.words)"
        }
    }
}

extension ImportFault {
    /// What is wrong and what to do.
    public var words: String {
        switch self {
        case .empty: "there is nothing to read; name a file or a folder with a ladder in it."
        case .unknownForm:
            "this is none of the forms that are read: a table with competencies as rows and levels as columns, "
                + "a folder of competencies in YAML or JSON, markdown with front matter, or tracks with milestones."
        case .tooLarge(let bytes, let limit): "\(bytes) bytes; a ladder is read up to \(limit). Is it the right file?"
        case .noLevels:
            "no level was found; the first row of a table names the levels, such as L3 or Senior Engineer."
        }
    }
}

extension TargetFault {
    /// What is wrong and what to write instead.
    public var words: String {
        switch self {
        case .shape: "write a track and a level, such as ic:6 or management:6."
        case .track(let name):
            "there is no track “\(name)”; write ic or management before the colon."
        case .number(let text): "“\(text)” is no level; write a number after the colon, such as ic:6."
        case .level(let level, let track, let available):
            if let first = available.first, let last = available.last {
                "the track \(track.rawValue) has no level \(level); it goes from \(first) to \(last)."
            } else {
                "the track \(track.rawValue) has no levels in this ladder."
            }
        case .family(let name, let available):
            "the ladder does not speak of a family “\(name)”; it has \(available.joined(separator: ", "))."
        }
    }
}

extension LadderProblem: CustomStringConvertible {
    /// `file:line:column: field: what is wrong and what to do`.
    public var description: String {
        "\(file):\(line):\(column): " + (field.isEmpty ? "" : "\(field): ") + fault.words
    }
}

extension LadderFault {
    /// What is wrong and what to do.
    public var words: String {
        switch self {
        case .tooLarge, .tooDeep, .tooManyFields, .character, .syntax, .empty, .alias, .mergeKey: textWords
        case .unknownField, .missingField, .duplicateField, .unknownReference, .repeated, .outOfOrder: fieldWords
        default: contentWords
        }
    }

    private var textWords: String {
        switch self {
        case .tooLarge(let bytes, let limit):
            "the file has \(bytes) bytes; a ladder is read up to \(limit). Is it the right file?"
        case .tooDeep(let limit): "nested more than \(limit) deep; a ladder never is."
        case .tooManyFields(let limit):
            "aliases make it grow beyond \(limit) fields; write fewer aliases of aliases."
        case .character(let code):
            "the character U+\(String(code, radix: 16, uppercase: true)) cannot stand in a ladder; remove it."
        case .syntax(let words): "this is not YAML: \(words)."
        case .empty: "the file is empty; copy the reference ladder to start."
        case .alias(let name): "the alias *\(name) leads nowhere; put &\(name) before the part that it stands for."
        case .mergeKey: "merge keys (<<) are not read; put an alias in the place of the whole value."
        default: ""
        }
    }

    private var fieldWords: String {
        switch self {
        case .unknownField(let name, let nearest):
            "there is no field “\(name)” here"
                + (nearest.map { "; did you mean “\($0)”?" } ?? "; remove it.")
        case .missingField(let name): "the field “\(name)” is missing; add it."
        case .duplicateField(let name, let line):
            "“\(name)” is already given in line \(line); keep one of the two."
        case .unknownReference(let name, let kind):
            "there is no \(kind) “\(name)” in this ladder; add it or correct the name."
        case .repeated(let name): "“\(name)” is there twice; give each its own."
        case .outOfOrder(let found, let expected):
            "\(found) stands where \(expected) belongs; count up from 1 without gaps."
        default: ""
        }
    }

    private var contentWords: String {
        switch self {
        case .wrongType(let expected, let found): "expected \(expected), found \(found)."
        case .notAllowed(let word, let allowed):
            "“\(word)” is not one of \(allowed.joined(separator: ", "))."
        case .outOfRange(let number, let lowest, let highest):
            "\(number) is out of bounds; write a number from \(lowest) to \(highest)."
        case .wrongCount(let found, let expected): "\(found) entries where \(expected) belong."
        case .badVersion(let text):
            "“\(text)” is no version; write three numbers, such as 1.0.0, and raise them with each change."
        case .unknownFormat(let found, let known):
            "format \(found) is not known; this program reads format \(known). Is the program older than the file?"
        case .badDay(let text): "“\(text)” is no day; write it as 2027-06-30."
        case .unorderedRange: "the range has to rise: lower, middle, upper, all above 0."
        default: ""
        }
    }
}
