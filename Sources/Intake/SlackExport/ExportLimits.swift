/// Bounds on what one export may make this program do; each is a setting, because genuine exports can be large.
///
/// Source: a genuine export of text packs 10 to 40 times smaller, a hostile one up to 1,030 times (deflate's own limit).
public struct ExportLimits: Sendable, Hashable {
    /// How many entries an archive, or files a folder, may have.
    public var entries: Int
    /// Unpacked bytes of all lists and day files together.
    public var totalBytes: Int
    /// Unpacked bytes of one day file; a larger one is named in the report and left out.
    public var dayBytes: Int
    /// Unpacked bytes of one list of people or conversations; a larger one refuses the export.
    public var listBytes: Int
    /// Unpacked to packed size above which an export is refused.
    public var ratio: Int
    /// Unpacked bytes below which `ratio` is not asked, of one entry or of all together.
    public var ratioFrom: Int
    /// How deep JSON may be nested.
    public var depth: Int
    /// Bytes of text in one message; a larger one is counted and left out.
    public var messageBytes: Int

    /// Makes limits; without arguments, those for genuine exports of up to tens of millions of messages.
    public init(
        entries: Int = 2_000_000,
        totalBytes: Int = 64 << 30,
        dayBytes: Int = 64 << 20,
        listBytes: Int = 512 << 20,
        ratio: Int = 200,
        ratioFrom: Int = 16 << 20,
        depth: Int = 1024,
        messageBytes: Int = 1 << 20
    ) {
        self.entries = entries
        self.totalBytes = totalBytes
        self.dayBytes = dayBytes
        self.listBytes = listBytes
        self.ratio = ratio
        self.ratioFrom = ratioFrom
        self.depth = depth
        self.messageBytes = messageBytes
    }
}
