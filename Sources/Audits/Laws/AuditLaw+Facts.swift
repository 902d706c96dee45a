extension AuditLaw {
    /// The laws that reports speak of.
    ///
    /// Facts only; whether and how they apply is for counsel to say.
    ///
    /// Change a fact only together with its day and source.
    public static let all: [AuditLaw] = [
        AuditLaw(
            id: "eu-2023-970",
            name: "Pay Transparency Directive (EU) 2023/970",
            place: "European Union",
            facts: [
                "Pay gap means the difference of average pay levels of women and men, in per cent of men's average.",
                "Reports give the gap by category of workers, on gross annual and gross hourly pay, for base pay and for "
                    + "complementary or variable parts, the median gap and the spread over quartile pay bands.",
                "A category of workers is people who do the same work or work of equal value.",
                "A joint pay assessment follows where a category's average gap is at least 5 %, is not justified by "
                    + "objective, gender-neutral criteria, and has not been remedied within six months of the report.",
                "The 5 % threshold knows no test of chance.",
                "Employers of 250 and more report every year from 7 June 2027, of 150 to 249 every three years from "
                    + "2027, of 100 to 149 every three years from 2031.",
                "Member states had to write it into their own law by 7 June 2026; by 25 June 2026 four were reported to "
                    + "have done so.",
            ],
            threshold: 0.05,
            sources: [
                "Articles 3, 4, 6, 7, 9 and 10, as summarised by hrlaw.pl, adherely.ai and kpmg",
                "State of transposition: lewissilkin.com, 25 June 2026",
            ],
            asOf: "2026-07-03",
            isSecondHand: true,
            audits: [.payGap, .parity]
        ),
        AuditLaw(
            id: "us-four-fifths",
            name: "Four-fifths rule, 29 CFR 1607.4 D",
            place: "United States, federal",
            facts: [
                "A selection rate under four fifths of the highest group's rate is generally regarded as evidence of "
                    + "adverse impact; with small numbers the rule itself asks for care.",
                "A rule that rescinds interpretive parts of these guidelines is listed as RIN 3046-AB43.",
                "Executive Order 14281 of April 2025 ended federal enforcement by disparate impact; Title VII and "
                    + "private suits remain.",
            ],
            threshold: 0.8,
            sources: ["reginfo.gov, July 2026", "lathropgpm.com, 2026"],
            asOf: "2026-07-03",
            isSecondHand: true,
            audits: [.impact]
        ),
        AuditLaw(
            id: "nyc-144",
            name: "Local Law 144 of 2021",
            place: "New York City",
            facts: [
                "It concerns tools that substantially assist or replace a person's discretion in hiring or promotion.",
                "It asks for an independent audit within the last year, with impact ratios by sex, race or ethnicity and "
                    + "both together, a published summary, and notice ten business days before.",
                "The impact ratio is a category's rate over that of the category with the highest rate; for scores the "
                    + "rate is the share above the sample's median.",
                "The auditor may leave out a category of less than 2 % of the data.",
            ],
            threshold: nil,
            sources: ["holisticai.com", "bsk.com"],
            asOf: "2026-07-03",
            isSecondHand: true,
            audits: [.impact]
        ),
        AuditLaw(
            id: "eu-2024-1689",
            name: "Artificial Intelligence Act, Regulation (EU) 2024/1689",
            place: "European Union",
            facts: [
                "Annex III (4) (b) lists systems that bear on promotion, that allot tasks by behaviour or traits, or that "
                    + "evaluate performance as high-risk.",
                "Whoever uses one has people of competence oversee it, keeps its logs for at least six months and informs "
                    + "workers and their representatives before its use.",
                "These duties were reported to be put off from 2 August 2026 to 2 December 2027; the text in the Official "
                    + "Journal was not seen.",
                "Article 5 (1) (f) forbids inferring emotions at work from biometric data.",
            ],
            threshold: nil,
            sources: ["decisionfocus.com, 3 July 2026", "DLA Piper, 2 July 2026"],
            asOf: "2026-07-03",
            isSecondHand: true,
            audits: [.impact, .recognition]
        ),
        AuditLaw(
            id: "eu-2016-679",
            name: "General Data Protection Regulation (EU) 2016/679",
            place: "European Union",
            facts: [
                "A score on which the decider draws strongly counts as an automated decision itself "
                    + "(Court of Justice, C-634/21, 7 December 2023).",
                "Groups small enough to point at a person are personal data.",
            ],
            threshold: nil,
            sources: ["gdprhub.eu", "Article 22; recital 26"],
            asOf: "2026-07-03",
            isSecondHand: true,
            audits: Audit.allCases
        ),
        AuditLaw(
            id: "us-states",
            name: "State laws on automated decisions at work",
            place: "Illinois, California, Colorado",
            facts: [
                "Illinois HB 3773, in force since 1 January 2026: no discriminatory effect, notice to workers.",
                "California's rules on automated-decision systems, in force since 1 October 2025: records kept four years.",
                "Colorado SB 26-189 replaces the act of 2024 from 1 January 2027.",
            ],
            threshold: nil,
            sources: ["mcguirewoods.com, 2026"],
            asOf: "2026-07-03",
            isSecondHand: true,
            audits: [.impact]
        ),
    ]
}
