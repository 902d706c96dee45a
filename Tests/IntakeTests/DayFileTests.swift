import Intake
import Testing
import Workspace

@Suite struct DayFileTests {
    // Case 18
    @Test func `the same message twice in a file is one, the newest edit of it`() throws {
        let old = #"{"type":"message","user":"U0BEN0001","ts":"1709970000.000100","text":"old"}"#
        let new =
            #"{"type":"message","user":"U0BEN0001","ts":"1709970000.000100","text":"new","edited":{"ts":"1709970001.000000"}}"#
        for order in [[old, new], [new, old], [old, new, old]] {
            let read = try ExportDraft.kudos(day: "[\(order.joined(separator: ","))]").read()
            #expect(read.messages().map(\.text.text) == ["new"])
            #expect(read.report.skipped[.repeated]?.count == order.count - 1)
        }
    }

    // Case 19
    @Test func `one ts in two channels is two messages`() throws {
        let channels = #"[{"id":"C0A","name":"a"},{"id":"C0B","name":"b"}]"#
        let day = #"[{"type":"message","user":"U0BEN0001","ts":"1709970000.000100","text":"x"}]"#
        let read = try ExportDraft(["channels.json": channels, "a/2024-03-09.json": day, "b/2024-03-09.json": day])
            .read()
        #expect(Set(read.days.values.flatMap { $0.flatMap(\.messages) }.map(\.id)).count == 2)
    }

    // Case 20
    @Test(arguments: [
        (#""user":"U0""#, SkipReason.noTime), (#""ts":null"#, .noTime), (#""ts":"not-a-number""#, .badTime),
        (#""ts":"NaN""#, .badTime), (#""ts":"inf""#, .badTime), (#""ts":1709622001.0002"#, .badTime),
        (#""ts":"""#, .badTime),
        (#""ts":"1709622001""#, .badTime), (#""ts":"-1.000000""#, .badTime), (#""ts":"0.000001""#, .badTime),
        (#""ts":NaN"#, .noTime), (#""ts":"17096220011.000100""#, .badTime),
    ])
    func `a message without a time is counted and the import goes on`(fields: String, reason: SkipReason) throws {
        let read = try ExportDraft.kudos(
            #"{"type":"message","text":"bad",\#(fields)}"#,
            #"{"type":"message","user":"U0BEN0001","ts":"1709970000.000100","text":"good"}"#
        ).read()
        #expect(read.messages().map(\.text.text) == ["good"])
        #expect(read.report.skipped.mapValues(\.count) == [reason: 1])
        #expect(read.report.broken.isEmpty)
    }

    // Case 21
    @Test(arguments: [
        ("", Breakage.empty), (" \n", .empty), ("\u{FEFF}", .empty), (#"{"not":"a list"}"#, .notAList("an object")),
        ("null", .notAList("null")), (#"[{"type":"message","ts":"1.000001","text":"cut"#, .cutOff),
        (#"[{"type":"message","ts":"1.000001"},"#, .cutOff), ("[1,2,,]", .notJSON), ("no", .notJSON),
    ])
    func `a broken day file is named with its reason and the rest is read`(day: String, breakage: Breakage) throws {
        let read = try ExportDraft.kudos(day: day).adding(
            "kudos/2024-03-05.json",
            "\u{FEFF}" + #"[{"type":"message","user":"U0BEN0001","ts":"1709970000.000100","text":"good"}]"#
        ).read()
        #expect(read.report.broken == [BrokenFile(file: "kudos/2024-03-04.json", breakage: breakage)])
        #expect(read.messages().map(\.text.text) == ["good"])
        #expect(read.report.days == 1)
    }

    @Test func `entries come out by time whatever their order, odd ones counted`() throws {
        let read = try ExportDraft.kudos(
            #"{"type":"message","user":"U0BEN0001","ts":"1709625600.000300","text":"second"}"#,
            "null",
            "{}",
            "7",
            #""text""#,
            "[]",
            #"{"type":"message","user":"U0BEN0001","ts":"1709625600.000200","text":"first"}"#
        ).read()
        #expect(read.messages().map(\.text.text) == ["first", "second"])
        #expect(read.report.skipped.mapValues(\.count) == [.nothing: 1, .emptyObject: 1, .notAnObject: 3])
        #expect(read.report.skipped[.nothing]?.first.index == 1)
    }

    @Test func `bytes that are not UTF-8 and bare control characters are mended`() throws {
        let start = Array(#"[{"type":"message","user":"U0BEN0001","ts":"1709625600.000300","text":"a"#.utf8)
        let day = ZipEntry("kudos/2024-03-05.json", start + [0xFF, 0xC3, 0x28, 0x01] + Array(#"b é"}]"#.utf8))
        var draft = ExportDraft.kudos()
        draft.entries.append(day)
        let read = try draft.read()
        #expect(read.messages().map(\.text.text) == ["a\u{FFFD}\u{FFFD}( b é"])
        #expect(read.report.broken.isEmpty)
    }

    // Case 22
    @Test func `what is no day file is passed over and counted`() throws {
        let read = try ExportDraft.kudos(
            #"{"id":"F0POST001","created":1709622003,"mimetype":"application/vnd.slack-docs","filetype":"post"}"#
        )
        .adding("kudos/canvas_in_the_conversation.json", #"[{"id":"F0CANVAS1"}]"#)
        .adding("kudos/2024-03-4.json", "[]").adding("kudos/2024-03-04.json.bak", "[]")
        .adding("canvases.json", "[]").adding("integration_logs.json", "[]").adding(
            "brand_new_2031.json",
            "not even JSON"
        )
        .adding("__uploads/F1/a.pdf", "%PDF").read()
        #expect(read.messages().isEmpty)
        #expect(read.report.skipped.mapValues(\.count) == [.fileObject: 1])
        #expect(
            read.report.ignored.mapValues(\.count)
                == [.notADayFile: 2, .otherFile: 2, .knownList: 2, .unknownRootFile: 1]
        )
    }

    @Test func `limits on a file, its depth and a message are reported, not fatal`() throws {
        let long =
            #"{"type":"message","user":"U0BEN0001","ts":"1709625600.000300","text":"\#(String(repeating: "x", count: 400))"}"#
        let draft = ExportDraft.kudos(long).adding(
            "kudos/2024-03-05.json",
            String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
        ).adding("kudos/2024-03-06.json", "[\(String(repeating: " ", count: 2000))]")
        let read = try draft.read(limits: ExportLimits(dayBytes: 1000, depth: 20, messageBytes: 100))
        #expect(read.report.skipped.mapValues(\.count) == [.tooLarge: 1])
        #expect(
            read.report.broken == [
                BrokenFile(file: "kudos/2024-03-05.json", breakage: .tooDeep(limit: 20)),
                BrokenFile(file: "kudos/2024-03-06.json", breakage: .tooLarge(bytes: 2002, limit: 1000)),
            ]
        )
    }
}
