using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>Tells whether a clause with a finite verb begins at a token.</summary>
internal static class ClauseStart
{
    private const int Reach = 45;

    public static bool StartsPhrase(ReadingText text, int p) =>
        text.Class[p] is Determiner or Noun or Name or Adjective or Number or Pronoun or Ing or That or Wh or Participle || text.Lower[p] is "having" or "being"
        || (text.Class[p] == QuoteMark && p + 1 < text.Tokens.Length && text.QuoteOf[p + 1] >= 0);

    public static bool Looks(ReadingText text, int p, int high)
    {
        int end = Math.Min(high, p + Reach);
        while (p < end && text.Class[p] is Adverb or Negation)
            p++;
        if (p >= end)
            return false;
        if (text.Class[p] == Pronoun)
        {
            int next = p + 1;
            while (next < end && text.Class[next] is Adverb or Pronoun)
                next++;
            return next < end && (NounPhrases.IsFinite(text, next) || text.Class[next] is Negation) && text.Lower[p] is not ("him" or "them" or "us" or "me");
        }

        if (text.Class[p] is Subordinator && text.Lower[p] is "if" or "when" or "while" or "although" or "as" or "unless" or "because")
            return text.Lower[p] is not ("as" or "because" or "when" or "while");
        if (!StartsPhrase(text, p) && text.Class[p] != Preposition)
            return false;
        int pending = 0;
        bool nominal = false;
        bool perhaps = false;
        for (int t = p; t < end; t++)
        {
            WordClass c = text.Class[t];
            if (NounPhrases.IsFinite(text, t))
            {
                if (pending == 0 && nominal)
                    return true;
                if (pending > 0)
                    pending--;
            }
            else if (c is Participle && nominal && pending == 0 && IsBare(text, t, p, end))
                perhaps = true;
            else if (c is Stop or Colon)
                return perhaps;
            else if (c is Wh && t > p)
                pending++;
            else if (c is That && t > p && nominal)
                pending++;
            else if (c is Comma && t + 1 < end && text.Class[t + 1] is Coordinator or Subordinator or Ing)
                return perhaps;
            else if (c is Subordinator && t > p)
                return perhaps;
            else if (c is Noun or Name or Pronoun or Number or Ing || text.Lower[t] is "some" or "many" or "this" or "those" or "most" or "both" or "all" or "any")
                nominal = true;
        }

        return perhaps;
    }

    /// <summary>A form tagged as participle right behind a noun and without an auxiliary: often a past tense in truth.</summary>
    private static bool IsBare(ReadingText text, int t, int from, int end)
    {
        int before = t - 1;
        while (before > from && text.Class[before] is Adverb)
            before--;
        return text.Class[before] is Noun or Name or Pronoun && t + 1 < end && text.Lower[t + 1] is not "by";
    }
}
