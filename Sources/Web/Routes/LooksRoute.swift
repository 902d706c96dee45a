import Foundation
import Hummingbird
import Writing

/// What could be put better in words that are being typed: nothing of them is kept, and no data about anybody is asked for.
struct LooksRoute: Sendable {
    let site: SiteAddress

    /// More characters than this are not looked at while they are typed.
    static let longest = 2_000

    func add(to router: Router<PageContext>) {
        router.refuse([.get, .head, .put, .patch, .delete, .options], at: "/looks", allowed: "POST")
        router.group().add(middleware: SameOrigin(site: site)).post("/looks") { request, context in
            _ = try context.signedIn()
            let fields = try await FormRoutes.fields(of: request, context)
            let words = String(fields["words"].prefix(Self.longest))
            let found = WordingLint.find(in: words, citing: Self.citing(words, fields["sources"]))
            let bytes = try JSONEncoder().encode(found.map { Look(words: $0.words, suggestion: $0.suggestion) })
            return Response(
                status: .ok,
                headers: [.contentType: "application/json"],
                body: .init(byteBuffer: ByteBuffer(bytes: bytes))
            )
        }
    }

    /// A question claims nothing; anything else should name its sources.
    private static func citing(_ words: String, _ sources: String) -> Bool? {
        let isQuestion = words.last { !$0.isWhitespace } == "?"
        return words.isEmpty || isQuestion ? nil : sources.contains(where: \.isNumber)
    }

    private struct Look: Encodable {
        let words: String
        let suggestion: String
    }
}
