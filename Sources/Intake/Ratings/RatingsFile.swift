#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A company's draft ratings of one cycle, from a CSV file of its own; Crosstie writes none and suggests none.
///
/// Shape: one heading line, one line a person. `person` and `rating` are needed; `rater`, `second rater` with `second
/// rating` (also `second rater 2` …), `last rating`, `cited`, `text`, `text file` and columns of competencies are optional.
public struct RatingsFile: Sendable, Hashable {
    /// One line: people as the file calls them, by id, e-mail or name.
    public struct Row: Sendable, Hashable {
        /// The line of the file, counted from 1.
        public let line: Int
        /// Who is rated.
        public let person: String
        /// Who wrote the draft; nil where the file leaves it to the people file's manager.
        public let rater: String?
        /// The draft, 1 to 5.
        public let rating: Double
        /// Ratings of the same person by others.
        public let seconds: [Second]
        /// The rating at the end of the last cycle.
        public let last: Double?
        /// Ratings by competency.
        public let competencies: [String: Double]
        /// Ids of entries that the text cites.
        public let cited: [String]
        /// The text.
        public let text: String?
    }

    /// A rating by somebody else.
    public struct Second: Sendable, Hashable {
        /// Who, as the file calls them.
        public let rater: String
        /// What, 1 to 5.
        public let rating: Double
    }

    /// Everybody, in the file's order.
    public let rows: [Row]
    /// Headings that mean nothing here.
    public let unknownColumns: [String]

    /// The most bytes that a ratings file may have.
    public static let limit = 64 << 20
    /// The most bytes that one draft's text may have.
    public static let textLimit = 64 << 10

    /// Reads a ratings file from disk; texts lie beside it, in its folder or below.
    ///
    /// Shape: `competencies` are the ladder's ids, which are headings of their columns. Errors: ``RatingsError`` with every
    /// problem found.
    public static func read(path: String, competencies: Set<String>) throws(RatingsError) -> RatingsFile {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard let bytes = contents(of: path, limit: limit) else {
            throw .cannotOpen(path: path, reason: systemReason())
        }
        let folder =
            path.contains("/")
            ? path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") : "."
        return try read(bytes, file: name, competencies: competencies) {
            contents(of: "\(folder)/\($0)", limit: textLimit)
        }
    }

    /// Reads a ratings file's bytes; `file` is what problems call it, `text` opens a draft's text.
    ///
    /// Errors: ``RatingsError`` with every problem found.
    public static func read(
        _ bytes: [UInt8],
        file: String,
        competencies: Set<String>,
        text open: (String) -> [UInt8]? = { _ in nil }
    ) throws(RatingsError) -> RatingsFile {
        func refused(_ fault: RatingsFault) -> RatingsError {
            .problems(file: file, [RatingsProblem(line: 1, column: nil, fault: fault)])
        }
        guard bytes.count <= limit else { throw refused(.tooLarge(limit: limit)) }
        guard let decoded = PeopleText.decoded(bytes) else { throw refused(.notUTF8) }
        var reading = RatingsReading(table: CSVTable(decoded), competencies: competencies)
        let rows = reading.rows(open)
        guard reading.problems.isEmpty else {
            throw .problems(file: file, reading.problems.sorted { $0.line < $1.line })
        }
        return RatingsFile(rows: rows, unknownColumns: reading.unknownColumns)
    }

    private static func contents(of path: String, limit: Int) -> [UInt8]? {
        guard let stream = fopen(path, "r") else { return nil }
        defer { fclose(stream) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= limit {
            let count = fread(&part, 1, part.count, stream)
            bytes.append(contentsOf: part[..<count])
            if count == 0 { break }
        }
        return ferror(stream) == 0 ? bytes : nil
    }
}

/// Why a ratings file could not be taken in.
///
/// Shape: facts only; the sentences are in `RatingsError.words`.
public enum RatingsError: Error, Sendable, Hashable {
    /// The path could not be opened or read; `reason` is the system's own text.
    case cannotOpen(path: String, reason: String)
    /// Problems in the file; all of them.
    case problems(file: String, [RatingsProblem])
}

/// One thing wrong with a ratings file.
public struct RatingsProblem: Sendable, Hashable {
    /// The line, counted from 1.
    public let line: Int
    /// The column's heading; nil for the row or file as a whole.
    public let column: String?
    /// What is wrong.
    public let fault: RatingsFault

    /// Joins place and fault.
    public init(line: Int, column: String?, fault: RatingsFault) {
        self.line = line
        self.column = column
        self.fault = fault
    }
}

/// What can be wrong with a ratings file; ratings themselves are kept out of it.
public enum RatingsFault: Sendable, Hashable {
    /// No heading line, or no rows under it.
    case empty
    /// Bytes that are not UTF-8.
    case notUTF8
    /// More bytes than the limit.
    case tooLarge(limit: Int)
    /// The headings name no column that is needed; which.
    case noColumn(String)
    /// Two headings that mean the same.
    case columnTwice
    /// A quote opens and never closes.
    case openQuote
    /// Nobody is named.
    case noPerson
    /// The same person stands on an earlier line.
    case personTwice(line: Int)
    /// Not a number from 1 to 5.
    case badRating
    /// A second rater without a rating, or the other way round.
    case halfSecond
    /// A text file that is not there, or lies outside the folder.
    case noText
    /// Nobody goes by this; or several do.
    case unknownPerson(String)
}
