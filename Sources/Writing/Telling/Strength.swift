/// How much a run of sentences tells about work: matter, a deed, what was so afterwards, how far it went.
///
/// Source: `docs/methods.md`, "Telling". It weighs the words, never the person; the same words weigh the same about anybody.
struct Strength {
    /// How many words carry matter.
    let matter: Int
    /// True when they say what was so afterwards, or what would have been otherwise.
    let saysEffect: Bool
    /// True when the person does something in them.
    let saysDeed: Bool
    let value: Double

    init(_ run: ArraySlice<WeighedSentence>, isHeard: Bool) {
        matter = run.reduce(0) { $0 + $1.matter }
        let effects = run.count(where: \.hasEffect)
        let deeds = run.count(where: \.hasDeed)
        saysEffect = effects > 0
        saysDeed = deeds > 0
        // What bears on the person counts; what the speaker goes on about takes room.
        let bearing = run.filter(\.bears).reduce(0) { $0 + Double($1.matter) * ($1.isTelling ? 1 : 0.4) }
        let length = run.reduce(0) { $0 + $1.words.count }
        var value = 0.7 * min(bearing, 9) - 0.5 * Double(run.dropFirst().count { !$0.bears && $0.words.count > 2 })
        value -= (run.first?.bears ?? true) || run.count == 1 ? 0 : 0.3
        value += effects == 0 ? 0 : effects == 1 ? 2.5 : 3.5
        value += deeds == 0 ? 0 : deeds == 1 ? 2.5 : 3
        value += min(1.2, 0.6 * Double(run.reduce(0) { $0 + $1.reach }))
        value += run.contains(where: \.hasNumber) ? 0.7 : 0
        value += run.contains(where: \.namesSubject) ? 0.7 : 0
        // A reader's patience: every word over two lines has to earn its place.
        value -= 0.08 * Double(max(0, length - 26))
        value -= length < 7 ? 1.5 : 0
        value -= Double(run.count(where: \.isQuestion)) * 1.5
        if isHeard { value -= Double(run.count(where: \.isSpeakersPlan)) * 1.2 }
        value -= Double(run.count(where: \.asks)) * 2 + Double(run.count(where: \.turns)) * 2
        value -= min(6, run.reduce(0) { $0 + $1.loudness })
        self.value = value
    }
}
