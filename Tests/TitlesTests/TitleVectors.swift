import Foundation
import Testing
import Titles

/// Cases with labels by hand and the figures of the reference implementation.
struct TitleVectors: Decodable {
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        let input: Input
        let output: Output
        enum CodingKeys: String, CodingKey {
            case input = "in"
            case output = "out"
        }
        var testDescription: String { input.title + (input.company.map { " at \($0)" } ?? "") }
    }
    struct Input: Decodable, Sendable {
        let title: String
        let company: String?
        let size: String?
        let description: String
        var query: TitleQuery {
            TitleQuery(title, company: company, size: size.flatMap { CompanySize($0) }, description: description)
        }
    }
    struct Output: Decodable, Sendable {
        let track: String
        let low: Int
        let high: Int
        let emphasis: String?
        let reference: Reference
    }
    struct Reference: Decodable, Sendable {
        let normalised: String
        let track: String
        let low: Int
        let mode: Int?
        let high: Int
        let depth: Double
        let scope: Double
        let both: Double
        let emphasis: String
    }

    let tolerance: Double
    let cases: [Case]

    /// Empty, and a test red, when the file is gone.
    static func cases(_ name: String) -> [Case] {
        let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        guard let data = FileManager.default.contents(atPath: "\(folder)/Vectors/\(name).json"),
            let vectors = try? JSONDecoder().decode(TitleVectors.self, from: data)
        else { return [] }
        return vectors.cases
    }
}
