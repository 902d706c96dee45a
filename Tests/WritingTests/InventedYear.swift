import Evidence
import Signals
import Workspace
import Writing

/// Half a year of one person's evidence, of many kinds.
enum InventedYear {
    static var composer: DraftComposer {
        DraftComposer(
            person: Invented.person,
            from: CivilDate(days: Invented.today.days - 180),
            to: Invented.today,
            competencies: [("craft", "Craft"), ("design", "System design"), ("ownership", "Ownership")],
            edges: [
                GrowthEdge(competency: "System design", competencyID: "design", statement: "Designs with trade-offs.")
            ],
            levelWords: "Doing the work of level 3."
        )
    }

    private static let quotes: [(SignalKind, String, String)] = [
        (
            .recognition, "ben",
            "thanks Ana for tracing the label bug to the printer driver, now nobody repairs labels by hand"
        ),
        (.coaching, "ana", "you should run the import with a smaller batch because the depot printer drops long jobs"),
        (.recognition, "li", "the retry fix unblocked our whole night shift. Thank you Ana!"),
        (.judgement, "ana", "I would rather keep one queue, otherwise two depots could print the same label"),
        (.ownership, "ana", "I'll move the cache to its own volume before the next release"),
        (.recognition, "eva", "kudos to Ana for writing down the failure table before the adapter review"),
        (.upkeep, "ana", "restarted the label runner and cleaned its disk, imports are green again"),
        (.delivery, "ana", "shipped the label preview to all twelve depots this morning"),
        (.decision, "ana", "let's go with the adapter, we won't patch the old importer any more"),
        (.recognition, "ben", "great catch on the customs field, that saved us forty containers"),
        (.feedback, "mo", "please write the rollback steps into the plan before the next change goes out"),
        (.coaching, "ana", "the import hangs because the driver waits for paper, check the tray sensor first"),
    ]

    static let entries: [LedgerEntry] = (0..<24).map { index in
        let (kind, voice, quote) = quotes[index % quotes.count]
        let workClass: WorkClass =
            switch kind {
            case .upkeep: .upkeep
            case .decision: .decision
            case .ownership: .ownership
            case .coaching: .enablement
            case .delivery: .launch
            default: .craft
            }
        return Invented.entry(
            "e\(index)",
            daysAgo: 175 - index * 7,
            index < quotes.count ? quote : quote.replacing("label", with: "pallet").replacing("import", with: "export"),
            by: voice,
            kind: kind,
            workClass: workClass,
            competency: index % 3 == 0 ? "ownership" : "craft"
        )
    }
}
