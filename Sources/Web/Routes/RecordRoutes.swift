import Evidence
import Hummingbird
import Workspace

/// What is kept about a person, piece by piece.
struct RecordRoutes: Sendable {
    let forms: FormRoutes

    func add(to router: Router<PageContext>) {
        let (ledger, source, pages) = (forms.source.ledger, forms.source, forms.pages)
        router.page("/people/:id/record") { request, context in
            let viewer = try context.signedIn()
            let visitor = try await source.visitor(viewer)
            let fields = request.uri.queryParameters
            let page = try await ledger.record(
                viewer,
                PersonID(context.segment("id")),
                fields["page"].flatMap { Int($0) },
                fields["at"].map { EpisodeID(String($0)) }
            )
            return try pages.response(page, viewer: visitor, at: .elsewhere, in: context.language)
        }
        router.page("/objections") { _, context in
            let viewer = try context.signedIn()
            let visitor = try await source.visitor(viewer)
            return try pages.response(
                try await ledger.objections(viewer),
                viewer: visitor,
                at: .objections,
                in: context.language
            )
        }
        forms.add("/people/:id/evidence/:entry", at: .elsewhere, to: router) { viewer, context in
            try await ledger.entry(viewer, PersonID(context.segment("id")), EntryID(context.segment("entry")))
        } send: { viewer, context, fields in
            try await ledger.act(
                viewer,
                PersonID(context.segment("id")),
                EntryID(context.segment("entry")),
                fields
            )
        }
    }
}
