// swift-tools-version: 6.2
// The parsers that meet outsiders' bytes, built for libFuzzer; `scripts/fuzz` builds and runs them.
import PackageDescription

/// Coverage and the address sanitizer, and access to what a module keeps to itself.
let fuzzed: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .unsafeFlags(["-sanitize=fuzzer,address", "-enable-testing"]),
]
let covered: [CSetting] = [.unsafeFlags(["-fsanitize=fuzzer-no-link,address"])]
let coveredToo: [CXXSetting] = [.unsafeFlags(["-fsanitize=fuzzer-no-link,address"])]

let package = Package(
    name: "fuzz",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(name: "CSimdjson", cxxSettings: coveredToo, linkerSettings: [.linkedLibrary("simdjson")]),
        .target(name: "CLadders"),
        .target(name: "Workspace", swiftSettings: fuzzed),
        .target(name: "Intake", dependencies: ["Workspace", "CZip", "CSimdjson"], swiftSettings: fuzzed),
        .target(
            name: "Ladder",
            dependencies: ["CLadders", .product(name: "Yams", package: "Yams")],
            swiftSettings: fuzzed
        ),
        .target(name: "Feeds", dependencies: ["CXML", "Workspace"], swiftSettings: fuzzed),
        .target(name: "MCP", swiftSettings: fuzzed),
        .target(
            name: "OpenID",
            dependencies: [
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            swiftSettings: fuzzed
        ),
        .target(
            name: "Slack",
            dependencies: ["Intake", "Workspace", .product(name: "Crypto", package: "swift-crypto")],
            sources: ["Payloads", "Signing", "Socket/SocketEnvelope.swift", "API/SlackToken.swift"],
            swiftSettings: fuzzed
        ),
        // Forms and addresses of the site, without the site
        .target(name: "Forms", dependencies: ["Workspace"], swiftSettings: fuzzed),
        .target(name: "CFuzzing", cSettings: covered),
        .executableTarget(
            name: "Fuzzing",
            dependencies: ["CFuzzing", "Feeds", "Forms", "Intake", "Ladder", "MCP", "OpenID", "Slack", "Workspace"],
            swiftSettings: fuzzed + [.unsafeFlags(["-parse-as-library"])],
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])]
        ),
    ]
)
