extension DemoPress {
    /// All of the papers.
    public static let feeds = [engine, roads, rules, people, numbers, surface, counter]

    private static let engine = DemoPress(
        address: "https://engine-room.example/feed",
        title: "Engine Room",
        isPrimary: false,
        stories: [
            Story(
                3,
                "A replica that lies: how one flag lost an hour of writes",
                "A database team tells how a replica reported itself healthy while it skipped rows after a crash. The lag graph stayed flat, because it measured the connection and not the data. They now compare a checksum of the last hour on both sides before every failover."
            ),
            Story(
                9,
                "Cutting a build from 41 minutes to 7, and what did not help",
                "Remote caching gave the first half, and running only the tests that a change can reach gave the rest. Larger machines did nothing, since the slowest step waited for a lock. The scripts are open."
            ),
            Story(
                20,
                "On-call for six people: hand-over notes that take four minutes",
                "Three small teams changed how they hand over a week of on-call duty. Each alert that fired gets one line: what it was, what was done, whether it should exist. Pages fell by half in ten weeks."
            ),
            Story(
                30,
                "Schema migrations without a maintenance window",
                "A guide to changing large tables while people work: add the column, fill it in batches, switch reads, then writes. It ends with five ways in which the authors broke production."
            ),
            Story(
                52,
                "What a rate limit should say when it says no",
                "An essay on limits that callers can act on: how long to wait, which limit was met, and whom to ask for more. With examples of answers that made matters worse."
            ),
        ]
    )

    private static let roads = DemoPress(
        address: "https://cold-roads.example/news",
        title: "Cold Roads",
        isPrimary: false,
        stories: [
            Story(
                5,
                "Two ports will check cold chain records by sample from January",
                "Carriers of frozen and chilled goods must show temperature records for the whole route within ten minutes of being asked. Records with gaps of more than fifteen minutes count as missing. The ports expect some 400 checks a week."
            ),
            Story(
                12,
                "Sensor makers agree on one format for temperature loggers",
                "Five makers of loggers for refrigerated freight publish a shared data format. Old devices can be translated by a gateway. First trucks with it drive in spring."
            ),
            Story(
                26,
                "Freight customs: electronic certificates for fish and fruit become the rule",
                "Paper certificates end in March for fish, in June for fruit. Software that files customs documents has to be registered again by the end of the year."
            ),
            Story(
                45,
                "Why reefers wait: a study of 12,000 stops",
                "Researchers followed refrigerated trucks for a year. Two thirds of the waiting came from documents that were ready and had not been seen."
            ),
        ]
    )

    private static let rules = DemoPress(
        address: "https://plain-rules.example/updates",
        title: "Plain Rules",
        isPrimary: true,
        stories: [
            Story(
                7,
                "Pay transparency: first reports on the pay gap are due in June",
                "Employers with 150 people and more must report the gap between women and men for each group of workers. A gap of five percent or more that nobody can explain leads to a joint assessment with the workers' representatives. The reporting form is published."
            ),
            Story(
                33,
                "Systems that assess workers: what employers must tell them",
                "New guidance explains which systems count as high risk when they are used about people at work. Workers and their representatives must be told before such a system is used. Examples show where the line lies."
            ),
            Story(
                60,
                "Security reports within 24 hours for makers of connected devices",
                "From autumn on, makers must report a hole that is being used against their customers within a day. The notice can be short; the full report follows in three days."
            ),
        ]
    )

    private static let people = DemoPress(
        address: "https://good-lead.example/essays",
        title: "Good Lead",
        isPrimary: false,
        stories: [
            Story(
                6,
                "The 1:1 in which nobody reports anything",
                "A manager of nine stopped asking for status in one-on-ones, since it was already written elsewhere. What came instead: questions about the work that nobody had time to ask. She prints the six questions that stayed."
            ),
            Story(
                22,
                "Seeing the work that keeps things running",
                "Upkeep rarely has a launch day, so calibration rooms forget it. An engineering manager lists what she now looks for: alerts that stopped, restores that were tried, builds that became quick."
            ),
            Story(
                47,
                "Two tracks, one pay: what a company learnt after five years",
                "Engineers who moved back from management kept level and pay, and most of them stayed. The hardest part was not the money but the word: nobody calls it a step down any more."
            ),
        ]
    )

    private static let numbers = DemoPress(
        address: "https://row-and-column.example/feed",
        title: "Row and Column",
        isPrimary: false,
        stories: [
            Story(
                8,
                "Forecasts that say how sure they are",
                "A forecasting team shows intervals beside every number and counts how often the truth falls inside. After a season the planners asked for the interval first."
            ),
            Story(
                28,
                "Backfills that can be stopped",
                "Notes from a data team whose backfill took the warehouse down: small batches, a budget of reads, a switch that everybody may press. The job takes a day longer, and nobody is called at night."
            ),
        ]
    )

    private static let surface = DemoPress(
        address: "https://close-to-the-glass.example/feed",
        title: "Close to the Glass",
        isPrimary: false,
        stories: [
            Story(
                10,
                "An app for gloves: what drivers taught a design team",
                "Buttons of 12 millimetres, no swipes, and a screen that reads in the sun. The team rode along for three weeks and threw away its first prototype."
            ),
            Story(
                36,
                "Accessible tables on small screens",
                "A tested pattern for wide tables on a phone, with headings that screen readers announce. Works without a script."
            ),
        ]
    )

    private static let counter = DemoPress(
        address: "https://other-side.example/feed",
        title: "The Other Side of the Ticket",
        isPrimary: false,
        stories: [
            Story(
                11,
                "Answer first, apologise once",
                "A support team rewrote its fifty most used answers: the fix in the first line, one apology, no more. Customers wrote back a third less often."
            ),
            Story(
                40,
                "Product decisions that cite tickets",
                "A product manager links each decision to the tickets behind it. When the number falls, the decision is closed; when it does not, it is opened again."
            ),
        ]
    )
}
