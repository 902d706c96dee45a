/// Words that say who somebody is without a name.
enum MaskWords {
    private static func set(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }

    /// Pronouns and words that tell a woman from a man.
    static let gendered = set(
        """
        he she him her his hers himself herself he's she's he'd she'd he'll she'll mr mrs ms miss sir ma'am madam lady ladies \
        gentleman gentlemen man men woman women guy guys gal gals girl girls boy boys bro bros brother sister sis dude dudes \
        king queen mother father mom mum dad husband wife son daughter
        """
    )

    /// Words that tell a track or a level, one by one.
    static let titles = set(
        """
        manager managers management managerial ic ics director directors vp principal staff senior junior lead leads \
        supervisor supervisors boss bosses engineer engineers developer developers designer designers analyst analysts \
        executive executives cto ceo cfo coo head intern interns apprentice
        """
    )

    /// True for `L5`, `E6`, `M2`, `IC4` and the like.
    static func isLevel(_ word: some StringProtocol) -> Bool {
        let small = word.lowercased()
        for mark in ["ic", "l", "e", "m"] where small.hasPrefix(mark) && small.count > mark.count {
            return small.dropFirst(mark.count).allSatisfy(\.isNumber) && small.count <= mark.count + 2
        }
        return false
    }

    /// Days and months keep their capital; they name nobody.
    static let days = set(
        """
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august \
        september october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec
        """
    )

    static let months = set(
        "january february march april may june july august september october november december"
    )
}
