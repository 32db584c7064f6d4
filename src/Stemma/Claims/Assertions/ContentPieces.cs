using System.Buffers;
using System.Collections.Immutable;
using Stemma.Annotations;
using Stemma.Attributions;
using Stemma.Language;
using Stemma.Text;

namespace Stemma.Claims;

/// <summary>Which pieces of what somebody says are statements, where a cue, a source or a quotation mark breaks it into several.</summary>
internal static class ContentPieces
{
    /// <summary>What may stand between a verb and the quotation that completes it.</summary>
    private static readonly SearchValues<char> Gap = SearchValues.Create(" \"“”‘’");

    /// <summary>The contents that are statements of their own, each with the pieces that only hang on it.</summary>
    public static IEnumerable<ImmutableArray<TextSpan>> Of(Annotation annotation, Attribution attribution)
    {
        // A refusal without a content ("had no comment") still has to be told: its own words stand for it.
        if (attribution.Content.IsEmpty)
        {
            if (attribution.Stance is Stance.Withholds && !attribution.Cue.IsEmpty)
                yield return [attribution.Cue[0]];
            yield break;
        }

        // "The pier is said to have been weak": subject and rest are one statement around a cue that has no source.
        if (attribution.Content.Length > 1 && attribution.Source.IsEmpty && attribution.Speaker is null
            && attribution.Content.Skip(1).All(c => TokenIndex.Sentence(annotation.Language, c.Start) == TokenIndex.Sentence(annotation.Language, attribution.Content[0].Start)))
        {
            yield return [attribution.Content.Aggregate((a, b) => a.Union(b))];
            yield break;
        }

        List<TextSpan> together = [];
        foreach (TextSpan content in Whole(annotation, attribution.Content))
        {
            if (together.Count > 0 && !(Hangs(annotation, content) || IsBroken(annotation, together)))
            {
                yield return MainFirst(annotation, together);
                together.Clear();
            }

            together.Add(content);
        }

        yield return MainFirst(annotation, together);
    }

    /// <summary>The pieces, those joined that a quotation mark alone parts: the account "had “a password a child could guess”".</summary>
    private static List<TextSpan> Whole(Annotation annotation, ImmutableArray<TextSpan> pieces)
    {
        List<TextSpan> whole = [];
        foreach (TextSpan piece in pieces)
        {
            if (whole.Count > 0 && piece.Start > whole[^1].End && annotation.Language.Text.AsSpan(whole[^1].End, piece.Start - whole[^1].End) is var gap && !gap.ContainsAnyExcept(Gap) && gap.ContainsAny('“', '"', '‘'))
                whole[^1] = whole[^1].Union(piece);
            else
                whole.Add(piece);
        }

        return whole;
    }

    /// <summary>What can stand alone before what hangs on it, however long the latter.</summary>
    private static ImmutableArray<TextSpan> MainFirst(Annotation annotation, List<TextSpan> parts) => [.. parts.OrderBy(p => Hangs(annotation, p)).ThenByDescending(p => p.Length).ThenBy(p => p.Start)];

    /// <summary>Whether the piece cannot stand alone: it has no verb of its own, or starts as a subordinate clause.</summary>
    private static bool Hangs(Annotation annotation, TextSpan span)
    {
        (int first, int end) = TokenIndex.Tokens(annotation.Language, AssertionExtractor.Trim(annotation.Language.Text, span));
        return first < end
            && (!ClauseSplitter.HasFiniteVerb(annotation.Language, first, end)
                || annotation.Language.Tokens[first].Upos is Upos.Sconj
                || (annotation.Language.Tokens[first].Upos is Upos.Adp && char.IsLower(annotation.Language.Text[annotation.Language.Tokens[first].Span.Start])));
    }

    /// <summary>"The bank was robbed, officials said, <b>offering a reward of 5,000 euros</b>": what only hangs on, and yet counts something, is told too.</summary>
    public static bool CountsApart(Annotation annotation, TextSpan span) =>
        TokenIndex.Tokens(annotation.Language, span) is var (first, end) && end - first >= AssertionExtractor.LeastRemainder && TokenIndex.Inside(annotation.Quantities.Length, i => annotation.Quantities[i].Span, span).Any();

    private static bool IsBroken(Annotation annotation, List<TextSpan> parts) =>
        parts.All(p => TokenIndex.Tokens(annotation.Language, p) is var (first, end) && !ClauseSplitter.HasFiniteVerb(annotation.Language, first, end));
}
