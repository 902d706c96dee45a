import ArgumentParser
import Web
import Workspace

/// How often one address and one person may ask, and who stands before the site.
struct AskingOptions: ParsableArguments {
    @Option(
        name: .customLong("proxy"),
        help: "The address of a machine before the site, whose X-Forwarded-For is believed; may be given several times."
    )
    var proxies: [String] = []

    @Option(help: "How many requests a minute somebody who is signed in may send for good.")
    var personRate = AskingLimits().person.perMinute

    @Option(help: "How many requests a minute an address may send for good while nobody is signed in.")
    var strangerRate = AskingLimits().strangers.perMinute

    /// Errors: `Failure` when an address is none or a rate is under one.
    func limits() throws -> AskingLimits {
        var limits = AskingLimits()
        guard personRate > 0, strangerRate > 0 else {
            throw Failure(.usage, "--person-rate and --stranger-rate are counts of requests, one at least.")
        }
        // What was chosen as a rate is let through at once after a rest of the same part of a minute as usual.
        limits.person = .init(burst: max(limits.person.burst, personRate * 2 / 3), perMinute: personRate)
        limits.strangers = .init(burst: max(limits.strangers.burst, strangerRate), perMinute: strangerRate)
        for text in proxies {
            guard let address = NumericAddress(text) else {
                throw Failure(.usage, "“\(text)” is no numeric address of a proxy, such as 10.0.0.7 or fd00::7.")
            }
            limits.proxies.insert(address)
        }
        return limits
    }
}
