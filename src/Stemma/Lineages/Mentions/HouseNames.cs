using System.Collections.Immutable;
using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Lineages;

/// <summary>The outlets, agencies and bodies whose reports are at hand, and those that are only credited.</summary>
internal sealed class HouseNames
{
    private readonly Dictionary<string, OutletName> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> canonical = new(StringComparer.Ordinal);
    private readonly AgencyTable agencies = new();

    public HouseNames(IReadOnlyList<LineageText> texts)
    {
        HashSet<string> places = Places(texts);
        foreach (LineageText text in texts)
        {
            if (text.Dated.Report.Outlet is { } outlet && !byName.ContainsKey(outlet))
                byName.Add(outlet, OutletName.Of(outlet, Own(outlet, texts), text.Dated.Report.Agencies.Contains(outlet) || agencies.LooksLikeAgency(outlet), places.Contains));
        }

        All = [.. byName.Values.OrderBy(n => n.Name, StringComparer.Ordinal)];
        foreach (string agency in texts.SelectMany(t => t.Dated.Report.Agencies).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            canonical.TryAdd(agency, AtHand(agency) ?? agencies.Find(agency)?.Name ?? agency);
    }

    /// <summary>By name.</summary>
    public ImmutableArray<OutletName> All { get; }

    public OutletName? Of(string? outlet) => outlet is null ? null : byName.GetValueOrDefault(outlet);

    /// <summary>The name by which an agency goes in this story: its outlet's where reports of its own are at hand.</summary>
    public string Canonical(string agency) => canonical.GetValueOrDefault(agency) ?? AtHand(agency) ?? agencies.Find(agency)?.Name ?? agency;

    private string? AtHand(string name)
    {
        if (byName.ContainsKey(name))
            return name;
        ImmutableArray<string> words = [.. WordScanner.Scan(name).Select(w => w.Folded).SkipWhile(w => w == "the")];
        OutletName[] hits = [.. All.Where(o => o.Aliases.Any(a => a.SequenceEqual(words)))];
        return hits.Length == 1 ? hits[0].Name : null;
    }

    private static Dateline? Own(string outlet, IReadOnlyList<LineageText> texts) =>
        texts.FirstOrDefault(t => t.Dated.Report.Outlet == outlet && t.Dated.Report.Dateline?.Text.Contains('(', StringComparison.Ordinal) == true)?.Dated.Report.Dateline;

    /// <summary>Folded words that the story uses as places: after "in" and the like with a capital, or in a dateline.</summary>
    private static HashSet<string> Places(IReadOnlyList<LineageText> texts)
    {
        // "from" leads to media too ("material from Harlow"), so that it takes two to make a place.
        Dictionary<string, int> votes = new(StringComparer.Ordinal);
        foreach (LineageText text in texts)
        {
            for (int i = 1; i < text.Words.Length; i++)
            {
                int vote = text.Words[i].Shape != WordShape.Capitalised ? 0 : text.Words[i - 1].Folded switch
                {
                    "in" or "at" or "near" or "off" or "across" or "between" => 2,
                    "from" or "to" or "left" or "around" => 1,
                    _ => 0,
                };
                if (vote > 0)
                    votes[text.Words[i].Folded] = votes.GetValueOrDefault(text.Words[i].Folded) + vote;
            }

            foreach (Word word in WordScanner.Scan(text.Dated.Report.Dateline?.Place ?? ""))
                votes[word.Folded] = votes.GetValueOrDefault(word.Folded) + 2;
        }

        return [.. votes.Where(v => v.Value >= 2).Select(v => v.Key)];
    }
}
