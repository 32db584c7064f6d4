using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Claims;
using Stemma.Text;

namespace Stemma.Briefs;

/// <summary>Makes the point of a claim or of a sentence: the clearest words of it, with all the evidence.</summary>
internal sealed class PointMaker(StoryMaterial material)
{
    // A claim of a thousand reports is told from its first good sentences; more would cost and add nothing.
    private const int MaxSentences = 8;
    private const int MaxEvidence = 12;

    /// <param name="told">Points not to be repeated, or null.</param>
    /// <param name="shared">See <see cref="Told.Has(string, double)"/>.</param>
    public Point? Of(Claim claim, Told? told = null, double shared = 1, int maxLength = PointComposer.MaxLength, Func<Assertion, bool>? which = null)
    {
        PointComposer.Composed? best = null;
        Assertion? from = null;
        double top = double.MinValue;
        int looked = 0;
        foreach (Assertion assertion in material.AssertionsOf(claim))
        {
            if (which is not null && !which(assertion))
                continue;
            if (material.SentenceOf(assertion) is not { } sentence || ++looked > MaxSentences)
                continue;
            if (PointComposer.Compose(sentence, assertion, maxLength) is not { } composed)
                continue;
            double score = composed.Clarity + (0.3 * sentence.Prominence) - (material.Copies.Contains(assertion.Report) ? 0.2 : 0);
            // Where somebody confirms, the confirmation is the news.
            score += assertion.Stance == Stance.Confirms ? 0.3 : 0;
            if (score > top && told?.Has(composed.Text, shared) != true)
                (best, from, top) = (composed, assertion, score);
        }

        return best is null || from is null ? null : Build(best, material.SentenceOf(from)!, claim);
    }

    public Point? Of(StorySentence sentence, int maxLength = PointComposer.MaxLength)
    {
        Assertion? focus = sentence.Assertions.FirstOrDefault();
        if (PointComposer.Compose(sentence, focus, maxLength) is not { } composed)
            return null;
        Claim? main = sentence.Assertions.Select(a => material.Claim(a.Claim)).OfType<Claim>().MaxBy(c => c.Support.OriginsAtMost + c.Support.Outlets);
        return Build(composed, sentence, main);
    }

    private Point Build(PointComposer.Composed composed, StorySentence sentence, Claim? main)
    {
        ImmutableArray<ReportSpan>.Builder evidence = ImmutableArray.CreateBuilder<ReportSpan>();
        evidence.AddRange(composed.Evidence);
        HashSet<string> reports = [sentence.Report.Report.Id];
        if (main is not null)
        {
            // One passage of each further report that says it.
            foreach (Assertion assertion in material.AssertionsOf(main))
            {
                if (evidence.Count >= MaxEvidence)
                    break;
                if (reports.Add(assertion.Report))
                    evidence.Add(assertion.At);
            }
        }

        IEnumerable<string> claims = sentence.Assertions.Where(a => composed.Evidence.Any(e => e.Span.Contains(a.At.Start))).Select(a => a.Claim);
        if (main is not null)
            claims = claims.Prepend(main.Id);
        return new Point(composed.Text, [.. claims.Where(c => material.Claim(c) is not null).Distinct(StringComparer.Ordinal)], main?.Support, evidence.ToImmutable());
    }
}
