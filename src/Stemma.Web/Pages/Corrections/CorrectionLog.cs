using System.Collections.Immutable;
using Stemma.Store;
using Stemma.Web.Pages.Reading;
using Stemma.Weighing;

namespace Stemma.Web.Pages.Corrections;

/// <summary>The log of corrections as pages read it: taken from the store where it has grown, else as it was read last.</summary>
/// <remarks>One entry may point at a thousand reports, and most pages ask for the log. Safe to call from many threads.</remarks>
internal sealed class CorrectionLog(IStoryStore store)
{
    private volatile Held held = new(-1, [], []);

    /// <summary>Oldest first.</summary>
    public async Task<ImmutableArray<Correction>> AllAsync(CancellationToken cancellation) => (await ReadAsync(cancellation)).Log;

    /// <summary>What stands at a story, oldest first: what it honours, and splits that took reports out of it. Those have no report here any more; which story they left is told by a report that stayed.</summary>
    public async Task<ImmutableArray<Correction>> AtAsync(PageStory page, CancellationToken cancellation)
    {
        Held log = await ReadAsync(cancellation);
        ImmutableArray<Correction> honoured = page.Story.Corrections ?? [];
        HashSet<string> known = [.. honoured.Select(c => c.Id)];
        ImmutableArray<Correction> left = [.. log.Splits.Where(c => page.Index.Places.ContainsKey(c.To!) && !known.Contains(c.Id))];
        return left.IsEmpty ? honoured : [.. honoured.Concat(left).OrderBy(c => c.When)];
    }

    private async Task<Held> ReadAsync(CancellationToken cancellation)
    {
        // The mark is asked for first: what comes between is read again at the next look, rather than missed.
        long mark = (await store.MarksAsync(cancellation)).Corrections;
        Held last = held;
        if (last.Mark == mark)
            return last;
        ImmutableArray<Correction> log = await store.CorrectionsAsync(cancellation);
        return held = new Held(mark, log, [.. CorrectionSet.Of(log).Standing.Where(c => c is { Target: CorrectionTarget.Story, Kind: CorrectionKind.Split, To: not null })]);
    }

    private sealed record Held(long Mark, ImmutableArray<Correction> Log, ImmutableArray<Correction> Splits);
}
