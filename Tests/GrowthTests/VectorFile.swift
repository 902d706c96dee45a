import Foundation
import Growth
import Testing

/// A file of worked cases: inputs and what an independent implementation makes of them.
struct VectorFile {
    let tolerance: Double
    let cases: [Values]

    init(_ name: String, of folder: String = #filePath) throws {
        let url = URL(filePath: folder).deletingLastPathComponent().appending(path: "Vectors/\(name).json")
        // JSONDecoder, not JSONSerialization: the latter reads numbers by way of decimals and loses the last digit.
        let whole = try JSONDecoder().decode(Values.self, from: Data(contentsOf: url))
        tolerance = try whole["tolerance"].number()
        cases = try whole["cases"].list()
    }

    /// True when two numbers agree relatively or absolutely, whichever is larger.
    func agree(_ left: Double, _ right: Double) -> Bool {
        abs(left - right) <= tolerance * max(1, abs(left), abs(right))
    }
}

/// A JSON value that says in the test what is missing; numbers keep every digit.
enum Values: Decodable, Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case list([Values])
    case table([String: Values])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([Values].self) {
            self = .list(value)
        } else {
            self = .table(try container.decode([String: Values].self))
        }
    }

    subscript(key: String) -> Values {
        if case .table(let table) = self { table[key] ?? .null } else { .null }
    }

    var isNull: Bool { if case .null = self { true } else { false } }
    var isList: Bool { if case .list = self { true } else { false } }

    func number() throws -> Double {
        guard case .number(let value) = self else { throw Unexpected(value: self) }
        return value
    }
    func whole() throws -> Int { Int(try number()) }
    func bool() throws -> Bool {
        guard case .bool(let value) = self else { throw Unexpected(value: self) }
        return value
    }
    func text() throws -> String {
        guard case .text(let value) = self else { throw Unexpected(value: self) }
        return value
    }
    func list() throws -> [Values] {
        guard case .list(let value) = self else { throw Unexpected(value: self) }
        return value
    }
    func table() throws -> [String: Values] {
        guard case .table(let value) = self else { throw Unexpected(value: self) }
        return value
    }
    func numbers() throws -> [Double] { try list().map { try $0.number() } }

    struct Unexpected: Error { let value: Values }

    func observation() throws -> Observation {
        try Observation(
            day: self["day"].number(),
            observer: self["observer"].text(),
            team: self["team"].text(),
            competency: self["competency"].text(),
            next: self["next"].number(),
            confidence: self["q"].number(),
            work: self["work"].number(),
            episode: self["episode"].text()
        )
    }

    func parameters() throws -> ClockParameters {
        var dials = ClockParameters()
        dials.halfLifeDays = try self["half_life_days"].number()
        dials.observerCorrelation = try self["rho"].number()
        dials.priorMean = try self["prior_mean"].number()
        dials.priorStrength = try self["prior_strength"].number()
        dials.competencyStrength = try self["comp_strength"].number()
        dials.threshold = try self["tau"].number()
        dials.entryCertainty = try self["gamma"].number()
        dials.releaseCertainty = try self["gamma_release"].number()
        dials.leaveOneOutCertainty = try self["gamma_loo"].number()
        dials.windowDays = try self["window_days"].number()
        dials.windowsBack = try self["windows_back"].whole()
        dials.windowsNeeded = try self["windows_needed"].whole()
        dials.windowMinimumEvidence = try self["window_min_neff"].number()
        dials.windowAgainst = try self["window_against"].number()
        dials.supportRatio = try self["support_ratio"].number()
        dials.minimumEvidence = try self["min_neff"].number()
        dials.minimumObservers = try self["min_observers"].whole()
        dials.minimumObserverMass = try self["min_observer_mass"].number()
        dials.workWeightMinimum = try self["work_weight_min"].number()
        dials.workWeightMaximum = try self["work_weight_max"].number()
        dials.leniencyStrength = try self["leniency_strength"].number()
        dials.leniencyPasses = try self["leniency_passes"].whole()
        dials.competencySupported = try self["supported"].number()
        dials.competencyContradicted = try self["contradicted"].number()
        dials.competencyMinimumEvidence = try self["comp_min_neff"].number()
        dials.competencyMinimumObservers = try self["comp_min_observers"].whole()
        dials.maximumAgeDays = try self["max_observations_age_days"].number()
        dials.episodeCap = try self["episode_cap"].number()
        return dials
    }
}
