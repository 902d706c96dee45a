import CSimdjson

extension Workbench {
    /// Parses the bytes on the bench; where only characters are broken, they are replaced and it is tried once more.
    func parse(depth: Int) -> Result<JSON, JSONFault> {
        var start = 0
        if count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { start = 3 }
        if parser == nil { parser = csj_parser_new() }
        var root = csj_value()
        var outcome = parse(from: start, depth: depth, root: &root)
        if outcome == CSJ_NOT_UTF8 || outcome == CSJ_BAD_STRING || outcome == CSJ_MALFORMED {
            let before = UnsafeBufferPointer(start: bytes + start, count: count - start)
            if let mended = JSONRepair.mended(before) {
                clear(room: mended.count)
                mended.withUnsafeBufferPointer {
                    if let base = $0.baseAddress { bytes.update(from: base, count: $0.count) }
                }
                count = mended.count
                start = 0
                outcome = parse(from: 0, depth: depth, root: &root)
            }
        }
        guard outcome == CSJ_OK else { return .failure(JSONFault(breakage: breakage(outcome, start, depth))) }
        return .success(JSON(value: root))
    }

    private func parse(from start: Int, depth: Int, root: inout csj_value) -> csj_outcome {
        // The parser looks past the end in whole vectors; what it sees there must not change from run to run.
        (bytes + count).update(repeating: 0x20, count: Int(CSJ_PADDING))
        return csj_parse(parser, bytes + start, count - start, depth, &root)
    }

    private func breakage(_ outcome: csj_outcome, _ start: Int, _ depth: Int) -> Breakage {
        switch outcome {
        case CSJ_EMPTY: return .empty
        case CSJ_TOO_DEEP: return .tooDeep(limit: depth)
        case CSJ_UNCLOSED: return .cutOff
        case CSJ_NO_MEMORY: return .unreadable("not enough memory")
        default: break
        }
        let own = UnsafeBufferPointer(start: bytes + start, count: count - start)
        let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
        guard let first = own.first(where: { !blanks.contains($0) }) else { return .empty }
        guard let last = own.last(where: { !blanks.contains($0) }) else { return .empty }
        let closed = first == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: "}")
        let opens = first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
        return opens && last != closed ? .cutOff : .notJSON
    }
}

/// Why bytes are no document.
struct JSONFault: Error {
    let breakage: Breakage
}
