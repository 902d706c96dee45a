import Calibration
import Testing
import Workspace

@Suite struct `debug` {
    @Test func `shows`() {
        var made = MadeUpRoom()
        made.shifts = [3: 1]
        for seed in 300..<320 {
            let room = made.room(UInt64(seed))
            let r = room.read()
            print(
                "DBG",
                seed,
                room.expected.isLink,
                r.cues(.severity).map(\.about),
                r.found(.severity),
                r.further,
                r.cues.map { "\($0.family.rawValue) \($0.effect ?? 0)" }
            )
            var d: [String: [Double]] = [:]
            for x in room.drafts {
                d[x.rater.text, default: []].append(
                    x.rating - (room.expected.isLink ? room.expected.values[x.person]?.rating ?? 3 : 0)
                )
            }
            let s = RaterSeverity(d)?.raters["r3"]
            print("   ", s?.deviation ?? 0, s?.estimate ?? 0, s?.spread ?? 0, s?.p ?? 0)
        }
    }
}
