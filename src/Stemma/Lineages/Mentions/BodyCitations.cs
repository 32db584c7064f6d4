using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Stories;

namespace Stemma.Lineages;

/// <summary>Finds the attributions of a report to a body whose own release is at hand: what the report tells on that body's word, it may have from there.</summary>
/// <remarks>
/// A quotation that stands in the release, the kind of document ("in a communiqué") and whoever speaks in its headline lead to it too.
/// Names are compared as sets of words, so that "the Transport Ministry" is the Ministry of Transport of Norway. A body that is named with a single common word
/// ("the commission") counts only where a number of the statement stands in the release as well.
/// </remarks>
internal static class BodyCitations
{
    private static readonly FrozenSet<string> Roles = FrozenSet.Create(
        StringComparer.Ordinal,
        "spokesman", "spokeswoman", "spokesperson", "official", "officials", "officer", "officers", "chief", "head", "statement", "press", "release", "communique", "bulletin", "president",
        "director", "secretary", "chairman", "chairwoman", "chair", "leader", "member", "members", "senior", "local", "chef", "executive", "ceo", "source", "sources", "rebel", "rebels", "company", "group", "firm");

    private static readonly FrozenSet<string> Anyone = FrozenSet.Create(
        StringComparer.Ordinal,
        "company", "firm", "insurer", "bank", "operator", "airline", "carrier", "maker", "manufacturer", "owner", "ministry", "department", "agency", "authority", "regulator", "watchdog",
        "commission", "council", "union", "party", "club", "association", "organisation", "organization", "charity", "group", "university", "hospital", "utility", "retailer", "supplier");

    private static readonly FrozenSet<string> Documents = FrozenSet.Create(
        StringComparer.Ordinal, "communique", "bulletin", "circular", "memorandum", "manifesto", "proclamation", "advisory", "decree", "leaflet");

    /// <summary>Part of a report's telling words that a release has to have before "the company said" is taken for it.</summary>
    private const double AnyoneOverlap = 0.2;

    /// <returns>Indexes into <paramref name="bodies"/>, ascending.</returns>
    public static IEnumerable<int> Find(LineageText text, IReadOnlyList<(LineageText Release, OutletName Name)> bodies, ContentOverlap overlap)
    {
        SortedSet<int> cited = [];
        HashSet<string> words = new(text.Words.Select(w => w.Folded), StringComparer.Ordinal);
        HashSet<ulong> quoted = [.. QuotedWords.Read(text.Body)];
        for (int b = 0; b < bodies.Count; b++)
        {
            (LineageText release, OutletName name) = bodies[b];
            if (QuotedWords.Read(release.Body).Any(quoted.Contains)
                || HeadlineWords(release).Any(w => Documents.Contains(w) && words.Contains(w) && bodies.Count(o => HeadlineWords(o.Release).Contains(w)) == 1))
                cited.Add(b);
            else if (text.Dated.Annotation.Attributions.Any(a => Means(a, text, release, name, overlap)))
                cited.Add(b);
        }

        return cited;
    }

    private static bool Means(Attribution attribution, LineageText text, LineageText release, OutletName name, ContentOverlap overlap)
    {
        string[] words = Words(attribution, text.Body);
        if (words.Length == 0 || IsHeadlinePerson(attribution, release))
            return words.Length > 0 || IsGeneric(attribution, text) && IsNamed(text, name) && overlap.Of(text, release) >= AnyoneOverlap;
        if (words.Length == 1 && Anyone.Contains(words[0]) && IsNamed(text, name) && overlap.Of(text, release) >= AnyoneOverlap)
            return true;
        return words.All(name.Words.Contains) && (words.Length >= 2 || name.Words.Count == 1 || SharesDetail(attribution, text, release));
    }

    /// <summary>"Statement by Governor N.": who speaks in the report speaks in the headline of the release.</summary>
    private static bool IsHeadlinePerson(Attribution attribution, LineageText release) =>
        attribution is { Kind: SourceKind.Person, Anonymous: false, Speaker: { } speaker }
        && WordScanner.Scan(speaker) is { Count: > 0 } words
        && words[^1].Shape == WordShape.Capitalised
        && words[^1].Folded.Length > 2
        && HeadlineWords(release).Contains(words[^1].Folded);

    private static bool IsGeneric(Attribution attribution, LineageText text) =>
        attribution.Source.Any(s => WordScanner.Scan(s.In(text.Body).ToString()).Any(w => Anyone.Contains(w.Folded)));

    private static bool IsNamed(LineageText text, OutletName name)
    {
        int left = name.Words.Count;
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (Word word in text.Words)
        {
            string stem = OutletName.Stem(word.Folded);
            if (word.Shape == WordShape.Capitalised && name.Words.Contains(stem) && seen.Add(stem))
                left--;
        }

        return left == 0;
    }

    private static IEnumerable<string> HeadlineWords(LineageText text) => WordScanner.Scan(text.Dated.Report.Headline ?? "").Select(w => w.Folded);

    private static string[] Words(Attribution attribution, string body)
    {
        string source = attribution.Source.Length > 0 ? string.Join(' ', attribution.Source.Select(s => s.In(body).ToString())) : attribution.Speaker ?? "";
        return [.. WordScanner.Scan(source)
            .Where(w => !BackgroundFrequencies.IsStopWord(w.Folded) && !Roles.Contains(w.Folded))
            .Select(w => OutletName.Stem(w.Folded))
            .Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether a number of the content stands in the release.</summary>
    private static bool SharesDetail(Attribution attribution, LineageText text, LineageText release)
    {
        FrozenSet<string> there = release.Words.Select(w => w.Folded).ToFrozenSet(StringComparer.Ordinal);
        foreach (Text.TextSpan span in attribution.Content)
        {
            foreach (Word word in text.Words)
            {
                if (span.Contains(word.Span) && word.Shape == WordShape.Number && word.Folded.Length > 1 && there.Contains(word.Folded))
                    return true;
            }
        }

        return false;
    }
}
