import Foundation
import Signals

/// How fast a reader reads, in processor time of this program alone, so that other work on the machine counts little.
struct ReadingMeasure: Encodable {
    let reader: String
    let messages: Int
    let messagesPerProcessorSecond: Double
    let loadMilliseconds: Double

    /// Reads the passages again and again for about three processor seconds.
    ///
    /// `make` loads the reader, which is timed, too.
    static func take(_ passages: [Passage], _ make: () throws -> any Reader) async throws -> ReadingMeasure {
        let before = processorSeconds()
        let reader = try make()
        _ = try await reader.read(Array(passages.prefix(1)))
        let loaded = processorSeconds()
        var read = 0
        repeat {
            for start in stride(from: 0, to: passages.count, by: 256) {
                read += try await reader.read(Array(passages[start..<min(passages.count, start + 256)])).count
            }
        } while processorSeconds() - loaded < 3
        return ReadingMeasure(
            reader: "\(reader.stamp.name) \(reader.stamp.version)",
            messages: read,
            messagesPerProcessorSecond: Double(read) / (processorSeconds() - loaded),
            loadMilliseconds: (loaded - before) * 1000
        )
    }

    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
