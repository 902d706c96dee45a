import ArgumentParser
import Foundation
import Ladder
import Learning
import ModelEndpoint
import ReaderEndpoint
import ReaderTransformer
import Records
import Signals

/// The readers by the names that settings use.
enum ReaderName: String, ExpressibleByArgument, CaseIterable {
    case `static`, transformer, endpoint
}

/// Makes the reader that a workspace chose.
struct ReaderChoice {
    let setting: ReaderSetting

    init(_ setting: ReaderSetting) { self.setting = setting }

    /// The reader of a workspace, taught by what its people said.
    static func taught(_ records: Records, ladder: CareerLadder) async throws -> TaughtReader {
        let choice = ReaderChoice(try await records.readerSetting())
        let reader = try choice.reader(ladder.id == CareerLadder.reference.id ? nil : LadderMap.matrix(of: ladder))
        return TaughtReader(reader, examples: try await records.examples())
    }

    /// The reader as it is, before anybody taught it.
    ///
    /// `matrix` turns behaviours into a company's own competencies; nil for those of the reference ladder.
    func reader(_ matrix: BehaviourMatrix? = nil) throws -> any Reader {
        var first = try StaticReader()
        if let matrix { first.matrix = matrix }
        switch ReaderName(rawValue: setting.reader) {
        case .static?: return first
        case .transformer?: return try Self.transformer(first)
        case .endpoint?: return try EndpointReader(try endpoint(), first: first)
        case nil:
            throw Failure(
                .newer,
                "this version knows no reader called “\(setting.reader)”. Run `crosstie reader use static`."
            )
        }
    }

    /// The transformer reader, with the models of the usual place; says how to get them where they are missing.
    static func transformer(_ first: StaticReader) throws -> TransformerReader {
        do {
            let folder = try ModelsCommand.Place.parse([]).folder
            return try TransformerReader(installed: try InstalledModel(in: folder), assembly: first)
        } catch let error as ModelError {
            throw Failure(model: error)
        }
    }

    private func endpoint() throws -> EndpointSettings {
        guard let address = setting.address, let model = setting.model else {
            throw Failure(.usage, "the reader endpoint needs an address and a model. Give --url and --model.")
        }
        var key: EndpointKey?
        if let path = setting.keyFile {
            key = try EndpointKey(file: path)
        } else if let text = ProcessInfo.processInfo.environment["CROSSTIE_MODEL_KEY"] {
            key = try EndpointKey(text)
        }
        return EndpointSettings(address: try EndpointAddress(address), model: model, key: key)
    }
}
