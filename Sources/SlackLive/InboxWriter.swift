import Records

/// Stores deliveries; those that come while one transaction runs go into the next together, so that many at once cost
/// little more than one.
actor InboxWriter {
    private let records: Records
    private let vault: Vault
    private var pending: [(KeptEnvelope, CheckedContinuation<Bool, any Error>)] = []
    private var isWriting = false

    /// Deliveries of one transaction.
    static let width = 500

    init(records: Records, vault: Vault) {
        self.records = records
        self.vault = vault
    }

    /// Returns once the delivery is stored: whether it was new.
    func store(_ envelope: KeptEnvelope) async throws -> Bool {
        try await withCheckedThrowingContinuation { continuation in
            pending.append((envelope, continuation))
            guard !isWriting else { return }
            isWriting = true
            Task { await self.write() }
        }
    }

    private func write() async {
        while !pending.isEmpty {
            let batch = Array(pending.prefix(Self.width))
            pending.removeFirst(batch.count)
            do {
                var new = try await records.keep(envelopes: batch.map(\.0), vault: vault)
                for (envelope, continuation) in batch {
                    continuation.resume(returning: new.remove(envelope.id) != nil)
                }
            } catch {
                for (_, continuation) in batch { continuation.resume(throwing: error) }
            }
        }
        isWriting = false
    }
}
