import ArgumentParser
import Jobs

/// How long a process that died holds up what it did.
struct LeaseOptions: ParsableArguments {
    @Option(
        name: .customLong("lease"),
        help: "How many seconds others wait for a process that says nothing before they take its work over."
    )
    var seconds = 20

    var rule: LeaseRule { LeaseRule(length: Int64(seconds) * 1_000_000) }

    func validate() throws {
        guard (1...3600).contains(seconds) else { throw ValidationError("--lease is between 1 and 3600 seconds.") }
    }
}
