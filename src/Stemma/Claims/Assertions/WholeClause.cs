using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Language;
using Stemma.Text;
using Stemma.Weighing;

namespace Stemma.Claims;

/// <summary>The pieces of a report in which a statement that is no clause by itself reads as one: "to comment" as "the ministry declined to comment".</summary>
/// <remarks>Only for reading: what is compared is still the statement's own words.</remarks>
internal static class WholeClause
{
    private static readonly FrozenSet<string> Openers = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "whether", "who", "what", "how", "why");

    /// <summary>In UTF-16 units; a longer clause says more than the statement.</summary>
    private const int Longest = 240;

    /// <returns>Empty where the statement stands alone, or nothing completes it.</returns>
    public static ImmutableArray<TextSpan> Of(Draft draft, DatedReport source)
    {
        LinguisticText text = source.Annotation.Language;
        (int first, int end) = TokenIndex.Tokens(text, draft.Span);
        if (first >= end)
            return [];
        int root = Negations.MainWord(text, first, end);
        bool verbal = ClauseSplitter.HasFiniteVerb(text, first, end) && Loose.HasOwnVerb(text, first, end);
        if (verbal && !StartsOpen(text, first))
        {
            // "would question staff from next week", the second of two that share a subject.
            if (root < 0 || !ClauseSplitter.HasFiniteVerb(text, first, first + 1) || VerbSplitter.HasSubject(text, root, first))
                return [];
            Sentence around = text.Sentences[draft.Sentence];
            return VerbSplitter.SubjectOf(text, root, around.FirstToken, first) is { } subject && subject.End <= draft.Span.Start ? [subject, draft.Span] : [];
        }

        return Told(draft, source) is { } whole && !whole.Equals(draft.Span) ? [whole] : [];
    }

    /// <summary>From the source, over the cue, to the end of what is told, in one sentence.</summary>
    private static TextSpan? Told(Draft draft, DatedReport source)
    {
        if (draft.Chain.IsEmpty)
            return null;
        Attribution told = source.Annotation.Attributions[draft.Chain[^1]];
        if (told.Source.Length == 0 || told.Cue.Length == 0)
            return null;
        LinguisticText text = source.Annotation.Language;
        TextSpan whole = told.Cue.Aggregate(draft.Span.Union(told.Source[0]), (a, c) => a.Union(c));
        Sentence sentence = text.Sentences[draft.Sentence];
        // A quotation read with its "he said" is no better than by itself.
        bool inside = sentence.Span.Contains(whole) && whole.Length <= Longest && told.Source[0].Start < draft.Span.Start && told.Cue[0].Start < draft.Span.Start;
        return inside ? whole : null;
    }

    /// <summary>"Who", "whether", "how many": an open question, not a statement.</summary>
    private static bool StartsOpen(LinguisticText text, int first) => Openers.Contains(text.Tokens[first].Span.In(text.Text).ToString());
}
