/// Names that are also words: where the talk has them without a capital they are taken for the word.
///
/// Shape: English and German, lower-case; parts of names that are not among them are looked for in any case. So a name that is missing
/// here costs a word in somebody's quote, never a trace of who was erased.
enum NameWords {
    static let all: Set<String> = Set(
        """
        will mark rose grace may june april august summer hope joy faith bill frank pat sue art jack drew chase hunter dean gene \
        grant guy jean lance max miles nick norm pearl penny ray rich rob robin rod ruby sandy skip stone violet wade ward wood young \
        long short green brown black white gray grey king page price read rice small snow speed stern street sharp smart strong swift \
        walker waters wells west wise best bird bishop bond bright brook bush carpenter case church cook cross day field fields fish \
        fisher flowers ford forest fox free garden gold good hall hand hardy head hill holiday house hunt iron key knight lamb lane law \
        light little love major marsh mason merry mills moon nice noble north park parks pike pope potter power powers prince quick rain \
        reed rivers rock root rush sage savage self shepherd silver smith south spring star steel still story sun swan temple tower \
        trip turner wall water way weeks weaver wild winter wolf woods worth wright yard jan mar dec sat sun mon tag \
        amber angel archer baker barber bell berry carol cash chip christian clay cliff colt cooper coral crystal daisy dale dawn \
        destiny dick don dusty earl ernest eve fern finn flint glen happy harmony hazel heath heather holly iris ivy jade jasmine jay \
        jewel josh kit laurel lily linden lucky luna mercy mick mike mint myrtle olive opal pepper pierce poppy porter rusty sailor \
        sawyer scout shelby sky sonny stormy tanner tiger tripp trinity truth vale victor wade wills woody \
        klein gross groß lang kurz schwarz weiß weiss braun jung alt neu berg stein vogel fuchs könig kaiser richter bauer koch \
        müller schneider schäfer jäger sommer herbst morgen abend sonntag freitag engel frei gut hart kalt roth sauer stark still süß \
        wagner zimmermann förster graf fromm ernst frank
        """.split(whereSeparator: \.isWhitespace).map(String.init)
    )
}
