import Intake

extension SkipReason {
    /// What was left out or set apart.
    var words: String {
        switch self {
        case .nothing: "null where a message belongs"
        case .emptyObject: "an empty object where a message belongs"
        case .notAnObject: "something other than an object where a message belongs"
        case .fileObject: "a file, not a message"
        case .otherType: "an entry of another type than message"
        case .noTime: "a message without a time"
        case .badTime: "a message whose time is none"
        case .tooLarge: "a message larger than the limit"
        case .repeated: "the same message again"
        case .wrapperWithoutTarget: "a change that does not say what changed"
        case .replyNote: "a note that a reply came"
        case .unknownSubtype: "a message of an unknown subtype (kept, not analysed)"
        case .noID: "an entry without an id"
        }
    }
}

extension ExportRemark {
    /// What is worth a line.
    var words: String {
        switch self {
        case .noPeopleList: "no list of people"
        case .folderWithoutEntry: "folder that no list names"
        case .entryWithoutFolder: "conversation without a folder"
        case .folderForSeveral: "folder that several conversations could own"
        case .formerName: "folder under a former name"
        case .noMembers: "conversation without members"
        case .unknownMember: "member that no list of people names"
        case .listedTwice: "conversation listed twice"
        }
    }
}

extension ImportPlace {
    /// The file, and the entry in it.
    var words: String { index.map { "\(file), entry \($0)" } ?? file }
}

extension ChannelSelection.Decision {
    /// Whether it is read, and why.
    var words: String {
        switch self {
        case .readPublic: "yes"
        case .readNamed: "yes, named"
        case .neverDirect: "never: two people's talk"
        case .notNamed: "no: not public; name it with --channels to read it"
        case .notChosen: "no: others were named"
        case .nameNotUnique: "no: several have this name; use the id"
        }
    }
}
