import Workspace

/// One file of the export.
struct ExportFile: Sendable {
    /// The path inside the ZIP.
    let path: String
    /// The bytes.
    let bytes: [UInt8]

    /// Every file of the export, in the order in which the ZIP holds them.
    static func all(of talk: Talk, cast: Cast = .halvard) -> [ExportFile] {
        let people = SlackPeople(cast: cast)
        let messages = SlackMessages(talk: talk, cast: cast)
        var files = [
            ExportFile(path: "channels.json", bytes: people.channels(talk).bytes),
            ExportFile(path: "users.json", bytes: people.users.bytes),
            ExportFile(path: "integration_logs.json", bytes: people.integrationLog.bytes),
        ]
        var day: (path: String, messages: [JSON])?
        func close() {
            if let day { files.append(ExportFile(path: day.path, bytes: JSON.list(day.messages).bytes)) }
        }
        for (index, line) in talk.lines.enumerated() {
            let path = "\(line.line.channel)/\(line.day).json"
            if day?.path != path {
                close()
                day = (path, [])
            }
            day?.messages.append(messages.message(index))
        }
        close()
        return files
    }
}
