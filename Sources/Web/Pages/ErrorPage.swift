/// A page for when there is no page.
struct ErrorPage: Page {
    static let template = "error"
    /// What happened, as a heading.
    let heading: String
    /// What that means.
    let words: String
    /// Where to go from here.
    let way: String
    /// Where that leads.
    let link: Link

    init(_ heading: String, _ words: String, way: String = "To your week", link: Link = .week) {
        self.heading = heading
        self.words = words
        self.way = way
        self.link = link
    }
}
