public import Records

/// Who looked at somebody's pay, and when; the word stands here because the clock has a look of its own.
public typealias PayReceipt = Look
