/// Abbreviations of titles, written out.
enum Abbreviations {
    /// Single words.
    static let table: [String: [String]] = {
        var table: [String: [String]] = [:]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "=")
            guard parts.count == 2 else { continue }
            let meaning = parts[1].split(separator: " ").map(String.init)
            for word in parts[0].split(separator: " ") { table[String(word)] = meaning }
        }
        return table
    }()

    /// Abbreviations to which a grade is glued.
    static let graded: Set<String> = ["sde", "swe", "sre", "mle", "mts", "eng", "engr", "dev", "sdet", "em", "pm"]

    /// Two words with one meaning.
    static let phrases: [String: [String: [String]]] = [
        "technical": ["lead": ["tech", "lead"]],
        "technology": ["lead": ["tech", "lead"]],
        "development": ["manager": ["engineering", "manager"]],
        "front": ["end": ["frontend"]],
        "back": ["end": ["backend"]],
    ]

    /// What is developed where no software is: `business development manager` is left as it is.
    static let otherDevelopment: Set<String> = [
        "business", "sales", "market", "partner", "channel", "people", "talent", "learning", "account", "corporate",
        "community", "organisation", "organization",
    ]

    private static let text = """
        snr sn sr=senior
        jr jnr=junior
        princ prin=principal
        assoc=associate
        asst=assistant
        dist=distinguished
        eng engr engnr=engineer
        dev=developer
        arch=architect
        mgr mngr mgmr=manager
        dir=director
        swe sde=software engineer
        sdet=test engineer
        sre=site reliability engineer
        mle=machine learning engineer
        tlm=tech lead manager
        tl=tech lead
        em sdm=engineering manager
        sem=senior engineering manager
        svp=senior vice president
        evp=executive vice president
        avp=assistant vice president
        vp vpe=vice president
        cto=chief technology officer
        ceo=chief executive officer
        cfo=chief financial officer
        coo=chief operating officer
        cio=chief information officer
        ciso=chief information security officer
        cpo=chief product officer
        cmo=chief marketing officer
        cro=chief revenue officer
        chro=chief human resources officer
        smts=senior member of technical staff
        lmts=lead member of technical staff
        pmts=principal member of technical staff
        mts=member of technical staff
        programmer coder=engineer
        fe=frontend
        be=backend
        tpm=technical program manager
        gpm=group product manager
        pm=product manager
        ba=business analyst
        dba=database administrator
        csm=customer success manager
        bdm=business development manager
        md=managing director
        gm=general manager
        spec=specialist
        """
}
