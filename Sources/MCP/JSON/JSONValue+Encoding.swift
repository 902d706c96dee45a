private import Foundation

extension JSONValue {
    /// What an answer of the program looks like as JSON; what it leaves out is left out here too.
    ///
    /// Errors: `EncodingError` for what JSON cannot hold; `JSONFault.tooDeep`.
    public init(encoding value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        self = try JSONReader.value(of: [UInt8](try encoder.encode(value)))
    }
}
