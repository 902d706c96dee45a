import Workspace

/// What the made-up company's made-up newspapers write in the last days of the story, as feeds.
///
/// No paper, product or rule in it is real, and no address leads anywhere: `.example` is kept free for such uses (RFC 2606).
public struct DemoPress: Sendable {
    /// Where the feed would be.
    public let address: String
    /// What it is called.
    public let title: String
    /// True for whoever tells of their own work.
    public let isPrimary: Bool
    /// What came out, the newest first.
    let stories: [Story]

    /// One thing that came out.
    struct Story: Sendable {
        /// Hours before the end of the last day.
        let hours: Int
        let title: String
        let text: String

        init(_ hours: Int, _ title: String, _ text: String) {
            self.hours = hours
            self.title = title
            self.text = text
        }
    }

    /// The feed as RSS 2.0.
    public var rss: String {
        let items = stories.map { story in
            let end = DemoCompany.today.microseconds / 1_000_000 + 86_400
            let link = "\(address)/\(story.hours)"
            return """
                <item><title>\(story.title)</title><link>\(link)</link><guid>\(link)</guid>
                <description>\(story.text)</description><pubDate>\(Self.stamp(end - Int64(story.hours) * 3600))</pubDate></item>
                """
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0"><channel><title>\(title)</title><link>\(address)</link><description>\(title)</description>
            \(items.joined(separator: "\n"))
            </channel></rss>
            """
    }

    /// A moment as RFC 3339, which every reader of feeds understands too.
    private static func stamp(_ seconds: Int64) -> String {
        let day = CivilDate(microseconds: seconds * 1_000_000)
        let rest = seconds % 86_400
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
    }
}
