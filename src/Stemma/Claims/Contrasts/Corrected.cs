using System.Collections.Immutable;
using Stemma.Language;

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

    /// <summary>"..., not 86 million", "... and not on Monday".</summary>
    private static bool IsAfterPause(LinguisticText text, int not) =>
        text.Tokens[not - 1].Upos is Upos.Punct || text.Tokens[not - 1].Lemma.ToLowerInvariant() is "and" or "but" || text.Tokens[not - 1].Upos is Upos.Noun or Upos.Num or Upos.Propn;
}
