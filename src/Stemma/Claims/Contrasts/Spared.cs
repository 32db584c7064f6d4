using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Language;
using Stemma.Text;

namespace Stemma.Claims;

/// <summary>"Bank details are not affected" against "bank details were among the stolen data": what one says was spared, and another that it was harmed, in whatever words.</summary>
internal static class Spared
{
    /// <summary>Concepts of being touched by an event at all.</summary>
    private static readonly FrozenSet<string> Touched = FrozenSet.Create(StringComparer.Ordinal, "affect", "involve", "include", "compromise", "touch", "damage", "harm", "expose", "endanger", "steal", "contaminate", "lose", "leak");

    /// <summary>Concepts of harm.</summary>
    private static readonly FrozenSet<string> Harm = FrozenSet.Create(StringComparer.Ordinal, "affect", "steal", "hack", "damage", "destroy", "contaminate", "leak", "expose", "compromise", "lose", "copy", "burn", "sink", "collapse", "flood", "take");

    /// <summary>Things of two words or more that a statement names: "bank detail", "medical record".</summary>
    public static ImmutableArray<string> Things(LinguisticText text, TextSpan span)
    {
        (int first, int end) = TokenIndex.Tokens(text, span);
        ImmutableArray<string>.Builder things = ImmutableArray.CreateBuilder<string>();
        for (int i = first + 1; i < end; i++)
        {
            if (text.Tokens[i].Upos is Upos.Noun && text.Tokens[i - 1].Upos is Upos.Noun or Upos.Adj && text.Tokens[i - 1].Head == i && text.Tokens[i - 1].Deprel is "compound" or "amod")
                things.Add(text.Tokens[i - 1].Lemma.ToLowerInvariant() + " " + text.Tokens[i].Lemma.ToLowerInvariant());
        }

        return things.ToImmutable();
    }

    /// <summary>Symmetric.</summary>
    public static bool Differ(Content a, Content b)
    {
        if (a.Negative == b.Negative)
            return false;
        (Content no, Content yes) = a.Negative ? (a, b) : (b, a);
        return no.Denied.Any(Touched.Contains) && !yes.HasNegation && no.Things.Intersect(yes.Things, StringComparer.Ordinal).Any() && yes.Words.Any(Harm.Contains);
    }
}
