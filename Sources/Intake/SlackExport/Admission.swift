/// What an export must keep to before anything of it is unpacked.
struct Admission {
    let limits: ExportLimits

    /// Refuses doubled names, unknown packing and what unpacks to too much; files that are never read do not count.
    func check(_ files: [ExportFile], read layout: ExportLayout) throws(IntakeError) {
        var names: Set<ExactText> = []
        names.reserveCapacity(files.count)
        for file in files {
            guard names.insert(ExactText(file.name)).inserted else { throw .duplicateEntry(entry: file.name) }
        }
        var total = 0
        var packed = 0
        for section in layout.sections {
            for place in Array(section.lists.values) + section.users {
                try check(files[place])
                guard files[place].size <= limits.listBytes else {
                    throw .tooLarge(entry: files[place].name, bytes: files[place].size, limit: limits.listBytes)
                }
                add(files[place], &total, &packed)
            }
            for places in section.folders.values {
                for place in places {
                    try check(files[place])
                    add(files[place], &total, &packed)
                }
            }
        }
        guard total <= limits.totalBytes else {
            throw .tooLarge(entry: nil, bytes: total, limit: limits.totalBytes)
        }
        try density(of: nil, size: total, packed: packed)
    }

    private func check(_ file: ExportFile) throws(IntakeError) {
        guard file.method == 0 || file.method == 8 else {
            throw .unknownMethod(entry: file.name, method: ZipArchive.methodName(file.method))
        }
        try density(of: file.name, size: file.size, packed: file.packed)
    }

    private func density(of entry: String?, size: Int, packed: Int) throws(IntakeError) {
        guard size > limits.ratioFrom else { return }
        let ratio = size / max(1, packed)
        guard ratio <= limits.ratio else { throw .tooDense(entry: entry, ratio: ratio, limit: limits.ratio) }
    }

    private func add(_ file: ExportFile, _ total: inout Int, _ packed: inout Int) {
        total = total.addingReportingOverflow(file.size).overflow ? Int.max : total + file.size
        packed = packed.addingReportingOverflow(file.packed).overflow ? Int.max : packed + file.packed
    }
}
