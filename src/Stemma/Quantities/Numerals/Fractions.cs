namespace Stemma.Quantities.Numerals;

/// <summary>Reads parts of a whole: "two-thirds", "half a million", "3 1/2", "two and a half", "½".</summary>
internal static class Fractions
{
    /// <summary>Whether a denominator stands at a word and fits the number before it: "three quarters", "one half"; not "two second".</summary>
    public static bool IsPart(WordList words, int i, double above) =>
        words.Continues(i) && NumeralWords.At(words, i) is { Kind: NumeralKind.Part } part && (words.At(i)[^1] is 's' ? above >= 1 : above == 1) && part.Low > above;

    /// <summary>"half", "a quarter", "a third of the crew"; but "its fourth year", "a third man" rank.</summary>
    public static bool IsShare(WordList words, int i, bool article)
    {
        if (words.Is(i, "half"))
            return true;
        if (words.Is(i, "quarter") && NumeralWords.At(words, i + 1) is { Kind: NumeralKind.Scale, Low: >= 1e6 })
            return true;
        bool of = words.Is(i + 1, "of");
        return article ? of || words.Is(i, "quarter") || !words.IsLetters(i + 1) : of && words.IsAny(i, "quarter", "third") && words.IsAny(i + 2, "a", "an");
    }

    /// <summary>"half", "half a million", "two-thirds", "a quarter of a percentage point".</summary>
    /// <param name="i">The denominator's word.</param>
    public static Numeral Read(WordList words, int i, double above, NumeralWord below)
    {
        double value = above / below.Low;
        int end = i + 1;
        if (words.IsHyphen(end) && words.Joins(end) && NumeralWords.At(words, end + 1) is { Kind: NumeralKind.Dozen or NumeralKind.Scale })
            end++;
        int at = words.Is(end, "of") ? end + 1 : end;
        if (words.Is(at, "a") || words.Is(at, "an"))
        {
            double scaled = value;
            int after = CardinalReader.Scales(words, at + 1, ref scaled);
            // "half an hour", "a quarter of a point": the article belongs to the number, the noun follows.
            return after > at + 1 ? new Numeral(after, scaled, scaled, false, false, false) : new Numeral(at + 1, value, value, false, false, true);
        }

        double whole = value;
        int behind = CardinalReader.Scales(words, end, ref whole);
        return new Numeral(behind, whole, whole, false, false, behind == end);
    }

    /// <summary>"and a half", "and two thirds" after a number.</summary>
    /// <param name="value">The number before, to which the part is added.</param>
    /// <returns>One past the part; <paramref name="i"/> where there is none.</returns>
    public static int And(WordList words, int i, ref double value)
    {
        if (!words.Is(i, "and") || !words.Continues(i))
            return i;
        double above = 1;
        int at = i + 2;
        bool article = words.Is(i + 1, "a");
        if (!article)
        {
            if (NumeralWords.At(words, i + 1) is not { Kind: NumeralKind.Unit or NumeralKind.Ten })
                return i;
            at = CardinalReader.BelowHundred(words, i + 1, ref above);
            at = words.IsHyphen(at) && words.Joins(at) ? at + 1 : at;
            if (!IsPart(words, at, above))
                return i;
        }

        if (!words.Continues(at) || NumeralWords.At(words, at) is not { Kind: NumeralKind.Part } part)
            return i;
        // "two and a half years", but not "four and a third man": of parts with an article only halves and quarters never rank.
        if (article && part.Low is not (2 or 4) && !words.Is(at, "third") && words.IsLetters(at + 1) && !words.Is(at + 1, "of"))
            return i;
        double scale = NumeralWords.At(words, i - 1) is { Kind: NumeralKind.Scale, Low: >= 1000 } large ? large.Low : 1;
        double share = above / part.Low;
        if (scale == 1)
        {
            // "two and a half million" is scaled whole.
            value += share;
            return CardinalReader.Scales(words, at + 1, ref value);
        }

        // "a million and a half" is half a million more, "a billion and a half million" too.
        double own = share;
        int end = CardinalReader.Scales(words, at + 1, ref own);
        value += end > at + 1 ? own : share * scale;
        return end;
    }

    /// <summary>"2 1/2": the slash fraction after a whole number.</summary>
    public static bool IsSlash(WordList words, int i, out double part)
    {
        part = 0;
        int above = words.Integer(i), below = words.Integer(i + 2);
        if (above < 1 || below <= above || below > 16 || !words.IsMark(i + 1, '/') || !words.Joins(i + 1) || !words.Joins(i + 2) || !words.Continues(i))
            return false;
        part = (double)above / below;
        return true;
    }

    /// <summary>Value of a character such as ½; 0 for any other.</summary>
    public static double Vulgar(char c) => c switch
    {
        '\u00BC' => 0.25,
        '\u00BD' => 0.5,
        '\u00BE' => 0.75,
        '\u2153' => 1 / 3d,
        '\u2154' => 2 / 3d,
        '\u2155' => 0.2,
        '\u2156' => 0.4,
        '\u2157' => 0.6,
        '\u2158' => 0.8,
        '\u2159' => 1 / 6d,
        '\u215A' => 5 / 6d,
        '\u215B' => 0.125,
        '\u215C' => 0.375,
        '\u215D' => 0.625,
        '\u215E' => 0.875,
        _ => 0,
    };
}
