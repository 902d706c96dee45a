import Foundation
import Testing

@testable import Web

/// Each page against the HTML it had when somebody last looked at it; `UPDATE_PAGES=1` writes it anew.
@Suite struct `Page snapshots` {
    static let pages: [(name: String, html: @Sendable () throws -> String)] = [
        ("week", { try draw(WeekPage.mock, at: .week) }),
        ("week-alone", { try draw(WeekPage.alone, viewer: "Sam Okafor", at: .week) }),
        ("person", { try draw(PersonPage.mock) }),
        ("person-quiet", { try draw(PersonPage.quiet, viewer: "Sam Okafor") }),
        ("prep", { try draw(PrepPage.mock) }),
        ("draft", { try draw(DraftPage.mock) }),
        ("draft-blank", { try draw(DraftPage.blank) }),
        ("ladder", { try draw(LadderPage.mock, at: .ladder) }),
        ("sign-in", { try draw(SignInPage(stage: .ask), viewer: nil) }),
        ("sign-in-spent", { try draw(SignInPage(stage: .spentLink), viewer: nil) }),
        (
            "sign-in-confirm",
            {
                let secret = try #require(Secret(String(repeating: "0f", count: 32)))
                return try draw(SignInPage(stage: .confirm(secret)), viewer: nil)
            }
        ),
        ("error", { try draw(ErrorPages.answer(to: PageRefusal.notFound).1, viewer: nil) }),
    ]

    @Test(arguments: pages.indices) func `the page is what it was`(_ index: Int) throws {
        let (name, make) = Self.pages[index]
        let html = try make()
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Pages/\(name).html")
        if ProcessInfo.processInfo.environment["UPDATE_PAGES"] == "1" {
            try html.write(to: file, atomically: true, encoding: .utf8)
        }
        let kept = try String(contentsOf: file, encoding: .utf8)
        #expect(html == kept, "\(name).html differs; look at it, then run with UPDATE_PAGES=1")
    }

    @Test func `every snapshot in the folder belongs to a page`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Pages")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".html") }
        #expect(Set(names) == Set(Self.pages.map { "\($0.name).html" }))
    }
}
