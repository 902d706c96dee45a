private import CBriefing

/// The meaning of word pieces as numbers, made once from a public sentence encoder; a text is the sum of its pieces.
///
/// Source: `training/words.py`; Model2Vec (Tulkens and van Dongen, 2024); frequent pieces weigh less (Arora, Liang, Ma, 2017).
/// `@unchecked Sendable`: the pointers lead into constants of the program; the table of hashes never changes after it is made.
public struct WordVectors: @unchecked Sendable {
    /// Numbers of a vector.
    public let columns: Int
    private let scales: UnsafePointer<Float>
    private let rows: UnsafePointer<Int8>
    private let keys: [UInt64]
    private let places: [Int32]
    private let mask: Int

    /// The vectors that are part of the program.
    public static let embedded: Result<WordVectors, BriefingError> = Result { () throws(BriefingError) in
        try WordVectors(start: cbriefing_words(), count: cbriefing_words_count())
    }

    private init(start: UnsafeRawPointer?, count: Int) throws(BriefingError) {
        guard let start, count > 64, start.loadUnaligned(as: UInt32.self) == 0x5657_5443 else { throw .notVectors }
        func number(_ index: Int) -> Int { Int(start.loadUnaligned(fromByteOffset: 4 + 4 * index, as: UInt32.self)) }
        let pieces = number(1)
        let wide = number(2)
        let written = number(3)
        func aligned(_ place: Int) -> Int { (place + 63) / 64 * 64 }
        let first = aligned(64 + written)
        let second = aligned(first + 4 * pieces)
        guard number(0) == 1, wide > 0, wide % 16 == 0, second + pieces * wide == count else { throw .notVectors }
        columns = wide
        scales = (start + first).assumingMemoryBound(to: Float.self)
        rows = (start + second).assumingMemoryBound(to: Int8.self)
        var size = 1
        while size < pieces * 3 { size *= 2 }
        mask = size - 1
        var keys = [UInt64](repeating: 0, count: size)
        var places = [Int32](repeating: -1, count: size)
        var at = 64
        for piece in 0..<pieces {
            let length = Int(start.load(fromByteOffset: at, as: UInt8.self))
            guard at + 1 + length <= first else { throw .notVectors }
            let hash = PlainWords.hash(UnsafeRawBufferPointer(start: start + at + 1, count: length))
            var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (size - 1)
            while places[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            keys[slot] = hash
            places[slot] = Int32(piece)
            at += 1 + length
        }
        self.keys = keys
        self.places = places
    }

    /// The seed of a piece that goes on inside a word: `##`.
    private static let inside = PlainWords.hash("##".utf8)

    private func place(_ hash: UInt64) -> Int? {
        var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
        while places[slot] >= 0 {
            if keys[slot] == hash { return Int(places[slot]) }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// The pieces of a word, the longest first at each place; none for a word that has no pieces.
    private func pieces(_ word: ArraySlice<UInt8>, into found: inout [Int]) {
        guard word.count <= 40 else { return }
        let before = found.count
        var start = word.startIndex
        while start < word.endIndex {
            var hash = start == word.startIndex ? 0xCBF2_9CE4_8422_2325 : Self.inside
            var best: Int?
            var end = start
            for index in start..<word.endIndex {
                hash = (hash ^ UInt64(word[index])) &* 0x100_0000_01B3
                if let place = place(hash) {
                    best = place
                    end = index + 1
                }
            }
            guard let best else {
                found.removeSubrange(before...)
                return
            }
            found.append(best)
            start = end
        }
    }

    /// Adds a text's pieces, each `weight` times, to a vector of `columns` numbers.
    public func add(_ text: some StringProtocol, weight: Float, words limit: Int = 80, to vector: inout [Float]) {
        var found: [Int] = []
        for word in PlainWords.cut(text, limit: limit) { pieces(word, into: &found) }
        for piece in found {
            let scale = scales[piece] * weight
            let row = rows + piece * columns
            vector.withUnsafeMutableBufferPointer { sum in
                guard let sum = sum.baseAddress else { return }
                for column in 0..<columns { sum[column] += Float(row[column]) * scale }
            }
        }
    }

    /// The text as a vector of length 1; zeros when it has no words.
    public func vector(_ text: some StringProtocol) -> [Float] {
        var vector = [Float](repeating: 0, count: columns)
        add(text, weight: 1, to: &vector)
        Vectors.normalise(&vector)
        return vector
    }
}

/// Arithmetic on rows of numbers.
public enum Vectors {
    /// Brings a vector to length 1; zeros stay zeros.
    public static func normalise(_ vector: inout [Float], to length: Float = 1) {
        let size = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        guard size > 0 else { return }
        for index in vector.indices { vector[index] *= length / size }
    }

    /// The inner product of two equally long vectors; that of vectors of length 1 is their cosine.
    public static func dot(_ left: [Float], _ right: [Float]) -> Float {
        left.withUnsafeBufferPointer { left in
            right.withUnsafeBufferPointer { right in
                guard let one = left.baseAddress, let other = right.baseAddress else { return 0 }
                return dot(one, other, count: min(left.count, right.count))
            }
        }
    }

    /// The inner product, sixteen numbers at a time.
    @inline(__always)
    static func dot(_ left: UnsafePointer<Float>, _ right: UnsafePointer<Float>, count: Int) -> Float {
        var one = SIMD16<Float>.zero
        var index = 0
        while index + 16 <= count {
            let a = UnsafeRawPointer(left + index).loadUnaligned(as: SIMD16<Float>.self)
            let b = UnsafeRawPointer(right + index).loadUnaligned(as: SIMD16<Float>.self)
            one += a * b
            index += 16
        }
        var sum = one.sum()
        while index < count {
            sum += left[index] * right[index]
            index += 1
        }
        return sum
    }
}
