/// Rows of small numbers, one for each hash bucket of an n-gram, summed without unpacking.
///
/// A row is `dims` unsigned bytes, each 128 above the value that it means. Sixteen of them are added at once, as even
/// and odd bytes of two machine words in lanes of 16 bits, which 256 additions cannot overflow.
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
        for block in stride(from: 0, to: dims, by: 16) {
            let totals = total(buckets, from: block)
            for lane in 0..<16 {
                sums[block + lane] = Float(totals[lane] - 128 * Int32(buckets.count)) * scale[block + lane] / root
            }
        }
    }

    /// Column sums of 16 columns.
    @inline(__always)
    private func total(_ buckets: UnsafeBufferPointer<UInt32>, from block: Int) -> SIMD16<Int32> {
        let mask = SIMD2<UInt64>(repeating: 0x00FF_00FF_00FF_00FF)
        var totals = SIMD16<Int32>(repeating: 0)
        var index = 0
        while index < buckets.count {
            let stop = min(buckets.count, index + 256)
            var even = SIMD2<UInt64>(repeating: 0)
            var odd = even
            while index < stop {
                let row = (rows + (Int(buckets[index]) &* dims &+ block)).load(as: SIMD2<UInt64>.self)
                even &+= row & mask
                odd &+= (row &>> 8) & mask
                index &+= 1
            }
            for half in 0..<2 {
                for lane in 0..<4 {
                    let shift = UInt64(lane * 16)
                    totals[8 * half + 2 * lane] &+= Int32((even[half] >> shift) & 0xFFFF)
                    totals[8 * half + 2 * lane + 1] &+= Int32((odd[half] >> shift) & 0xFFFF)
                }
            }
        }
        return totals
    }
}
