using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Briefs.Sections;

/// <summary>The story's title: the report headline that says most of what all of them say.</summary>
internal static class Headline
{
    // Wire services number and mark their updates: "UPDATE 3-", "CORRECTED-", "EXCLUSIVE-".
    private static readonly ImmutableArray<string> Marks =
        ["UPDATE", "CORRECTED", "CORRECTION", "REFILE", "EXCLUSIVE", "BREAKING", "BRIEF", "WRAPUP", "FACTBOX", "URGENT", "LIVE", "WATCH", "VIDEO", "ANALYSIS", "EXPLAINER"];

    private static readonly FrozenSet<string> Numbers = new[]
    {
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
        "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "dozen", "dozens", "hundreds", "thousands",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly Phrases Forms = Phrases.Read("Briefs/HeadlineForms.en.tsv");

    private static readonly FrozenSet<string> Hedges = new[]
    {
        "appears", "appear", "apparent", "apparently", "likely", "may", "might", "could", "thought", "believed", "presumed", "presumably", "reportedly", "reported",
        "reports", "report", "suspected", "feared", "possible", "possibly", "probably", "alleged", "allegedly", "claims", "says", "said", "say", "sources", "expected",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static string Write(StoryMaterial material, Salience salience, ImmutableArray<Point> keyFacts)
    {
        // What the story knows only with reserve, its title must not say outright.
        bool hedged = keyFacts.Length > 0 && keyFacts[0].Claims.Select(material.Claim).Any(c => c?.Status is ClaimStatus.Presumed or ClaimStatus.Reported);
        ImmutableArray<FrozenSet<string>> numbers = [.. material.Reports.Select(r => NumbersOf(r.Report))];
        string? best = null;
        double top = double.MinValue;
        for (int i = 0; i < material.Reports.Length; i++)
        {
            if (Clean(material.Reports[i].Report.Headline) is not { Length: > 0 } headline)
                continue;
            double score = salience.Centrality(Words.Content(headline)) + (0.3 * (i + 1) / material.Reports.Length) - Cost(headline, numbers)
                - (hedged && !Words.Of(headline).Any(Hedges.Contains) ? 0.2 : 0);
            if (score > top)
                (best, top) = (headline, score);
        }

        if (best is not null)
            return best;
        if (keyFacts.Length > 0)
            return keyFacts[0].Text.TrimEnd('.');
        foreach (DatedReport report in material.Reports)
        {
            string first = PlainText.OneLine(report.Report.Body.AsSpan(0, Math.Min(160, report.Report.Body.Length)));
            if (first.Length > 0)
                return first;
        }

        return material.Reports[0].Report.Input;
    }

    /// <summary>What a neutral title avoids: one speaker's words, a question, a shout, a figure that no other report gives.</summary>
    private static double Cost(string headline, ImmutableArray<FrozenSet<string>> numbers)
    {
        double cost = 0;
        if (headline.AsSpan().ContainsAny("\"“‘"))
            cost += 0.2;
        if (headline[0] is '\'' or '‘' or '"' or '“')
            cost += 0.2;
        if (headline.Contains('?', StringComparison.Ordinal) || headline.Contains('!', StringComparison.Ordinal))
            cost += 0.4;
        if (Forms.In(Words.Of(headline)).Any())
            cost += 0.35;
        if (headline.Length is < 25 or > 110)
            cost += 0.15;
        if (headline.Contains(':', StringComparison.Ordinal))
            cost += 0.1;
        if (numbers.Length > 2)
        {
            // A figure that no other report gives, or none of the later ones any more, is not the story's.
            foreach (string number in Words.Of(headline).Where(IsNumber))
            {
                int holders = numbers.Count(n => n.Contains(number));
                bool stands = numbers.Skip(numbers.Length / 2).Any(n => n.Contains(number));
                cost += holders < 2 ? 0.4 : stands ? 0 : 0.3;
            }
        }

        return cost;
    }

    private static string? Clean(string? headline)
    {
        if (headline is null)
            return null;
        string text = PlainText.OneLine(headline);
        foreach (string mark in Marks)
        {
            if (!text.StartsWith(mark, StringComparison.Ordinal))
                continue;
            int end = mark.Length;
            while (end < text.Length && (text[end] == ' ' || char.IsAsciiDigit(text[end])))
                end++;
            if (end < text.Length && text[end] is '-' or ':' or '–' or '—')
                return text[(end + 1)..].Trim();
        }

        return text;
    }

    /// <summary>The numbers that a report gives in its first paragraphs, in digits or words.</summary>
    private static FrozenSet<string> NumbersOf(Report report) =>
        Words.Of(report.Body.AsSpan(0, Math.Min(2000, report.Body.Length))).Where(IsNumber).ToFrozenSet(StringComparer.Ordinal);

    private static bool IsNumber(string word) => char.IsAsciiDigit(word[0]) || Numbers.Contains(word);
}
