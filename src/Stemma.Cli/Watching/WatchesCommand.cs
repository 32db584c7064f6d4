using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Stemma.Cli.Commands;
using Stemma.Cli.Storing;
using Stemma.Store;
using Stemma.Watch;

namespace Stemma.Cli.Watching;

/// <summary><c>stemma watches</c>: what is watched in a store, and what watching has told.</summary>
internal static class WatchesCommand
{
    public static Command Create(Terminal terminal) => new("watches", "Sets, lists and ends watches, and lists the alerts they have raised.")
    {
        Add(terminal), List(terminal), Remove(terminal), Alerts(terminal), Feeds(terminal),
    };

    private static Command Add(Terminal terminal)
    {
        Argument<string?> story = new("story") { Description = "Id of a story; none: watch what a search finds.", Arity = ArgumentArity.ZeroOrOne };
        Option<string?> claim = new("--claim") { Description = "Id of one claim in the story, as 'stemma show STORY --format json' prints it." };
        Option<string?> text = new("--text") { Description = "Words that have to be in a report; \"in quotation marks\" in a row; -words must not be." };
        Option<string?> person = new("--person") { Description = "A person who is named." };
        Option<string?> organisation = new("--organisation") { Description = "An organisation that is named." };
        Option<string?> place = new("--place") { Description = "A place that is named." };
        Option<string?> origin = new("--origin") { Description = "An origin whose word is given." };
        Option<string?> outlet = new("--outlet") { Description = "Only reports of this outlet." };
        Option<AlertKind[]> kinds = new("--kind") { Description = "Only alerts of these kinds: report, status, origin, denial, number, withdrawn.", AllowMultipleArgumentsPerToken = true };
        Option<string?> counts = new("--reports") { Description = "At which numbers of reports a story is told, such as 1,5,10." };
        Option<string> store = StoreOptions.Store();
        Command command = new("add", "Sets a watch, and prints its id.") { story, claim, text, person, organisation, place, origin, outlet, kinds, counts, store };
        command.SetAction((call, cancellation) => StoreOptions.WithAsync(call.GetRequiredValue(store), readOnly: false, async opened =>
        {
            StandingWatch watch = new()
            {
                Id = "",
                Story = call.GetValue(story),
                Text = call.GetValue(text),
                Person = call.GetValue(person),
                Organisation = call.GetValue(organisation),
                Place = call.GetValue(place),
                Origin = call.GetValue(origin),
                Outlet = call.GetValue(outlet),
                Kinds = [.. (call.GetValue(kinds) ?? []).Distinct()],
                Counts = call.GetValue(counts) is { } numbers ? WatchBook.Counts(numbers) ?? [] : StandingWatch.DefaultCounts,
            };
            bool searches = new[] { watch.Text, watch.Person, watch.Organisation, watch.Place, watch.Origin, watch.Outlet }.Any(f => f is not null);
            if (watch.Counts.IsEmpty || searches == (watch.Story is not null) || (watch.Story is null && call.GetValue(claim) is not null))
            {
                await terminal.Error.WriteLineAsync(watch.Counts.IsEmpty
                    ? "stemma: --reports takes whole numbers from 1, such as 1,5,10"
                    : "stemma: watches add takes the id of a story (and --claim), or what to search for: one of the two");
                return ExitStatus.BadCall;
            }

            StoryWeigher weigher = new(opened, new ReportReading());
            if (await new WatchBook(opened, weigher, TimeProvider.System).AddAsync(watch, call.GetValue(claim), cancellation) is not { } added)
            {
                await terminal.Error.WriteLineAsync($"stemma: {opened.Name}: no story {watch.Story}{(call.GetValue(claim) is { } c ? $" with a claim {c}" : "")}; 'stemma stories' lists them");
                return ExitStatus.BadCall;
            }

            await terminal.Output.WriteLineAsync(added.Id);
            await terminal.Error.WriteLineAsync($"stemma: {opened.Name}: watching {added.Describe()}");
            return ExitStatus.Done;
        }, cancellation));
        return command;
    }

    private static Command List(Terminal terminal)
    {
        Option<string> store = StoreOptions.Store();
        Option<string> format = Inputs.Format(terminal, "text", "text", "jsonl");
        Command command = new("list", "Lists the watches.") { store, format };
        command.SetAction((call, cancellation) => StoreOptions.WithAsync(call.GetRequiredValue(store), readOnly: true, async opened =>
        {
            foreach (StandingWatch watch in await new WatchBook(opened, new StoryWeigher(opened, new ReportReading()), TimeProvider.System).ListAsync(cancellation))
            {
                string kinds = watch.Kinds.IsEmpty ? "" : $" ({string.Join(", ", watch.Kinds).ToLowerInvariant()})";
                await terminal.Output.WriteLineAsync(call.GetRequiredValue(format) == "jsonl" ? WatchJson.Write(watch) : $"{watch.Id}  {watch.Since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}  {watch.Describe()}{kinds}");
            }

            return ExitStatus.Done;
        }, cancellation));
        return command;
    }

    private static Command Remove(Terminal terminal)
    {
        Argument<string> id = new("id") { Description = "Of the watch." };
        Option<string> store = StoreOptions.Store();
        Command command = new("remove", "Ends a watch; the alerts it has raised stay.") { id, store };
        command.SetAction((call, cancellation) => StoreOptions.WithAsync(call.GetRequiredValue(store), readOnly: false, async opened =>
        {
            if (await new WatchBook(opened, new StoryWeigher(opened, new ReportReading()), TimeProvider.System).RemoveAsync(call.GetRequiredValue(id), cancellation))
                return ExitStatus.Done;
            await terminal.Error.WriteLineAsync($"stemma: {opened.Name}: no watch {call.GetRequiredValue(id)}; 'stemma watches list' lists them");
            return ExitStatus.BadCall;
        }, cancellation));
        return command;
    }

    private static Command Feeds(Terminal terminal)
    {
        Option<string> store = StoreOptions.Store();
        Option<string?> stop = new("--stop") { Description = "Poll this feed no more, until it is named again." };
        Command command = new("feeds", "Lists the feeds that the store knows: when each is due, and what is wrong with it.") { store, stop };
        command.SetAction((call, cancellation) => StoreOptions.WithAsync(call.GetRequiredValue(store), readOnly: call.GetValue(stop) is null, async opened =>
        {
            WatchBook book = new(opened, new StoryWeigher(opened, new ReportReading()), TimeProvider.System);
            if (call.GetValue(stop) is { } url && !await book.StopAsync(Uri.TryCreate(url, UriKind.Absolute, out Uri? address) ? address.AbsoluteUri : url, cancellation))
            {
                await terminal.Error.WriteLineAsync($"stemma: {opened.Name}: no feed {url}; 'stemma watches feeds' lists them");
                return ExitStatus.BadCall;
            }

            foreach ((FeedState state, DateTimeOffset due) in await book.FeedsAsync(cancellation))
            {
                string when = state.Ended is { } ended ? ended : FormattableString.Invariant($"due {due.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}");
                string trouble = state.Trouble is { } t && state.Ended is null ? $"  ({state.Failures} failures: {t})" : "";
                await terminal.Output.WriteLineAsync($"{state.Url}  {when}{trouble}  {AlertText.Plain(state.Title ?? "")}".TrimEnd());
            }

            return ExitStatus.Done;
        }, cancellation));
        return command;
    }

    private static Command Alerts(Terminal terminal)
    {
        Option<string> store = StoreOptions.Store();
        Option<string> format = Inputs.Format(terminal, "jsonl", "text", "jsonl", "atom");
        Option<long> after = new("--after") { Description = "Only those behind this number." };
        Option<int> limit = new("--limit") { Description = "How many.", DefaultValueFactory = _ => 100 };
        Command command = new("alerts", "Lists the alerts that are kept, oldest first.") { store, format, after, limit };
        command.SetAction((call, cancellation) => StoreOptions.WithAsync(call.GetRequiredValue(store), readOnly: true, async opened =>
        {
            ImmutableArray<LoggedAlert> alerts = await new AlertLog(opened.Watch).AfterAsync(call.GetValue(after), call.GetValue(limit), cancellation);
            string form = call.GetRequiredValue(format);
            if (form == "atom")
                await terminal.Output.WriteAsync(AlertAtom.Write(alerts, "urn:stemma:alerts", null, TimeProvider.System.GetUtcNow()));
            foreach (LoggedAlert alert in form == "atom" ? [] : alerts)
                await terminal.Output.WriteLineAsync(WatchLines.Of(alert, form == "jsonl"));
            return ExitStatus.Done;
        }, cancellation));
        return command;
    }
}
