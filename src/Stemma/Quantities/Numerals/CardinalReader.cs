namespace Stemma.Quantities.Numerals;

/// <summary>Reads whole numbers said in words, or in words and digits together: "two hundred and fifty thousand", "4 thousand 3 hundred and 21".</summary>
internal static class CardinalReader
{
    /// <summary>No number is said with more scale words in a row ("a thousand million million"): bounds the work on hostile text.</summary>
    public const int MostScales = 4;

    /// <summary>"seven", "twenty-one", "fifty two"; what stands at <paramref name="i"/> is known to be a unit or ten.</summary>
    /// <returns>One past its last word.</returns>
    public static int BelowHundred(WordList words, int i, ref double value)
    {
        NumeralWord word = NumeralWords.At(words, i)!.Value;
        value = word.Low;
        if (word.Kind != NumeralKind.Ten)
            return i + 1;
        // Tokenised text parts the hyphen from its words: "fifty - two".
        bool spaced = words.IsHyphen(i + 1) && !words.Joins(i + 1) && !words.Joins(i + 2);
        int at = words.IsHyphen(i + 1) && (spaced || (words.Joins(i + 1) && words.Joins(i + 2))) ? i + 2 : i + 1;
        if (words.Continues(at) && NumeralWords.At(words, at) is { Kind: NumeralKind.Unit, Low: >= 1 and <= 9 } unit)
        {
            value += unit.Low;
            return at + 1;
        }

        return i + 1;
    }

    /// <summary>"million", "-billion", "dozen" after a number.</summary>
    /// <returns>One past the last; <paramref name="i"/> where there is none.</returns>
    public static int Scales(WordList words, int i, ref double value)
    {
        int at = words.IsHyphen(i) && words.Joins(i) && words.Joins(i + 1) ? i + 1 : i;
        int last = at + MostScales;
        while (at < last && words.Continues(at) && NumeralWords.At(words, at) is { Kind: NumeralKind.Scale or NumeralKind.Dozen } scale)
        {
            value = Times(value, scale.Low);
            i = ++at;
        }

        // "three dozens": the plural names a number where one stands before it.
        if (words.Is(at, "dozens") && words.Continues(at) && !words.Is(at + 1, "of"))
            (value, i) = (value * 12, at + 1);
        return i;
    }

    /// <summary>4.1 million is 4,100,000 and not 4,099,999.9999999995: decimal arithmetic where the numbers fit it.</summary>
    public static double Times(double value, double scale) => value is < 1e9 and > -1e9 && scale < 1e16 ? (double)((decimal)value * (decimal)scale) : value * scale;

    /// <summary>What follows the first scale word: "and fifty thousand", "four hundred".</summary>
    /// <param name="value">What was read up to <paramref name="end"/>.</param>
    /// <param name="digits">Whether the number began in digits: then only what says its size runs on ("4 million and two hundred", not "4 million and two").</param>
    public static int Rest(WordList words, int end, bool digits, ref double value)
    {
        if (NumeralWords.At(words, end - 1) is not { Kind: NumeralKind.Scale } first)
            return end;
        // What stands before a scale word above hundred is done with; what stands below may still be multiplied.
        (double total, double current, double limit) = first.Low > 100 ? (value, 0d, first.Low) : (0d, value, double.PositiveInfinity);
        for (int step = 0; step < 2 * MostScales && NumeralWords.At(words, end - 1) is { Kind: NumeralKind.Scale } before; step++)
        {
            bool and = words.Is(end, "and");
            int at = and || (words.IsHyphen(end) && words.Joins(end)) ? end + 1 : end;
            if (!words.Continues(at) || !Group(words, at, out double rest, out int after) || Fractions.IsPart(words, after, rest))
                break;
            bool hundred = NumeralWords.At(words, after) is { Kind: NumeralKind.Scale, Low: 100 } && words.Continues(after);
            if (rest == 0 || (hundred && current > 0))
                break;
            if (hundred)
                (rest, after) = (rest * 100, after + 1);
            else if (current is > 0 and < 100)
                break;
            bool scaled = words.Continues(after) && NumeralWords.At(words, after) is { Kind: NumeralKind.Scale, Low: > 100 } next && next.Low < limit;
            // "a million and two others" counts apart; "two thousand and twelve" is one number. Digits run on only where a scale says so.
            bool sized = hundred || scaled || before.Low == 100 && and;
            if (!sized && (words.IsDigits(at) || digits || (and && before.Low > 1000)))
                break;
            double sum = current + rest;
            if (scaled)
            {
                limit = NumeralWords.At(words, after)!.Value.Low;
                (total, current, after) = (total + sum * limit, 0, after + 1);
            }
            else
            {
                current = sum;
            }

            end = after;
        }

        value = total + current;
        return end;
    }

    private static bool Group(WordList words, int at, out double value, out int end)
    {
        (value, end) = (words.Integer(at), at + 1);
        if (value is >= 0 and < 1000)
            return true;
        if (NumeralWords.At(words, at) is not { Kind: NumeralKind.Unit or NumeralKind.Ten })
            return false;
        end = BelowHundred(words, at, ref value);
        return true;
    }

    /// <summary>"two point five", "point seventy-one": digits after the point, one word each, or two digits in one number.</summary>
    public static int Point(WordList words, int i, ref double value)
    {
        if (!words.Is(i, "point") || !words.Continues(i) || !words.Continues(i + 1))
            return i;
        if (NumeralWords.At(words, i + 1) is { Kind: NumeralKind.Unit or NumeralKind.Ten, Low: >= 10 })
        {
            double pair = 0;
            int end = BelowHundred(words, i + 1, ref pair);
            value += pair / 100;
            return end;
        }

        double place = 1;
        int at = i + 1;
        while (words.Continues(at) && NumeralWords.At(words, at) is { Kind: NumeralKind.Unit, Low: <= 9 } digit && place < 1e6)
        {
            place *= 10;
            value += digit.Low / place;
            at++;
        }

        return at == i + 1 ? i : at;
    }
}
