import CLadders

extension CareerLadder {
    /// The ladder that ships with the program: engineering in full, other families in outline.
    ///
    /// Source: `ladders/reference.yml`, built into the program.
    public static let reference: CareerLadder = {
        switch referenceDocument {
        case .success(let document): document.ladder
        // Cannot be seen: the text is fixed when the program is built, and a test reads it.
        case .failure: .unreadable
        }
    }()

    /// The text of the built-in ladder, to copy and change.
    public static var referenceText: String {
        String(
            decoding: UnsafeBufferPointer(start: cladders_reference(), count: cladders_reference_count()),
            as: UTF8.self
        )
    }

    /// The built-in ladder with the places of its fields.
    public static let referenceDocument: Result<LadderDocument, LadderError> = {
        do throws(LadderError) {
            return .success(try LadderDocument.read(yaml: referenceText, file: "ladders/reference.yml"))
        } catch {
            return .failure(error)
        }
    }()

    /// A ladder without levels, about which every question is answered with nothing.
    static let unreadable = CareerLadder(
        id: "unreadable",
        version: "0.0.0",
        contentHash: "0000000000000000",
        title: "",
        family: "",
        tracks: [:],
        levels: [],
        competencies: [],
        outlines: [],
        scopeFactors: [],
        archetypes: [],
        carryOver: [],
        rules: LadderRules(parityTolerance: 0, settlingDays: 0, returnMonths: 0),
        exceptions: [],
        languages: [],
        translations: [:]
    )
}
