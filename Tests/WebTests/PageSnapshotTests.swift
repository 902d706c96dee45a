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
        ("prep-mend", { try draw(PrepPage.again, viewer: "Mei Lindqvist") }),
        ("team-week", { try draw(TeamWeekPage.mock, at: .week) }),
        ("team-week-own", { try draw(TeamWeekPage.own, viewer: "Mei Lindqvist", at: .week) }),
        ("record", { try draw(RecordPage.mock, viewer: "Mei Lindqvist") }),
        ("entry", { try draw(EntryPage.mock, viewer: "Mei Lindqvist") }),
        ("entry-mend", { try draw(EntryPage.contested, viewer: "Mei Lindqvist") }),
        ("boards", { try draw(BoardListPage.mock, at: .boards) }),
        ("boards-none", { try draw(BoardListPage.empty, at: .boards) }),
        ("board", { try draw(BoardPage.mock, at: .boards) }),
        ("board-locked", { try draw(BoardPage.locked, at: .boards) }),
        ("board-case", { try draw(BoardCasePage.mock, at: .boards) }),
        ("board-case-voted", { try draw(BoardCasePage.voted, at: .boards) }),
        ("objections", { try draw(ObjectionsPage.mock, at: .objections) }),
        ("objections-none", { try draw(ObjectionsPage.empty, at: .objections) }),
        ("trials", { try draw(TrialsPage.mock, viewer: "Pia Stern", audits: true, at: .trials) }),
        ("settings", { try draw(SettingsPage.mock) }),
        ("help", { try draw(HelpPage.mock) }),
        ("draft", { try draw(DraftPage.mock) }),
        ("draft-blank", { try draw(DraftPage.blank) }),
        ("ladder", { try draw(LadderPage.mock, at: .ladder) }),
        ("level-up", { try draw(LevelUpPage.mock, at: .moves) }),
        ("level-up-mend", { try draw(LevelUpPage.again(typed: "Because.", complaint: "Say more.", open: .open)) }),
        ("level-up-top", { try draw(LevelUpPage.top, viewer: "Ana Ruiz", at: .moves) }),
        ("switch", { try draw(SwitchPage.mock, viewer: "Mei Lindqvist", at: .moves) }),
        ("switch-early", { try draw(SwitchPage.early, at: .moves) }),
        ("moves", { try draw(MoveListPage.mock, at: .moves) }),
        ("move-not-yet", { try draw(MovePage.mock, viewer: "Mei Lindqvist", at: .moves) }),
        (
            "move-first-view",
            { try draw(MovePage.unseen(FormFields(), complaint: nil), viewer: "Pia Stern", audits: true, at: .moves) }
        ),
        ("move-deciding", { try draw(MovePage.deciding, viewer: "Pia Stern", audits: true, at: .moves) }),
        ("move-agreement", { try draw(MovePage.asked, viewer: "Mei Lindqvist", at: .moves) }),
        ("move-settling", { try draw(MovePage.settling, viewer: "Mei Lindqvist", at: .moves) }),
        ("audits", { try draw(AuditListPage.mock, viewer: "Pia Stern", audits: true, at: .audits) }),
        ("audit", { try draw(AuditPage.mock, viewer: "Pia Stern", audits: true, at: .audits) }),
        ("audit-calm", { try draw(AuditPage.calm, viewer: "Pia Stern", audits: true, at: .audits) }),
        ("pay", { try draw(PayPage.mock, viewer: "Mei Lindqvist", at: .pay) }),
        ("pay-unknown", { try draw(PayPage.unknown, viewer: "Sam Okafor", at: .pay) }),
        ("choice", { try draw(ChoicePage.mock) }),
        ("choice-none", { try draw(ChoicePage.none) }),
        ("support", { try draw(SupportPage.mock) }),
        ("support-off", { try draw(SupportPage.off, viewer: "Sam Okafor") }),
        ("network", { try draw(NetworkPage.mock) }),
        ("brief", { try draw(BriefPage.mock) }),
        ("brief-quiet", { try draw(BriefPage.quiet) }),
        ("brief-found", { try draw(BriefPage.found) }),
        ("brief-found-nothing", { try draw(BriefPage.foundNothing) }),
        ("brief-share", { try draw(BriefSharePage.mock, viewer: nil) }),
        ("brief-settings", { try draw(BriefSettingsPage.mock) }),
        ("network-hidden", { try draw(NetworkPage.hidden, viewer: "Sam Okafor") }),
        ("decisions", { try draw(DecisionsPage.mock) }),
        ("decisions-none", { try draw(DecisionsPage.empty) }),
        ("decision", { try draw(DecisionPage.mock) }),
        ("decision-mend", { try draw(DecisionPage.mend) }),
        ("decision-reversed", { try draw(DecisionPage.reversed) }),
        ("requests", { try draw(RequestsPage.mock) }),
        ("requests-mend", { try draw(RequestsPage.again) }),
        ("requests-none", { try draw(RequestsPage.empty) }),
        ("rounds", { try draw(RoundsPage.mock) }),
        ("rounds-pause", { try draw(RoundsPage.pausing, viewer: "Mei Lindqvist") }),
        ("notes", { try draw(NotesPage.mock, at: .notes) }),
        ("review", { try draw(ReviewPage.mock) }),
        ("review-shared", { try draw(ReviewPage.shared, viewer: "Mei Lindqvist") }),
        ("review-sealed", { try draw(ReviewPage.sealed) }),
        ("reviews", { try draw(ReviewListPage.mock) }),
        ("reviews-none", { try draw(ReviewListPage.empty, viewer: "Sam Okafor") }),
        ("print", { try draw(ReviewPrintPage.mock) }),
        ("review-feedback", { try draw(ReviewFeedbackPage.mock, viewer: "Sam Okafor", at: .requests) }),
        ("review-feedback-none", { try draw(ReviewFeedbackPage.empty, viewer: "Sam Okafor", at: .requests) }),
        ("review-feedback-about", { try draw(ReviewFeedbackAboutPage.mock, at: .requests) }),
        ("review-feedback-nobody", { try draw(ReviewFeedbackAboutPage.none, viewer: "Mei Lindqvist", at: .requests) }),
        ("sign-in", { try draw(SignInPage(stage: .ask()), viewer: nil) }),
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
