@testable import Demo

/// The whole talk, read once for all tests.
enum WrittenTalk {
    private static let result = Result { () throws(DemoError) -> Talk in try Talk.read(Script.all()) }

    /// The talk, or the fault of the scripts.
    static var whole: Talk { get throws { try result.get() } }
}
