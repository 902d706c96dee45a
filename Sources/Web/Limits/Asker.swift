import Workspace

/// Whose request it is, as far as the network tells.
enum Asker: Sendable, Hashable {
    /// A program on this machine itself, which could do anything else here, too.
    case thisMachine
    /// Somebody behind a proxy that does not say who.
    case unnamed
    /// Somebody at an address.
    case at(AddressBlock)

    /// Reads who asks.
    ///
    /// Shape: `peer` is the other end of the connection; `forwarded` is every value of `X-Forwarded-For`, which counts only where
    /// the peer is a proxy of ours, and only from the right, where proxies of ours wrote.
    init(peer: NumericAddress?, forwarded: [String], limits: AskingLimits, isSecure: Bool) {
        guard let peer = peer?.unmapped else {
            self = .thisMachine
            return
        }
        let isProxy = limits.proxies.contains(peer) || (isSecure && peer.isLoopback)
        guard isProxy else {
            self = peer.isLoopback && limits.sparesThisMachine ? .thisMachine : .at(AddressBlock(peer))
            return
        }
        let named = forwarded.flatMap { $0.split(separator: ",") }.map { NumericAddress(named: $0)?.unmapped }
        // What cannot be read was written by somebody who hides: all of those are one.
        guard let last = named.last(where: { $0.map { !limits.proxies.contains($0) } ?? true }) else {
            self = .unnamed
            return
        }
        self = .at(last.map(AddressBlock.init) ?? .unreadable)
    }

    /// The address to count by; nil where it cannot be counted.
    var block: AddressBlock? { if case .at(let block) = self { block } else { nil } }
}

/// What counts as one address: an IPv4 address, or the network of 64 bits that one household or machine has of IPv6.
struct AddressBlock: Sendable, Hashable {
    private let bits: UInt64

    static let unreadable = AddressBlock(bits: 0)

    private init(bits: UInt64) { self.bits = bits }

    init(_ address: NumericAddress) {
        let plain = address.unmapped
        let bits = plain.bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        // No network of IPv6 that is given out begins with these bits.
        self.bits = plain.bytes.count == 4 ? bits | 1 << 32 : bits
    }
}

extension NumericAddress {
    /// The IPv4 address within an IPv6 one that stands for it; else itself.
    var unmapped: NumericAddress {
        guard bytes.count == 16, bytes[..<10].allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF else {
            return self
        }
        return NumericAddress(bytes: Array(bytes[12...])) ?? self
    }

    var isLoopback: Bool {
        bytes.count == 4 ? bytes[0] == 127 : bytes.dropLast().allSatisfy { $0 == 0 } && bytes.last == 1
    }

    /// Reads an address as proxies write it: with spaces, brackets or a port.
    fileprivate init?(named text: Substring) {
        var rest = text.drop(while: \.isWhitespace)
        while rest.last?.isWhitespace == true { rest.removeLast() }
        if rest.hasPrefix("["), let end = rest.firstIndex(of: "]") {
            rest = rest[rest.index(after: rest.startIndex)..<end]
        } else if rest.count(where: { $0 == ":" }) == 1, let end = rest.firstIndex(of: ":") {
            rest = rest[..<end]
        }
        guard rest.utf8.count <= 45 else { return nil }
        self.init(rest)
    }
}
