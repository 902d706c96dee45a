import Hummingbird
import Workspace

/// Work that was given up: looked at, tried again, let go.
struct JobRoutes: Sendable {
    let forms: FormRoutes

    func add(to router: Router<PageContext>) {
        let jobs = forms.source.jobs
        forms.add("/jobs", at: .jobs, to: router) { viewer, _ in
            try await jobs.page(viewer)
        } send: { viewer, _, fields in
            switch fields["step"] {
            case "retry": try await jobs.settle(viewer, fields["job"], true)
            case "drop": try await jobs.settle(viewer, fields["job"], false)
            default: throw RequestRefusal.notAForm
            }
            return FormOutcome<JobsPage>.done(.jobs)
        }
    }
}
