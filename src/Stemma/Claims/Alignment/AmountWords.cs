using System.Collections.Frozen;
using Stemma.Language;
using Stemma.Quantities;
using Stemma.Text;

namespace Stemma.Claims;

/// <summary>What the words around a figure make of it: an age, a margin, a price of each.</summary>
internal static class AmountWords
{
    /// <summary>What prices, shares and levels do.</summary>
    private static readonly FrozenSet<string> Levels = FrozenSet.Create(StringComparer.Ordinal,
        "close", "open", "end", "trade", "stand", "rise", "climb", "fall", "drop", "slip", "slide", "sink", "plunge", "surge", "soar", "jump", "gain", "grow", "increase", "decrease", "decline", "ease", "edge", "dip", "recover", "settle", "hover", "peak");

    /// <summary>"aged 81 and 77", "a man of 81", "an 81-year-old": nobody is named, so that it can be compared with nothing.</summary>
    public static bool IsAge(LinguisticText text, QuantityMention mention, int at)
    {
        if (at < 1 || mention.Low is not (> 0 and < 120) || (mention.Unit is not null and not "person" and not "year" && !IsBefore("aged")))
            return false;
        if (IsBefore("aged") || (at >= 3 && Word(at - 1) is "and" or "or" or "," && Word(at - 3) is "aged"))
            return true;
        return at >= 2 && Word(at - 1) is "of" && Word(at - 2) is "man" or "woman" or "boy" or "girl" or "pensioner" or "youth" or "teenager" && mention.Unit is null or "person";

        bool IsBefore(string word) => Word(at - 1) == word;
        string Word(int token) => text.Tokens[token].Span.In(text.Text).ToString().ToLowerInvariant();
    }

    /// <summary>"won by 23,000 votes": a distance between two figures.</summary>
    public static bool IsMargin(LinguisticText text, TextSpan amount)
    {
        int first = TokenIndex.Tokens(text, amount).First;
        for (int i = first - 1; i >= Math.Max(0, first - 4); i--)
        {
            if (text.Tokens[i].Lemma.ToLowerInvariant() is "by")
                return true;
            // "by fewer than", "by a margin of", "by some".
            if (text.Tokens[i].Upos is not (Upos.Adj or Upos.Adv or Upos.Adp or Upos.Det or Upos.Sconj) && text.Tokens[i].Lemma.ToLowerInvariant() is not "margin")
                return false;
        }

        return false;
    }

    /// <summary>"three <b>of the dead</b>", "nine <b>of them</b>": a part of what is counted elsewhere. "Six of its fighters" are all that it lost.</summary>
    /// <param name="number">The number alone.</param>
    public static bool IsPartOf(LinguisticText text, TextSpan number)
    {
        int end = TokenIndex.Tokens(text, number).End;
        return end + 1 < text.Tokens.Length && text.Tokens[end].Lemma.ToLowerInvariant() is "of" && text.Tokens[end + 1] is { Upos: Upos.Pron, Deprel: not "nmod:poss" } or { Upos: Upos.Det, Lemma: "the" or "these" or "those" };
    }

    /// <summary>"closed at $23.20", "rose to 58 percent", "stood at two metres": how high something stood at one moment.</summary>
    public static bool IsLevel(LinguisticText text, TextSpan amount)
    {
        (int first, int end) = TokenIndex.Tokens(text, amount);
        for (int t = first; t < end; t++)
        {
            int head = text.Tokens[t].Head;
            if (head < 0 || (head >= first && head < end) || !text.Tokens[t].Deprel.StartsWith("obl", StringComparison.Ordinal) || !Levels.Contains(text.Tokens[head].Lemma.ToLowerInvariant()))
                continue;
            for (int i = Math.Max(0, first - 3); i < first; i++)
            {
                if (text.Tokens[i].Lemma.ToLowerInvariant() is "at" or "to")
                    return true;
            }
        }

        return false;
    }

    /// <summary>The noun behind "per" or "a" right after an amount of money or measure ("a share"); null where it is for all.</summary>
    public static string? Per(LinguisticText text, TextSpan amount)
    {
        int end = TokenIndex.Tokens(text, amount).End;
        if (end + 1 >= text.Tokens.Length || text.Tokens[end].Span.In(text.Text) is not ("a" or "an" or "per" or "each" or "apiece"))
            return null;
        return text.Tokens[end].Span.In(text.Text) is "each" or "apiece" ? "each" : text.Tokens[end + 1].Upos is Upos.Noun ? text.Tokens[end + 1].Lemma.ToLowerInvariant() : null;
    }
}
