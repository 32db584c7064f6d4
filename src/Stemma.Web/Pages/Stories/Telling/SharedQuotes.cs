using System.Collections.Immutable;
using Stemma.Weighing;

namespace Stemma.Web.Pages.Stories.Telling;

/// <summary>The same words in one or more reports.</summary>
/// <param name="First">As the first report has them.</param>
/// <param name="Reports">Ids, oldest first.</param>
public sealed record SharedQuote(StoryQuote First, ImmutableArray<string> Reports);

/// <summary>Quotes of a story, each once.</summary>
public static class SharedQuotes
{
    /// <returns>Those in most reports first, then longer ones.</returns>
    public static ImmutableArray<SharedQuote> Of(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        Dictionary<string, StoryQuote> byId = story.Quotes.ToDictionary(q => q.Id, StringComparer.Ordinal);
        HashSet<string> told = new(StringComparer.Ordinal);
        List<SharedQuote> found = [];
        foreach (StoryQuote quote in story.Quotes)
        {
            if (!told.Add(quote.Id))
                continue;
            told.UnionWith(quote.SameAs);
            found.Add(new SharedQuote(quote, [.. quote.SameAs.Select(id => byId.GetValueOrDefault(id)?.At.Report).OfType<string>().Prepend(quote.At.Report).Distinct(StringComparer.Ordinal)]));
        }

        return [.. found.OrderByDescending(q => q.Reports.Length).ThenByDescending(q => Math.Min(q.First.Text.Length, 120))];
    }
}
