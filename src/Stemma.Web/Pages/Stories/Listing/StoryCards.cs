using System.Collections.Concurrent;
using System.Collections.Immutable;
using Stemma.Store;
using Stemma.Web.Pages.Reading;

namespace Stemma.Web.Pages.Stories.Listing;

/// <summary>Figures of stories for lists, kept as long as a story stands as it is.</summary>
/// <remarks>
/// A picture takes milliseconds to read from the store and a list has dozens, so what a list shows of each is remembered: a few hundred bytes. Stories that are not weighed yet are
/// listed without figures rather than waited for. Safe to call from many threads.
/// </remarks>
public sealed class StoryCards(IStoryStore store)
{
    /// <summary>When so many are remembered, all are forgotten: rare, and simpler than keeping account of their use.</summary>
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<string, (string State, StoryFigures? Figures)> known = new(StringComparer.Ordinal);

    /// <returns>In the order of the summaries.</returns>
    public async Task<ImmutableArray<StoryCard>> OfAsync(IReadOnlyList<StorySummary> summaries, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        StoreMarks marks = await store.MarksAsync(cancellation);
        ImmutableArray<StoryCard>.Builder cards = ImmutableArray.CreateBuilder<StoryCard>(summaries.Count);
        foreach (StorySummary summary in summaries)
        {
            string state = FormattableString.Invariant($"{summary.Mark}|{summary.Reports}|{summary.IsStale}|{marks.Corrections}|{summary.Title}");
            if (!known.TryGetValue(summary.Id, out (string State, StoryFigures? Figures) found) || found.State != state)
            {
                if (known.Count >= Most)
                    known.Clear();
                StoredPicture? picture = await store.PictureAsync(summary.Id, cancellation);
                found = (state, picture is null ? null : StoryFigures.Of(new PageStory(picture.Story)));
                known[summary.Id] = found;
            }

            cards.Add(new StoryCard(summary, found.Figures));
        }

        return cards.MoveToImmutable();
    }
}
