import Calibration
import Testing
@Suite struct `debug` {
    @Test func `shows`() {
        var made = MadeUpRoom()
        made.upkeepCost = 2.5
        let r = made.room(301).read()
        for n in r.notes { print("NOTE", n.family.rawValue, n.sentence) }
        for c in r.cues { print("CUE", c.family.rawValue, c.effect ?? 0, c.seen) }
    }
}
