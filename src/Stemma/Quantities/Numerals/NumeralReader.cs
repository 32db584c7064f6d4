using System.Globalization;

namespace Stemma.Quantities.Numerals;

/// <summary>Reads cardinal numbers, fractions and vague amounts at a given word.</summary>
internal static class NumeralReader
{
    /// <summary>The longest number that starts at <paramref name="i"/>.</summary>
    public static bool TryRead(WordList words, int i, out Numeral numeral)
    {
        numeral = default;
        if (i < 0 || i >= words.Count)
            return false;
        return words[i].Kind switch
        {
            WordKind.Digits => TryDigits(words, i, out numeral),
            WordKind.Letters => TryWords(words, i, out numeral),
            _ => TryVulgar(words, i, 0, out numeral),
        };
    }

    /// <summary>Whether the word alone can begin a number: cheap, to pass over most words.</summary>
    public static bool CanStart(WordList words, int i) => i >= 0 && i < words.Count && words[i].Kind switch
    {
        WordKind.Digits => true,
        WordKind.Letters => IsArticle(words, i) || NumeralWords.At(words, i) is { Kind: not NumeralKind.Scale },
        _ => Fractions.Vulgar(words.Text[words[i].Start]) > 0,
    };

    private static bool IsArticle(WordList words, int i)
    {
        ReadOnlySpan<char> word = words.At(i);
        return word.Length is 1 or 2 && (word[0] | 0x20) == 'a' && (word.Length == 1 || (word[1] | 0x20) == 'n');
    }

    private static bool TryDigits(WordList words, int i, out Numeral numeral)
    {
        ReadOnlySpan<char> digits = words.At(i);
        // "40 000" with a space, as ISO 80000 groups thousands.
        if (digits.Length <= 24 && digits.ContainsAny(" \u00A0\u202F\u2009"))
            digits = string.Concat(digits.ToString().Where(c => char.IsAsciiDigit(c) || c == '.'));
        if (digits.Length > 24 || !double.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out double value))
        {
            numeral = default;
            return false;
        }

        int end = i + 1;
        bool plain = true;
        if (words.Joins(end) && TryVulgar(words, end, value, out numeral))
            (value, end, plain) = (numeral.Low, numeral.End, false);
        else if (Fractions.IsSlash(words, end, out double part))
            (value, end, plain) = (value + part, end + 3, false);
        else if (words.IsMark(end, '/') && words.Joins(end) && words.Joins(end + 1) && words.Integer(end + 1) is > 1 and <= 10 and int below && value < below && value >= 1)
        {
            numeral = new Numeral(end + 2, value / below, value / below, false, false, true);
            return true;
        }

        int scaled = CardinalReader.Scales(words, end, ref value);
        if (scaled == end)
            scaled = Abbreviation(words, end, ref value);
        plain &= scaled == end;
        end = CardinalReader.Rest(words, scaled, digits: true, ref value);
        int whole = Fractions.And(words, end, ref value);
        plain &= whole == end;
        numeral = new Numeral(whole, value, value, false, plain, false);
        return true;
    }

    /// <summary>"10k", "5M", "1.2B", "2mil": letters right after digits that scale and name no unit ("m" alone may be metres).</summary>
    private static int Abbreviation(WordList words, int end, ref double value)
    {
        if (!words.Joins(end) || words.Length(end) > 3)
            return end;
        ReadOnlySpan<char> letters = words.At(end);
        double scale = letters switch
        {
            // "4K" and "8K" are pictures.
            "k" or "K" => value is 4 or 8 ? 1 : 1e3,
            "M" or "MM" or "mil" => 1e6,
            "b" or "B" => 1e9,
            _ => 1,
        };
        if (scale == 1)
            return end;
        value = CardinalReader.Times(value, scale);
        return end + 1;
    }

    private static bool TryWords(WordList words, int i, out Numeral numeral)
    {
        numeral = default;
        bool article = IsArticle(words, i);
        int at = article ? i + 1 : i;
        if (article && words.IsAny(at, "further", "good", "whole", "full"))
            at++;
        if ((at > i && !words.Continues(at)) || NumeralWords.At(words, at) is not { } first)
            return false;
        switch (first.Kind)
        {
            case NumeralKind.Vague:
                return TryVague(words, i, at, article, first, out numeral);
            case NumeralKind.Part when Fractions.IsShare(words, at, article):
                numeral = Fractions.Read(words, at, 1, first);
                return true;
            case NumeralKind.Scale or NumeralKind.Dozen when article:
                double scaled = 1;
                int end = CardinalReader.Scales(words, at, ref scaled);
                end = CardinalReader.Rest(words, end, digits: false, ref scaled);
                end = Fractions.And(words, end, ref scaled);
                numeral = new Numeral(end, scaled, scaled, false, false, false);
                return true;
            case NumeralKind.Unit or NumeralKind.Ten when !article:
                numeral = Cardinal(words, at);
                return true;
            default:
                return false;
        }
    }

    private static Numeral Cardinal(WordList words, int i)
    {
        double value = 0;
        int end = CardinalReader.BelowHundred(words, i, ref value);
        // "two-thirds", "one third", "three quarters of": a fraction when the denominator fits the number.
        bool spaced = words.IsHyphen(end) && !words.Joins(end) && !words.Joins(end + 1) && words.Length(end + 1) > 0 && words.At(end + 1)[^1] is 's';
        int next = words.IsHyphen(end) && (words.Joins(end) || spaced) ? end + 1 : end;
        if (value < 20 && Fractions.IsPart(words, next, value) && (next > end || words.Is(next + 1, "of") || !words.IsLetters(next + 1) || words.At(next)[^1] is 's'))
            return Fractions.Read(words, next, value, NumeralWords.At(words, next)!.Value);
        end = CardinalReader.Point(words, end, ref value);
        int scaled = CardinalReader.Scales(words, end, ref value);
        end = CardinalReader.Rest(words, scaled, digits: false, ref value);
        if (scaled == end)
            end = CardinalReader.Point(words, end, ref value);
        end = Fractions.And(words, end, ref value);
        return new Numeral(end, value, value, false, false, false);
    }

    private static bool TryVague(WordList words, int start, int i, bool article, NumeralWord vague, out Numeral numeral)
    {
        numeral = default;
        // "handful", "couple" and "few" name an amount with "a" alone: "few" means hardly any, "the couple" two people.
        bool needsArticle = words.IsAny(i, "handful", "couple", "few");
        if (needsArticle != article)
            return false;
        (double low, double? high) = (vague.Low, vague.High);
        int end = i + 1;
        while (end < i + CardinalReader.MostScales && words.Is(end, "of") && words.Continues(end + 1) && NumeralWords.At(words, end + 1) is { Kind: NumeralKind.Vague, Low: >= 10 } more)
        {
            (low, high) = (low * more.Low, high * more.High);
            end += 2;
        }

        // "several hundred", "a few dozen".
        int last = end + CardinalReader.MostScales;
        while (end < last && words.Continues(end) && NumeralWords.At(words, end) is { Kind: NumeralKind.Scale or NumeralKind.Dozen } scale)
        {
            (low, high) = (low * scale.Low, high * scale.Low);
            end++;
        }

        // "a couple of days", "dozens of people": "of" is no part of the number.
        numeral = new Numeral(end, low, high, true, false, false);
        return start < end;
    }

    private static bool TryVulgar(WordList words, int i, double whole, out Numeral numeral)
    {
        numeral = default;
        if (i >= words.Count || words[i].Kind != WordKind.Mark || Fractions.Vulgar(words.Text[words[i].Start]) is not (> 0 and double part))
            return false;
        // "3½ million".
        double value = whole + part;
        int end = CardinalReader.Scales(words, i + 1, ref value);
        numeral = new Numeral(end, value, value, false, false, whole == 0 && end == i + 1);
        return true;
    }
}
