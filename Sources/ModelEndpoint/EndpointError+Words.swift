extension EndpointError: CustomStringConvertible {
    /// What happened, where, and what to do.
    public var description: String {
        switch self {
        case .notAnAddress:
            "The model's address is not one. Write http://HOST:PORT/v1 or https://HOST/v1."
        case .addressHoldsMore(let host):
            "The model's address at \(host) holds a user, a key or a query. Write the address alone, and put the key into "
                + "a file or the environment."
        case .unencrypted(let host):
            "\(host) is outside of the private network, and http:// would send messages there for everybody to read. "
                + "Write https://, or run the model on your own network."
        case .tooFar(let host):
            "\(host) is outside of the private network, and drafts would go there. Run the model on your own network, or "
                + "say that this address may be used."
        case .badKey:
            "The model's key is empty or holds something else than visible characters. Put the key alone into its file."
        case .keyFile(let path):
            "The model's key could not be read from \(path). Check the path and that the file may be read."
        case .badModel:
            "The model's name is empty, longer than 120 characters, or holds spaces. Give it as its server lists it."
        case .outOfRange(let field, let allowed):
            "\(field) has to be between \(Self.plain(allowed.lowerBound)) and \(Self.plain(allowed.upperBound))."
        case .certificates(let path):
            "\(path) holds no certificates that can be used. Give a PEM file with those that your model's server is signed by."
        }
    }

    private static func plain(_ number: Double) -> String {
        number == number.rounded() ? String(Int(number)) : String(number)
    }
}
