using System.Collections.Immutable;
using Stemma.Intake.Web;
using Stemma.Reports;
using Stemma.Text;

namespace Stemma.Watch;

/// <summary>Takes from a feed what is new in it, with the page where the feed itself carries a teaser only.</summary>
/// <param name="told">Gets a line for each page that could not be read.</param>
internal sealed class FeedTaking(WebFetcher fetcher, AnswerReader reader, bool followLinks, ImmutableArray<string>.Builder told)
{
    /// <summary>Pages read in one poll; what is over waits for the next, so that a feed of a thousand items is no siege of its host.</summary>
    private const int MostPages = 50;

    /// <summary>How often a page that cannot be read for the moment is tried, once a poll, before the teaser is taken.</summary>
    private const int MostTries = 3;

    /// <returns>The reports; the state with what was seen; whether nothing was left for the next poll.</returns>
    public async Task<(ImmutableArray<PolledReport> Reports, FeedState State, bool All)> TakeAsync(FeedState state, ImmutableArray<AnsweredReport> items, CancellationToken cancellation)
    {
        ImmutableArray<PolledReport>.Builder reports = ImmutableArray.CreateBuilder<PolledReport>();
        ImmutableDictionary<string, string>.Builder seen = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        ImmutableDictionary<string, int>.Builder tries = ImmutableDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        bool all = true;
        int pages = 0;
        foreach (AnsweredReport item in items)
        {
            string key = StableHash.Digest(item.Report.ItemId ?? item.Report.Id ?? item.Report.Url ?? item.Report.Headline + "\n" + item.Report.Text, 16);
            string digest = StableHash.Digest($"{item.Report.Headline}\n{item.Report.Text}\n{item.Report.Updated}\n{item.Report.Status}", 16);
            if (seen.ContainsKey(key))
                continue;
            if (state.Seen.TryGetValue(key, out string? before) && before == digest)
            {
                seen[key] = digest;
                continue;
            }

            if (followLinks && Teaser.Is(item) && item.Report.Url is { } link)
            {
                if (pages++ >= MostPages)
                {
                    all = false;
                    continue;
                }

                int tried = state.Tries.GetValueOrDefault(key) + 1;
                (ImmutableArray<PolledReport> page, FetchFailedException? failure) = await PageAsync(item.Report, new Uri(link), cancellation).ConfigureAwait(false);
                if (failure is { Kind: FetchFailure.Temporary } && tried < MostTries)
                {
                    tries[key] = tried;
                    all = false;
                    continue;
                }

                if (!page.IsEmpty)
                {
                    reports.AddRange(page);
                    seen[key] = digest;
                    continue;
                }
            }

            seen[key] = digest;
            if (item.HasText)
                reports.Add(new PolledReport(item.Report, item.Bytes));
            else
                told.Add($"{item.Report.Input}: no sentence in it");
        }

        return (reports.ToImmutable(), state with { Seen = seen.ToImmutable(), Tries = tries.ToImmutable() }, all);
    }

    private async Task<(ImmutableArray<PolledReport> Reports, FetchFailedException? Failure)> PageAsync(RawReport item, Uri link, CancellationToken cancellation)
    {
        try
        {
            WebAnswer answer = await fetcher.FetchAsync(link, null, cancellation).ConfigureAwait(false);
            ReadAnswer read = reader.Read(link.AbsoluteUri, answer, cancellation);
            ImmutableArray<AnsweredReport> texts = [.. read.Reports.Where(r => r.HasText)];
            // A page of many reports (a live blog) is what it is; one that says less than the feed is a wall or a cookie notice.
            if (read.Schedule is not null || texts.IsEmpty || (texts.Length == 1 && texts[0].Report.Text.Length < item.Text.Length))
                return ([], null);
            return ([.. texts.Select(t => new PolledReport(texts.Length == 1 ? Joined(item, t.Report) : t.Report, t.Bytes))], null);
        }
        catch (FetchFailedException e)
        {
            told.Add($"{link.AbsoluteUri}: {e.Message}");
            return ([], e);
        }
    }

    /// <summary>The page's text under the feed's name for the item: a later version of the item replaces it, whether it comes with a page or without.</summary>
    private static RawReport Joined(RawReport item, RawReport page) => page with
    {
        Id = item.Id ?? page.Id,
        ItemId = item.ItemId ?? page.ItemId,
        Url = page.Url ?? item.Url,
        Outlet = page.Outlet ?? item.Outlet,
        Headline = page.Headline ?? item.Headline,
        Published = page.Published ?? item.Published,
        Updated = page.Updated ?? item.Updated,
        Authors = page.Authors.IsEmpty ? item.Authors : page.Authors,
        Language = page.Language ?? item.Language,
    };
}
