import ArgumentParser
import Decisions
import Desk
import Evidence
import Foundation
import Intake
import Jobs
import Ladder
import ModelEndpoint
import Moves
import OneOnOnes
import ReaderTransformer
import Records
import Reviews
import Store
import Web

/// Why a command ends without having done its work: what happened, where, what to do.
struct Failure: Error {
    let code: Code
    let words: String

    /// The exit codes of the program, after `sysexits.h`.
    enum Code: Int32 {
        case finding = 1
        case usage = 64
        case data = 65
        case noInput = 66
        case noPerson = 67
        case unavailable = 69
        case fault = 70
        case cannotCreate = 73
        case disk = 74
        case busy = 75
        case permission = 77
        case newer = 78
        case stopped = 130
    }

    init(_ code: Code, _ words: String) {
        self.code = code
        self.words = words
    }

    /// Says it on standard error and ends the program.
    func report() -> Never {
        Console.error("crosstie: \(words)")
        Foundation.exit(code.rawValue)
    }

    /// Finds the words for a module's error; nil for errors of the argument parser, which has its own.
    init?(explaining error: any Error) {
        switch error {
        case let error as Failure: self = error
        case let error as StoreError: self.init(store: error, at: nil)
        case let error as DeskError: self.init(desk: error)
        case let error as IntakeError: self.init(intake: error)
        case let error as LadderError: self.init(.data, "\(error)")
        case let error as RecordError: self.init(record: error)
        case let error as JobError: self.init(.data, "\(error)")
        case let error as MoveError: self.init(move: error)
        case let error as DecisionError: self.init(decision: error)
        case let error as RequestError: self.init(request: error)
        case let error as ReviewError: self.init(review: error)
        case let error as VaultError: self.init(vault: error)
        case let error as ErasureError: self.init(.data, error.words)
        case let error as RetentionError: self.init(.usage, error.words)
        case let error as OneOnOneError: self.init(oneOnOne: error)
        case let error as FetchError: self.init(.unavailable, error.words)
        case let error as ModelError: self.init(model: error)
        case let error as EndpointError: self.init(.data, "\(error)")
        case let error as WebError: self.init(.unavailable, "\(error)")
        case is CancellationError:
            self.init(.stopped, "stopped. What was read so far is kept; the same command goes on from there.")
        default:
            guard let failure = Failure(reading: error) else { return nil }
            self = failure
        }
    }

    init(store error: StoreError, at address: DatabaseAddress?) {
        let place = address.map { " \($0)" } ?? ""
        let isServer = if case .postgres = address { true } else { false }
        switch error.kind {
        case .newer:
            self.init(
                .newer,
                "the database\(place) was written by a newer version of Crosstie (\(error.detail)). Nothing was changed. Install that version, or point --database elsewhere."
            )
        case .readOnly:
            self.init(
                .permission,
                "the database\(place) may not be written (\(error.detail)). Give this user the right to write there, or point --database elsewhere."
            )
        case .full:
            self.init(
                .disk,
                "the disk is full (\(error.detail)). Nothing that was kept is lost; make room and run the same command again."
            )
        case .damaged:
            self.init(
                .data,
                "the file\(place) is not a Crosstie database, or it is damaged (\(error.detail)). Point --database at another file, or restore a backup."
            )
        case .busy:
            self.init(.busy, "another program is writing to the database\(place). Try again when it is done.")
        case .unavailable where isServer:
            self.init(
                .unavailable,
                "the database\(place) cannot be reached (\(error.detail)). Look whether the server runs, and at host, port, name, user and sslmode of the address."
            )
        case .tooSlow:
            self.init(
                .busy,
                "the database\(place) gave up: \(error.detail). Try again when it has less to do, or allow more with ?timeout=SECONDS in the address."
            )
        case .outcomeUnknown:
            self.init(
                .busy,
                "the connection to the database\(place) was lost while something was being kept, so it may have been kept or not (\(error.detail)). Run the same command again: what is there already is not kept twice."
            )
        case .unsuitable:
            self.init(.data, "the database\(place) cannot be used so: \(error.detail). Nothing was changed.")
        case .unavailable:
            self.init(
                .cannotCreate,
                "the database\(place) cannot be opened (\(error.detail)). Check that the folder exists and that this user may write there; with a server, that it runs."
            )
        case .conflict, .badColumn, .failed:
            self.init(
                .fault,
                "the database\(place) answered with something unexpected: \(error.detail). This is a fault in Crosstie; please report it."
            )
        }
    }

    init(desk error: DeskError) {
        switch error {
        case .noSuchPerson(let text):
            self.init(
                .noPerson,
                "nobody is known as “\(text)”. Use an id, an e-mail address or a unique name; `crosstie people` lists everybody."
            )
        case .severalPeople(let text, let names):
            self.init(.noPerson, "“\(text)” fits several people: \(names.joined(separator: ", ")). Use the id.")
        case .noSuchTeam(let name):
            self.init(.noPerson, "nobody works in a team “\(name)”. `crosstie people` lists everybody with their team.")
        case .notAllowed: self.init(.permission, "this record may not be opened by this viewer.")
        case .noLevel(let name):
            self.init(
                .data,
                "the people file gives no level of the ladder for \(name), so there is nothing to hold the work against. Add the column `level` and import again."
            )
        case .noSuchTarget(let text):
            self.init(
                .usage,
                "the ladder has no \(text), or the person has no level yet. Targets are written like management:6; `crosstie ladder show` lists them."
            )
        case .topOfLadder(let name): self.init(.usage, "\(name) is at the top of the ladder; name a --target.")
        case .badPeriod: self.init(.usage, "the period ends before it begins. Give --from and --to as YYYY-MM-DD.")
        }
    }

    init(intake error: IntakeError) {
        if case .cannotOpen = error { self.init(.noInput, error.words) } else { self.init(.data, error.words) }
    }

    init(record error: RecordError) {
        switch error {
        case .ladderVersionTaken(let version):
            self.init(
                .data,
                "another ladder was adopted as version \(version). Raise the version in the file and try again."
            )
        case .noSuchEntry(let id): self.init(.noInput, "there is no evidence with the id \(id).")
        case .unknownWord(let column, let word):
            self.init(
                .newer,
                "the database holds the word “\(word)” in \(column), which this version does not know. Install the version that wrote it."
            )
        case .notFrom(let state, let act): self.init(.usage, "evidence that is \(state) cannot be changed by “\(act)”.")
        }
    }

    static func databaseAddress(_ text: String) -> Failure {
        Failure(
            .usage,
            "“\(DatabaseAddress.shown(text))” is not an address of a database. Write sqlite:PATH, for example sqlite:crosstie.db, or postgres://USER@HOST/NAME with ?pool=, ?prepared=on or off, ?schema= and ?timeout= as needed."
        )
    }

    static func noDatabase(_ address: DatabaseAddress) -> Failure {
        Failure(
            .noInput,
            "there is no database at \(address) yet. Run `crosstie init`, or import an export with `crosstie import EXPORT --people FILE`."
        )
    }
}
