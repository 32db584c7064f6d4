using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Language;
using Stemma.Weighing;

namespace Stemma.Claims;

/// <summary>Tells what sort of thing a claim states.</summary>
internal static class ClaimKinds
{
    /// <summary>What lies further back than this, in days, is background to a report.</summary>
    private const int News = 60;

    public static ClaimKind Of(IReadOnlyList<Draft> drafts, ImmutableArray<DatedReport> reports)
    {
        Draft draft = drafts[0];
        DatedReport source = reports[draft.Report];
        if (draft.Stance is Stance.Promises or Stance.Threatens || drafts.All(d => d.Future))
            return ClaimKind.Plan;
        if (source.Report.Published is { } published && draft.Content.Days.Length > 0
            && draft.Content.Days.All(d => d.To is { } to && published.Day.DayNumber - to.DayNumber > News))
            return ClaimKind.Background;
        if (IsOpinion(draft, source))
            return ClaimKind.Opinion;
        if (draft.Content.Amounts.Length > 0 && draft.Content.Predicates.Length <= 1)
            return ClaimKind.Quantity;
        return IsState(draft, source) ? ClaimKind.State : ClaimKind.Event;
    }

    private static bool IsOpinion(Draft draft, DatedReport source)
    {
        LinguisticText text = source.Annotation.Language;
        (int first, int end) = TokenIndex.Tokens(text, draft.Span);
        for (int i = first; i < end; i++)
        {
            ReadOnlySpan<char> word = text.Tokens[i].Span.In(text.Text);
            if (word is "should" or "must" or "ought" || (word is "I" or "We" or "we" && draft.Chain.IsEmpty))
                return true;
        }

        return source.Report.Headline is { } headline
            && (headline.StartsWith("Opinion", StringComparison.OrdinalIgnoreCase) || headline.StartsWith("Comment:", StringComparison.OrdinalIgnoreCase) || headline.StartsWith("Editorial", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsState(Draft draft, DatedReport source)
    {
        LinguisticText text = source.Annotation.Language;
        (int first, int end) = TokenIndex.Tokens(text, draft.Span);
        for (int i = first; i < end; i++)
        {
            if (text.Tokens[i].Upos is Upos.Verb)
                return text.Tokens[i].Xpos is "VBZ" or "VBP" && text.Tokens[i].Lemma is "be" or "have" or "remain" or "hold" or "stand" or "lie" or "own" or "contain";
        }

        return true;
    }
}
