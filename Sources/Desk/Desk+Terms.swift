public import Growth
import Workspace

extension Desk {
    /// The numbers that the clock of individual contributors is read with; managers' may differ in the threshold alone.
    public func clockTerms() async throws -> (individual: ClockParameters, management: ClockParameters) {
        let book = try await picture().book
        return (book.clock(for: .ic).parameters, book.clock(for: .management).parameters)
    }
}
