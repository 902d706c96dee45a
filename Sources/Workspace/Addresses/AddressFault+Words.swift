extension AddressFault {
    /// What happened, and what to do.
    public var words: String {
        switch self {
        case .notAnAddress: "this is no web address. Write https://HOST/PATH."
        case .scheme:
            "only http and https are fetched, and nobody is sent on from https to http. Write https://HOST/PATH."
        case .credentials:
            "an address with a name and a password in it is not fetched. Use one with a secret link instead."
        case .strangeHost: "the machine is named in a form that is not followed. Write its name."
        case .nothingFound(let host): "no machine is known by the name \(host). Check the spelling and the network."
        case .ownNetwork(let host):
            "\(host) lies in this machine's own network, and an address must not reach in there. Whoever runs Crosstie can allow it with --allow-own-network."
        }
    }
}
