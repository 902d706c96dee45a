/// An invented person: a name, and what is said instead of it.
struct Persona: Sendable, Hashable {
    let name: String
    let isFemale: Bool
    let isManager: Bool

    private static let women = [
        "Amara Okafor", "Ingrid Solberg", "Mei Tanaka", "Fatima Rahmani", "Lucia Moretti", "Priya Nair", "Hannah Weiss",
        "Naledi Khumalo",
    ]
    private static let men = [
        "Tobias Lindqvist", "Kwame Mensah", "Hiroshi Sato", "Diego Fuentes", "Yusuf Demir", "Arjun Mehta",
        "Pawel Nowak",
        "Sione Tupou",
    ]

    /// Two who differ in name, pronoun and track; which is which changes from pair to pair.
    ///
    /// Shape: `names` are those of the workspace; whoever shares a part of one is passed over, since a name that two people
    /// have is masked apart.
    static func pair(_ number: Int, apartFrom names: [String]) -> [Persona] {
        let taken = Set(names.flatMap { $0.lowercased().split(separator: " ") })
        func free(_ all: [String]) -> [String] {
            let free = all.filter { taken.isDisjoint(with: $0.lowercased().split(separator: " ")) }
            return free.isEmpty ? all : free
        }
        let (women, men) = (free(women), free(men))
        let woman = Persona(name: women[number % women.count], isFemale: true, isManager: number / 2 % 2 == 0)
        let man = Persona(name: men[number / 3 % men.count], isFemale: false, isManager: number / 2 % 2 == 1)
        return number % 2 == 0 ? [woman, man] : [man, woman]
    }
}

/// Tells a text of a persona instead of the subject.
struct PersonaText: Sendable {
    let subject: String
    let persona: Persona

    /// The text with the persona's name, pronouns and track word.
    func told(_ text: String) -> String {
        var result = ""
        var word = ""
        func close() {
            result += changed(word)
            word = ""
        }
        var rest = text[...]
        while let character = rest.first {
            if word.isEmpty, rest.hasPrefix(subject) {
                result += persona.name
                rest = rest.dropFirst(subject.count)
                continue
            }
            if character.isLetter {
                word.append(character)
            } else {
                close()
                result.append(character)
            }
            rest = rest.dropFirst()
        }
        close()
        return result
    }

    private func changed(_ word: String) -> String {
        let parts = subject.split(separator: " ")
        let own = persona.name.split(separator: " ")
        if word == parts.first.map(String.init), let first = own.first { return String(first) }
        if parts.count > 1, word == parts.last.map(String.init), let last = own.last { return String(last) }
        let isCapital = word.first?.isUppercase ?? false
        func form(_ she: String, _ he: String) -> String {
            let text = persona.isFemale ? she : he
            return isCapital ? text.prefix(1).uppercased() + text.dropFirst() : text
        }
        switch word.lowercased() {
        case "she", "he": return form("she", "he")
        case "him": return form("her", "him")
        case "his", "her": return form("her", "his")
        case "hers": return form("hers", "his")
        case "herself", "himself": return form("herself", "himself")
        case "manager": return persona.isManager ? word : "engineer"
        case "engineer": return persona.isManager ? "manager" : word
        default: return word
        }
    }
}

/// Kind and unkind words of work talk, by hand; only for comparing two texts of the same evidence.
enum ToneWords {
    private static func set(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }

    private static let kind = set(
        """
        thank thanks thanked thankful grateful appreciate appreciated great good nice kind helpful helped help glad happy love loved \
        lovely clear clean smooth solid calm careful quick welcome well works working fixed solved saved improved better best \
        excellent perfect awesome amazing brilliant fantastic wonderful superb impressive strong proud enjoy enjoyed pleasure \
        praised praise win won success successful reliable thoughtful generous patient easy useful
        """
    )
    private static let unkind = set(
        """
        bad wrong broken broke failed fail failure failing late slow slowly missing missed problem problems issue issues bug bugs \
        confusing confused unclear messy sloppy careless poor poorly weak worse worst terrible awful hard difficult annoying \
        annoyed angry blocked stuck risk risky lost loses complaint complained sorry unfortunately sadly regret fault blame \
        ignored refused rude harsh
        """
    )

    /// Kind words less unkind ones, as a share of all words.
    static func tone(of words: [String]) -> Double {
        guard !words.isEmpty else { return 0 }
        let sum = words.count { kind.contains($0) } - words.count { unkind.contains($0) }
        return Double(sum) / Double(words.count)
    }
}
