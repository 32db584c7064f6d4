using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Stemma.Cli.Commands;
using Stemma.Cli.Storing;
using Stemma.Intake.Web;
using Stemma.Store;
using Stemma.Watch;

namespace Stemma.Cli.Watching;

/// <summary><c>stemma watch</c>: polls feeds politely, keeps what is new, and tells what became of what is watched.</summary>
internal static class WatchCommand
{
    /// <summary>Where the secret that signs webhooks may lie, so that it need not stand in a list of processes.</summary>
    private const string SecretVariable = "STEMMA_WEBHOOK_SECRET";

    /// <summary>Alerts in the file of <c>--atom</c>.</summary>
    private const int AtomEntries = 100;

    public static Command Create(Terminal terminal)
    {
        Argument<string[]> feeds = new("feed") { Description = "Addresses of feeds, and files that list feeds (OPML); none: the feeds that the store knows.", Arity = ArgumentArity.ZeroOrMore };
        Option<string> store = StoreOptions.Store();
        Option<string> format = Inputs.Format(terminal, "jsonl", "text", "jsonl");
        Option<bool> once = new("--once") { Description = "Poll what is due once, and end." };
        Option<TimeSpan?> interval = Durations.Option("--interval", "Shortest time between two polls of a feed (15m); a feed may ask for more.", TimeSpan.FromSeconds(10));
        Option<TimeSpan?> duration = Durations.Option("--for", "How long to watch; without it, until it is stopped.", TimeSpan.FromSeconds(1));
        Option<bool> feedOnly = new("--feed-only") { Description = "Do not read the page where a feed carries a teaser only." };
        Option<string?> webhook = new("--webhook") { Description = "Post each alert to this address, as JSON." };
        Option<string?> secret = new("--webhook-secret-file") { Description = $"Sign what is posted with the secret in this file; else with that in {SecretVariable}, where it is set." };
        Option<string?> atom = new("--atom") { Description = "Keep the latest alerts in this file, as an Atom feed." };
        Option<string?> contact = new("--contact") { Description = "Tell servers, in the user agent, where to complain: an address of the web or of mail." };
        Option<bool> allowPrivate = new("--allow-private") { Description = "Let addresses inside private networks, this machine among them, be read and posted to." };
        Option<int> threads = Inputs.Threads();
        Command command = new("watch", "Polls feeds politely, keeps what is new in a store, and tells what changes in what is watched.")
        {
            feeds, store, format, once, interval, duration, feedOnly, webhook, secret, atom, contact, allowPrivate, threads,
        };
        command.SetAction(async (call, cancellation) =>
        {
            (ImmutableArray<string> addresses, int rejected) = FeedArguments.Read(terminal, call.GetRequiredValue(feeds), cancellation);
            if (addresses.IsEmpty && rejected > 0)
                return ExitStatus.BadCall;
            Uri? hook = null;
            byte[]? key = null;
            if (call.GetValue(webhook) is { } posted)
            {
                if (!Uri.TryCreate(posted, UriKind.Absolute, out hook) || (hook.Scheme != Uri.UriSchemeHttp && hook.Scheme != Uri.UriSchemeHttps))
                    return await BadAsync(terminal, $"--webhook: an address that is neither http nor https: {posted}");
                try
                {
                    key = Secret(call.GetValue(secret));
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    return await BadAsync(terminal, "--webhook-secret-file: " + e.Message);
                }
            }

            WebOptions options = new() { AllowPrivate = call.GetValue(allowPrivate), Contact = call.GetValue(contact), MaxWait = TimeSpan.Zero };
            await using IStoryStore opened = await StoryStores.OpenAsync(call.GetRequiredValue(store), create: true, readOnly: false, cancellation);
            using WebFetcher fetcher = new(options, TimeProvider.System);
            using WebPoster poster = new(options, TimeProvider.System);
            bool json = call.GetRequiredValue(format) == "jsonl";
            ImmutableArray<AlertCourier> couriers = [new AlertCourier("terminal", opened.Watch, TimeProvider.System, (alert, stop) => TellAsync(terminal, WatchLines.Of(alert, json), stop))];
            if (hook is not null)
                couriers = couriers.Add(new AlertCourier("webhook " + hook.AbsoluteUri, opened.Watch, TimeProvider.System, new Webhook(poster, hook, key, TimeProvider.System).SendAsync));
            AtomFile? file = call.GetValue(atom) is { } path ? new AtomFile(path, opened.Watch, AtomEntries) : null;
            WatchSettings settings = new()
            {
                Feeds = addresses,
                Interval = call.GetValue(interval) ?? new WatchSettings().Interval,
                FollowLinks = !call.GetValue(feedOnly),
                Once = call.GetValue(once),
                For = call.GetValue(duration),
                Threads = call.GetValue(threads),
            };
            WatchVoice voice = new(
                report =>
                {
                    // Whoever reads along may rely on each line: it goes out now.
                    terminal.Output.WriteLine(WatchLines.Of(report, json));
                    terminal.Output.Flush();
                },
                line => terminal.Error.WriteLine("stemma: " + line),
                async stop =>
                {
                    await terminal.Output.FlushAsync(stop);
                    if (file is not null)
                        await file.WriteAsync(stop);
                });
            Watcher watcher = new(opened, fetcher, TimeProvider.System, settings, couriers, voice);
            try
            {
                int watched = await watcher.RunAsync(cancellation);
                if (watched == 0 && addresses.IsEmpty)
                    return await BadAsync(terminal, $"{opened.Name} knows no feeds: name some, or a list of them (OPML)");
            }
            catch (IOException e) when (file is not null && e is not EndOfStreamException)
            {
                return await BadAsync(terminal, "--atom: " + e.Message);
            }

            return watcher.Failing > 0 || rejected > 0 ? ExitStatus.SomeRejected : ExitStatus.Done;
        });
        return command;
    }

    private static async Task TellAsync(Terminal terminal, string line, CancellationToken cancellation)
    {
        await terminal.Output.WriteLineAsync(line.AsMemory(), cancellation);
        await terminal.Output.FlushAsync(cancellation);
    }

    /// <summary>The secret without the line end that editors put behind it; null: there is none.</summary>
    private static byte[]? Secret(string? file)
    {
        string? text = file is null ? Environment.GetEnvironmentVariable(SecretVariable) : File.ReadAllText(file);
        text = text?.TrimEnd('\r', '\n');
        if (file is not null && string.IsNullOrEmpty(text))
            throw new IOException($"{file} is empty");
        return string.IsNullOrEmpty(text) ? null : Encoding.UTF8.GetBytes(text);
    }

    private static async Task<int> BadAsync(Terminal terminal, string message)
    {
        await terminal.Error.WriteLineAsync("stemma: " + message);
        return ExitStatus.BadCall;
    }
}
