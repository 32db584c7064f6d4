using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Stemma.Cli.Commands;
using Stemma.Reports;
using Stemma.Store;

namespace Stemma.Cli.Storing;

/// <summary><c>stemma ingest</c>: adds reports to a store. A line is printed for a report when it is kept, never before.</summary>
internal static class IngestCommand
{
    /// <summary>Reports kept in one step: many enough that waiting for the disk is not what takes the time.</summary>
    private const int MostAtOnce = 64;

    /// <summary>Longest that a report that is ready waits for others to be kept with it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(Terminal terminal)
    {
        Argument<string[]> paths = Inputs.Paths();
        Option<string> store = StoreOptions.Store();
        Option<string> format = Inputs.Format(terminal, "jsonl", "text", "jsonl");
        Option<bool> later = new("--weigh-later") { Description = "Leave the stories that have grown for the next call that shows or fills the store." };
        Option<int> threads = Inputs.Threads();
        Command command = new("ingest", "Adds reports to a store; safe to break off and to call again.") { paths, store, format, later, threads };
        WebOptionSet web = new();
        web.AddTo(command);
        command.SetAction(async (call, cancellation) =>
        {
            await using IStoryStore opened = await StoryStores.OpenAsync(call.GetRequiredValue(store), create: true, readOnly: false, cancellation);
            string[] inputs = call.GetRequiredValue(paths);
            Arrivals arrivals = new(terminal, web.Reader(terminal, call, inputs, holdsVersions: false), inputs, call.GetValue(threads));
            bool json = call.GetRequiredValue(format) == "jsonl";
            ReportReading reading = new();
            int status = await FillAsync(terminal, opened, arrivals, reading, json, cancellation);
            if (!call.GetValue(later))
            {
                int weighed = await new StoryWeigher(opened, reading).WeighStaleAsync(call.GetValue(threads), cancellation);
                await terminal.Error.WriteLineAsync(FormattableString.Invariant($"stemma: {weighed} {(weighed == 1 ? "story" : "stories")} weighed"));
            }

            return status is ExitStatus.Done ? arrivals.Status : status;
        });
        return command;
    }

    private static async Task<int> FillAsync(Terminal terminal, IStoryStore store, Arrivals arrivals, ReportReading reading, bool json, CancellationToken cancellation)
    {
        Ingester ingester = new(store, TimeProvider.System) { Trouble = message => terminal.Error.WriteLine($"stemma: {message}; trying again") };
        // Known reports are not annotated again: what is asked here is asked once more when they are kept.
        NewReport Read((RawReport Raw, byte[] Bytes) taken)
        {
            Report report = reading.Clean(taken.Raw);
            Standing standing = StandingOf(store, taken.Raw, report, cancellation);
            return standing.Kind is StandingKind.New or StandingKind.Revision
                ? reading.Read(taken.Raw, report, taken.Bytes, TimeProvider.System.GetUtcNow())
                : reading.Known(taken.Raw, report, taken.Bytes, TimeProvider.System.GetUtcNow());
        }

        int status = ExitStatus.Done;
        List<NewReport> batch = [];
        await using IAsyncEnumerator<NewReport> all = arrivals.InOrderAsync(item => (item.Report!, item.Bytes.ToArray()), Read, null, null, cancellation).GetAsyncEnumerator(cancellation);
        Task<bool> next = all.MoveNextAsync().AsTask();
        while (true)
        {
            if (batch.Count == MostAtOnce || (batch.Count > 0 && !next.IsCompleted && await Task.WhenAny(next, Task.Delay(Patience, cancellation)) != next))
                status = Math.Max(status, await KeepAsync(terminal, ingester, batch, json, cancellation));
            if (!await next)
                break;
            batch.Add(all.Current);
            next = all.MoveNextAsync().AsTask();
        }

        return Math.Max(status, await KeepAsync(terminal, ingester, batch, json, cancellation));
    }

    /// <summary>Asked ahead of time, to save annotating; where the store does not answer, it is asked again when the report is kept.</summary>
    private static Standing StandingOf(IStoryStore store, RawReport raw, Report report, CancellationToken cancellation)
    {
        try
        {
            return store.StandingAsync(report.Id, ReportForm.Digest(report), ReportReading.ItemOf(raw, report), report.Outlet, cancellation).GetAwaiter().GetResult();
        }
        catch (StoreException e) when (e.IsTemporary)
        {
            return new Standing(StandingKind.New, null, null);
        }
    }

    private static async Task<int> KeepAsync(Terminal terminal, Ingester ingester, List<NewReport> batch, bool json, CancellationToken cancellation)
    {
        int status = ExitStatus.Done;
        if (batch.Count == 0)
            return status;
        foreach (Admission admission in await ingester.AddAsync(batch, cancellation))
        {
            if (admission.Forgotten is { } tombstone)
            {
                status = ExitStatus.SomeRejected;
                await terminal.Error.WriteLineAsync(FormattableString.Invariant($"stemma: rejected {admission.Input}: forgotten on {tombstone.When:yyyy-MM-dd} by {tombstone.Who}{(tombstone.Why is null ? "" : ": " + tombstone.Why)}"));
                continue;
            }

            await terminal.Output.WriteLineAsync(json ? Json(admission) : $"{Word(admission.Kind),-8}  {admission.Story}  {admission.Report}  {admission.Input}");
        }

        // Whoever reads along may rely on each line: it goes out now.
        await terminal.Output.FlushAsync(cancellation);
        batch.Clear();
        return status;
    }

    private static string Json(Admission admission)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter writer = new(buffer, Relaxed))
        {
            writer.WriteStartObject();
            writer.WriteString("id", admission.Report);
            writer.WriteString("input", admission.Input);
            writer.WriteString("story", admission.Story);
            writer.WriteString("status", Word(admission.Kind));
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static string Word(StandingKind kind) => kind.ToString().ToLowerInvariant();
}
