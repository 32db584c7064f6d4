using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
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
        Option<string> urls = new("--urls") { Description = "Where to listen.", DefaultValueFactory = _ => new ServeOptions().Urls };
        Command command = new("serve", "Serves a store: pages at /, REST under /api/v1.") { store, urls };
        command.SetAction(async (call, cancellation) =>
        {
            await using IStoryStore opened = await StoryStores.OpenAsync(call.GetRequiredValue(store), create: true, readOnly: false, cancellation);
            await using WebApplication app = StemmaServer.Create(opened, new ServeOptions { Urls = call.GetRequiredValue(urls) });
            await app.StartAsync(cancellation);
            await terminal.Error.WriteLineAsync($"stemma: serving {opened.Name} at {string.Join(", ", app.Urls)}");
            await app.WaitForShutdownAsync(cancellation);
            return ExitStatus.Done;
        });
        return command;
    }
}
