import Foundation

/// What a process is called in leases: machine, number and a word of chance, so that no two ever share it.
enum ProcessName {
    static func make() -> String {
        let chance = String(UInt32.random(in: 0 ... .max), radix: 36)
        return "\(ProcessInfo.processInfo.hostName) \(ProcessInfo.processInfo.processIdentifier) \(chance)"
    }
}
