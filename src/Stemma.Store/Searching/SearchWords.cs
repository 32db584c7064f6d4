using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Stemma.Reports;
using Stemma.Text;

namespace Stemma.Store;

/// <summary>A search text cut into bare words, so that no database ever sees syntax that a person typed.</summary>
/// <param name="Phrases">Each a row of words that have to follow one another; at most <see cref="MaxWords"/> words in all.</param>
/// <param name="Without">Words that must not be there.</param>
public sealed record SearchWords(ImmutableArray<ImmutableArray<string>> Phrases, ImmutableArray<string> Without)
{
    /// <summary>Words looked at; the rest of a longer text is ignored.</summary>
    public const int MaxWords = 32;

    private const int MaxLength = 64;

    public bool IsEmpty => Phrases.IsEmpty;

    public static SearchWords Read(string? text)
    {
        ImmutableArray<ImmutableArray<string>>.Builder phrases = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        ImmutableArray<string>.Builder without = ImmutableArray.CreateBuilder<string>();
        int words = 0, at = 0;
        text ??= "";
        while (at < text.Length && words < MaxWords)
        {
            if (IsQuote(text[at]))
            {
                int end = at + 1;
                while (end < text.Length && !IsQuote(text[end]))
                    end++;
                ImmutableArray<string> row = [.. Split(text[(at + 1)..end]).Take(MaxWords - words)];
                if (row.Length > 0)
                    phrases.Add(row);
                words += row.Length;
                at = end + 1;
                continue;
            }

            int stop = at;
            while (stop < text.Length && !char.IsWhiteSpace(text[stop]) && !IsQuote(text[stop]))
                stop++;
            string piece = text[at..stop];
            ImmutableArray<string> found = [.. Split(piece).Take(MaxWords - words)];
            words += found.Length;
            if (found.Length > 0 && piece[0] == '-')
                without.AddRange(found);
            else if (found.Length > 0)
                phrases.Add(found); // "Kim's" and "G-7" are rows of words to a database
            at = Math.Max(stop, at + 1);
        }

        return new SearchWords(phrases.ToImmutable(), without.ToImmutable());
    }

    /// <summary>A name for comparing: no accents, small letters, single blanks.</summary>
    public static string Fold(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        StringBuilder folded = new(name.Length);
        foreach (char c in Decomposed(name))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
                continue;
            if (char.IsWhiteSpace(c))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                    folded.Append(' ');
            }
            else if (c != '\0')
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        return folded.ToString().TrimEnd(' ');
    }

    /// <summary>Characters of a report that are searched; no report of news is longer.</summary>
    private const int MaxText = 200_000;

    /// <summary>What is indexed of a report: its words parted by blanks, so that every database cuts words alike, and a word of ours for its outlet.</summary>
    internal static string Indexed(Report report)
    {
        string text = report.Headline + "\n" + report.Body;
        string words = string.Join(' ', Split(text.Length > MaxText ? text[..MaxText] : text));
        return report.Outlet is { } outlet ? words + " " + OutletWord(outlet) : words;
    }

    /// <summary>As these, of an outlet's reports alone: the index itself finds the few that have both, where else each report with the words would be looked at.</summary>
    internal SearchWords Of(string outlet) => this with { Phrases = Phrases.Add([OutletWord(outlet)]) };

    /// <summary>A word that no report has.</summary>
    private static string OutletWord(string outlet) => string.Create(CultureInfo.InvariantCulture, $"q{StableHash.Of(Fold(outlet)):x16}q");

    private static IEnumerable<string> Split(string text)
    {
        StringBuilder word = new();
        foreach (char c in Fold(text) + " ")
        {
            if (char.IsLetterOrDigit(c))
            {
                if (word.Length < MaxLength)
                    word.Append(c);
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
    }

    private static bool IsQuote(char c) => c is '"' or '\u201c' or '\u201d';

    private static string Decomposed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            return text; // half of a surrogate pair: compared as it stands
        }
    }
}
