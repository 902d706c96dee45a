import Evidence
import Hummingbird
import Workspace

/// The decision ledger.
struct DecisionRoutes: Sendable {
    let forms: FormRoutes

    func add(to router: Router<PageContext>) {
        let decisions = forms.source.decisions
        forms.add("/decisions", at: .decisions, to: router) { viewer, _ in
            try await decisions.list(viewer)
        } send: { viewer, _, fields in
            try await decisions.begin(viewer, fields)
        }
        forms.add("/decisions/:decision", at: .decisions, to: router) { viewer, context in
            try await decisions.decision(viewer, DecisionID(context.segment("decision")))
        } send: { viewer, context, fields in
            try await decisions.step(viewer, DecisionID(context.segment("decision")), fields)
        }
    }
}

/// Requests to colleagues.
struct RequestRoutes: Sendable {
    let forms: FormRoutes

    func add(to router: Router<PageContext>) {
        let requests = forms.source.requests
        forms.add("/requests", at: .requests, to: router) { viewer, _ in
            try await requests.list(viewer)
        } send: { viewer, _, fields in
            try await requests.answer(viewer, fields)
        }
        forms.add("/people/:id/rounds", at: .requests, to: router) { viewer, context in
            try await requests.rounds(viewer, PersonID(context.segment("id")))
        } send: { viewer, context, fields in
            try await requests.act(viewer, PersonID(context.segment("id")), fields)
        }
    }
}
