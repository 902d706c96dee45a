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
    private let places: HashRow

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
        var places = HashRow(room: pieces)
        var at = 64
        for piece in 0..<pieces {
            let length = Int(start.load(fromByteOffset: at, as: UInt8.self))
            guard at + 1 + length <= first else { throw .notVectors }
            let hash = PlainWords.hash(UnsafeRawBufferPointer(start: start + at + 1, count: length))
            // The first of two with one hash counts.
            if places[hash] == nil { places[hash] = Int32(piece) }
            at += 1 + length
        }
        self.places = places
    }

    /// The seed of a piece that goes on inside a word: `##`.
    private static let inside = PlainWords.hash("##".utf8)

    /// The pieces of a word, the longest first at each place; none for a word that has no pieces.
    private func pieces(_ word: Int, of row: WordRow, into found: inout [Int32]) {
        let range = row.range(word)
        guard range.count <= 40 else { return }
        if let whole = places[row.hashes[word]] { return found.append(whole) }
        let before = found.count
        var start = range.lowerBound
        while start < range.upperBound {
            var hash = start == range.lowerBound ? PlainWords.seed : Self.inside
            var best: Int32?
            var end = start
            for index in start..<range.upperBound {
                hash = (hash ^ UInt64(row.bytes[index])) &* 0x100_0000_01B3
                if let place = places[hash] {
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
        let row = WordRow(text, words: limit)
        add(row, row.count, weight: weight, to: &vector)
    }

    /// Adds the pieces of the first words of a row.
    func add(_ row: WordRow, _ count: Int, weight: Float, to vector: inout [Float]) {
        var found: [Int32] = []
        found.reserveCapacity(count * 2)
        for word in 0..<min(count, row.count) { pieces(word, of: row, into: &found) }
        vector.withUnsafeMutableBufferPointer { sum in
            guard let sum = sum.baseAddress else { return }
            for piece in found {
                let scale = scales[Int(piece)] * weight
                let row = rows + Int(piece) * columns
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
