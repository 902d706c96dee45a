import Answers
import ArgumentParser
import Desk
import Foundation
import Reviews
import Workspace

struct PersonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person",
        abstract: "A person's rights to what is held about them.",
        subcommands: [Export.self]
    )

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write everything that is held about a person into a folder, to be read and for programs.",
            discussion: """
                Three files with the same content: about-me.html, about-me.md, about-me.json. Without --as it is written on the \
                person's behalf, and what only the person can open is named and left out. Signed in, the person takes the same \
                from the page of settings.
                """
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Option(help: "Id, e-mail address or unique name.")
        var person: String

        @Option(help: "An empty folder, or one to be made; its files are readable by its owner alone.")
        var folder: String

        func run() async throws {
            let desk = try await globals.desk()
            let person = try await desk.find(person)
            let file = try await desk.ownFile(of: person.id, for: try await viewer.viewer(desk))
            let answer = OwnFileAnswer(file)
            try Self.make(folder)
            let document = file.document
            try write(Array(document.html.utf8), "about-me.html")
            try write(Array(document.markdown.utf8), "about-me.md")
            try write(try JSON.bytes(of: answer), "about-me.json")
            if globals.json { return try Console.json(answer) }
            Console.heading("What is held about \(person.name) lies in \(folder)")
            Console.line("  about-me.html and about-me.md to be read, about-me.json for programs.")
            for sentence in file.leftOut { Console.line(Console.wrapped("· \(sentence)", indent: 2)) }
        }

        /// A folder for its owner alone; one that holds something is not written into.
        private static func make(_ folder: String) throws {
            let manager = FileManager.default
            if let held = try? manager.contentsOfDirectory(atPath: folder) {
                guard held.isEmpty else { throw Failure(.cannotCreate, "\(folder) is not empty. Name another folder.") }
                return
            }
            do {
                try manager.createDirectory(
                    atPath: folder,
                    withIntermediateDirectories: true,
                    attributes: [.posixPermissions: 0o700]
                )
            } catch {
                throw Failure(.cannotCreate, "the folder \(folder) cannot be made.")
            }
        }

        private func write(_ bytes: [UInt8], _ name: String) throws {
            let path = folder + "/" + name
            guard
                FileManager.default.createFile(
                    atPath: path,
                    contents: Data(bytes),
                    attributes: [.posixPermissions: 0o600]
                )
            else { throw Failure(.cannotCreate, "\(path) cannot be written.") }
        }
    }
}
