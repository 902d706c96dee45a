public import Workspace

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The people of a company, from a CSV file of its own records.
///
/// Shape: one heading line, one line a person; `id` or `email`, and `name`, are needed, everything else is optional.
public struct PeopleFile: Sendable, Hashable {
    /// Everybody, in the file's order.
    public let people: [Person]
    /// Zone, country, scope, pay and protected categories, apart from the people; empty where no column says them.
    public let facts: [PersonFacts]
    /// Headings of columns that are kept sealed.
    public let sealed: [String]
    /// Headings about pay or protected categories that nothing needs; none of their cells was read.
    public let leftForAudits: [String]
    /// Headings that mean nothing here.
    public let unknownColumns: [String]

    /// The most bytes that a people file may have.
    public static let limit = 64 << 20

    /// True when a column about pay stands in the file, so that it speaks for everybody's pay.
    public var statesPay: Bool { facts.contains { $0.pay != nil } }

    /// True when a column about a protected category stands in the file.
    public var statesGroups: Bool { facts.contains { !$0.groups.isEmpty } }

    /// Reads a people file from disk.
    ///
    /// Errors: `IntakeError.peopleFile` with every problem found, or `cannotOpen`.
    public static func read(path: String) throws(IntakeError) -> PeopleFile {
        guard let stream = fopen(path, "r") else { throw .cannotOpen(path: path, reason: systemReason()) }
        defer { fclose(stream) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= limit {
            let count = fread(&part, 1, part.count, stream)
            bytes.append(contentsOf: part[..<count])
            if count == 0 { break }
        }
        guard ferror(stream) == 0 else { throw .cannotOpen(path: path, reason: systemReason()) }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return try read(bytes, file: name)
    }

    /// Reads a people file's bytes; `file` is what problems call it.
    ///
    /// Errors: `IntakeError.peopleFile` with every problem found.
    public static func read(_ bytes: [UInt8], file: String) throws(IntakeError) -> PeopleFile {
        guard bytes.count <= limit else {
            throw .peopleFile(
                file: file,
                problems: [
                    PeopleProblem(file: file, line: 1, column: nil, fault: .tooLarge(bytes: bytes.count, limit: limit))
                ]
            )
        }
        guard let text = PeopleText.decoded(bytes) else {
            let line = PeopleText.lineOfFault(bytes)
            throw .peopleFile(
                file: file,
                problems: [PeopleProblem(file: file, line: line, column: nil, fault: .notUTF8)]
            )
        }
        var reading = PeopleReading(table: CSVTable(text), file: file)
        let people = reading.people()
        guard reading.problems.isEmpty else {
            throw .peopleFile(file: file, problems: reading.problems.sorted { $0.line < $1.line })
        }
        return PeopleFile(
            people: people,
            facts: reading.facts,
            sealed: reading.columns.filter(\.key.isSealed).map(\.value).sorted().map { reading.headings[$0] },
            leftForAudits: reading.left,
            unknownColumns: reading.unknownColumns
        )
    }
}

/// The ways in which spreadsheets write text.
enum PeopleText {
    /// UTF-8 with or without a mark, or UTF-16 with one; nil for anything else.
    static func decoded(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(validating: bytes[3...], as: UTF8.self) }
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes) { UInt16($0) | UInt16($1) << 8 } }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes) { UInt16($0) << 8 | UInt16($1) } }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func utf16(_ bytes: [UInt8], _ unit: (UInt8, UInt8) -> UInt16) -> String? {
        guard bytes.count % 2 == 0 else { return nil }
        let units = stride(from: 2, to: bytes.count, by: 2).map { unit(bytes[$0], bytes[$0 + 1]) }
        return String(validating: units, as: UTF16.self)
    }

    /// The first line that is not UTF-8.
    static func lineOfFault(_ bytes: [UInt8]) -> Int {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
    }
}
