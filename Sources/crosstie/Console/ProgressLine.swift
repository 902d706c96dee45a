import Importing
import Synchronization

/// Shows how far an import is: a bar that stays in its place on a terminal, a line every few seconds elsewhere.
final class ProgressLine: Sendable {
    private let isWatched = Console.isWatched
    private let last = Mutex<ContinuousClock.Instant?>(nil)
    private static let bar = 28

    func show(_ progress: ImportProgress) {
        let now = ContinuousClock.now
        let pause: Duration = isWatched ? .milliseconds(100) : .seconds(5)
        let isDue = last.withLock { last in
            guard last.map({ now - $0 >= pause }) ?? true else { return false }
            last = now
            return true
        }
        guard isDue else { return }
        if isWatched {
            let filled = Int(progress.share * Double(Self.bar))
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.bar - filled)
            Console.errorPart("\r\u{1B}[K\(bar) \(words(progress))")
        } else {
            Console.error(words(progress))
        }
    }

    /// Leaves the line, so that what follows stands below it.
    func end() { if isWatched { Console.errorPart("\r\u{1B}[K") } }

    private func words(_ progress: ImportProgress) -> String {
        let left = progress.left.map { ", \($0.words) left" } ?? ""
        let percent = Int(progress.share * 100)
        return "\(percent) %  \(progress.messages.grouped) messages, \(Int(progress.rate).grouped) a second\(left)"
    }
}
