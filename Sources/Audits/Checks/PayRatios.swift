import Ladder
import Statistics
import Workspace

/// Pay of people over the midpoint of their band, or over the median of their level and place where there are no bands.
struct PayRatios {
    let people: [AuditPerson]
    let reference: String
    private let ratios: [AuditSeat: [Double]]

    init(_ material: AuditMaterial) {
        var found: [AuditSeat: [Double]] = [:]
        var kept: [AuditPerson] = []
        var medians: [String: Double] = [:]
        if material.bands.isEmpty {
            reference = "the median of level and place"
            func key(_ person: AuditPerson) -> String { "\(person.level ?? 0) \(person.place)" }
            let paid = material.people.filter { $0.level != nil && $0.fullTimeBase != nil }
            medians = Dictionary(grouping: paid, by: key).compactMapValues {
                Sample.median($0.compactMap(\.fullTimeBase))
            }
            for person in paid {
                guard let level = person.level, let pay = person.fullTimeBase, let middle = medians[key(person)] else {
                    continue
                }
                found[AuditSeat(track: person.track, level: level), default: []].append(pay / middle)
                kept.append(person)
            }
        } else {
            reference = "the midpoint"
            let bands = BandIndex(material.bands)
            for person in material.people {
                guard let level = person.level, let pay = person.fullTimeBase, let band = bands.band(of: person),
                    let ratio = PayPosition(
                        pay: pay,
                        minimum: band.minimum,
                        midpoint: band.midpoint,
                        maximum: band.maximum
                    )
                    .compaRatio
                else { continue }
                found[AuditSeat(track: person.track, level: level), default: []].append(ratio)
                kept.append(person)
            }
        }
        people = kept
        ratios = found
    }

    func values(_ track: Track, _ level: Int) -> [Double] { ratios[AuditSeat(track: track, level: level)] ?? [] }
}
