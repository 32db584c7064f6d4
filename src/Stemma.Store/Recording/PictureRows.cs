using Stemma.Attributions;
using Stemma.Claims;
using Stemma.Lineages;
using Stemma.Reports;
using Stemma.Text;
using Stemma.Weighing;

namespace Stemma.Store;

/// <summary>What one picture adds to the records: a pure function of the story.</summary>
public static class PictureRows
{
    /// <summary>Most characters of an utterance, or of a claim's statement, that a row keeps.</summary>
    public const int MaxWords = 1000;

    private const int MaxKey = 200;

    internal sealed record UtteranceRow(
        string Key, string Kind, string Sorted, string Item, string Name, string? Claim, string Report, string? Outlet, string? Published,
        string? Stance, string? Certainty, bool Negative, bool Own, bool Quoted, TextSpan At, string Words);

    internal sealed record RecordRow(string Holder, string Key, string Sorted, string Claim, string Name, string Statement, string Status, string Was, bool Relayed, bool First);

    internal sealed record RestRow(string Report, string? OutletKey, string? Outlet, string OnId, string? OnKey, string? OnName, string Kind);

    /// <summary>One row for each named source in the chain of each assertion, and for each quotation of a known speaker that no assertion has.</summary>
    internal static IEnumerable<UtteranceRow> Utterances(Story story)
    {
        Dictionary<string, Report> reports = story.Reports.ToDictionary(r => r.Id, StringComparer.Ordinal);
        Dictionary<string, string> kinds = new(StringComparer.Ordinal);
        HashSet<string> told = new(StringComparer.Ordinal);
        HashSet<(string, string)> met = [];
        foreach (Assertion assertion in story.Assertions)
        {
            told.UnionWith(assertion.Quotes);
            for (int i = 0; i < assertion.Attribution.Length; i++)
            {
                Source source = assertion.Attribution[i];
                string key = Key(source.Name);
                if (source.Anonymous || key.Length == 0 || !met.Add((assertion.Id, key)))
                    continue;
                string kind = Word(source.Kind);
                kinds.TryAdd(source.Name, kind);
                Report report = reports[assertion.Report];
                bool own = i == assertion.Attribution.Length - 1;
                yield return new UtteranceRow(key, kind, Sorted(report), assertion.Id, source.Name, assertion.Claim, report.Id, report.Outlet, report.Published?.ToString(),
                    Word(assertion.Stance), Word(assertion.Certainty), assertion.Polarity is Polarity.Negative, own, !assertion.Quotes.IsEmpty, assertion.At.Span, Cut(assertion.At.Quote));
            }
        }

        foreach (StoryQuote quote in story.Quotes)
        {
            if (quote.Speaker is not { } speaker || told.Contains(quote.Id) || !kinds.TryGetValue(speaker, out string? kind) || Key(speaker) is not { Length: > 0 } key)
                continue;
            Report report = reports[quote.At.Report];
            yield return new UtteranceRow(key, kind, Sorted(report), quote.Id, speaker, null, report.Id, report.Outlet, report.Published?.ToString(), null, null, false, true, true, quote.At.Span, Cut(quote.Text));
        }
    }

    /// <summary>One row for each claim and named origin, or outlet, that states it; who denies, doubts, asks or will not say states nothing.</summary>
    internal static IEnumerable<RecordRow> Records(Story story)
    {
        Dictionary<string, int> order = story.Reports.Select((r, i) => (r.Id, i)).ToDictionary(r => r.Id, r => r.i, StringComparer.Ordinal);
        Dictionary<string, Origin> origins = story.Origins.ToDictionary(o => o.Id, StringComparer.Ordinal);
        ILookup<string, Assertion> stating = story.Assertions.Where(States).ToLookup(a => a.Claim, StringComparer.Ordinal);
        HashSet<string> copies = [.. story.Lineage.Where(d => d.Kind is not DerivationKind.Cites).Select(d => d.From)];
        foreach (Claim claim in story.Claims)
        {
            var byOrigin = stating[claim.Id]
                .Select(a => (Assertion: a, Origin: a.Attribution is [.., { Anonymous: false, Origin: { } id }] ? origins.GetValueOrDefault(id) : null))
                .Where(a => a.Origin is { Anonymous: false, Basis: not OriginBasis.OtherMedia })
                .GroupBy(a => Key(a.Origin!.Name), StringComparer.Ordinal);
            foreach (var group in byOrigin.Where(g => g.Key.Length > 0))
                yield return Row("origin", group.Key, group.First().Origin!.Name, [.. group.Select(a => a.Assertion)], false, false);

            var byOutlet = stating[claim.Id].Where(a => story.Reports[order[a.Report]].Outlet is { Length: > 0 }).GroupBy(a => Key(story.Reports[order[a.Report]].Outlet!), StringComparer.Ordinal);
            foreach (var group in byOutlet.Where(g => g.Key.Length > 0))
            {
                bool relayed = group.All(a => copies.Contains(a.Report) || a.Attribution.Any(s => s.Kind is SourceKind.Outlet or SourceKind.Agency));
                string outlet = story.Reports[order[group.First().Report]].Outlet!;
                yield return Row("outlet", group.Key, outlet, [.. group], relayed, group.Any(a => a.Report == claim.FirstReported.Report));
            }

            RecordRow Row(string holder, string key, string name, Assertion[] assertions, bool relayed, bool first)
            {
                int since = assertions.Min(a => order[a.Report]);
                StatusChange was = claim.History.LastOrDefault(h => order.GetValueOrDefault(h.Report, int.MaxValue) <= since) ?? claim.History[0];
                return new RecordRow(holder, key, Sorted(story.Reports[since]), claim.Id, name, Cut(claim.Statement), Word(claim.Status), Word(was.Status), relayed, first);
            }
        }
    }

    internal static IEnumerable<RestRow> Rests(Story story)
    {
        Dictionary<string, Report> reports = story.Reports.ToDictionary(r => r.Id, StringComparer.Ordinal);
        Dictionary<string, Origin> origins = story.Origins.ToDictionary(o => o.Id, StringComparer.Ordinal);
        foreach (Derivation derivation in story.Lineage.DistinctBy(d => (d.From, d.To, d.Kind)))
        {
            if (!reports.TryGetValue(derivation.From, out Report? from))
                continue;
            string? on = reports.TryGetValue(derivation.To, out Report? to) ? to.Outlet : origins.GetValueOrDefault(derivation.To)?.Name;
            yield return new RestRow(from.Id, from.Outlet is { } outlet ? Key(outlet) : null, from.Outlet, derivation.To, on is null ? null : Key(on), on, Word(derivation.Kind));
        }
    }

    private static bool States(Assertion assertion) => assertion.Stance is Stance.Asserts or Stance.Confirms or Stance.Accuses or Stance.Promises or Stance.Threatens;

    /// <summary>A name as rows are found by it; databases bound the length of what they index.</summary>
    internal static string Key(string name) => SearchWords.Fold(name) is { Length: > MaxKey } key ? key[..MaxKey] : SearchWords.Fold(name);

    /// <summary>Reports without a time sort before all others.</summary>
    private static string Sorted(Report report) => report.Published is { } time ? SqlSession.Time(time.SortKey) : "";

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Cut(string text)
    {
        if (text.Length <= MaxWords)
            return text;
        int end = char.IsHighSurrogate(text[MaxWords - 2]) ? MaxWords - 2 : MaxWords - 1;
        return text[..end] + "…";
    }
}
