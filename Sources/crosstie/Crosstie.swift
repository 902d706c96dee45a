import ArgumentParser

@main
struct Crosstie: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "crosstie",
        abstract:
            "Holds a company's two career tracks at one gauge: evidence, 1:1 prep, cited drafts, the level clock.",
        discussion: """
            --database URL and --json may stand before or after the command's name. URL is sqlite:PATH or \
            postgres://USER@HOST/NAME; without it the environment variable CROSSTIE_DATABASE counts, and without that \
            sqlite:crosstie.db in the present folder. Keys lie beside the file; with a server in the folder --keys.

            Exit codes: 0 done · 1 a check found something · 64 wrong use · 65 unreadable export, \
            people file or ladder \
            · 66 no such file · 67 no such person · 69 port or address not to be had · 70 fault in the program \
            · 73 cannot create the database · 74 disk full or unreadable · 75 database busy, try again \
            · 77 no permission · 78 database from a newer version · 130 stopped by you
            """,
        version: "0.1.0",
        subcommands: [
            Init.self, Import.self, PeopleCommand.self, EvidenceCommand.self, PrepCommand.self, DraftCommand.self,
            ClockCommand.self, CuesCommand.self, WeekCommand.self, OneOnOneCommand.self, DeliveriesCommand.self,
            LadderCommand.self,
            TitlesCommand.self, MoveCommand.self, SwitchCommand.self,
            NetworkCommand.self,
            PayCommand.self, AuditCommand.self, ChoiceCommand.self, DecisionsCommand.self, RequestsCommand.self,
            ObjectionsCommand.self,
            RolesCommand.self, TokenCommand.self, MCPCommand.self, PersonCommand.self, Read.self, ReaderCommand.self,
            WriterCommand.self,
            ModelsCommand.self, Inspect.self, Serve.self, WorkCommand.self, JobsCommand.self,
            SlackCommand.self, SignIn.self, Verify.self,
            EraseCommand.self, RetentionCommand.self,
            BackupCommand.self, RestoreCommand.self, CopyCommand.self,
            Doctor.self, BacktestCommand.self, SimulateCommand.self,
            RoomCommand.self, ReviewCommand.self, FeedbackCommand.self,
            BriefCommand.self, FeedsCommand.self,
            DemoCommand.self, BenchCommand.self,
        ]
    )

    static func main() async {
        let arguments = GlobalOptions.afterTheCommand(Array(CommandLine.arguments.dropFirst()))
        do {
            var command = try parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let failure as Failure {
            failure.report()
        } catch {
            if let failure = Failure(explaining: error) { failure.report() }
            exit(withError: error)
        }
    }
}
