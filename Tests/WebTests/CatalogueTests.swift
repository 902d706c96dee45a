import Foundation
import Testing
import Workspace

@testable import Web

/// The catalogue against the templates, and the German in it.
@Suite struct `The catalogue` {
    /// What the templates say, by the templates that say it.
    static let said: [String: [String]] = {
        var said: [String: [String]] = [:]
        for (name, asset) in Asset.folder("Templates") where name.hasSuffix(".mustache") {
            for key in TemplateWords(String(decoding: asset.bytes, as: UTF8.self)).keys {
                said[key, default: []].append(String(name.dropLast(".mustache".count)))
            }
        }
        return said
    }()

    private static func english() throws -> (templates: Set<String>, words: Set<String>) {
        let asset = try #require(Asset.folder("Templates")["en.json"])
        let read = try #require(try JSONSerialization.jsonObject(with: Data(asset.bytes)) as? [String: Any])
        return (
            Set(try #require(read["templates"] as? [String])), Set(try #require(read["words"] as? [String]))
        )
    }

    @Test func `the English catalogue holds exactly what the templates say`() throws {
        let kept = try Self.english().templates
        let said = Set(Self.said.keys)
        #expect(said.subtracting(kept) == [], "not in en.json: run scripts/extract-words")
        #expect(kept.subtracting(said) == [], "in no template: run scripts/extract-words")
        #expect(said.count > 600)
    }

    @Test func `every string of the templates has a German translation`() throws {
        let german = try Catalogue(.german)
        for (key, templates) in Self.said {
            for template in templates { #expect(german.text(key, in: template) != nil, "\(template): \(key)") }
        }
        for key in german.templates.keys {
            let plain = key.firstIndex(of: "|").map { String(key[key.index(after: $0)...]) } ?? key
            #expect(Self.said[key] != nil || Self.said[plain] != nil, "no template says \(key)")
        }
    }

    @Test func `a translation keeps every variable and every piece of inline markup`() throws {
        func marks(_ text: String) -> [String] {
            text.matches(of: /\{\{[^}]*\}\}|<\/?[a-z]+>|\{[0-9]+\}/).map { String($0.output) }.sorted()
        }
        let german = try Catalogue(.german)
        for (key, text) in german.templates {
            #expect(marks(key) == marks(text), "\(key)")
            #expect(!text.isEmpty && !text.contains("\""), "\(key)")
        }
        for (key, text) in german.words { #expect(marks(key) == marks(text), "\(key)") }
    }

    @Test func `the English and the German list of sentences are the same`() throws {
        #expect(Set(try Catalogue(.german).words.keys) == (try Self.english().words))
    }

    @Test func `every sentence of the catalogue stands in the sources`() throws {
        let sentences = try SourceSentences.all()
        for key in try Self.english().words { #expect(sentences.contains(key), "no source says \(key)") }
    }

    @Test func `the German says nothing of what Crosstie does not do`() throws {
        let german = try Catalogue(.german)
        let never = [
            "bewertung", "rangliste", "rang ", "ränge", "punktzahl", "punktestand", "benotung", "zensur", "burnout",
            "depress", "ängst", "gestresst", "überlastet", "unzufrieden", "launisch", "einstellung", "haltung ",
            "kündigungsrisiko", "gefährdet", "degradier", "herabstuf", "zurückgestuft", "beförder", "abstieg",
            "schwach", "leistungsträger", "versag", "low performer", "prozentrang",
        ]
        for text in Array(german.templates.values) + Array(german.words.values) {
            let lower = text.lowercased() + " "
            for word in never { #expect(!lower.contains(word), "\(text) says \(word)") }
        }
    }

    @Test func `German is written in its own marks`() throws {
        let german = try Catalogue(.german)
        for text in Array(german.templates.values) + Array(german.words.values) {
            // „…“ and ’, never straight marks; no du beside Sie.
            #expect(!text.contains("\"") && !text.contains("”") && !text.contains("'"), "\(text)")
            #expect(text.firstMatch(of: /\b(du|dein|deine|deinen|deiner|dir|dich)\b/) == nil, "\(text)")
        }
    }
}

/// Sentences in the sources of pages, as keys of the catalogue.
enum SourceSentences {
    /// Every string of the module's Swift files, `\(…)` written as numbered places.
    static func all() throws -> Set<String> {
        let folder = Templates.folder
        var found: Set<String> = []
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            where !line.drop(while: \.isWhitespace).hasPrefix("//") {
                strings(in: line, into: &found)
            }
        }
        return found
    }

    /// The strings of a line of source, and those inside of their places.
    static func strings(in line: Substring, into found: inout Set<String>) {
        var rest = line
        while let start = rest.firstIndex(of: "\"") {
            rest = rest[rest.index(after: start)...]
            var (key, places) = ("", 0)
            while let character = rest.first, character != "\"" {
                rest = rest.dropFirst()
                guard character == "\\", let next = rest.first else {
                    key.append(character)
                    continue
                }
                rest = rest.dropFirst()
                guard next == "(" else {
                    key += next == "u" ? "" : String(next)
                    continue
                }
                var depth = 1
                var inside = ""
                while let part = rest.first, depth > 0 {
                    rest = rest.dropFirst()
                    depth += part == "(" ? 1 : part == ")" ? -1 : 0
                    if depth > 0 { inside.append(part) }
                }
                strings(in: Substring(inside), into: &found)
                places += 1
                key += "{\(places)}"
            }
            rest = rest.dropFirst()
            found.insert(key)
        }
    }
}
