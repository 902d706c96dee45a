/// Rows of small numbers, one for each hash bucket of an n-gram, summed without unpacking.
///
/// A row is `dims` unsigned bytes, each 128 above the value that it means. Thirty-two (or sixteen) of them are added at
/// once, as even and odd bytes of lanes of 16 bits, which 256 additions cannot overflow.
struct GramTable {
    /// How many bits of a mixed hash name a bucket.
    let bits: Int
    /// Bytes in a row, a multiple of 8.
    let dims: Int
    private let rows: UnsafeRawPointer

    /// Wraps rows that outlive the table.
    init(rows: UnsafeRawPointer, bits: Int, dims: Int) {
        self.rows = rows
        self.bits = bits
        self.dims = dims
    }

    /// Adds up the rows of buckets into `sums` and divides by the root of their number; `scale` gives each column's unit.
    func sum(
        _ buckets: UnsafeBufferPointer<UInt32>,
        scale: UnsafePointer<Float>,
        into sums: UnsafeMutablePointer<Float>
    ) {
        guard !buckets.isEmpty else {
            for column in 0..<dims { sums[column] = 0 }
            return
        }
        let root = Float(buckets.count).squareRoot()
        var block = 0
        while block < dims {
            if block &+ 32 <= dims {
                write(total(buckets, from: block, as: SIMD16<UInt16>.self), scale, block, buckets.count, root, sums)
                block &+= 32
            } else {
                write(total(buckets, from: block, as: SIMD8<UInt16>.self), scale, block, buckets.count, root, sums)
                block &+= 16
            }
        }
    }

    @inline(__always)
    private func write(
        _ totals: SIMD32<Int32>,
        _ scale: UnsafePointer<Float>,
        _ block: Int,
        _ count: Int,
        _ root: Float,
        _ sums: UnsafeMutablePointer<Float>
    ) {
        for lane in 0..<min(32, dims - block) {
            sums[block + lane] = Float(totals[lane] - 128 * Int32(count)) * scale[block + lane] / root
        }
    }

    /// Column sums of as many columns as `Words` has bytes; the rest stay 0.
    @inline(__always)
    private func total<Words: SIMD>(
        _ buckets: UnsafeBufferPointer<UInt32>,
        from block: Int,
        as words: Words.Type
    ) -> SIMD32<Int32> where Words.Scalar == UInt16 {
        let mask = Words(repeating: 0x00FF)
        let shift = Words(repeating: 8)
        var totals = SIMD32<Int32>(repeating: 0)
        var index = 0
        while index < buckets.count {
            let stop = min(buckets.count, index + 256)
            var even = Words(repeating: 0)
            var odd = even
            while index < stop {
                let row = (rows + (Int(buckets[index]) &* dims &+ block)).load(as: Words.self)
                even &+= row & mask
                odd &+= row &>> shift
                index &+= 1
            }
            for word in 0..<Words.scalarCount {
                totals[2 * word] &+= Int32(even[word])
                totals[2 * word + 1] &+= Int32(odd[word])
            }
        }
        return totals
    }
}
