import Hummingbird
import Workspace

/// What is known of a request while it is answered.
struct PageContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Who is signed in.
    var viewer: PersonID?
    /// By which session; nil where nobody is.
    var session: SecretHash?
    /// The language that pages are answered in.
    var language = Language.english
    /// The language that was chosen in this browser; nil where nobody chose, so that the browser's own wish holds.
    var chosenLanguage: Language?

    /// The address at the other end of the connection; nil where it has none.
    let peer: NumericAddress?
    /// Whose request it is, as far as the network tells.
    var asker = Asker.thisMachine

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = NumericAddress(of: source.channel)
    }

    /// The largest body that is read: a form with a few pages of words.
    var maxUploadSize: Int { Self.largestForm }
    /// Bytes of the largest form.
    static let largestForm = 64 * 1024

    /// Who is signed in.
    ///
    /// Errors: `PageRefusal.needsSignIn` when nobody is.
    func signedIn() throws(PageRefusal) -> PersonID {
        guard let viewer else { throw .needsSignIn }
        return viewer
    }

    /// A part of the address that names something.
    ///
    /// Errors: `PageRefusal.notFound` when it is not text.
    func segment(_ name: String) throws -> String {
        guard let text = Link.text(ofSegment: try parameters.require(name)) else { throw PageRefusal.notFound }
        return text
    }
}
