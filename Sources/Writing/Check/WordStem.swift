/// What the forms of an English word have in common; rough, the same for source and sentence.
enum WordStem {
    private static let irregular: [String: String] = {
        let groups = """
            break:broke,broken write:wrote,written build:built find:found lead:led keep:kept hold:held run:ran give:gave,given \
            take:took,taken make:made,making bring:brought catch:caught teach:taught think:thought send:sent spend:spent lose:lost \
            win:won meet:met leave:left begin:began,begun choose:chose,chosen drive:drove,driven grow:grew,grown know:knew,known \
            see:saw,seen,seeing speak:spoke,spoken rewrite:rewrote,rewritten rebuild:rebuilt go:went,gone,going fall:fell,fallen rise:rose,risen \
            tell:told sell:sold understand:understood stand:stood come:came become:became get:got,gotten,getting do:did,done,doing \
            show:shown,showed use:used,using say:said pay:paid throw:threw,thrown draw:drew,drawn redo:redid,redone buy:bought \
            sit:sat lie:lay,lain,lying feel:felt hear:heard mean:meant sleep:slept eat:ate,eaten freeze:froze,frozen ring:rang,rung \
            wake:woke fight:fought stick:stuck cut:cutting put:putting set:setting let:letting hit:hitting forget:forgot,forgotten \
            die:died,dying tie:tied,tying agree:agreed,agreeing free:freed go:goes do:does foresee:foresaw oversee:oversaw shut:shutting \
            undo:undid,undone withdraw:withdrew,withdrawn overrun:overran learn:learnt lend:lent bend:bent light:lit \
            swing:swung hang:hung strike:struck shrink:shrank,shrunk sink:sank,sunk split:splitting read:reading \
            datum:data person:people child:children man:men woman:women criterion:criteria
            """
        var found: [String: String] = [:]
        for group in groups.split(whereSeparator: \.isWhitespace) {
            let sides = group.split(separator: ":")
            guard sides.count == 2 else { continue }
            for form in sides[1].split(separator: ",") { found[String(form)] = String(sides[0]) }
        }
        return found
    }()

    private static let whole = CheckWords.set(
        """
        weekly daily monthly nightly yearly hourly early only family reply apply supply exceed proceed succeed indeed thing \
        king ring bring spring string nothing something everything anything during evening morning ceiling \
        hundred need speed feed seed red bed shed news less status bus plus always perhaps across process business access \
        address series as is was has this his its us yes ally rely fly sly july friendly
        """
    )

    /// All irregular forms that are of the past.
    static var pasts: [String] { irregular.keys.filter(isPast) }

    /// Irregular forms that are of the past.
    static func isPast(_ word: String) -> Bool {
        guard let base = irregular[word] ?? prefixed(word) else { return false }
        return !word.hasSuffix("ing") && base != "person" && base != "child" && base != "datum" && word != "goes"
            && word != "does"
    }

    /// `redraw` for `redrew`: an irregular form behind a beginning that changes nothing of its forms.
    private static func prefixed(_ word: String) -> String? {
        for prefix in ["re", "over", "under", "out", "mis"] where word.hasPrefix(prefix) {
            let rest = String(word.dropFirst(prefix.count))
            if rest.utf8.count > 2, let base = irregular[rest] { return prefix + base }
        }
        return nil
    }

    static func of(_ word: String) -> String {
        if whole.contains(word) { return word }
        let base = irregular[word] ?? prefixed(word) ?? word
        var letters = Array(base.utf8)
        func ends(_ text: String) -> Bool {
            letters.count > text.utf8.count + 2 && letters.suffix(text.utf8.count).elementsEqual(text.utf8)
        }
        if ends("ies") || ends("ied") || ends("ily") {
            letters.removeLast(3)
            letters.append(UInt8(ascii: "y"))
        } else if ends("ing") {
            letters.removeLast(3)
        } else if ends("ed") {
            letters.removeLast(2)
        } else if ends("es") {
            letters.removeLast(2)
        } else if ends("s"), !ends("ss") {
            letters.removeLast()
        } else if ends("ly") {
            letters.removeLast(2)
        }
        if letters.count > 3, letters.last == UInt8(ascii: "e") { letters.removeLast() }
        if letters.count > 3, letters.last == letters[letters.count - 2] { letters.removeLast() }
        return String(decoding: letters, as: UTF8.self)
    }
}
