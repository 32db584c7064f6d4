using System.Collections.Immutable;
using Stemma.Quantities.Numerals;

namespace Stemma.Quantities;

/// <summary>Finds what a bare number counts where the words around it say so.</summary>
internal static class Ellipsis
{
    /// <summary>How far back in the sentence a toll may be named, in words.</summary>
    private const int Reach = 25;

    public static ImmutableArray<QuantityMention> Fill(WordList words, List<QuantityMention> found)
    {
        int word = 0;
        for (int k = 0; k < found.Count; k++)
        {
            while (word < words.Count && words[word].Start < found[k].NumberSpan.Start)
                word++;
            if (found[k].Unit is not null)
                continue;
            int end = word;
            while (end < words.Count && words[end].Start < found[k].Span.End)
                end++;
            if (k + 1 < found.Count && found[k + 1].Unit is not null && IsJoined(words, end, found[k + 1]))
                found[k] = found[k] with { Unit = found[k + 1].Unit, Of = found[k + 1].Of };
            else if (k > 0 && found[k - 1].IsAge && IsListed(words.Text, found[k - 1], found[k]))
                found[k] = found[k] with { Unit = found[k - 1].Unit, IsAge = true };
            else if (k > 0 && found[k - 1].Unit is not null && IsPaired(words.Text, found[k - 1], found[k]))
                found[k] = found[k] with { Unit = found[k - 1].Unit, Of = found[k - 1].Of };
            else if (HowMany(words, end) is { } counted)
                found[k] = found[k] with { Unit = counted.Unit, Of = Words(words, counted) };
            else if (Toll(words, word) is var (unit, of))
                found[k] = found[k] with { Unit = unit, Of = of, Scope = found[k].Scope == QuantityScope.Unstated ? QuantityScope.Total : found[k].Scope };
        }

        return [.. found];
    }

    /// <summary>Whether "That's how many" follows the full stop at <paramref name="stop"/>: a number set out as a heading.</summary>
    public static bool SaysHowMany(WordList words, int stop) => HowMany(words, stop) is not null;

    private static CountedPhrase? HowMany(WordList words, int i)
    {
        if (!words.IsMark(i, '.') && !words.IsMark(i, ':') && !words.IsDash(i))
            return null;
        int at = i + 1;
        if (!words.IsAny(at, "that", "this"))
            return null;
        at++;
        at += words.IsMark(at, '\'') || words.IsMark(at, '\u2019') ? 2 : words.IsAny(at, "is", "was") ? 1 : 0;
        bool how = words.Is(at, "how") && words.Is(at + 1, "many");
        bool number = words.Is(at, "the") && words.Is(at + 1, "number") && words.Is(at + 2, "of");
        if (!how && !number)
            return null;
        return NounPhraseReader.TryRead(words, at + (how ? 2 : 3), false, out CountedPhrase phrase) ? phrase : null;
    }

    /// <summary>"from 5 to 10 percent", "12 and 14 people": the first number shares what the second counts.</summary>
    private static bool IsJoined(WordList words, int end, QuantityMention next)
    {
        int at = words.IsAny(end, "to", "and", "or", "of") ? end + 1 : words.Is(end, "out") && words.Is(end + 1, "of") ? end + 2 : end;
        if (words.Is(at - 1, "of") && words.IsAny(at, "the", "its", "his", "her", "their"))
            at++;
        return at > end && at < words.Count && words[at].Start <= next.NumberSpan.Start && next.Span.Start <= words[at].Start;
    }

    /// <summary>"aged 45 and 60", "aged 12, 14 and 15".</summary>
    private static bool IsListed(string text, QuantityMention first, QuantityMention second) =>
        text.AsSpan(first.Span.End, Math.Max(0, second.Span.Start - first.Span.End)).Trim() is "and" or "," or "or" or ", and";

    /// <summary>"51.3 percent to Lund's 48.7", "5.75 percent from 6.25": the second number measures what the first does.</summary>
    private static bool IsPaired(string text, QuantityMention first, QuantityMention second)
    {
        ReadOnlySpan<char> between = text.AsSpan(first.Span.End, Math.Max(0, second.Span.Start - first.Span.End));
        if (between.Length is 0 or > 40 || between.ContainsAny('.', ';', '\n'))
            return false;
        between = between.TrimStart();
        return between.StartsWith("to ", StringComparison.Ordinal) || between.StartsWith("from ", StringComparison.Ordinal) || between.StartsWith("against ", StringComparison.Ordinal)
            || between.StartsWith("versus ", StringComparison.Ordinal) || between.StartsWith("compared with ", StringComparison.Ordinal) || between.StartsWith("up from ", StringComparison.Ordinal)
            || between.StartsWith("down from ", StringComparison.Ordinal);
    }

    /// <summary>"the death toll has risen to 15", "put the number of missing at 24".</summary>
    private static (string Unit, string Of)? Toll(WordList words, int i)
    {
        if (words.IsAny(i - 1, "killed", "killing", "injured", "injuring", "wounded", "wounding", "hurt", "hurting"))
            return ("person", words.IsAny(i - 1, "killed", "killing") ? "dead" : "injured");
        if (!words.IsAny(i - 1, "to", "at", "reached", "hit", "topped", "was", "is", "stands", "passed", "past", "least", "than", "of", "as", "over", "nearly"))
            return null;
        for (int j = i - 1; j > Math.Max(0, i - Reach) && !words[j].BreakBefore && !IsSentenceEnd(words, j); j--)
        {
            if (words.Is(j, "toll"))
                return ("person", words.IsAny(j - 1, "injury", "casualty") ? words.Text[words[j - 1].Start..words[j].End] : "dead");
            if (words.IsAny(j, "deaths", "fatalities"))
                return ("person", "dead");
            if (words.Is(j, "number") && words.Is(j + 1, "of") && j + 2 < i && NounPhraseReader.TryRead(words, j + 2, false, out CountedPhrase phrase) && phrase.End < i)
                return (phrase.Unit, Words(words, phrase));
            if (words.IsAny(j, "losses", "casualties", "injuries") && words.Is(i - 1, "at"))
                return ("person", words.At(j).ToString());
        }

        return null;
    }

    private static bool IsSentenceEnd(WordList words, int i) =>
        (words.IsMark(i, '.') || words.IsMark(i, '?') || words.IsMark(i, '!')) && words.IsCapital(i + 1) && words.Length(i - 1) > 2;

    private static string Words(WordList words, CountedPhrase phrase) => words.Text[words[phrase.First].Start..words[phrase.End - 1].End];
}
