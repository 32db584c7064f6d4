using System.CommandLine;
using Microsoft.Extensions.Logging;
using Stemma.Cli.Storing;
using Stemma.Store;
using Stemma.Web.Mcp;
using Stemma.Web.Serving;

namespace Stemma.Cli.Serving;

/// <summary><c>stemma mcp</c>: MCP over standard input and output, for programs that start it themselves.</summary>
internal static class McpCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<string> store = StoreOptions.Store();
        Option<bool> changes = new("--allow-changes") { Description = "Offer tools that change the store." };
        Option<LogLevel> log = new("--log") { Description = "What is logged to standard error, as JSON lines: none, error, warning.", DefaultValueFactory = _ => LogLevel.Warning };
        Command command = new("mcp", "Serves a store over MCP, on standard input and output.") { store, changes, log };
        command.SetAction(async (call, cancellation) =>
        {
            await using IStoryStore opened = await StoryStores.OpenAsync(call.GetRequiredValue(store), create: false, readOnly: false, cancellation);
            ServeOptions options = new() { AllowChanges = call.GetValue(changes), Log = call.GetValue(log), LogTo = terminal.Error };
            if (terminal.Output is not StreamWriter { BaseStream: { } output })
                throw new InvalidOperationException("MCP needs the bytes of the output.");
            await McpConsole.RunAsync(opened, options, terminal.Input, output, cancellation);
            return ExitStatus.Done;
        });
        return command;
    }
}
