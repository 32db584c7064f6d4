using System.Collections.Frozen;
using System.Globalization;
using Stemma.Text;

namespace Stemma.Quantities.Numerals;

/// <summary>Reads cardinal numbers, fractions and vague amounts at a given word.</summary>
internal static class NumeralReader
{
    /// <summary>No number is said with more scale words in a row ("a thousand million million"): bounds the work on hostile text.</summary>
    private const int MostScales = 4;

    private enum Kind : byte
    {
        Unit,
        Ten,
        Scale,
        Dozen,
        Part,
        Vague,
    }

    private readonly record struct Entry(Kind Kind, double Low, double? High);

    private static readonly FrozenDictionary<string, Entry> Lexicon = Load();

    /// <summary>The longest number that starts at <paramref name="i"/>.</summary>
    public static bool TryRead(WordList words, int i, out Numeral numeral)
    {
        numeral = default;
        if (i >= words.Count)
            return false;
        bool read = words[i].Kind switch
        {
            WordKind.Digits => TryDigits(words, i, out numeral),
            WordKind.Letters => TryWords(words, i, out numeral),
            _ => TryVulgar(words, i, 0, out numeral),
        };
        return read;
    }

    /// <summary>Every number word.</summary>
    public static IEnumerable<string> Words => Lexicon.Keys;

    /// <summary>Whether the word alone can begin a number: cheap, to pass over most words.</summary>
    public static bool CanStart(WordList words, int i) => i < words.Count && words[i].Kind switch
    {
        WordKind.Digits => true,
        WordKind.Letters => words.Is(i, "a") || words.Is(i, "an") || (Find(words, i) is { } entry && entry.Kind is not Kind.Scale),
        _ => VulgarValue(words.Text[words[i].Start]) > 0,
    };

    private static Entry? Find(WordList words, int i) =>
        words.IsLetters(i) && words.Length(i) <= 12 && Lexicon.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(words.At(i), out Entry entry) ? entry : null;

    private static bool TryDigits(WordList words, int i, out Numeral numeral)
    {
        ReadOnlySpan<char> digits = words.At(i);
        // "40 000" with a thin or fixed space, as ISO 80000 groups thousands.
        if (digits.Length <= 24 && digits.ContainsAny('\u00A0', '\u202F', '\u2009'))
            digits = string.Concat(digits.ToString().Where(char.IsAsciiDigit));
        if (digits.Length > 24 || !double.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out double value))
        {
            numeral = default;
            return false;
        }

        int end = i + 1;
        bool plain = true;
        if (words.Joins(end) && TryVulgar(words, end, value, out numeral))
            (value, end, plain) = (numeral.Low, numeral.End, false);
        else if (IsSlashFraction(words, end, out double part))
            (value, end, plain) = (value + part, end + 3, false);
        else if (words.IsMark(end, '/') && words.Joins(end) && words.Joins(end + 1) && words.Integer(end + 1) is > 1 and <= 10 and int below && value < below && value >= 1)
        {
            numeral = new Numeral(end + 2, value / below, value / below, false, false, true);
            return true;
        }

        int scaled = ReadScales(words, end, ref value);
        plain &= scaled == end;
        end = ReadAndHalf(words, scaled, ref value, ref plain);
        numeral = new Numeral(end, value, value, false, plain, false);
        return true;
    }

    /// <summary>"2 1/2": the slash fraction after a whole number.</summary>
    private static bool IsSlashFraction(WordList words, int i, out double part)
    {
        part = 0;
        int above = words.Integer(i), below = words.Integer(i + 2);
        if (above < 1 || below <= above || below > 16 || !words.IsMark(i + 1, '/') || !words.Joins(i + 1) || !words.Joins(i + 2) || !words.Continues(i))
            return false;
        part = (double)above / below;
        return true;
    }

    /// <summary>"million", "-billion", "bn" after a number; nothing read leaves the place unchanged.</summary>
    private static int ReadScales(WordList words, int i, ref double value)
    {
        int at = words.IsHyphen(i) && words.Joins(i) && words.Joins(i + 1) ? i + 1 : i;
        int last = at + MostScales;
        while (at < last && words.Continues(at) && Find(words, at) is { Kind: Kind.Scale or Kind.Dozen } scale)
        {
            value = Times(value, scale.Low);
            i = ++at;
        }

        return i;
    }

    /// <summary>4.1 million is 4,100,000 and not 4,099,999.9999999995: decimal arithmetic where the numbers fit it.</summary>
    private static double Times(double value, double scale) => value is < 1e9 and > -1e9 && scale < 1e16 ? (double)((decimal)value * (decimal)scale) : value * scale;

    private static int ReadAndHalf(WordList words, int i, ref double value, ref bool plain)
    {
        if (!words.Is(i, "and") || !words.IsAny(i + 1, "a", "one") || Find(words, i + 2) is not { Kind: Kind.Part } part)
            return i;
        // "two and a half years", but not "four and a third man"; only halves and quarters are said so.
        if (part.Low is not (2 or 4) && !words.Is(i + 2, "third"))
            return i;
        // "a million and a half" is half a million more; "two and a half million" is scaled whole.
        double scale = Find(words, i - 1) is { Kind: Kind.Scale, Low: >= 1000 } large ? large.Low : 1;
        value += scale / part.Low;
        plain = false;
        return scale > 1 ? i + 3 : ReadScales(words, i + 3, ref value);
    }

    /// <summary>"two point five": digits after the point, one word each.</summary>
    private static int ReadPoint(WordList words, int i, ref double value)
    {
        if (!words.Is(i, "point") || !words.Continues(i))
            return i;
        double place = 1;
        int at = i + 1;
        while (words.Continues(at) && Find(words, at) is { Kind: Kind.Unit, Low: <= 9 } digit && place > 1e-6)
        {
            place /= 10;
            value += digit.Low * place;
            at++;
        }

        return at == i + 1 ? i : at;
    }

    private static bool TryWords(WordList words, int i, out Numeral numeral)
    {
        numeral = default;
        bool article = words.Is(i, "a") || words.Is(i, "an");
        int at = article ? i + 1 : i;
        if (article && (words.Is(at, "further") || words.Is(at, "good") || words.Is(at, "whole") || words.Is(at, "full")))
            at++;
        if ((at > i && !words.Continues(at)) || Find(words, at) is not { } first)
            return false;
        switch (first.Kind)
        {
            case Kind.Vague:
                return TryVague(words, i, at, article, first, out numeral);
            case Kind.Part when IsShare(words, at, article):
                return TryPart(words, at, 1, first, out numeral);
            case Kind.Scale or Kind.Dozen when article:
                double scaled = 1;
                bool plain = false;
                int end = ReadScales(words, at, ref scaled);
                end = AddRest(words, end, ref scaled);
                end = ReadAndHalf(words, end, ref scaled, ref plain);
                numeral = new Numeral(end, scaled, scaled, false, false, false);
                return true;
            case Kind.Unit or Kind.Ten when !article:
                return TryCardinal(words, at, out numeral);
            default:
                return false;
        }
    }

    /// <summary>"half", "a quarter", "a third of the crew"; but "its fourth year", "a third man" rank.</summary>
    private static bool IsShare(WordList words, int i, bool article)
    {
        if (words.Is(i, "half"))
            return true;
        bool of = words.Is(i + 1, "of");
        return article ? of || words.Is(i, "quarter") : of && words.IsAny(i, "quarter", "third") && words.IsAny(i + 2, "a", "an");
    }

    private static bool TryCardinal(WordList words, int i, out Numeral numeral)
    {
        double value = 0;
        bool plain = false;
        int end = ReadBelowHundred(words, i, ref value);
        // "two-thirds", "one third", "three quarters of": a fraction when the denominator fits the number.
        int next = words.IsHyphen(end) && words.Joins(end) ? end + 1 : end;
        if (value is >= 1 and < 20 && words.Continues(next) && Find(words, next) is { Kind: Kind.Part } part && (words.At(next)[^1] is 's' || value == 1) && part.Low > value
            && (next > end || words.Is(next + 1, "of") || !words.IsLetters(next + 1) || words.At(next)[^1] is 's'))
            return TryPart(words, next, value, part, out numeral);
        end = ReadPoint(words, end, ref value);
        end = ReadScales(words, end, ref value);
        end = AddRest(words, end, ref value);
        end = ReadAndHalf(words, end, ref value, ref plain);
        numeral = new Numeral(end, value, value, false, false, false);
        return true;
    }

    /// <summary>"two hundred and fifty thousand", "three thousand four hundred": what follows the first scale word.</summary>
    /// <param name="value">What was read up to <paramref name="end"/>.</param>
    private static int AddRest(WordList words, int end, ref double value)
    {
        if (Find(words, end - 1) is not { Kind: Kind.Scale } first)
            return end;
        // What stands before a scale word above hundred is done with; what stands below may still be multiplied.
        (double total, double current, double limit) = first.Low > 100 ? (value, 0d, first.Low) : (0d, value, double.PositiveInfinity);
        for (int step = 0; step < 2 * MostScales && Find(words, end - 1) is { Kind: Kind.Scale }; step++)
        {
            int at = words.Is(end, "and") || (words.IsHyphen(end) && words.Joins(end)) ? end + 1 : end;
            if (!words.Continues(at) || Find(words, at) is not { Kind: Kind.Unit or Kind.Ten })
                break;
            double rest = 0;
            int after = ReadBelowHundred(words, at, ref rest);
            if (Find(words, after) is { Kind: Kind.Scale, Low: 100 } hundred && words.Continues(after))
                (rest, after) = (rest * hundred.Low, after + 1);
            else if (current is > 0 and < 100)
                break;
            double sum = current + rest;
            if (words.Continues(after) && Find(words, after) is { Kind: Kind.Scale, Low: > 100 } scale && scale.Low < limit)
                (total, current, limit, after) = (total + sum * scale.Low, 0, scale.Low, after + 1);
            else
                current = sum;
            end = after;
        }

        value = total + current;
        return end;
    }

    private static int ReadBelowHundred(WordList words, int i, ref double value)
    {
        Entry entry = Find(words, i)!.Value;
        value = entry.Low;
        if (entry.Kind != Kind.Ten)
            return i + 1;
        int at = words.IsHyphen(i + 1) && words.Joins(i + 1) && words.Joins(i + 2) ? i + 2 : i + 1;
        if (words.Continues(at) && Find(words, at) is { Kind: Kind.Unit, Low: >= 1 and <= 9 } unit)
        {
            value += unit.Low;
            return at + 1;
        }

        return i + 1;
    }

    /// <summary>"half", "half a million", "two-thirds", "a quarter of a percentage point".</summary>
    private static bool TryPart(WordList words, int i, double above, Entry below, out Numeral numeral)
    {
        double value = above / below.Low;
        int end = i + 1;
        if (words.IsHyphen(end) && words.Joins(end) && Find(words, end + 1) is { Kind: Kind.Dozen or Kind.Scale })
            end++;
        int at = words.Is(end, "of") ? end + 1 : end;
        if (words.Is(at, "a") || words.Is(at, "an"))
        {
            double scaled = value;
            int after = ReadScales(words, at + 1, ref scaled);
            if (after > at + 1)
            {
                numeral = new Numeral(after, scaled, scaled, false, false, false);
                return true;
            }

            // "half an hour", "a quarter of a point": the article belongs to the number, the noun follows.
            numeral = new Numeral(at + 1, value, value, false, false, true);
            return true;
        }

        double whole = value;
        int behind = ReadScales(words, end, ref whole);
        numeral = new Numeral(behind, whole, whole, false, false, behind == end);
        return true;
    }

    private static bool TryVague(WordList words, int start, int i, bool article, Entry vague, out Numeral numeral)
    {
        numeral = default;
        // "handful", "couple" and "few" name an amount with "a" alone: "few" means hardly any, "the couple" two people.
        bool needsArticle = words.IsAny(i, "handful", "couple", "few");
        if (needsArticle != article)
            return false;
        (double low, double? high) = (vague.Low, vague.High);
        int end = i + 1;
        while (end < i + MostScales && words.Is(end, "of") && words.Continues(end + 1) && Find(words, end + 1) is { Kind: Kind.Vague, Low: >= 10 } more)
        {
            (low, high) = (low * more.Low, high * more.High);
            end += 2;
        }

        // "several hundred", "a few dozen".
        int last = end + MostScales;
        while (end < last && words.Continues(end) && Find(words, end) is { Kind: Kind.Scale or Kind.Dozen } scale)
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
        if (i >= words.Count || words[i].Kind != WordKind.Mark || VulgarValue(words.Text[words[i].Start]) is not (> 0 and double part))
            return false;
        numeral = new Numeral(i + 1, whole + part, whole + part, false, false, whole == 0);
        return true;
    }

    private static double VulgarValue(char c) => c switch
    {
        '\u00BC' => 0.25,
        '\u00BD' => 0.5,
        '\u00BE' => 0.75,
        '\u2153' => 1 / 3d,
        '\u2154' => 2 / 3d,
        '\u215B' => 0.125,
        '\u2155' => 0.2,
        '\u2159' => 1 / 6d,
        _ => 0,
    };

    private static FrozenDictionary<string, Entry> Load()
    {
        Dictionary<string, Entry> entries = new(StringComparer.OrdinalIgnoreCase);
        foreach (string[] row in Resources.Table("Quantities/Numerals/Numerals.en.tsv"))
        {
            Kind kind = row[1] switch { "unit" => Kind.Unit, "ten" => Kind.Ten, "dozen" => Kind.Dozen, "part" => Kind.Part, _ => Kind.Scale };
            double value = double.Parse(row[2], CultureInfo.InvariantCulture);
            entries.Add(row[0], new Entry(kind, value, value));
        }

        foreach (string[] row in Resources.Table("Quantities/VagueAmounts.en.tsv"))
        {
            double? most = row[2] == "-" ? null : double.Parse(row[2], CultureInfo.InvariantCulture);
            entries.Add(row[0], new Entry(Kind.Vague, double.Parse(row[1], CultureInfo.InvariantCulture), most));
        }

        return entries.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
