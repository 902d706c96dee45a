import Briefing
import Feeds
import Foundation
import Reading
import Web
import Workspace

extension BriefOffice {
    func settings(
        of viewer: PersonID,
        complaint: String? = nil,
        done: String? = nil
    ) async throws -> BriefSettingsPage {
        let reader = try await reader(viewer)
        let kept = try await room.store.feeds()
        return BriefSettingsPage(
            reader.profile,
            book: room.encoder.book,
            sources: room.sources(for: reader.profile, reader.notebook),
            own: Set(reader.notebook.feeds.map(\.id)),
            problems: Dictionary(kept.compactMap { feed in feed.problem.map { (feed.source.id, $0) } }) { first, _ in
                first
            },
            feed: reader.notebook.secret(of: .feed).map { site.text + "/brief/feed/" + $0 },
            complaint: complaint,
            done: done
        )
    }

    func change(_ fields: FormFields, of viewer: PersonID) async throws -> FormOutcome<BriefSettingsPage> {
        let reader = try await reader(viewer)
        do {
            switch fields["step"] {
            case "profile": return try await keep(fields, reader)
            case "mute": try await mute(fields["address"], true, reader)
            case "unmute": try await mute(fields["address"], false, reader)
            case "remove": try await room.remove(fields["address"], for: reader.person)
            case "add":
                _ = try await room.add(
                    fields["address"],
                    for: reader.person,
                    allowsOwnNetwork: false,
                    now: GlobalOptions.now()
                )
            case "import":
                let outline = try Outline(reading: Array(fields["opml"].utf8))
                _ = try await room.add(outline, for: reader.person)
            case "open-feed": _ = try await room.store.open(.feed, of: viewer)
            case "close-feed": try await room.store.close(.feed, of: viewer)
            case "forget": try await room.store.forget(viewer)
            default: throw PageRefusal.notFound
            }
        } catch let error as Failure {
            return .again(try await settings(of: viewer, complaint: "Not done: " + error.words))
        } catch let error as FeedError {
            return .again(try await settings(of: viewer, complaint: "Not done: \(error)"))
        }
        return .done(.briefSettings)
    }

    private func keep(_ fields: FormFields, _ reader: Reader) async throws -> FormOutcome<BriefSettingsPage> {
        let book = room.encoder.book
        var profile = reader.profile
        func list(_ text: String) -> [String] {
            text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        }
        let zone = fields["zone"]
        guard TimeZone(identifier: zone) != nil else {
            let complaint = "“\(zone)” is no time zone that is known here. Write one such as Europe/Berlin."
            return .again(try await settings(of: reader.person.id, complaint: complaint))
        }
        profile.zone = zone
        profile.hour = Int(fields["hour"]).flatMap { (0...23).contains($0) ? $0 : nil } ?? profile.hour
        profile.length = Int(fields["length"]).flatMap { (5...7).contains($0) ? $0 : nil } ?? profile.length
        if book.roles.contains(where: { $0.id == fields["role"] }) { profile.role = fields["role"] }
        profile.industry = book.industries.first { $0.id == fields["industry"] }?.id
        profile.tools = Array(list(fields["tools"]).prefix(30))
        profile.words = String(fields["words"].prefix(600))
        profile.growing = fields.all("growing").filter { book.competencies[$0] != nil }
        profile.followed = book.topics.map(\.id).filter { fields["topic-\($0)"] == "follow" }
        profile.muted = book.topics.map(\.id).filter { fields["topic-\($0)"] == "mute" }
        try await room.change(reader.person) { $0.profile = profile }
        return .done(.briefSettings)
    }

    private func mute(_ address: String, _ mutes: Bool, _ reader: Reader) async throws {
        try await room.change(reader.person) { notebook in
            notebook.profile?.mutedSources.removeAll { $0 == address }
            if mutes { notebook.profile?.mutedSources.append(address) }
        }
    }
}
