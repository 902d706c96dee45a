/// What an import found, before it is put into the form of a ladder.
struct ImportSketch {
    /// A level as the files name it.
    struct Rung {
        var name: RungName
        var label: ImportText
        var summary = ImportText(words: "", piece: nil)
        var scope = ImportText(words: "", piece: nil)
        var track: LadderTrack?
        /// Points or positions that say which rungs are at one height.
        var order: Double?

        init(_ label: ImportText, name: String? = nil) {
            self.label = label
            self.name = RungName(name ?? label.words)
            track = self.name.track
        }
    }

    /// A competency as the files name it.
    struct Row {
        enum Side: Hashable {
            case track(LadderTrack)
            case both
            /// As the rung says in whose column a cell stands.
            case byRung
        }
        var name: ImportText
        var side = Side.byRung
        /// What stands at each rung.
        var cells: [Int: [ImportText]] = [:]
        /// What stands at each of up to five stages, where the files have stages and no levels.
        var stages: [[ImportText]] = []
    }

    var file: String
    var title = ImportText(words: "", piece: nil)
    var rungs: [Rung] = []
    var rows: [Row] = []
    /// True when the rungs stand in the order in which somebody listed them.
    var isOrdered = true

    mutating func rung(_ label: ImportText, name: String? = nil) -> Int {
        let wanted = (name ?? label.words).lowercased()
        if let known = rungs.firstIndex(where: { $0.name.label.lowercased() == wanted }) { return known }
        rungs.append(Rung(label, name: name))
        return rungs.count - 1
    }

    mutating func row(named name: ImportText, side: Row.Side = .byRung) -> Int {
        let wanted = name.words.lowercased()
        if let known = rows.firstIndex(where: { $0.name.words.lowercased() == wanted && $0.side == side }) {
            return known
        }
        rows.append(Row(name: name, side: side))
        return rows.count - 1
    }

    /// The family that most titles speak of.
    var family: String {
        let families = [
            "product": ["product"], "design": ["design", "designer", "ux"], "data": ["data", "scientist", "analytics"],
            "sales": ["sales", "account"], "support": ["support", "customer"],
        ]
        let words = rungs.map { Set($0.name.words + RungName($0.label.words).words) }
        let counts = families.mapValues { names in words.count { !$0.isDisjoint(with: names) } }
        guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value * 2 > rungs.count
        else {
            return "engineering"
        }
        return most.key
    }
}
