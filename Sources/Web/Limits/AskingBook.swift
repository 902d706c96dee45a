import Synchronization
import Workspace

/// Who has asked how often; one for the whole site.
final class AskingBook: Sendable {
    private struct Pages: Sendable {
        var strangers: RateShelf<AddressBlock>
        var signIns: RateShelf<AddressBlock>
        var forged: RateShelf<AddressBlock>
        var people: RateShelf<PersonID>
        var known = RecentSet<SecretHash>(half: 16_384)
    }

    let limits: AskingLimits
    private let now: @Sendable () -> Int64
    private let pages: Mutex<Pages>

    init(_ limits: AskingLimits, now: @escaping @Sendable () -> Int64) {
        self.limits = limits
        self.now = now
        pages = Mutex(
            Pages(
                strangers: RateShelf(limits.strangers, room: limits.buckets),
                signIns: RateShelf(limits.signIns, room: limits.buckets),
                forged: RateShelf(limits.forged, room: limits.buckets),
                people: RateShelf(limits.person, room: limits.buckets)
            )
        )
    }

    /// Lets a request of an address through, or tells how long to wait, in microseconds.
    ///
    /// A session or token that worked a while ago goes on without being counted, so that an address which somebody floods from
    /// stays open to those who work there.
    func stranger(at block: AddressBlock, bearing credential: SecretHash?) -> Int64? {
        let now = now()
        return pages.withLock { pages in
            if let credential, pages.known.contains(credential) { return nil }
            return pages.strangers.take(block, now: now)
        }
    }

    /// The credential worked: it is known, and its address is not charged.
    func worked(_ credential: SecretHash, at block: AddressBlock?) {
        pages.withLock { pages in
            guard !pages.known.contains(credential) else { return }
            pages.known.insert(credential)
            if let block { pages.strangers.giveBack(block) }
        }
    }

    /// The credential did not work; if it once did, its address is charged now.
    func failed(_ credential: SecretHash, at block: AddressBlock?) {
        let now = now()
        pages.withLock { pages in
            guard pages.known.contains(credential) else { return }
            pages.known.remove(credential)
            if let block { _ = pages.strangers.take(block, now: now) }
        }
    }

    /// Signing in from an address.
    func signIn(at block: AddressBlock) -> Int64? {
        let now = now()
        return pages.withLock { $0.signIns.take(block, now: now) }
    }

    /// Whether an address has sent too much with bad signatures.
    func isForger(_ block: AddressBlock) -> Int64? {
        let now = now()
        return pages.withLock { $0.forged.wait(block, now: now) }
    }

    /// Counts a bad signature.
    func forged(at block: AddressBlock) {
        let now = now()
        pages.withLock { _ = $0.forged.take(block, now: now) }
    }

    /// A request of a person.
    func asks(_ person: PersonID) -> Int64? {
        let now = now()
        return pages.withLock { $0.people.take(person, now: now) }
    }
}
