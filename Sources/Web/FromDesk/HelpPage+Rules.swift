import Audits
import Calibration
import Desk
import Evidence
import Growth
import Moves
import Support

extension HelpPage {
    static var asking: HelpPart {
        HelpPart(
            anchor: "asking",
            title: "Asking colleagues",
            lead:
                "Quiet work is seen by few, so a few who were there are asked. Not having seen it counts for nothing.",
            terms: [
                HelpTerm(
                    term: "How often",
                    words:
                        "At most \(RequestSchedule.colleaguesARound) colleagues a round, \(RequestSchedule.requestsAWeek) requests a week for anybody, \(RequestSchedule.daysBetweenRounds) days between rounds about one person."
                ),
                HelpTerm(term: "How long", words: "A request waits \(RequestSchedule.daysToAnswer) days."),
                HelpTerm(
                    term: "Names",
                    words:
                        "Answers carry names, but for those who report to the person: theirs are shown from \(RequestSchedule.fewestReports) on, together and without names."
                ),
            ],
            formulas: []
        )
    }

    static var support: HelpPart {
        HelpPart(
            anchor: "support",
            title: "Support signals",
            lead: "About conditions, never about worth, and never in a review.",
            terms: [
                HelpTerm(
                    term: "Who sees one",
                    words:
                        "The person at once, the manager \(SupportAgenda.headStart / 3_600_000_000) hours later, nobody else."
                ),
                HelpTerm(term: "How long it stays", words: "\(SupportAgenda.lifetime) days, then it is gone."),
                HelpTerm(
                    term: "How often",
                    words: "After one was opened, its kind stays quiet for \(SupportAgenda.quiet) days."
                ),
            ],
            formulas: []
        )
    }

    static var moves: HelpPart {
        HelpPart(
            anchor: "moves",
            title: "Moves",
            lead: "A level-up can be proposed at any time and needs no vacancy. A change of track keeps level and pay.",
            terms: [
                HelpTerm(
                    term: "Settling in",
                    words: "After a move the clock says nothing for \(TrackMove.settlingDays) days."
                ),
                HelpTerm(
                    term: "Right to return",
                    words: "For \(TrackMove.returnDays) days after a change of track, at the same level and pay."
                ),
                HelpTerm(
                    term: "Not yet",
                    words: "A refusal names the rules that are not met, what would change it, and a day to look again."
                ),
            ],
            formulas: []
        )
    }

    static var boards: HelpPart {
        HelpPart(
            anchor: "boards",
            title: "Boards and rooms",
            lead: "People talk and decide; the software lays out evidence and asks questions.",
            terms: [
                HelpTerm(
                    term: "Vote before the talk",
                    words:
                        "Each calibrator votes alone, with a sentence; state and votes of others come afterwards. Nobody sees their own case."
                ),
                HelpTerm(
                    term: "Locked record",
                    words:
                        "Once every case has an outcome the record is locked. Its digest is kept in the audit, so that a later change would be seen."
                ),
                HelpTerm(
                    term: "Questions of a room",
                    words:
                        "At most \(CalibrationRoom.mostStatistical) that go beyond chance; of those shown, at most \(share: CalibrationRoom.falseShare) are expected to be chance all the same."
                ),
                HelpTerm(
                    term: "How a text leans",
                    words:
                        "A draft is set beside its own ledger: visible wins, the last quarter, one voice. It takes \(BiasMeter.fewestCitations) citations to say anything."
                ),
            ],
            formulas: []
        )
    }

    static var audits: HelpPart {
        HelpPart(
            anchor: "audits",
            title: "Audits",
            lead: "About groups, never about one person.",
            terms: [
                HelpTerm(
                    term: "Small groups",
                    words:
                        "Nothing is told about fewer than \(AllowedViews.minimum) people, nor what would give such a group away."
                ),
                HelpTerm(
                    term: "Four fifths",
                    words:
                        "A rate of moves below \(share: ImpactRatios.fourFifths) of the highest group’s is a notice, never a verdict."
                ),
                HelpTerm(
                    term: "Pay gap",
                    words:
                        "A gap of \(share: PayGap.trigger) or more in a group of like work asks for a reason."
                ),
                HelpTerm(
                    term: "Headcount",
                    words:
                        "The link between level and the number of people managed is looked at with \(HeadcountLink.leastPeople) people or more."
                ),
            ],
            formulas: []
        )
    }

    static var people: HelpPart {
        HelpPart(
            anchor: "rights",
            title: "Who sees what",
            lead: "Rights follow the people file. Being an administrator opens nothing.",
            terms: [
                HelpTerm(term: "You", words: "Everything about you that is kept, with who looked at your pay."),
                HelpTerm(
                    term: "Your manager",
                    words: "Your page, your record, the preparation of your 1:1 and drafts. Never your private notes."
                ),
                HelpTerm(term: "Your manager’s manager", words: "Nothing, unless they sit on a board with your case."),
                HelpTerm(
                    term: "People operations",
                    words: "Pay, moves, audits and rooms; never your record, your drafts or your notes."
                ),
                HelpTerm(term: "A representative", words: "Audits and groups, never one person’s figures."),
                HelpTerm(
                    term: "A session",
                    words:
                        "Ends \(Sessions.idle / 3_600_000_000) hours after its last use and after \(Sessions.lifetime / 86_400_000_000) days in any case; you can end every one in the settings."
                ),
            ],
            formulas: []
        )
    }
}
