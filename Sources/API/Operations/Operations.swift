/// Everything that programs can ask for.
enum Operations {
    static let all: [Operation] =
        people + evidence + entrySteps + growth + moves + weeks + requests + reviews + boards + decisions + company
        + own

    static let everybody = "Everybody with a token."
    static let pair = "The person and their manager."
}
