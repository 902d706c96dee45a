// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")

let package = Package(
    name: "crosstie",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "crosstie", targets: ["crosstie"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // 0: C, from Debian or from this repository's own files
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(name: "CSimdjson", linkerSettings: [.linkedLibrary("simdjson")]),
        .target(name: "CWeights"),
        .target(name: "CLadders"),
        .target(name: "CStories"),
        .target(name: "CBriefing"),
        .target(name: "CPages"),
        .target(name: "COnnx"),

        // 1: rows; the ladder's rules
        .target(
            name: "Store",
            dependencies: [
                "COpenSSL", "CPostgres",
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: house
        ),
        .target(
            name: "Ladder",
            dependencies: ["CLadders", .product(name: "Yams", package: "Yams")],
            swiftSettings: house
        ),

        .target(name: "Statistics", swiftSettings: house),
        .target(name: "Titles", swiftSettings: house),

        // 2: people and messages, plain values
        .target(name: "Workspace", swiftSettings: house),

        // 3: what comes in, what it says
        .target(name: "Intake", dependencies: ["Workspace", "CZip", "CSimdjson"], swiftSettings: house),
        .target(
            name: "Signals",
            dependencies: ["Workspace", "CWeights"],
            exclude: ["Weights"],
            swiftSettings: house
        ),
        .target(
            name: "Demo",
            dependencies: ["Workspace", "CStories", "CZip"],
            exclude: ["Scripts"],
            swiftSettings: house
        ),

        .target(
            name: "ReaderTransformer",
            dependencies: ["COnnx", "COpenSSL", "CZip", "Signals", "Workspace"],
            swiftSettings: house
        ),
        .target(
            name: "ModelEndpoint",
            dependencies: [
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            swiftSettings: house
        ),
        .target(
            name: "ReaderEndpoint",
            dependencies: [
                "ModelEndpoint", "Signals",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            swiftSettings: house
        ),

        // 3: Slack's own protocols: signatures, payloads, Web API, Socket Mode, Block Kit, manifest
        .target(
            name: "Slack",
            dependencies: [
                "Intake", "Workspace", logging,
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"), .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOWebSocket", package: "swift-nio"),
            ],
            swiftSettings: house
        ),

        // 3: what the world publishes: public feeds
        .target(name: "Feeds", dependencies: ["CXML", "Workspace"], swiftSettings: house),
        .target(
            name: "FeedFetching",
            dependencies: [
                "Workspace", .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: house
        ),

        // 3: the Model Context Protocol: JSON-RPC, revisions, streamable HTTP and lines; knows nothing of the house
        .target(name: "MCP", swiftSettings: house),

        // 3: signing in with a provider
        .target(
            name: "OpenID",
            dependencies: [
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            swiftSettings: house
        ),

        // 4: what is kept: the values, and the only module that writes SQL about them
        .target(name: "Evidence", dependencies: ["Signals", "Workspace"], swiftSettings: house),
        .target(name: "Learning", dependencies: ["Evidence", "Signals", "Workspace"], swiftSettings: house),
        .target(name: "Jobs", swiftSettings: house),
        .target(
            name: "Telemetry",
            dependencies: [.product(name: "CoreMetrics", package: "swift-metrics")],
            swiftSettings: house
        ),
        .target(
            name: "Records",
            dependencies: [
                "COpenSSL", "Evidence", "Jobs", "Learning", "Signals", "Store", "Workspace",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: house
        ),

        .target(
            name: "Importing",
            dependencies: ["Evidence", "Intake", "Records", "Signals", "Workspace"],
            swiftSettings: house
        ),

        // 4: the chat while it goes on, through the same door as an import; inbox, backfill, outbox
        .target(
            name: "SlackLive",
            dependencies: [
                "Evidence", "Importing", "Intake", "Jobs", "Records", "Signals", "Slack", "Workspace", logging,
            ],
            swiftSettings: house
        ),

        // 5: what it means; values in, values out
        .target(
            name: "Growth",
            dependencies: ["Evidence", "Ladder", "Signals", "Statistics", "Workspace"],
            swiftSettings: house
        ),
        .target(name: "Audits", dependencies: ["Ladder", "Statistics", "Workspace"], swiftSettings: house),
        .target(
            name: "Calibration",
            dependencies: ["Evidence", "Signals", "Statistics", "Workspace"],
            swiftSettings: house
        ),
        .target(name: "Decisions", dependencies: ["Evidence", "Signals", "Workspace"], swiftSettings: house),
        .target(
            name: "OrgNetwork",
            dependencies: ["Evidence", "Signals", "Statistics", "Workspace"],
            swiftSettings: house
        ),
        .target(
            name: "Support",
            dependencies: ["Evidence", "Signals", "Statistics", "Workspace"],
            swiftSettings: house
        ),
        .target(
            name: "Moves",
            dependencies: ["Evidence", "Growth", "Ladder", "Signals", "Workspace"],
            swiftSettings: house
        ),

        // on top of the clock: what it would have said, and how often it would be wrong
        .target(
            name: "Backtest",
            dependencies: ["Evidence", "Growth", "Ladder", "Signals", "Statistics", "Workspace"],
            swiftSettings: house
        ),
        .target(name: "Simulation", dependencies: ["Growth", "Statistics", "Workspace"], swiftSettings: house),

        // beside the ledger, never below it: news for one reader, and the store of what they read
        .target(
            name: "Briefing",
            dependencies: ["CBriefing", "Feeds", "Workspace"],
            exclude: ["Data"],
            swiftSettings: house
        ),
        .target(
            name: "Reading",
            dependencies: ["Briefing", "Store", "Workspace", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: house
        ),

        // 6: what is said
        .target(
            name: "Writing",
            dependencies: ["Evidence", "Growth", "Ladder", "Signals", "Workspace"],
            swiftSettings: house
        ),

        .target(
            name: "OneOnOnes",
            dependencies: ["Evidence", "Growth", "Ladder", "Signals", "Support", "Workspace", "Writing"],
            swiftSettings: house
        ),
        .target(
            name: "Reviews",
            dependencies: ["Evidence", "Growth", "Ladder", "Signals", "Workspace", "Writing"],
            swiftSettings: house
        ),
        .target(
            name: "WriterEndpoint",
            dependencies: [
                "Evidence", "ModelEndpoint", "Signals", "Workspace", "Writing",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            swiftSettings: house
        ),

        // 7: what lies on each person's desk, rights checked; the same for every way of delivery
        .target(
            name: "Desk",
            dependencies: [
                "Audits", "Backtest", "Calibration", "Decisions", "Evidence", "Growth", "Jobs", "Ladder", "Moves",
                "OneOnOnes",
                "OrgNetwork", "Records", "Reviews", "Signals", "Statistics", "Store", "Support", "Workspace",
                "WriterEndpoint", "Writing",
            ],
            swiftSettings: house
        ),

        // 8: what programs get: the one JSON form of each thing, used by commands, API and MCP alike
        .target(
            name: "Answers",
            dependencies: [
                "Audits", "Calibration", "Decisions", "Desk", "Evidence", "Growth", "Ladder", "Moves", "OneOnOnes",
                "OrgNetwork", "Records", "Reviews", "Signals", "Support", "Titles", "Workspace", "Writing",
            ],
            swiftSettings: house
        ),

        // 8: the JSON API: routes, tokens at the door, OpenAPI; HTTP itself is Web's
        .target(
            name: "API",
            dependencies: [
                "Answers", "Audits", "Calibration", "Decisions", "Desk", "Evidence", "Growth", "Ladder", "Moves",
                "OneOnOnes", "Records", "Reviews", "Support", "Titles", "Workspace", "Writing", logging,
            ],
            swiftSettings: house
        ),

        // 8: what a person's assistant may read: the Model Context Protocol's tools over the desk
        .target(
            name: "MCPDesk",
            dependencies: [
                "Answers", "Desk", "Evidence", "Ladder", "MCP", "Signals", "Workspace",
            ],
            swiftSettings: house
        ),

        // 8: delivery
        .target(
            name: "Web",
            dependencies: [
                "Answers", "Audits", "Briefing", "COpenSSL", "CPages", "Calibration", "Decisions", "Desk", "Evidence",
                "Growth", "Jobs",
                "Ladder",
                "Moves", "OneOnOnes", "OpenID", "OrgNetwork", "Reading", "Records", "Reviews", "Signals", "Support",
                "Workspace", "Writing", logging,
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            exclude: ["Templates", "Static"],
            swiftSettings: house
        ),

        // 8: what people see and do in Slack
        .target(
            name: "SlackDesk",
            dependencies: [
                "Desk", "Evidence", "Growth", "Intake", "Ladder", "OneOnOnes", "Records", "Reviews", "Signals", "Slack",
                "SlackLive",
                "Support",
                "Workspace", "Writing", logging,
            ],
            swiftSettings: house
        ),

        // 9: the program
        .executableTarget(
            name: "crosstie",
            dependencies: [
                "API", "Answers", "Audits", "Backtest", "Briefing", "CMalloc", "Calibration", "Decisions", "Demo",
                "Desk",
                "Evidence",
                "FeedFetching",
                "Feeds", "Growth", "Importing", "Intake", "Jobs", "Ladder", "Learning", "ModelEndpoint", "MCP",
                "MCPDesk",
                "Moves",
                "OneOnOnes",
                "OpenID", "OrgNetwork",
                "Reading", "ReaderEndpoint",
                "ReaderTransformer", "Records", "Reviews", "Signals", "Simulation", "Slack", "SlackDesk", "SlackLive",
                "Statistics", "Store", "Support", "Telemetry", "Titles", "Web", "Workspace", "WriterEndpoint",
                "Writing", logging,
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: house
        ),

        // tests; StoreTesting opens each engine empty, VectorTesting reads files of worked cases, ServerTesting answers on loopback
        .target(name: "VectorTesting", swiftSettings: house),
        .target(
            name: "ServerTesting",
            dependencies: [
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: house
        ),
        .testTarget(
            name: "BacktestTests",
            dependencies: ["Backtest", "Evidence", "Growth", "Ladder", "Signals", "Statistics", "Workspace"],
            swiftSettings: house
        ),
        .testTarget(
            name: "CalibrationTests",
            dependencies: ["Calibration", "Evidence", "Signals", "Statistics", "VectorTesting", "Workspace"],
            exclude: ["Vectors"],
            swiftSettings: house
        ),
        .testTarget(
            name: "DecisionsTests",
            dependencies: ["Decisions", "Evidence", "Signals", "Workspace"],
            swiftSettings: house
        ),
        .testTarget(
            name: "OrgNetworkTests",
            dependencies: ["Evidence", "OrgNetwork", "Signals", "Statistics", "VectorTesting", "Workspace"],
            exclude: ["Vectors"],
            swiftSettings: house
        ),
        .testTarget(
            name: "SimulationTests",
            dependencies: ["Growth", "Simulation", "Statistics", "Workspace"],
            swiftSettings: house
        ),
        .testTarget(
            name: "SupportTests",
            dependencies: ["Evidence", "Signals", "Statistics", "Support", "VectorTesting", "Workspace"],
            exclude: ["Vectors"],
            swiftSettings: house
        ),
        .target(name: "StoreTesting", dependencies: ["Store"], swiftSettings: house),
        .testTarget(name: "StoreTests", dependencies: ["Store", "StoreTesting"], swiftSettings: house),
        .testTarget(
            name: "StatisticsTests",
            dependencies: ["Statistics", "VectorTesting"],
            exclude: ["Vectors"],
            swiftSettings: house
        ),
        .testTarget(name: "TitlesTests", dependencies: ["Titles"], exclude: ["Vectors"], swiftSettings: house),
        .testTarget(
            name: "AuditsTests",
            dependencies: ["Audits", "Demo", "Ladder", "Statistics", "VectorTesting", "Workspace"],
            exclude: ["Vectors"],
            swiftSettings: house
        ),
        .testTarget(
            name: "ModelEndpointTests",
            dependencies: ["ModelEndpoint", "ServerTesting"],
            swiftSettings: house
        ),
        .testTarget(
            name: "OneOnOnesTests",
            dependencies: ["Evidence", "Growth", "Ladder", "OneOnOnes", "Signals", "Support", "Workspace", "Writing"],
            swiftSettings: house
        ),
        .testTarget(
            name: "ReviewsTests",
            dependencies: ["Evidence", "Growth", "Ladder", "Reviews", "Signals", "Workspace", "Writing"],
            swiftSettings: house
        ),
        .testTarget(
            name: "WriterEndpointTests",
            dependencies: [
                "Evidence", "ModelEndpoint", "ServerTesting", "Signals", "Workspace", "WriterEndpoint", "Writing",
            ],
            swiftSettings: house
        ),
        .testTarget(
            name: "SlackTests",
            dependencies: [
                "Intake", "Slack", "Workspace", logging, .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOWebSocket", package: "swift-nio"),
            ],
            swiftSettings: house
        ),
        .testTarget(
            name: "SlackLiveTests",
            dependencies: [
                "Evidence", "Importing", "Intake", "Jobs", "Records", "Signals", "Slack", "SlackLive", "Store",
                "StoreTesting",
                "Workspace",
            ],
            swiftSettings: house
        ),
        .testTarget(
            name: "SlackDeskTests",
            dependencies: [
                "Desk", "Evidence", "Importing", "Intake", "Ladder", "OneOnOnes", "Records", "Reviews", "Signals",
                "Slack",
                "SlackDesk", "SlackLive", "Store", "Workspace", "Writing", logging,
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: house
        ),
        .testTarget(name: "FeedsTests", dependencies: ["Feeds"], swiftSettings: house),
        .testTarget(
            name: "BriefingTests",
            dependencies: ["Briefing", "Demo", "Feeds", "Statistics", "VectorTesting", "Workspace"],
            exclude: ["Judged", "Vectors"],
            swiftSettings: house
        ),
        .testTarget(
            name: "ReadingTests",
            dependencies: ["Briefing", "Reading", "Store", "Workspace"],
            swiftSettings: house
        ),
        .testTarget(
            name: "FeedFetchingTests",
            dependencies: [
                "FeedFetching", "Workspace", .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: house
        ),
        .testTarget(
            name: "OpenIDTests",
            dependencies: [
                "OpenID", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            swiftSettings: house
        ),
        .testTarget(
            name: "ReaderEndpointTests",
            dependencies: [
                "ModelEndpoint", "ReaderEndpoint", "ServerTesting", "Signals",
            ],
            swiftSettings: house
        ),
        .testTarget(
            name: "ReaderTransformerTests",
            dependencies: ["COnnx", "ReaderTransformer", "Signals", "Workspace"],
            exclude: ["Vectors"],
            swiftSettings: house
        ),
        .testTarget(
            name: "TelemetryTests",
            dependencies: ["Telemetry", .product(name: "CoreMetrics", package: "swift-metrics")],
            swiftSettings: house
        ),
        .testTarget(name: "JobsTests", dependencies: ["Jobs"], swiftSettings: house),
        .testTarget(
            name: "LearningTests",
            dependencies: ["Evidence", "Learning", "Signals", "Workspace"],
            swiftSettings: house
        ),
        .testTarget(
            name: "MovesTests",
            dependencies: ["Evidence", "Growth", "Ladder", "Moves", "Signals", "Workspace"],
            swiftSettings: house
        ),
        .testTarget(
            name: "DeskTests",
            dependencies: [
                "Audits", "Backtest", "Calibration", "Decisions", "Desk", "Evidence", "Growth", "Ladder",
                "ModelEndpoint", "Moves", "OneOnOnes", "OrgNetwork", "Records", "Reviews", "Signals", "Statistics",
                "Store", "StoreTesting", "Support", "Workspace", "WriterEndpoint", "Writing",
            ],
            swiftSettings: house
        ),
        .testTarget(name: "WorkspaceTests", dependencies: ["Workspace"], swiftSettings: house),
        .testTarget(name: "LadderTests", dependencies: ["Ladder"], exclude: ["Cases"], swiftSettings: house),
        .testTarget(name: "IntakeTests", dependencies: ["Intake", "Workspace"], swiftSettings: house),
        .testTarget(name: "SignalsTests", dependencies: ["Signals", "Workspace"], swiftSettings: house),
        .testTarget(name: "DemoTests", dependencies: ["CZip", "Demo", "Workspace"], swiftSettings: house),
        .testTarget(name: "EvidenceTests", dependencies: ["Evidence", "Signals", "Workspace"], swiftSettings: house),
        .testTarget(
            name: "RecordsTests",
            dependencies: ["Evidence", "Jobs", "Records", "Signals", "Store", "StoreTesting", "Workspace"],
            swiftSettings: house
        ),
        .testTarget(
            name: "GrowthTests",
            dependencies: ["Evidence", "Growth", "Ladder", "Signals", "Statistics", "VectorTesting", "Workspace"],
            exclude: ["Vectors"],
            swiftSettings: house
        ),
        .testTarget(
            name: "WritingTests",
            dependencies: ["Evidence", "Growth", "Ladder", "Signals", "VectorTesting", "Workspace", "Writing"],
            exclude: ["Vectors"],
            swiftSettings: house
        ),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Answers", "Audits", "CPages", "Desk", "Evidence", "Growth", "Ladder", "Moves", "OneOnOnes", "OpenID",
                "Reviews",
                "Signals", "Web", "Workspace", "Writing", logging,
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ],
            exclude: ["Pages"],
            swiftSettings: house
        ),
        .testTarget(name: "MCPTests", dependencies: ["MCP"], swiftSettings: house),
        .testTarget(
            name: "MCPDeskTests",
            dependencies: [
                "Answers", "Desk", "Evidence", "Ladder", "MCP", "MCPDesk", "Records", "Signals", "Store",
                "StoreTesting", "Workspace",
            ],
            swiftSettings: house
        ),
        .testTarget(
            name: "APITests",
            dependencies: [
                "API", "Answers", "Desk", "Evidence", "Ladder", "Moves", "OneOnOnes", "Records", "Reviews", "Signals",
                "Store", "StoreTesting", "Workspace", logging,
            ],
            swiftSettings: house
        ),
        .testTarget(
            name: "AcceptanceTests",
            dependencies: [
                "Backtest", "Calibration", "Decisions", "Demo", "Desk", "Evidence", "Growth", "Importing", "Intake",
                "Jobs", "Ladder", "ModelEndpoint", "OneOnOnes", "OrgNetwork", "Records", "Reviews", "Signals", "Slack",
                "Statistics",
                "Store", "StoreTesting", "Support", "Web", "Workspace", "WriterEndpoint", "Writing", logging,
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ],
            swiftSettings: house
        ),
    ]
)
