import Foundation
import Intake
import Testing
import Workspace

@Suite struct HostileArchiveTests {
    static let base = ExportDraft(["channels.json": "[]", "users.json": "[]"])
    static let day = #"[{"type":"message","user":"U0BEN0001","ts":"1709625600.000300","text":"x"}]"#

    static func refusal(_ entries: ZipEntry..., limits: ExportLimits = .init()) throws -> IntakeError? {
        var draft = base
        draft.entries += entries
        return try draft.refusal(limits: limits)
    }

    // Case 29
    @Test(arguments: [
        "../evil.json", "a/../../evil.json", "/abs.json", "..\\evil.json", "C:\\evil.json", "C:evil.json", "a/..",
        "a\\b.json",
        "FC:x\\..\\evil.json",
    ])
    func `a name that points outside refuses the archive`(name: String) throws {
        #expect(try Self.refusal(ZipEntry(name, "[]")) == .pointsOutside(first: [name], count: 1))
    }

    @Test func `nothing is written beside the archive`() throws {
        var draft = Self.base
        draft.entries += ["../evil.json", "general/2024-03-04.json", "__uploads/F1/a.pdf"].map {
            ZipEntry($0, Self.day)
        }
        try ExportDraft.temporaryFolder { folder in
            let inner = folder.appending(path: "inner")
            try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: false)
            for entries in [draft.entries, draft.entries.filter { $0.name.first != UInt8(ascii: ".") }] {
                let file = inner.appending(path: "export.zip")
                try Data(ZipWriting.archive(entries)).write(to: file)
                _ = try? ReadExport(path: file.path)
                #expect(try FileManager.default.contentsOfDirectory(atPath: inner.path) == ["export.zip"])
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["inner"])
            }
        }
    }

    @Test func `links refuse the archive`() throws {
        let link = ZipEntry("general", "/etc").with { $0.mode = 0o120777 }
        #expect(try Self.refusal(link) == .notAPlainFile(entry: "general"))
    }

    @Test func `links refuse a folder`() throws {
        try Self.base.unpacked { path in
            try FileManager.default.createSymbolicLink(atPath: path + "/general", withDestinationPath: "/etc")
            #expect(throws: IntakeError.notAPlainFile(entry: "general")) { try SlackExport.open(path) }
        }
    }

    @Test func `one name twice refuses the archive`() throws {
        #expect(try Self.refusal(ZipEntry("users.json", "[]")) == .duplicateEntry(entry: "users.json"))
    }

    @Test func `an encrypted entry refuses the archive`() throws {
        let entry = ZipEntry("general/2024-03-04.json", "[]").with { $0.flags = 1 }
        #expect(try Self.refusal(entry) == .encrypted(entry: "general/2024-03-04.json"))
    }

    @Test(arguments: [
        (UInt16(12), "bzip2 (method 12)"), (14, "LZMA (method 14)"), (93, "Zstandard (method 93)"),
        (9, "deflate64 (method 9)"),
        (77, "method 77"),
    ])
    func `an unknown packing is refused by its name`(method: UInt16, name: String) throws {
        let entry = ZipEntry("general/2024-03-04.json", "[]").with { $0.method = method }
        #expect(try Self.refusal(entry) == .unknownMethod(entry: "general/2024-03-04.json", method: name))
        #expect(try Self.refusal(ZipEntry("__uploads/F1/a", "x").with { $0.method = method }) == nil)
    }

    @Test func `a bomb is refused by what it would unpack to`() throws {
        let bomb = ZipEntry("general/2024-03-04.json", "[]").with { $0.statedSize = 256 << 20 }
        #expect(
            try Self.refusal(bomb)
                == .tooDense(entry: "general/2024-03-04.json", ratio: (256 << 20) / 2, limit: 200)
        )
        let day = ZipEntry("general/2024-03-04.json", Self.day)
        #expect(
            try Self.refusal(day, limits: ExportLimits(totalBytes: 10))
                == .tooLarge(entry: nil, bytes: Self.day.utf8.count + 4, limit: 10)
        )
        #expect(try Self.refusal(day, limits: ExportLimits(entries: 2)) == .tooManyEntries(count: 3, limit: 2))
        #expect(
            try Self.refusal(day, limits: ExportLimits(listBytes: 1))
                == .tooLarge(entry: "channels.json", bytes: 2, limit: 1)
                || Self.refusal(day, limits: ExportLimits(listBytes: 1))
                    == .tooLarge(entry: "users.json", bytes: 2, limit: 1)
        )
    }

    @Test func `an entry that unpacks to more than it says is left out`() throws {
        var draft = Self.base
        draft.entries.append(
            ZipEntry("general/2024-03-04.json", Self.day + String(repeating: " ", count: 100_000)).with {
                $0.method = 8
                $0.statedSize = UInt32(Self.day.utf8.count)
            }
        )
        #expect(try draft.read().report.broken.map(\.breakage) == [.badPacking])
    }

    @Test func `a day that does not fit its checksum is left out, such a list refuses the archive`() throws {
        var draft = Self.base
        draft.entries.append(ZipEntry("general/2024-03-04.json", Self.day).with { $0.statedChecksum = 7 })
        #expect(try draft.read().report.broken.map(\.breakage) == [.badChecksum])
        var list = ExportDraft()
        list.entries.append(ZipEntry("channels.json", "[]").with { $0.statedChecksum = 7 })
        #expect(try list.refusal() == .damagedList(entry: "channels.json", breakage: .badChecksum))
    }

    @Test(arguments: [
        ("[{", Breakage.cutOff), ("7", .notAList("a number")), (#"{"a":1}"#, .notAList("an object")), ("x", .notJSON),
    ])
    func `a damaged list refuses the export`(list: String, breakage: Breakage) throws {
        #expect(
            try ExportDraft(["channels.json": list]).refusal()
                == .damagedList(entry: "channels.json", breakage: breakage)
        )
    }

    @Test(arguments: ["", "[]", "{}", "null", " "])
    func `an empty list is an empty list`(list: String) throws {
        #expect(try ExportDraft(["channels.json": list, "users.json": list]).read().export.conversations.isEmpty)
    }

    @Test func `what is no archive, is empty or ends early is refused by that name`() throws {
        let whole = ZipWriting.archive(Self.base.entries)
        func refusal(_ bytes: [UInt8]) throws -> String? {
            try ExportDraft.file(bytes) { path in
                #expect(throws: IntakeError.self) { try SlackExport.open(path) }?.kind
            }
        }
        #expect(try refusal([]) == "emptyFile")
        #expect(try refusal([0x89, 0x50] + [UInt8](repeating: 0, count: 500)) == "notAnArchive")
        #expect(try refusal(Array(whole.dropLast(whole.count / 2))) == "cutOffArchive")
        #expect(try refusal(Array(whole.dropLast(10))) == "cutOffArchive")
        #expect(throws: IntakeError.self) { try SlackExport.open("/nowhere/at/all.zip") }
    }

    // Case 30
    @Test func `zip64, stored, deflated, wrapped and re-zipped archives are read`() throws {
        let day = ZipEntry("general/2024-03-04.json", Self.day)
        let wrapped = (Self.base.entries + [day]).map { entry in
            entry.with { $0.name = Array("My export/".utf8) + $0.name }
        }
        let noise = [
            "__MACOSX/._channels.json", "__MACOSX/general/._2024-03-04.json", ".DS_Store", "general/Thumbs.db",
        ]
        let variants: [[ZipEntry]] = [
            Self.base.entries + [day],
            Self.base.entries + [day.with { $0.method = 8 }],
            Self.base.entries + [day.with { $0.zip64 = true }],
            Self.base.entries + [ZipEntry("general/", "").with { $0.mode = 0o040755 }, day],
            wrapped,
            wrapped + noise.map { ZipEntry($0, "\u{0}") },
            (Self.base.entries + [day]).map { entry in entry.with { $0.name = Array("./".utf8) + $0.name } },
        ]
        for entries in variants {
            var draft = ExportDraft()
            draft.entries = entries
            #expect(try draft.read().messages("folder:general").count == 1)
        }
    }

    @Test func `more entries than the old format can count are read`() throws {
        var draft = Self.base
        draft.entries += (0..<66_000).map { ZipEntry("general/x\($0).json", "[]") }
        draft.entries.append(ZipEntry("general/2024-03-04.json", Self.day))
        let read = try draft.read()
        #expect(read.messages("folder:general").count == 1)
        #expect(read.report.ignored[.notADayFile]?.count == 66_000)
    }

    @Test func `a day file of another export is not mistaken for one of this`() throws {
        var other = Self.base
        other.entries.append(ZipEntry("general/2024-03-04.json", Self.day))
        let read = try other.read()
        let conversation = try #require(read.export.conversations.first)
        let day = try #require(conversation.days.first)
        try Self.base.zipped { path in
            let export = try SlackExport.open(path)
            #expect(throws: IntakeError.changedMeanwhile(path: path)) { try export.day(day, of: conversation) }
        }
    }
}
