using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Stemma.Attributions;
using Stemma.Claims;
using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Lineages;

/// <summary>Which reports name others, or items that are not at hand, as where they have something from.</summary>
internal sealed partial class Citations(IReadOnlyList<LineageText> texts, HouseNames names, ContentOverlap overlap)
{
    /// <summary>Part of a report's telling words that has to stand in an agency's item before a bare credit is taken for that item.</summary>
    private const double CreditOverlap = 0.2;

    private readonly ILookup<string, LineageText> byHeadline = texts.Where(t => t.Dated.Report.Headline is { Length: > 0 }).ToLookup(t => Fold(t.Dated.Report.Headline!), StringComparer.Ordinal);

    public IEnumerable<Edge> Of(LineageText text) =>
        Named(text).Concat(OwnEarlier(text)).Concat(Headlined(text)).Concat(Unknown(text)).Concat(Bodies(text)).Concat(Described(text)).Concat(Hearsay(text)).Concat(Credited(text));

    private IEnumerable<Edge> Named(LineageText text)
    {
        string? own = text.Dated.Report.Outlet;
        foreach (IGrouping<string, Mention> mentions in MentionFinder.Find(text, names.All).GroupBy(m => m.Name, StringComparer.Ordinal))
        {
            bool self = SameHouse(mentions.Key, own);
            if (self && !mentions.Any(m => m.OfItem))
                continue;
            LineageText? item = Item(text, mentions.Key, strictlyEarlier: self);
            if (item is not null)
                yield return new Edge(text, item, item.Id, DerivationKind.Cites, null);
            else if (!self)
                yield return Missing(text, mentions.Key, DerivationKind.Cites);
        }
    }

    /// <summary>A newsroom that comes back to what it wrote, mostly to put it right.</summary>
    private IEnumerable<Edge> OwnEarlier(LineageText text)
    {
        Report report = text.Dated.Report;
        if (report.Outlet is { } own && OwnReports.Tells(OwnReports.Unquoted(report.Body), OwnReports.IsCorrection(report.Headline)) && Item(text, own, strictlyEarlier: true) is { } item)
            yield return new Edge(text, item, item.Id, DerivationKind.Cites, null);
    }

    /// <summary>A report that another names by its headline, in quotation marks and word for word.</summary>
    private IEnumerable<Edge> Headlined(LineageText text) => InMarks().Matches(text.Body)
        .SelectMany(m => byHeadline[Fold(m.Groups["words"].Value)])
        .Where(t => t != text && Chronology.Compare(t.Dated.Report, text.Dated.Report) < 0)
        .Distinct()
        .Select(t => new Edge(text, t, t.Id, DerivationKind.Cites, null));

    private static string Fold(string headline) => string.Join(' ', WordScanner.Scan(headline).Select(w => w.Folded));

    [GeneratedRegex(@"[“""‘'](?<words>[^“”""\n]{20,160})[”""’']", RegexOptions.CultureInvariant)]
    private static partial Regex InMarks();

    /// <summary>Media that are cited and have no report at hand.</summary>
    private IEnumerable<Edge> Unknown(LineageText text)
    {
        foreach (Attribution attribution in text.Dated.Annotation.Attributions)
        {
            if (attribution.Kind is not (SourceKind.Outlet or SourceKind.Agency) || attribution.Speaker is not { Length: > 2 } speaker || attribution.Anonymous)
                continue;
            string name = speaker.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? speaker[4..] : speaker;
            if (!IsProper(name) || IsAtHand(name) || IsOwn(name, text))
                continue;
            yield return Missing(text, names.Canonical(name), DerivationKind.Cites);
        }
    }

    private IEnumerable<Edge> Bodies(LineageText text)
    {
        List<(LineageText, OutletName)> bodies = [.. texts
            .Where(t => t != text && names.Of(t.Dated.Report.Outlet) is { } name && Releases.Is(t, name) && t.Dated.Report.Outlet != text.Dated.Report.Outlet && MayPrecede(t, text))
            .Select(t => (t, names.Of(t.Dated.Report.Outlet)!))];
        return bodies.Count == 0
            ? []
            : BodyCitations.Find(text, bodies, overlap)
                .Select(b => bodies[b].Item1)
                .GroupBy(t => t.Dated.Report.Outlet, StringComparer.Ordinal)
                .Select(g => g.MaxBy(t => overlap.Of(text, t))!)
                .Select(t => new Edge(text, t, t.Id, DerivationKind.Cites, null));
    }

    /// <summary>"He told local radio", "in an interview with a foreign newspaper": a medium by its kind alone, whose report is known by the words it quotes too.</summary>
    private IEnumerable<Edge> Described(LineageText text)
    {
        if (!Kinds().IsMatch(text.Body))
            return [];
        HashSet<string> quoted = QuotedRows(text);
        return Kinds().Matches(text.Body)
            .SelectMany(m => texts.Where(t => t != text && Chronology.Compare(t.Dated.Report, text.Dated.Report) < 0 && t.Dated.Report.Outlet is { } outlet && !SameHouse(outlet, text.Dated.Report.Outlet)
                && MediaKinds.Is(outlet, m.Groups["kind"].Value) && QuotedRows(t).Overlaps(quoted)))
            .DistinctBy(t => t.Dated.Report.Outlet)
            .Select(t => new Edge(text, t, t.Id, DerivationKind.Cites, null));
    }

    /// <summary>Quoted words in a row that two reports share where one names the other by its kind: fewer than between strangers, for the kind and the day speak as well.</summary>
    private const int DescribedRow = 4;

    private static HashSet<string> QuotedRows(LineageText text)
    {
        HashSet<string> rows = new(StringComparer.Ordinal);
        for (int i = 0; i + DescribedRow <= text.Words.Length; i++)
        {
            if (Enumerable.Range(i, DescribedRow).All(k => text.IsQuoted[k]))
                rows.Add(string.Join(' ', Enumerable.Range(i, DescribedRow).Select(k => text.Words[k].Folded)));
        }

        return rows;
    }

    [GeneratedRegex(@"\b(?:told|to|with|by|on|in|from) (?:an? |the )?(?:local|foreign|regional|national|state|public|island|city|commercial|private|independent|rival|student) (?<kind>radio|television|TV|broadcaster|newspaper|paper|daily|weekly|website|magazine|news agency)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Kinds();

    /// <summary>"According to media reports": an origin that nobody can go to.</summary>
    private static IEnumerable<Edge> Hearsay(LineageText text)
    {
        for (int i = 1; i + 1 < text.Words.Length; i++)
        {
            bool media = text.Words[i].Folded is "media" or "press" or "newspaper" && text.Words[i + 1].Folded is "reports";
            if (!media || text.IsQuoted[i])
                continue;
            int before = text.Words[i - 1].Folded is "local" or "state" or "foreign" or "unconfirmed" or "several" ? i - 2 : i - 1;
            bool cites = before >= 1 && text.Words[before].Folded == "to" && text.Words[before - 1].Folded == "according"
                || before >= 0 && text.Words[before].Folded is "citing" or "quoting"
                || i + 2 < text.Words.Length && text.Words[i + 2].Folded is "said" or "say" or "suggest" or "suggested" or "claim" or "claimed";
            if (cites)
            {
                yield return Missing(text, "media reports", DerivationKind.Cites);
                yield break;
            }
        }
    }

    private IEnumerable<Edge> Credited(LineageText text)
    {
        foreach (string agency in text.Dated.Report.Agencies)
        {
            string name = names.Canonical(agency);
            if (SameHouse(name, text.Dated.Report.Outlet))
                continue;
            LineageText? item = Item(text, name, strictlyEarlier: false);
            yield return item is not null && overlap.Of(text, item) >= CreditOverlap
                ? new Edge(text, item, item.Id, DerivationKind.Credits, null)
                : Missing(text, name, DerivationKind.Credits);
        }
    }

    /// <summary>The item of an outlet that a report most likely means: of those not later than it, the one that tells most of what it tells.</summary>
    private LineageText? Item(LineageText text, string outlet, bool strictlyEarlier) =>
        texts
            .Where(t => t != text && t.Dated.Report.Outlet == outlet
                && (strictlyEarlier ? Chronology.Compare(t.Dated.Report, text.Dated.Report) < 0 : MayPrecede(t, text)))
            .MaxBy(t => (overlap.Of(text, t), -t.Rank));

    private static bool MayPrecede(LineageText a, LineageText b) => Chronology.Compare(a.Dated.Report, b.Dated.Report) <= 0;

    private static Edge Missing(LineageText text, string name, DerivationKind kind) => new(text, null, OriginIds.Item(name), kind, null) { TargetName = name };

    private bool IsAtHand(string name)
    {
        ImmutableArray<string> words = [.. WordScanner.Scan(name).Select(w => w.Folded)];
        while (words.Length > 1 && words[^1] is "agency" or "newspaper" or "website")
            words = words.RemoveAt(words.Length - 1);
        return names.All.Any(n => n.Aliases.Any(a => a.SequenceEqual(words) || a[0] == "the" && a.Skip(1).SequenceEqual(words)));
    }

    /// <summary>"Certain media" is nobody's name.</summary>
    private static bool IsProper(string name) =>
        char.IsUpper(name[0]) && WordScanner.Scan(name).Exists(w => w.Shape == WordShape.Capitalised && !OutletName.IsMediaWord(w.Folded) && !OutletName.IsCommon(w.Folded));

    /// <summary>All its words are in the report's own outlet's name.</summary>
    private bool IsOwn(string name, LineageText text) =>
        SameHouse(name, text.Dated.Report.Outlet)
        || names.Of(text.Dated.Report.Outlet) is { } own && WordScanner.Scan(name).TrueForAll(w => own.Words.Contains(OutletName.Stem(w.Folded)));

    /// <summary>One name begins the other: editions and live pages of one house ("Channel Five", "Channel Five Europe").</summary>
    private static bool SameHouse(string name, string? outlet)
    {
        if (outlet is null)
            return false;
        (string a, string b) = (Bare(name), Bare(outlet));
        return a == b || a.StartsWith(b + " ", StringComparison.Ordinal) || b.StartsWith(a + " ", StringComparison.Ordinal);
    }

    private static string Bare(string name) => string.Join(' ', WordScanner.Scan(name).Select(w => w.Folded).SkipWhile(w => w == "the"));
}
