extension LanguageLexicon {
    /// Words of English drafts that say something about a person, or nothing at all.
    ///
    /// Compiled from findings about written reviews (Snyder 2014; Correll, Weisshaar, Wynn and Wehner 2020; Textio 2022 and
    /// 2024), to be read and changed by people. One class a line; `word*` takes any ending; `~word` counts only where it is
    /// said of a person, since systems can be difficult, too.
    public static let englishText = """
        personality: abrasive, bossy, strident, irrational, judgemental, judgmental, opinionated, hot-headed, \
        hysterical, whiny, arrogant, stubborn, pushy, shrill, condescending, catty, moody, immature, \
        ~emotional, ~aggressive, ~difficult, ~sensitive, ~defensive, ~intense, ~quiet, ~passive, ~lazy, ~soft, ~cold, \
        ~negative, ~intimidating, ~dramatic, ~argumentative, attitude, lacks confidence, not a team player, \
        too nice, rubs people the wrong way
        communal: nice, helpful, kind-hearted, sweet, cheerful, likeable, likable, pleasant, bubbly, ~warm, ~kind, \
        ~supportive, ~friendly, ~caring, ~lovely, a joy to work with, pleasure to work with, team player, \
        always smiling, great attitude, good attitude, positive attitude
        agency: confident, ambitious, decisive, visionary, fearless, charismatic, self-starter, go-getter, ~strategic, \
        ~driven, ~competitive, ~assertive, ~dominant, born leader, natural leader, leadership presence, gravitas, \
        executive presence
        genius: brilliant, genius, gifted, rockstar, rock star, ninja, superstar, wizard, mastermind, exceptional talent, \
        a natural, world-class, world class, 10x
        hedge: seems to, appears to, somewhat, tends to, kind of, sort of, perhaps, maybe, a bit, arguably, i feel that, \
        i think that, might be, could be seen as
        exaggeration: always, never, everyone, nobody, constantly, every time, all the time, without exception, \
        the best ever, single-handedly
        availability: maternity, paternity, parental leave, part-time, part time, working mother, working mom, new mother, \
        new father, childcare, pregnan*, her kids, his kids, their kids, family situation, despite working remotely, \
        always available, always online, around the clock, nights and weekends, works late, long hours
        """

    /// The English lexicon.
    public static let english = LanguageLexicon(language: "en", text: englishText)
}
