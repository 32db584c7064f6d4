using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Stemma.Claims;
using Stemma.Language;
using Stemma.Quantities;

namespace Stemma.Briefs.Sections;

/// <summary>The figure that tells most: the one that stands in most reports and highest in them.</summary>
internal static class TheNumber
{
    // A figure that a later one has replaced must not come back because many copied it.
    private const double Old = 0.05;
    private const double New = 1.5;

    // Where people came to harm, how many is the figure that everybody asks for.
    private static readonly FrozenSet<string> Victims = new[]
    {
        "dead", "killed", "died", "deaths", "death", "toll", "missing", "injured", "wounded", "hurt", "trapped", "rescued", "infected", "drowned",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Dead = new[] { "dead", "killed", "died", "deaths", "toll", "kills", "dies" }.ToFrozenSet(StringComparer.Ordinal);

    private sealed record Candidate(StorySentence Sentence, QuantityMention Quantity, double Score);

    public static Point? Write(StoryMaterial material, Salience salience, PointMaker maker)
    {
        var groups = material.Sentences
            .SelectMany(s => Candidates(material, salience, s))
            .GroupBy(c => Key(c.Quantity), StringComparer.Ordinal)
            .Select(g => (g.Key, Members: g.ToList()))
            .ToList();
        // What stands beside an outgrown toll is as old as it.
        List<(double Toll, int First, int Last, List<Candidate> Dead)> tolls = [.. groups
            .Select(g => g.Members.FindAll(CountsDead))
            .Where(dead => dead.Count > 0)
            .Select(dead => (dead[0].Quantity.Low ?? 0, dead.Min(c => c.Sentence.ReportIndex), dead.Max(c => c.Sentence.ReportIndex), dead))];
        HashSet<(int, int)> outgrown = [.. tolls
            .Where(t => tolls.Exists(later => later.Toll > t.Toll && later.First > t.Last))
            .SelectMany(t => t.Dead)
            .Select(c => (c.Sentence.ReportIndex, c.Sentence.Index))];
        Lazy<ILookup<(string Unit, string Digits), (double Value, int Report)>> figures = new(() => FiguresOf(material));
        var ranked = groups
            .Select(g => (g.Key, Members: g.Members.ConvertAll(c => outgrown.Contains((c.Sentence.ReportIndex, c.Sentence.Index)) ? c with { Score = c.Score * Old } : c)))
            .Select(g => (g.Key, g.Members, Score: Score(material, g.Members) * (IsMisprint(figures.Value, g.Members) ? Old : 1)))
            .OrderByDescending(g => g.Score)
            .ThenBy(g => g.Key, StringComparer.Ordinal);
        // The best figures may stand only in sentences that cannot be told alone; a few tries are enough.
        foreach (var group in ranked.Take(12))
        {
            foreach (Candidate candidate in group.Members.OrderByDescending(InDigits).ThenByDescending(c => c.Score).Take(6))
            {
                Assertion? focus = candidate.Sentence.Assertions.FirstOrDefault(a => a.At.Span.Overlaps(candidate.Quantity.NumberSpan));
                Point? point = focus is not null && material.Claim(focus.Claim) is { } claim
                    ? maker.Of(claim, which: a => a.Id == focus.Id)
                    : maker.Of(candidate.Sentence);
                string number = PlainText.OneLine(candidate.Quantity.NumberSpan.In(candidate.Sentence.Report.Report.Body));
                if (point is not null && point.Text.Contains(number, StringComparison.OrdinalIgnoreCase))
                    return point;
            }
        }

        return null;
    }

    /// <summary>"15" is seen at a glance where "fifteen" is read.</summary>
    private static bool InDigits(Candidate candidate) => candidate.Quantity.NumberSpan.In(candidate.Sentence.Report.Report.Body).ContainsAnyInRange('0', '9');

    private static IEnumerable<Candidate> Candidates(StoryMaterial material, Salience salience, StorySentence sentence)
    {
        if (!material.Stands(sentence))
            yield break;
        foreach (QuantityMention quantity in sentence.Report.Annotation.Quantities)
        {
            if (!sentence.Span.Contains(quantity.Span) || Weight(quantity) is not (> 0 and var plain))
                continue;
            if (NamesRace(sentence, quantity) || IsAge(sentence, quantity) || CountsSources(sentence, quantity))
                continue;
            ImmutableArray<Assertion> counted = [.. sentence.Assertions.Where(a => a.At.Span.Overlaps(quantity.NumberSpan))];
            bool victims = counted.Any(a => Words.Of(a.At.Quote).Any(Victims.Contains));
            // "The toll rose to nine": people, though no noun says so.
            double weight = victims && quantity.Unit is null && plain > 0 ? plain * 2 : plain;
            double score = weight * (0.3 + sentence.Prominence) * (0.4 + salience.Centrality(sentence.Content))
                * (counted.Any(a => material.IsSuperseded(a.Claim)) ? Old : counted.Any(a => material.IsSuccessor(a.Claim)) ? New : 1)
                * (victims ? 1.6 : 1)
                * (counted.Any(a => material.IsContested(a.Claim)) ? 0.7 : 1);
            if (sentence.Report.Report.Headline is { } headline && Words.Of(headline).Contains(Number(sentence, quantity)))
                score *= 1.8;
            yield return new Candidate(sentence, quantity, score);
        }
    }

    /// <summary>"The 1,500 metres champion", "the 200-kilometre stage": a length that only names something.</summary>
    private static bool NamesRace(StorySentence sentence, QuantityMention quantity)
    {
        if (quantity.Unit is not ("km" or "m" or "[mi_i]" or "[ft_i]" or "h"))
            return false;
        // "Won the 1,500 metres", but "the 300 metres to the gate" is rarer in news than races are.
        if (quantity.Unit != "h" && sentence.Report.Report.Body.AsSpan(sentence.Span.Start, quantity.Span.Start - sentence.Span.Start).EndsWith(" the ", StringComparison.Ordinal))
            return true;
        ImmutableArray<Token> all = sentence.Report.Annotation.Language.Tokens;
        for (int i = sentence.Sentence.FirstToken; i < sentence.Sentence.EndToken && i + 1 < all.Length; i++)
        {
            if (quantity.Span.Contains(all[i].Span) && !quantity.Span.Contains(all[i + 1].Span))
                return all[i + 1].Upos == Upos.Noun;
        }

        return false;
    }

    /// <summary>"Two officials said": how many spoke is no figure of the event.</summary>
    private static bool CountsSources(StorySentence sentence, QuantityMention quantity) =>
        sentence.Assertions.SelectMany(a => a.Attribution).Any(s => s.At is { } at && at.Report == sentence.Report.Report.Id && at.Span.Contains(quantity.NumberSpan));

    /// <summary>"A 66-year-old", "is 500 years old", "Ana Lindholm, 52, said", "at the age of 95".</summary>
    private static bool IsAge(StorySentence sentence, QuantityMention quantity)
    {
        ReadOnlySpan<char> body = sentence.Report.Report.Body;
        ReadOnlySpan<char> before = body[sentence.Span.Start..quantity.Span.Start], after = body[quantity.Span.End..sentence.Span.End];
        if (quantity.Unit is "a" or "mo")
            return body[quantity.Span.Start..Math.Min(body.Length, quantity.Span.End + 4)].Contains("old", StringComparison.Ordinal);
        return quantity.Unit is null && ((before.EndsWith(", ", StringComparison.Ordinal) && after.StartsWith(",", StringComparison.Ordinal))
            || before.EndsWith("age of ", StringComparison.Ordinal) || before.EndsWith("aged ", StringComparison.Ordinal));
    }

    /// <summary>Whether more reports write the same digits of the same thing otherwise: "8 nanograms" where they have "0.8", "$421" where they have "$412".</summary>
    private static bool IsMisprint(ILookup<(string Unit, string Digits), (double Value, int Report)> figures, List<Candidate> group)
    {
        if (group[0].Quantity is not { Low: { } value } quantity || Counted(quantity) is not { } unit || Digits(value) is not { Length: > 0 } digits)
            return false;
        int own = group.Select(c => c.Sentence.ReportIndex).Distinct().Count();
        return figures[(unit, digits)]
            .Where(f => f.Value != value && (value % 1 != 0 || f.Value % 1 != 0 || digits.Length > 1))
            .GroupBy(f => f.Value)
            .Any(g => g.Select(f => f.Report).Distinct().Count() > own);
    }

    private static ILookup<(string Unit, string Digits), (double Value, int Report)> FiguresOf(StoryMaterial material) => material.Reports
        .SelectMany((report, index) => report.Annotation.Quantities
            .Where(q => q.Low is not null && Counted(q) is not null)
            .Select(q => (Key: (Counted(q)!, Digits(q.Low!.Value)), Figure: (q.Low!.Value, index))))
        .ToLookup(f => f.Key, f => f.Figure);

    private static string? Counted(QuantityMention quantity) => quantity.Unit ?? quantity.Of;

    /// <summary>In order of size, zeros left out.</summary>
    private static string Digits(double value) => string.Concat(value.ToString("R", CultureInfo.InvariantCulture).Where(c => c is > '0' and <= '9').Order());

    /// <summary>Whether it counts the dead of what the reports tell: a toll grows, and one that is given no more once a larger one is given is over.</summary>
    private static bool CountsDead(Candidate candidate) =>
        candidate.Sentence.Assertions.Any(a => a.At.Span.Overlaps(candidate.Quantity.NumberSpan) && Words.Of(a.At.Quote).Any(Dead.Contains))
        // A toll of years ago is another event's.
        && !candidate.Sentence.Report.Times.Any(t => candidate.Sentence.Span.Contains(t.Span) && candidate.Sentence.Report.Report.Published?.Day.Year - t.From?.Year > 1);

    private static string Number(StorySentence sentence, QuantityMention quantity) =>
        Words.Of(quantity.NumberSpan.In(sentence.Report.Report.Body)).FirstOrDefault() ?? "";

    /// <summary>The best mention of each report, added up; less for a figure that later reports no longer give.</summary>
    private static double Score(StoryMaterial material, List<Candidate> group)
    {
        double sum = group.GroupBy(c => c.Sentence.ReportIndex).Sum(report =>
            report.Max(c => c.Score) * (material.Copies.Contains(report.First().Sentence.Report.Report.Id) ? 0.3 : 1));
        double recency = (double)(group.Max(c => c.Sentence.ReportIndex) + 1) / material.Reports.Length;
        return sum * (0.25 + (0.75 * recency));
    }

    /// <summary>"The toll rose to 15" counts people too.</summary>
    private static string Key(QuantityMention q) => string.Create(CultureInfo.InvariantCulture, $"{q.Low}|{q.High}|{(q.Unit is "person" ? null : q.Unit)}");

    /// <summary>0 for what tells nothing (ages, "one"); less for spans of time and distances than for people, money and shares.</summary>
    private static double Weight(QuantityMention quantity)
    {
        double? value = quantity.Low ?? quantity.High;
        double weight = quantity.Unit switch
        {
            null => 0.5,
            "a" or "mo" or "wk" or "d" or "h" or "min" or "s" => 0.2,
            "km" or "m" or "cm" or "mm" or "[mi_i]" or "[ft_i]" or "[in_i]" or "Cel" or "[degF]" => 0.6,
            _ => 1,
        };
        return value switch { null => weight * 0.7, { } part when part % 1 != 0 => weight, < 2 => weight * 0.2, < 4 => weight * 0.35, _ => weight };
    }
}
