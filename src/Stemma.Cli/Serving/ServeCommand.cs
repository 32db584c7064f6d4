using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Stemma.Cli.Storing;
using Stemma.Store;
using Stemma.Web.Serving;

namespace Stemma.Cli.Serving;

/// <summary><c>stemma serve</c>: pages, REST, events and MCP over one store.</summary>
internal static class ServeCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<string> store = StoreOptions.Store();
        Option<string> urls = new("--urls") { Description = "Where to listen; any address but loopback needs a token.", DefaultValueFactory = _ => new ServeOptions().Urls };
        Option<string?> tokenFile = new("--token-file") { Description = "A file whose first line is the token that callers have to show; STEMMA_TOKEN in the environment does as well." };
        Option<string[]> hosts = new("--host") { Description = "A further name by which the server may be called, as behind a proxy; may be given several times." };
        Option<bool> readOnly = new("--read-only") { Description = "Refuse every change." };
        Option<bool> changes = new("--allow-changes") { Description = "Offer programs that speak MCP tools that change the store." };
        Option<LogLevel> log = new("--log") { Description = "What is logged to standard error, as JSON lines: none, error, warning, information.", DefaultValueFactory = _ => LogLevel.Warning };
        Command command = new("serve", "Serves a store: pages at /, REST under /api/v1, MCP at /mcp.") { store, urls, tokenFile, hosts, readOnly, changes, log };
        command.SetAction(async (call, cancellation) =>
        {
            if (!Token(terminal, call.GetValue(tokenFile), out string? token))
                return ExitStatus.BadCall;
            ServeOptions options = new()
            {
                Urls = call.GetRequiredValue(urls),
                Token = token,
                Hosts = [.. call.GetValue(hosts) ?? []],
                ReadOnly = call.GetValue(readOnly),
                AllowChanges = call.GetValue(changes),
                Log = call.GetValue(log),
                LogTo = terminal.Error,
            };
            if (options.Fault() is { } fault)
            {
                await terminal.Error.WriteLineAsync("stemma: " + fault);
                return ExitStatus.BadCall;
            }

            await using IStoryStore opened = await StoryStores.OpenAsync(call.GetRequiredValue(store), create: !options.ReadOnly, options.ReadOnly, cancellation);
            await using WebApplication app = StemmaServer.Create(opened, options);
            try
            {
                await app.StartAsync(cancellation);
            }
            catch (IOException e)
            {
                await terminal.Error.WriteLineAsync("stemma: " + e.Message);
                return ExitStatus.BadCall;
            }

            await terminal.Error.WriteLineAsync($"stemma: serving {opened.Name} at {string.Join(", ", app.Urls)}{(options.ReadOnly ? ", read-only" : "")}");
            await app.WaitForShutdownAsync(cancellation);
            return ExitStatus.Done;
        });
        return command;
    }

    /// <summary>Never an argument: other users of a machine can see those.</summary>
    private static bool Token(Terminal terminal, string? file, out string? token)
    {
        token = Environment.GetEnvironmentVariable("STEMMA_TOKEN") is { Length: > 0 } set ? set : null;
        if (file is null)
            return true;
        try
        {
            token = File.ReadLines(file).FirstOrDefault()?.Trim() ?? "";
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine($"stemma: --token-file: {e.Message}");
            return false;
        }
    }
}
