using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Language;
using Stemma.Text;

namespace Stemma.Claims;

/// <summary>What a statement says is not so: "on 21 September, not on the 18th", "64 million, rather than 86 million".</summary>
internal static class Corrected
{
    /// <summary>Prepositions and articles between the "not" and what it is not.</summary>
    private const int Reach = 3;

    /// <summary>Whether a "not", "rather than" or "instead of" sets this figure or day against the one given before it.</summary>
    /// <param name="at">First token of the figure or day.</param>
    public static bool IsSetAside(LinguisticText text, int at)
    {
        for (int i = at - 1; i >= Math.Max(1, at - Reach); i--)
        {
            ImmutableArray<Token> tokens = text.Tokens;
            string lemma = tokens[i].Lemma.ToLowerInvariant();
            if (lemma is "not")
                return tokens[i - 1].Upos is not (Upos.Aux or Upos.Verb or Upos.Part) && (i < 2 || IsAfterPause(text, i));
            if ((lemma is "than" && tokens[i - 1].Lemma.ToLowerInvariant() is "rather") || (lemma is "of" && tokens[i - 1].Lemma.ToLowerInvariant() is "instead"))
                return true;
            if (tokens[i].Upos is not (Upos.Adp or Upos.Det or Upos.Adv or Upos.Sconj))
                return false;
        }

        return false;
    }

    /// <summary>"The figure of <b>forty dead</b> is an invention": somebody else's figure.</summary>
    /// <param name="amount">The figure with what it counts.</param>
    public static bool IsCalledFalse(LinguisticText text, TextSpan amount)
    {
        (int first, int end) = TokenIndex.Tokens(text, amount);
        for (int at = first, steps = 0; at >= 0 && steps < Climb; at = text.Tokens[at].Head, steps++)
        {
            if (at >= first && at < end)
                continue;
            if (text.Tokens[at].Deprel.StartsWith("nsubj", StringComparison.Ordinal))
                return text.Tokens[at].Head is >= 0 and int verdict && False.Contains(text.Tokens[verdict].Lemma.ToLowerInvariant());
            if (text.Tokens[at].Upos is Upos.Verb && !text.Tokens[at].Deprel.StartsWith("acl", StringComparison.Ordinal))
                return false;
        }

        return false;
    }

    /// <summary>Steps up the tree from a figure to the subject that it stands in.</summary>
    private const int Climb = 6;

    /// <summary>What is said of a figure that is not so.</summary>
    private static readonly FrozenSet<string> False = FrozenSet.Create(StringComparer.Ordinal,
        "invention", "fabrication", "lie", "fiction", "fantasy", "nonsense", "propaganda", "hoax", "false", "untrue", "wrong", "incorrect", "baseless", "absurd", "ridiculous", "exaggerate", "exaggeration", "invent", "fabricate");

    /// <summary>"..., not 86 million", "... and not on Monday".</summary>
    private static bool IsAfterPause(LinguisticText text, int not) =>
        text.Tokens[not - 1].Upos is Upos.Punct || text.Tokens[not - 1].Lemma.ToLowerInvariant() is "and" or "but" || text.Tokens[not - 1].Upos is Upos.Noun or Upos.Num or Upos.Propn;
}
