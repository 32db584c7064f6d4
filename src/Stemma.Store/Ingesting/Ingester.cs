using System.Collections.Immutable;
using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Store;

/// <summary>Adds reports to a store, in order: finds each its story, and keeps some at a time.</summary>
/// <remarks>
/// Not safe from many threads; but several ingesters, in as many processes, may fill one store: whoever finds that another was faster works the places out anew. A report is told of when it is kept,
/// never before, and adding it again changes nothing: so a process may be killed at any moment and started again on the same inputs.
/// </remarks>
/// <param name="window">Reports of open stories that are held in memory, 5 to 11 KB each.</param>
public sealed class Ingester(IStoryStore store, TimeProvider time, int window = Ingester.DefaultWindow)
{
    /// <summary>Reports at hand for grouping, unless another number is given: some days of a busy desk, read back in about a second.</summary>
    public const int DefaultWindow = 20_000;

    /// <summary>Waits before a call is tried again, in seconds; together longer than a server takes to start anew.</summary>
    private static readonly ImmutableArray<double> Waits = [0.2, 0.5, 1, 2, 4, 8];

    private StoryGrouper? grouper;
    private long epoch;

    /// <summary>Told of each try that failed for a while, in words.</summary>
    public Action<string>? Trouble { get; init; }

    /// <summary>Keeps reports, all in one step.</summary>
    /// <returns>What became of each, in the same order.</returns>
    /// <exception cref="StoreException">The store cannot take them; nothing of the step was kept, unless the connection was lost as it was.</exception>
    public async Task<ImmutableArray<Admission>> AddAsync(IReadOnlyList<NewReport> reports, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reports);
        for (int tries = 0; ; tries++)
        {
            try
            {
                return await TryAsync(reports, cancellation);
            }
            catch (StoreException e) when (e.IsTemporary && tries < Waits.Length)
            {
                // What became of the last step is not known: everything is asked for anew.
                grouper = null;
                Trouble?.Invoke(e.Message);
                await Task.Delay(TimeSpan.FromSeconds(Waits[tries]), time, cancellation);
            }
            catch
            {
                grouper = null;
                throw;
            }
        }
    }

    private async Task<ImmutableArray<Admission>> TryAsync(IReadOnlyList<NewReport> reports, CancellationToken cancellation)
    {
        Admission?[] admitted = new Admission?[reports.Count];
        while (true)
        {
            List<(int Index, GroupedReport Report)> added = [];
            HashSet<(string, string)> batch = [];
            for (int i = 0; i < reports.Count; i++)
            {
                Report report = reports[i].Report;
                string digest = reports[i].Digest;
                Standing standing = await store.StandingAsync(report.Id, digest, reports[i].Item, report.Outlet, cancellation);
                StandingKind kind = standing.Kind is StandingKind.New or StandingKind.Revision && !batch.Add((report.Id, digest)) ? StandingKind.Known : standing.Kind;
                admitted[i] = new Admission(kind, report.Id, report.Input, standing.Story, standing.Forgotten);
                if (kind is StandingKind.New or StandingKind.Revision)
                    added.Add((i, Group(await GrouperAsync(cancellation), reports[i])));
            }

            if (added.Count > 0)
            {
                if (await store.AddAsync([.. added.Select(a => a.Report)], epoch, cancellation) is not { } next)
                {
                    // Another process was faster, or something was forgotten meanwhile.
                    grouper = null;
                    continue;
                }

                epoch = next;
                foreach ((int i, GroupedReport report) in added)
                    admitted[i] = admitted[i]! with { Story = grouper!.StoryOf(report.New.Report.Id) ?? report.Placement.Story };
            }

            for (int i = 0; i < reports.Count; i++)
            {
                // The same report once more: that it came from here too is worth keeping.
                if (admitted[i] is { Kind: StandingKind.Known } known)
                    await store.AddReceiptAsync(known.Report, reports[i].Bytes, known.Input, reports[i].Arrived, cancellation);
            }

            return [.. admitted.OfType<Admission>()];
        }
    }

    private async Task<StoryGrouper> GrouperAsync(CancellationToken cancellation)
    {
        if (grouper is not null)
            return grouper;
        (long at, ImmutableArray<PlacedReport> open) = await store.GroupingAsync(cancellation);
        StoryGrouper resumed = new(window);
        resumed.Resume(open);
        (grouper, epoch) = (resumed, at);
        return resumed;
    }

    private static GroupedReport Group(StoryGrouper grouper, NewReport added)
    {
        Placement placement = grouper.Add(ReportTerms.Read(added.Report));
        if (placement.Memory.IsEmpty)
            return new GroupedReport(added, placement, []); // another version under an id that grouping has already
        IEnumerable<string> mended = placement.Changes.SelectMany(c => c.Kind is StoryChangeKind.Split ? [c.From, c.To] : new[] { c.To }).Distinct(StringComparer.Ordinal);
        return new GroupedReport(added, placement, [(placement.Story, placement.Slot), .. mended.Where(s => s != placement.Story).Select(s => (s, grouper.SlotOf(s)))]);
    }
}
