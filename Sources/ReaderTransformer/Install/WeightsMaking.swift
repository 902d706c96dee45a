/// Makes the weights file out of the public encoder and the change that the repository keeps.
///
/// Number by number as `training/transformer_pack.py`: sums of whole numbers, else one rounded step after another, so that
/// the file's sum is known beforehand on every machine.
struct WeightsMaking {
    let manifest: ModelManifest
    let delta: UnsafeRawBufferPointer
    let tensors: SafeTensors

    /// The bytes of the weights file, compared with their sum.
    ///
    /// Errors: a part is missing, or the result is not what was measured.
    func weights() throws(ModelError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: manifest.weights.bytes)
        let places = Dictionary(manifest.tensors.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for step in manifest.recipe {
            for (name, made) in try make(step) {
                guard let place = places[name], place.bytes == made.count, place.at >= 0,
                    place.at + place.bytes <= bytes.count
                else { throw .damagedPart("models/reader.json, \(name)") }
                bytes.withUnsafeMutableBytes { room in
                    UnsafeMutableRawBufferPointer(rebasing: room[place.at..<place.at + place.bytes]).copyBytes(
                        from: made
                    )
                }
            }
        }
        let found = bytes.withUnsafeBytes { Checksum.sha256($0) }
        guard found == manifest.weights.sha256 else {
            throw .otherFile(path: manifest.weights.name, expected: manifest.weights.sha256, found: found)
        }
        return bytes
    }

    private func make(_ step: ModelManifest.Step) throws(ModelError) -> [(String, [UInt8])] {
        switch step.from {
        case .delta:
            let values = try block(step.at ?? -1, step.count ?? 0, of: Float.self)
            return [(step.tensor, Self.bytes(values))]
        case .base:
            return [(step.tensor, Self.bytes(try tensors.floats(step.source ?? "", count: step.count ?? 0)))]
        case .table:
            let columns = step.columns ?? 1
            let values = try tensors.floats(step.source ?? "", count: step.count ?? 0)
            let (numbers, units) = Self.wholeRows(values, columns: columns, levels: Float(step.levels ?? 127))
            return [(step.tensor, Self.bytes(numbers)), (step.tensor + ".unit", Self.bytes(units))]
        case .both: return try matrix(step)
        }
    }

    /// Several public matrices with their change, side by side and turned over, in whole numbers.
    private func matrix(_ step: ModelManifest.Step) throws(ModelError) -> [(String, [UInt8])] {
        guard let columns = step.columns, let rank = step.rank, let levels = step.levels, let parts = step.parts else {
            throw .damagedPart("models/reader.json, \(step.tensor)")
        }
        let width = parts.reduce(0) { $0 + $1.rows }
        var numbers = [Int8](repeating: 0, count: columns * width)
        var units: [Float] = []
        var offset = 0
        for part in parts {
            // Each row of the public matrix becomes a column.
            let grown = try grown(part, columns: columns, rank: rank)
            let (whole, unit) = Self.wholeRows(grown, columns: columns, levels: Float(levels))
            for row in 0..<part.rows {
                for column in 0..<columns { numbers[column * width + offset + row] = whole[row * columns + column] }
            }
            units += unit
            offset += part.rows
        }
        return [(step.tensor + ".w", Self.bytes(numbers)), (step.tensor + ".unit", Self.bytes(units))]
    }

    private func grown(_ part: ModelManifest.Part, columns: Int, rank: Int) throws(ModelError) -> [Float] {
        var values = try tensors.floats(part.source, count: part.rows * columns)
        let left = try block(part.left, part.rows * rank, of: Int8.self)
        let leftUnit = try block(part.leftUnit, part.rows, of: Float.self)
        let right = try block(part.right, rank * columns, of: Int8.self).map(Int32.init)
        let rightUnit = try block(part.rightUnit, columns, of: Float.self)
        var sums = [Int32](repeating: 0, count: columns)
        for row in 0..<part.rows {
            for column in 0..<columns { sums[column] = 0 }
            for place in 0..<rank {
                let factor = Int32(left[row * rank + place])
                let from = place * columns
                for column in 0..<columns { sums[column] &+= factor &* right[from &+ column] }
            }
            let unit = leftUnit[row]
            for column in 0..<columns {
                values[row * columns + column] += (Float(sums[column]) * unit) * rightUnit[column]
            }
        }
        return values
    }

    /// Whole numbers of at most `levels` to either side, and the unit of each row.
    private static func wholeRows(_ values: [Float], columns: Int, levels: Float) -> ([Int8], [Float]) {
        var numbers = [Int8](repeating: 0, count: values.count)
        var units: [Float] = []
        for row in 0..<values.count / columns {
            var largest: Float = 1e-12
            for place in row * columns..<(row + 1) * columns { largest = max(largest, abs(values[place])) }
            let unit = largest / levels
            units.append(unit)
            for place in row * columns..<(row + 1) * columns {
                numbers[place] = Int8((values[place] / unit).rounded(.toNearestOrEven))
            }
        }
        return (numbers, units)
    }

    private func block<Number: BitwiseCopyable>(
        _ at: Int,
        _ count: Int,
        of type: Number.Type
    ) throws(ModelError) -> [Number] {
        let size = MemoryLayout<Number>.stride
        guard at >= 0, count >= 0, at + count * size <= delta.count else { throw .damagedPart("models/reader.delta") }
        return (0..<count).map { delta.loadUnaligned(fromByteOffset: at + $0 * size, as: type) }
    }

    private static func bytes<Number: BitwiseCopyable>(_ values: [Number]) -> [UInt8] {
        values.withUnsafeBytes { Array($0) }
    }
}
