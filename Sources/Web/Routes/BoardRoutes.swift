import Hummingbird
import Workspace

/// Boards.
struct BoardRoutes: Sendable {
    let forms: FormRoutes

    func add(to router: Router<PageContext>) {
        let boards = forms.source.boards
        forms.add("/boards", at: .boards, to: router) { viewer, _ in
            try await boards.list(viewer)
        } send: { viewer, _, fields in
            try await boards.convene(viewer, fields)
        }
        forms.add("/boards/:board", at: .boards, to: router) { viewer, context in
            try await boards.board(viewer, context.segment("board"))
        } send: { viewer, context, fields in
            try await boards.lock(viewer, context.segment("board"), fields)
        }
        forms.add("/boards/:board/cases/:id", at: .boards, to: router) { viewer, context in
            try await boards.file(viewer, context.segment("board"), PersonID(context.segment("id")))
        } send: { viewer, context, fields in
            try await boards.say(viewer, context.segment("board"), PersonID(context.segment("id")), fields)
        }
    }
}
