using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Stemma.Cli.Commands;
using Stemma.Reports;
using Stemma.Store;

namespace Stemma.Cli.Storing;

/// <summary><c>stemma search</c>: finds reports in a store.</summary>
internal static class SearchCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> words = new("words") { Description = "Words that all have to be there; \"words in a row\" in quotation marks; -word must not be there.", Arity = ArgumentArity.ZeroOrMore };
        Option<string> store = StoreOptions.Store();
        Option<string> format = Inputs.Format(terminal, "text", "text", "json");
        Option<string?> person = new("--person") { Description = "A person named in it." };
        Option<string?> organisation = new("--organisation") { Description = "A body named in it." };
        Option<string?> place = new("--place") { Description = "A place named in it." };
        Option<string?> origin = new("--origin") { Description = "An origin of something it states." };
        Option<string?> outlet = new("--outlet") { Description = "Who published it." };
        Option<ReportTime?> from = Inputs.Time("--from", "Published not earlier.");
        Option<ReportTime?> until = Inputs.Time("--until", "Published before.");
        Option<int> limit = new("--limit") { Description = "How many, at most 1000.", DefaultValueFactory = _ => 20 };
        Command command = new("search", "Finds reports in a store, latest first.") { words, store, format, person, organisation, place, origin, outlet, from, until, limit };
        command.SetAction((call, cancellation) => StoreOptions.WithAsync(call.GetRequiredValue(store), readOnly: true, async opened =>
        {
            ImmutableArray<ReportHit> hits = await opened.SearchAsync(new ReportQuery
            {
                Text = string.Join(' ', call.GetRequiredValue(words)),
                Person = call.GetValue(person),
                Organisation = call.GetValue(organisation),
                Place = call.GetValue(place),
                Origin = call.GetValue(origin),
                Outlet = call.GetValue(outlet),
                From = call.GetValue(from)?.SortKey,
                Until = call.GetValue(until)?.SortKey,
                Limit = call.GetValue(limit),
            }, cancellation);
            if (call.GetRequiredValue(format) == "json")
                terminal.Output.WriteLine(JsonSerializer.Serialize(new HitList(hits), ListContext.Readable.HitList));
            foreach (ReportHit hit in call.GetRequiredValue(format) == "text" ? hits : [])
                terminal.Output.WriteLine($"{hit.Id}  {hit.Story}  {hit.Published?.ToString() ?? "undated"}  {hit.Outlet ?? "unknown outlet"}: {hit.Headline ?? hit.Input}");
            return ExitStatus.Done;
        }, cancellation));
        return command;
    }
}
