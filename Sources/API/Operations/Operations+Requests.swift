import Answers
import Desk
import Evidence
import Workspace

extension Operations {
    static let requests: [Operation] = [
        .lists(
            "listRequests",
            "/requests",
            .requests,
            "What you were asked about colleagues: what waits first, then what is past.",
            callers: everybody,
            key: { (own: OwnRequest) in
                let day = Int64(own.sent.days)
                let order =
                    own.standing == .open
                    ? "0" + Paging.newestFirst(Int64.max - day, "") : "1" + Paging.newestFirst(day, "")
                return order + own.request.id.text
            },
            row: { RequestView($0) },
            run: { try await $0.desk.requests(to: $0.viewer, for: $0.reader) }
        ),
        .does(
            "answerRequest",
            "/requests/{request}/answer",
            .requests,
            "Answers a request: what you saw, and where you like a sentence.",
            callers: "Whoever was asked.",
            body: Body.fields(
                [
                    "sight": Body.choice(ColleagueSight.allCases.map(\.rawValue)),
                    "words": ["type": "string", "maxLength": .integer(RequestSchedule.longestSentence)],
                ],
                required: ["sight"]
            ),
            status: 201
        ) { call in
            guard let sight = ColleagueSight(rawValue: call.text("sight")) else {
                throw Problem.field("sight", "It is none of the answers.")
            }
            let id = RequestID(call.path["request"] ?? "")
            let answer = try await call.desk.answerRequest(id, sight, words: call.text("words"), by: call.viewer)
            return AnswerStateAnswer(answer)
        },
        .reads(
            "readRounds",
            "/people/{person}/rounds",
            .requests,
            "Rounds of requests about a person's work, and what was answered.",
            callers: pair
        ) { RoundsAnswer(try await $0.desk.rounds(about: $0.person, for: $0.reader)) },
    ]
}
