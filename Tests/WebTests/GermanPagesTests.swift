import Hummingbird
import HummingbirdTesting
import Testing
import Workspace

@testable import Web

/// Pages in German.
@Suite struct `German pages` {
    static let pages: [(name: String, html: @Sendable () throws -> String)] = [
        ("week", { try draw(WeekPage.mock, at: .week, in: .german) }),
        ("entry", { try draw(EntryPage.mock, viewer: "Mei Lindqvist", in: .german) }),
        ("record", { try draw(RecordPage.mock, viewer: "Mei Lindqvist", in: .german) }),
        ("prep", { try draw(PrepPage.mock, in: .german) }),
        ("requests", { try draw(RequestsPage.mock, in: .german) }),
        ("decisions", { try draw(DecisionsPage.mock, in: .german) }),
        ("moves", { try draw(MoveListPage.mock, at: .moves, in: .german) }),
        ("settings", { try draw(SettingsPage.mock, in: .german) }),
        ("help", { try draw(HelpPage.mock, in: .german) }),
        ("sign-in", { try draw(SignInPage(stage: .ask()), viewer: nil, in: .german) }),
        ("error", { try draw(ErrorPages.answer(to: PageRefusal.notFound).1, viewer: nil, in: .german) }),
    ]

    @Test(arguments: pages.indices) func `no English of the catalogue is left on a German page`(_ index: Int) throws {
        let (name, make) = Self.pages[index]
        let german = try Catalogue(.german)
        let english = Set(german.templates.filter { $0.key != $0.value }.keys)
            .union(german.words.filter { $0.key != $0.value }.keys)
            // German says some things in the words of other English things.
            .subtracting(german.templates.values).subtracting(german.words.values)
            // A competency of the made-up person; the ladder's own words stay English.
            .subtracting(["Judgement"])
        let html = try make()
        #expect(html.contains("<html lang=\"de\">"))
        for text in html.matches(of: />([^<>]+)</).map(\.output.1) {
            let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(!english.contains(words), "\(name) says \(words)")
        }
        for label in html.matches(of: /aria-label="([^"]+)"/).map(\.output.1) {
            #expect(!english.contains(String(label)), "\(name) says \(label)")
        }
    }

    @Test func `a sentence that is composed in English is marked as English on a German page alone`() throws {
        let day = DayMark(Mock.day("2026-05-18"))
        let cue = WeekCue(cue: Words(english: "Thank Mei <today>."), why: "Settled", due: day, sources: [])
        let page = WeekPage(day: day, cues: [cue], reports: [])
        let german = try draw(page, in: .german)
        #expect(german.contains("<h3><span lang=\"en\">Thank Mei &lt;today&gt;.</span></h3>"))
        #expect(german.contains("<p>Gilt</p>"))
        let english = try draw(page)
        #expect(english.contains("<h3>Thank Mei &lt;today&gt;.</h3>") && !english.contains("<span lang"))
    }

    @Test(
        arguments: [
            ("de", nil, "de"), ("en,de;q=0.5", nil, "en"), (nil, nil, "en"), ("fr", nil, "en"), ("en", "de", "de"),
            ("de", "en", "en"), ("de", "xx", "de"),
        ] as [(String?, String?, String)]
    ) func `the chosen language goes before the browser's`(
        _ wish: String?,
        _ chosen: String?,
        _ answer: String
    ) async throws {
        var site = Site()
        site.languages = [.english, .german]
        try await site.run { client in
            var headers: HTTPFields = [:]
            if let wish { headers[.acceptLanguage] = wish }
            if let chosen { headers[.cookie] = "language=\(chosen)" }
            for path in ["/sign-in", "/nowhere", "/"] {
                let page = try await client.execute(uri: path, method: .get, headers: headers)
                #expect(String(buffer: page.body).contains("<html lang=\"\(answer)\">"), "\(path)")
                #expect(page.headers[.contentLanguage] == answer)
                #expect(page.headers[.vary] == "Accept-Language, Cookie")
            }
        }
    }

    @Test func `a language is chosen in the settings, and taken back`() async throws {
        let site = Site()
        try await site.run { client in
            func choose(_ language: String, origin: String = "http://localhost") async throws -> TestResponse {
                try await client.execute(
                    uri: "/settings/language",
                    method: .post,
                    headers: [.origin: origin, .contentType: "application/x-www-form-urlencoded"],
                    body: ByteBuffer(string: "language=\(language)")
                )
            }
            let german = try await choose("de")
            #expect(german.status == .seeOther && german.headers[.location] == "/settings")
            #expect(german.headers[.setCookie]?.hasPrefix("language=de; Path=/; Max-Age=31536000") == true)
            #expect(try await choose("").headers[.setCookie]?.hasPrefix("language=; Path=/; Max-Age=0") == true)
            #expect(try await choose("xx").status == .unsupportedMediaType)
            #expect(try await choose("de", origin: "http://elsewhere.example").status == .forbidden)
        }
    }
}
