using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Stemma.Cli.Commands;
using Stemma.Reports;
using Stemma.Store;

namespace Stemma.Cli.Storing;

/// <summary><c>stemma stories</c>: lists what a store holds, latest first.</summary>
internal static class StoriesCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<string> store = StoreOptions.Store();
        Option<string> format = Inputs.Format(terminal, "text", "text", "json");
        Option<int> minReports = new("--min-reports") { Description = "Leave out stories of fewer reports.", DefaultValueFactory = _ => 1 };
        Option<ReportTime?> since = Inputs.Time("--since", "Only stories with a report not older.");
        Option<int> limit = new("--limit") { Description = "How many, at most 1000.", DefaultValueFactory = _ => 50 };
        Command command = new("stories", "Lists the stories of a store, latest first.") { store, format, minReports, since, limit };
        command.SetAction((call, cancellation) => StoreOptions.WithAsync(call.GetRequiredValue(store), readOnly: true, async opened =>
        {
            ImmutableArray<StorySummary> stories = await opened.StoriesAsync(new StoryQuery
            {
                MinReports = call.GetValue(minReports),
                Since = call.GetValue(since)?.SortKey,
                Limit = call.GetValue(limit),
            }, cancellation);
            if (call.GetRequiredValue(format) == "json")
                terminal.Output.WriteLine(JsonSerializer.Serialize(new StoryList(stories), ListContext.Readable.StoryList));
            foreach (StorySummary story in call.GetRequiredValue(format) == "text" ? stories : [])
                terminal.Output.WriteLine(FormattableString.Invariant($"{story.Id}  {story.Latest:yyyy-MM-dd}  {story.Reports,4}  {story.Title}{(story.IsStale ? "  (has changed since)" : "")}"));
            return ExitStatus.Done;
        }, cancellation));
        return command;
    }
}

internal sealed record StoryList(ImmutableArray<StorySummary> Stories);

internal sealed record HitList(ImmutableArray<ReportHit> Reports);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StoryList))]
[JsonSerializable(typeof(HitList))]
internal sealed partial class ListContext : JsonSerializerContext
{
    internal static ListContext Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
