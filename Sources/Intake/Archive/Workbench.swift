import CSimdjson
import CZip
import Synchronization

/// What reading one file takes: room for its bytes, a JSON parser, an open archive.
///
/// Kept from file to file.
///
/// `@unchecked Sendable`: a bench is only reached through `Workbenches`, which hands each out to one caller at a time
/// under its lock, so no two tasks ever hold the same one.
final class Workbench: @unchecked Sendable {
    /// The file's bytes; `count` of them are its own.
    private(set) var bytes: UnsafeMutablePointer<UInt8>
    var count = 0
    private var room: Int
    /// simdjson's parser.
    var parser: OpaquePointer?
    /// The archive as this bench has it open.
    var zip: OpaquePointer?
    /// Room for text in the making.
    var draft = TextDraft()
    var otherDraft = TextDraft()

    init() {
        room = 1 << 16
        bytes = .allocate(capacity: room + Int(CSJ_PADDING))
    }

    deinit {
        bytes.deallocate()
        csj_parser_free(parser)
        if let zip { zip_discard(zip) }
    }

    /// Makes room for so many bytes; what was there is lost.
    func clear(room wanted: Int) {
        count = 0
        guard wanted > room else { return }
        bytes.deallocate()
        room = wanted
        bytes = .allocate(capacity: room + Int(CSJ_PADDING))
    }

    /// Gives back what an unusually large file took, so that memory stays flat.
    func shrink(to usual: Int = 8 << 20) {
        guard room > usual else { return }
        bytes.deallocate()
        room = 1 << 16
        bytes = .allocate(capacity: room + Int(CSJ_PADDING))
        csj_parser_free(parser)
        parser = nil
    }
}

/// The benches of one export: as many as there are readers at once, a few kept for the next.
final class Workbenches: Sendable {
    private let idle = Mutex<[Workbench]>([])

    /// Lends a bench for the length of a call.
    func lend<T>(_ work: (Workbench) throws(IntakeError) -> T) throws(IntakeError) -> T {
        let bench = idle.withLock { $0.popLast() } ?? Workbench()
        defer {
            bench.shrink()
            idle.withLock { if $0.count < 8 { $0.append(bench) } }
        }
        return try work(bench)
    }
}
