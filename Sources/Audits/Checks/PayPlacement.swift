public import Ladder
public import Workspace

/// Where one person's pay lies in its band; for those who may see pay, never part of a report.
public struct PayPlacement: Sendable, Hashable {
    /// What is so about it.
    public enum Reason: String, Sendable, Hashable, CaseIterable, Codable {
        /// Inside the band.
        case inside
        /// Under its lower end.
        case belowMinimum
        /// Over its upper end.
        case aboveMaximum
        /// No band for the person's level, track, craft, zone and currency.
        case noBand
        /// No pay on file.
        case noPay
    }

    /// Whose pay.
    public let person: PersonID
    /// The person's track.
    public let track: Track
    /// The person's level; nil where it is not on file, and then there is no band.
    public let level: Int?
    /// What is so about it.
    public let reason: Reason
    /// Where it lies; nil without band or pay.
    public let position: PayPosition?
    /// The band; nil where there is none.
    public let band: AuditBand?

    /// Everybody's, in the order of the people.
    public static func all(_ material: AuditMaterial) -> [PayPlacement] {
        let bands = BandIndex(material.bands)
        return material.people.map { person in
            let band = bands.band(of: person)
            guard let pay = person.fullTimeBase else {
                return PayPlacement(
                    person: person.id,
                    track: person.track,
                    level: person.level,
                    reason: .noPay,
                    position: nil,
                    band: band
                )
            }
            guard let band else {
                return PayPlacement(
                    person: person.id,
                    track: person.track,
                    level: person.level,
                    reason: .noBand,
                    position: nil,
                    band: nil
                )
            }
            let position = PayPosition(pay: pay, minimum: band.minimum, midpoint: band.midpoint, maximum: band.maximum)
            return PayPlacement(
                person: person.id,
                track: person.track,
                level: person.level,
                reason: position.isBelow ? .belowMinimum : position.isAbove ? .aboveMaximum : .inside,
                position: position,
                band: band
            )
        }
    }
}

/// Finds a person's band: the craft's own, else the one for all crafts.
struct BandIndex {
    private var bands: [Key: AuditBand] = [:]

    private struct Key: Hashable {
        let level: Int
        let track: Track
        let family: String?
        let zone: String
        let currency: String?
    }

    init(_ all: [AuditBand]) {
        for band in all {
            // People files without a currency mean the only one that the zone has; the first band counts.
            for currency in [band.currency, nil] as [String?] {
                let key = Key(
                    level: band.level,
                    track: band.track,
                    family: band.family,
                    zone: band.zone,
                    currency: currency
                )
                if bands[key] == nil { bands[key] = band }
            }
        }
    }

    func band(of person: AuditPerson) -> AuditBand? {
        guard let level = person.level else { return nil }
        func find(_ family: String?) -> AuditBand? {
            bands[
                Key(
                    level: level,
                    track: person.track,
                    family: family,
                    zone: person.zone ?? "",
                    currency: person.currency
                )
            ]
        }
        return find(person.family) ?? find(nil)
    }
}
