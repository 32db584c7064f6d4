using System.CommandLine;
using Stemma.Cli.Commands;
using Stemma.Cli.Exporting;
using Stemma.Cli.Serving;
using Stemma.Cli.Storing;
using Stemma.Cli.Watching;
using Stemma.Store;

namespace Stemma.Cli;

/// <summary>The <c>stemma</c> command: its subcommands and what its exit status means.</summary>
internal static class StemmaCommand
{
    public static RootCommand Create(Terminal terminal) =>
        new("Reads every report of an event and tells what is known, on whose word, and how many independent origins stand behind it.")
        {
            BriefCommand.Create(terminal),
            ReadCommand.Create(terminal),
            AnnotateCommand.Create(terminal),
            GroupCommand.Create(terminal),
            LineageCommand.Create(terminal),
            IngestCommand.Create(terminal),
            StoriesCommand.Create(terminal),
            ShowCommand.Create(terminal),
            SearchCommand.Create(terminal),
            CorrectionsCommand.Create(terminal),
            VerifyCommand.Create(terminal),
            BackupCommand.Create(terminal),
            CompactCommand.Create(terminal),
            ForgetCommand.Create(terminal),
            WatchCommand.Create(terminal),
            WatchesCommand.Create(terminal),
            ExportCommand.Create(terminal),
            ServeCommand.Create(terminal),
            McpCommand.Create(terminal),
            EvalCommand.Create(terminal),
            SchemaCommand.Create(terminal),
        };

    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        ParseResult call = Create(terminal).Parse(args);
        if (call.Errors.Count > 0)
        {
            foreach (System.CommandLine.Parsing.ParseError error in call.Errors)
                await terminal.Error.WriteLineAsync("stemma: " + error.Message.ReplaceLineEndings(" ").Replace("\t", " ", StringComparison.Ordinal));
            await terminal.Error.WriteLineAsync("See 'stemma --help', or 'stemma COMMAND --help'.");
            return ExitStatus.BadCall;
        }

        InvocationConfiguration configuration = new()
        {
            Output = terminal.Output,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
        };
        try
        {
            return await call.InvokeAsync(configuration);
        }
        catch (OperationCanceledException)
        {
            return ExitStatus.Cancelled;
        }
        catch (StoreException e)
        {
            await terminal.Error.WriteLineAsync("stemma: " + e.Message);
            return ExitStatus.BadCall;
        }
        catch (InvalidDataException e)
        {
            // A data file of this build is missing, damaged or of another version; bad input never ends here, it is rejected.
            await terminal.Error.WriteLineAsync("stemma: " + e.Message);
            return ExitStatus.BadCall;
        }
    }
}
