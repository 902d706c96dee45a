public import Briefing
public import Workspace

extension BriefPage {
    /// A day's brief as its reader sees it; `brief` is nil where none was made for the day.
    ///
    /// Shape: `answers` is what the reader said of items, by their ids.
    public init(
        _ brief: Brief?,
        day: CivilDate,
        today: CivilDate,
        profile: ReaderProfile,
        answers: [String: Bool],
        book: TopicBook,
        search: BriefSearch? = nil,
        shared: String? = nil,
        complaint: String? = nil
    ) {
        let items = (brief?.items ?? []).enumerated().map { place, item in
            BriefCard(
                item,
                number: place + 1,
                matters: item.matters,
                answer: answers[item.id],
                topics: item.topics.compactMap { id in book.topics.first { $0.id == id } }.map { topic in
                    BriefTopic(topic, profile)
                }
            )
        }
        self.init(
            day: day,
            isToday: day == today,
            reading: brief.flatMap { Self.reading($0.wordCount) },
            items: items,
            none: items.isEmpty ? Self.none(brief, day: day, today: today) : nil,
            earlier: CivilDate(days: day.days - 1),
            later: day < today ? CivilDate(days: day.days + 1) : nil,
            search: search,
            shared: shared,
            complaint: complaint
        )
    }

    /// 200 words a minute.
    private static func reading(_ words: Int) -> String? {
        guard words > 0 else { return nil }
        let minutes = max(1, (words + 150) / 200)
        let names = ["A one-minute read", "A two-minute read", "A three-minute read", "A four-minute read"]
        return minutes <= names.count ? names[minutes - 1] : "\(minutes) minutes to read"
    }

    private static func none(_ brief: Brief?, day: CivilDate, today: CivilDate) -> String {
        if brief == nil, day != today { return "No brief was made for this day." }
        return "Nothing today that is worth your time. News come as soon as your sources have some."
    }
}

extension BriefSharePage {
    /// A day's brief for others: nothing from inside, no reasons, no order of the reader's own.
    public init(_ brief: Brief, day: CivilDate) {
        let items = brief.items.filter { !$0.isInside }.sorted { $0.headline < $1.headline }
        self.init(
            day: day,
            items: items.enumerated().map { place, item in
                var item = item
                // Whether a story goes on is known from what this reader was shown.
                item.isNew = true
                return BriefCard(item, number: place + 1, matters: "", answer: nil, topics: [])
            }
        )
    }
}

extension BriefCard {
    fileprivate init(_ item: Brief.Item, number: Int, matters: String, answer: Bool?, topics: [BriefTopic]) {
        self.init(
            id: item.formID,
            number: number,
            headline: BriefLink(name: item.headline, address: item.sources.first?.link),
            happened: item.happened.isEmpty ? nil : item.happened.joined(separator: " "),
            teller: item.source.name,
            matters: matters,
            sources: item.sources.map { BriefLink(name: $0.name, address: $0.link) },
            continues: !item.isNew,
            isInside: item.isInside,
            answer: answer,
            topics: topics
        )
    }
}

extension BriefTopic {
    fileprivate init(_ topic: TopicBook.Topic, _ profile: ReaderProfile) {
        self.init(
            id: topic.id,
            name: topic.name,
            isFollowed: profile.followed.contains(topic.id),
            isMuted: profile.muted.contains(topic.id)
        )
    }
}

extension BriefSettingsPage {
    /// What a reader stated.
    ///
    /// Shape: `sources` are feeds that the brief is made from, muted ones among them; `own` the addresses of those that the reader
    /// added; `problems` what went wrong with a feed the last time, by its address.
    public init(
        _ profile: ReaderProfile,
        book: TopicBook,
        sources: [NewsSource],
        own: Set<String>,
        problems: [String: String],
        feed: String?,
        complaint: String? = nil,
        done: String? = nil
    ) {
        self.init(
            roles: book.roles.map {
                BriefChoice(value: $0.id, name: $0.name.capitalFirst, isChosen: $0.id == profile.role)
            },
            industries: [BriefChoice(value: "", name: "None in particular", isChosen: profile.industry == nil)]
                + book.industries.map {
                    BriefChoice(value: $0.id, name: $0.name.capitalFirst, isChosen: $0.id == profile.industry)
                },
            hours: (0..<24).map {
                BriefChoice(value: "\($0)", name: ($0 < 10 ? "0" : "") + "\($0):00", isChosen: $0 == profile.hour)
            },
            lengths: zip(5...7, ["Five items", "Six items", "Seven items"]).map {
                BriefChoice(value: "\($0)", name: $1, isChosen: $0 == profile.items)
            },
            zone: profile.zone,
            tools: profile.tools.joined(separator: ", "),
            words: profile.words,
            competencies: book.competencies.keys.sorted().map {
                BriefChoice(
                    value: $0,
                    name: $0.split { $0 == "-" || $0 == "_" }.joined(separator: " ").capitalFirst,
                    isChosen: profile.growing.contains($0)
                )
            },
            topics: book.topics.map { BriefTopic($0, profile) }.sorted { $0.name.lowercased() < $1.name.lowercased() },
            feeds: sources.map {
                BriefFeed(
                    address: $0.id,
                    name: $0.name,
                    problem: problems[$0.id],
                    isOwn: own.contains($0.id),
                    isMuted: profile.mutedSources.contains($0.id)
                )
            },
            own: feed,
            complaint: complaint,
            done: done
        )
    }
}

extension String {
    fileprivate var capitalFirst: String { prefix(1).uppercased() + dropFirst() }
}
