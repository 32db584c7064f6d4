using System.Collections.Immutable;
using Stemma.Annotations;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Store;

/// <summary>Draws the pictures of stories that have changed, and of no others.</summary>
/// <param name="reading">Reads again what an older engine read.</param>
public sealed class StoryWeigher(IStoryStore store, ReportReading reading)
{
    /// <summary>A story that keeps growing while it is weighed is left for the next call after so many tries.</summary>
    private const int Tries = 5;

    private readonly StoryAnalyst analyst = new();

    /// <summary>Whether pictures are kept in the store; false for a store that may only be read.</summary>
    public bool Keeps { get; init; } = true;

    /// <summary>The stages that read and weigh, with their versions.</summary>
    public string Stages => reading.Stages + " " + string.Join(' ', analyst.Stages);

    /// <summary>Weighs all stories that have changed.</summary>
    /// <returns>How many.</returns>
    public async Task<int> WeighStaleAsync(int threads, CancellationToken cancellation)
    {
        ImmutableArray<string> stale = await store.StaleAsync(cancellation);
        CorrectionSet corrections = CorrectionSet.Of(await store.CorrectionsAsync(cancellation));
        ParallelOptions options = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        await Parallel.ForEachAsync(stale, options, async (story, stop) => await WeighAsync(story, corrections, stop));
        return stale.Length;
    }

    /// <summary>The picture of a story as it stands by now, drawn anew where the story, or the engine, has changed.</summary>
    /// <returns>Null where there is no such story.</returns>
    public async Task<Story?> PictureAsync(string story, CancellationToken cancellation)
    {
        if (await store.ResolveStoryAsync(story, cancellation) is not { } id)
            return null;
        return await store.PictureAsync(id, cancellation) is { IsStale: false } kept && kept.Stages == Stages
            ? kept.Story
            : await WeighAsync(id, CorrectionSet.Of(await store.CorrectionsAsync(cancellation)), cancellation);
    }

    /// <summary>A story as it was at another time, or with what changed since one; drawn anew each time and never kept.</summary>
    /// <param name="options">Its corrections are those of the store, whatever it says.</param>
    /// <returns>Null where there is no such story, or it had no report yet.</returns>
    public async Task<Story?> DrawAsync(string story, AnalysisOptions options, CancellationToken cancellation)
    {
        if (await store.ResolveStoryAsync(story, cancellation) is not { } id || await store.MembersAsync(id, cancellation) is not { Members.IsEmpty: false } members)
            return null;
        List<(Report, Annotation)> read = [];
        foreach (StoryMember member in members.Members)
            read.Add((member.Report, await ReadAsync(member, cancellation)));
        return analyst.Analyse(id, [.. read], options with { Corrections = CorrectionSet.Of(await store.CorrectionsAsync(cancellation)) });
    }

    private async Task<Story?> WeighAsync(string id, CorrectionSet corrections, CancellationToken cancellation)
    {
        Story? story = null;
        for (int i = 0; i < Tries; i++)
        {
            if (await store.MembersAsync(id, cancellation) is not { Members.IsEmpty: false } members)
                return null;
            List<(Report, Annotation)> read = [];
            foreach (StoryMember member in members.Members)
                read.Add((member.Report, await ReadAsync(member, cancellation)));
            story = analyst.Analyse(id, [.. read], new AnalysisOptions { Corrections = corrections });
            if (story is null || !Keeps || await store.SavePictureAsync(story, members.Version, Stages, Origins(story), cancellation))
                return story;
        }

        return story;
    }

    private async Task<Annotation> ReadAsync(StoryMember member, CancellationToken cancellation)
    {
        if (member.Annotation is { } kept && member.Stages == reading.Stages)
            return kept;
        Annotation annotation = reading.Annotate(member.Report);
        if (Keeps)
            await store.UpdateReadingAsync(member.Report.Id, annotation, reading.Stages, cancellation);
        return annotation;
    }

    /// <summary>By report the names of those whose word its assertions are.</summary>
    private static Dictionary<string, ImmutableArray<string>> Origins(Story story)
    {
        Dictionary<string, string> names = story.Origins.ToDictionary(o => o.Id, o => o.Name, StringComparer.Ordinal);
        ILookup<string, string> found = story.Assertions
            .SelectMany(a => a.Attribution.Select(s => (a.Report, s.Origin)))
            .Where(s => s.Origin is not null && names.ContainsKey(s.Origin))
            .ToLookup(s => s.Report, s => names[s.Origin!]);
        return story.Reports.ToDictionary(r => r.Id, r => found[r.Id].Distinct(StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal);
    }
}
