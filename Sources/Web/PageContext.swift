import Hummingbird
import Workspace

/// What is known of a request while it is answered.
struct PageContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Who is signed in.
    var viewer: PersonID?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
    }

    /// The largest body that is read: the site's forms send none.
    var maxUploadSize: Int { 16 * 1024 }

    /// Who is signed in.
    ///
    /// Errors: `PageRefusal.needsSignIn` when nobody is.
    func signedIn() throws(PageRefusal) -> PersonID {
        guard let viewer else { throw .needsSignIn }
        return viewer
    }
}
