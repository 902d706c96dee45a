import Workspace

extension CivilDate {
    /// The same day some months later; the last of the month where it is shorter.
    func adding(months: Int) -> CivilDate {
        let (year, month, day) = parts
        let count = year * 12 + month - 1 + months
        for last in stride(from: day, through: 1, by: -1) {
            if let date = CivilDate(year: count / 12, month: count % 12 + 1, day: last) { return date }
        }
        return self
    }
}
