import Foundation
import Testing
import Writing

@testable import Web

/// What a page says by itself: never a state of mind, never what somebody is like.
@Suite struct `Words that are never said of people` {
    private static let never: Set<WordingLint.Reason> = [.forbidden, .character]

    /// The words between marks, one line each.
    private func words(_ html: String) -> String {
        html.replacing(/\{\{[^}]*\}\}/, with: " … ").replacing(/<[^>]*>/, with: " ")
    }

    @Test func `stand in no template`() {
        for (name, asset) in Asset.folder("Templates") where name.hasSuffix(".mustache") {
            let text = words(String(decoding: asset.bytes, as: UTF8.self))
            let found = WordingLint.find(in: text).filter { Self.never.contains($0.reason) }
            #expect(found.isEmpty, "\(name): \(found.map(\.found))")
        }
    }

    @Test func `would be found if they did`() {
        let text = words("<p>{{name}} is a <b>flight risk</b> and brilliant</p>")
        #expect(Set(WordingLint.find(in: text).map(\.reason)).isSuperset(of: Self.never))
    }
}
