import Answers
import Desk
import MCP
import Web

extension AssistantSource {
    /// The address for assistants, `/mcp`: each request brings a personal token and gets what its owner may read.
    func door(at site: SiteAddress, limits: RateLimits) -> ProgramDoor {
        let buckets = RateBuckets(limits)
        let door = ToolDoor(origins: [site.text]) { secret in
            guard let token = try await desk.token(bearing: secret), token.scopes.contains(.read) else {
                return .unknown
            }
            let standing = await buckets.take(token.id, at: GlobalOptions.now())
            guard standing.isAllowed else { return .later(seconds: max(1, standing.wait)) }
            return .open(server(try tools(of: token.person)))
        }
        return ProgramDoor(path: "/mcp", limit: ToolDoor.longest) { request in
            // Below the address there is nothing.
            guard request.path == "/mcp" else { return ProgramReply(status: 404) }
            let reply = await door.answer(
                to: ToolRequest(method: request.method, body: request.body) { name in
                    request.header(name).map { [$0] } ?? []
                }
            )
            var headers = reply.headers.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
            if let type = reply.type { headers.insert(("Content-Type", type), at: 0) }
            return ProgramReply(status: reply.status, headers: headers, body: reply.body)
        }
    }
}
