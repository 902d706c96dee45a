/// A page for when there is no page.
struct ErrorPage: Page {
    static let template = "error"
    /// What happened, as a heading.
    let heading: Words
    /// What that means.
    let words: Words
    /// Where to go from here.
    let way: Words
    /// Where that leads.
    let link: Link

    init(_ heading: Words, _ words: Words, way: Words = "To your week", link: Link = .week) {
        self.heading = heading
        self.words = words
        self.way = way
        self.link = link
    }
}
