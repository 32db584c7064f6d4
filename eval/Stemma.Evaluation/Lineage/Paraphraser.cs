using System.Collections.Frozen;
using System.Text;

namespace Stemma.Evaluation.Lineage;

/// <summary>Rewords English news sentences by general rules: a table of words that stand for each other, and clauses that may change places.</summary>
/// <remarks>
/// Coarse on purpose: a reader would stumble over some of its sentences. It measures whether a parent is still recognised where rows of words no longer agree.
/// Words between quotation marks are left as they are, as a desk leaves them.
/// </remarks>
internal sealed class Paraphraser
{
    private const int LongestPhrase = 4;

    private readonly FrozenDictionary<string, string[]> choices;

    public Paraphraser()
    {
        using Stream stream = typeof(Paraphraser).Assembly.GetManifestResourceStream("Paraphrases.en.tsv")!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        Dictionary<string, string[]> table = new(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            string[] row = line.Split('\t');
            foreach (string word in row)
                table.TryAdd(word, [.. row.Where(w => w != word)]);
        }

        choices = table.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <param name="rate">Part of the words with a choice that are changed, 0 to 1.</param>
    public string Reword(string sentence, double rate, Chance chance)
    {
        string[] words = sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        StringBuilder text = new();
        bool quoted = false;
        for (int i = 0; i < words.Length;)
        {
            (string? other, int length) = quoted || Opens(words[i]) ? (null, 1) : Choice(words, i, chance);
            if (other is null || !chance.Is(rate))
                (other, length) = (words[i], 1);
            for (int k = i; k < i + length; k++)
                quoted = Opens(words[k]) != Closes(words[k]) ? Opens(words[k]) : quoted;
            if (other.Length > 0)
                text.Append(text.Length > 0 ? " " : "").Append(other);
            i += length;
        }

        return text.ToString();
    }

    /// <summary>Moves the source or the time of a sentence to its other end, or parts it at a conjunction.</summary>
    public IEnumerable<string> Turn(string sentence, Chance chance)
    {
        if (sentence.AsSpan().IndexOfAny("\"\u201c\u201d") >= 0 || sentence.Length < 50 || sentence[^1] != '.')
            return [sentence];
        string bare = sentence[..^1];
        int cut;
        if (bare.StartsWith("According to ", StringComparison.Ordinal) && (cut = bare.IndexOf(", ", StringComparison.Ordinal)) > 0)
            return [Upper(bare[(cut + 2)..]) + ", according to " + bare["According to ".Length..cut] + "."];
        if ((cut = bare.LastIndexOf(", according to ", StringComparison.Ordinal)) > 20)
            return ["According to " + bare[(cut + ", according to ".Length)..] + ", " + Lower(bare[..cut]) + "."];
        if (StartsWithTime(bare) && (cut = bare.IndexOf(", ", StringComparison.Ordinal)) is > 0 and < 40)
            return [Upper(bare[(cut + 2)..]) + " " + Lower(bare[..cut]) + "."];
        foreach (string cue in new[] { " said that ", " announced that ", " stated that ", " said " })
        {
            if ((cut = bare.IndexOf(cue, StringComparison.Ordinal)) is > 2 and < 60 && bare.Length - cut > 30 && !bare[..cut].Contains(',', StringComparison.Ordinal))
                return [Upper(bare[(cut + cue.Length)..]) + ", " + Lower(bare[..cut]) + cue.Split(' ')[1].Insert(0, " ") + "."];
        }

        foreach (string joint in new[] { "; ", ", but ", ", and ", ", while " })
        {
            if ((cut = bare.IndexOf(joint, StringComparison.Ordinal)) > 40 && bare.Length - cut > 40 && chance.Is(0.7))
                return [bare[..cut] + ".", Upper(bare[(cut + joint.Length)..]) + "."];
        }

        return [sentence];
    }

    private (string? Other, int Length) Choice(string[] words, int at, Chance chance)
    {
        for (int length = Math.Min(LongestPhrase, words.Length - at); length > 0; length--)
        {
            string phrase = string.Join(' ', words, at, length);
            string bare = phrase.TrimEnd('.', ',', ';', ':');
            if (bare.Length == 0)
                continue;
            bool capital = char.IsUpper(bare[0]) && at == 0;
            if (!choices.TryGetValue(capital ? Lower(bare) : bare, out string[]? others) || others.Length == 0)
                continue;
            string other = chance.Of(others);
            return ((capital && other.Length > 0 ? Upper(other) : other) + phrase[bare.Length..], length);
        }

        return (null, 1);
    }

    private static bool StartsWithTime(string text) =>
        text.StartsWith("On ", StringComparison.Ordinal) || text.StartsWith("In ", StringComparison.Ordinal) || text.StartsWith("Last ", StringComparison.Ordinal)
        || text.StartsWith("After ", StringComparison.Ordinal) || text.StartsWith("During ", StringComparison.Ordinal) || text.StartsWith("At ", StringComparison.Ordinal);

    private static bool Opens(string word) => word[0] is '"' or '\u201c';

    private static bool Closes(string word) => word.AsSpan().TrimEnd(".,;:!?").EndsWith("\"") || word.Contains('\u201d', StringComparison.Ordinal);

    private static string Upper(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Lower case unless the first word is a name as far as its spelling tells: only articles, pronouns and the like lose their capital.</summary>
    private static string Lower(string text)
    {
        int end = text.IndexOf(' ', StringComparison.Ordinal);
        string first = (end < 0 ? text : text[..end]).ToLowerInvariant();
        bool common = first is "the" or "a" or "an" or "in" or "on" or "at" or "after" or "during" or "last" or "he" or "she" or "it" or "they" or "we" or "this" or "that" or "these" or "there"
            or "his" or "her" or "its" or "their" or "some" or "several" or "many" or "most" or "one" or "two" or "three" or "police" or "officials" or "authorities" or "according" or "about"
            or "both" or "but" or "and" or "however" or "more" or "at" or "still" or "also" or "when" or "while" or "if" or "as" or "no" or "all" or "another" or "nearly" or "almost" or "people";
        return common ? char.ToLowerInvariant(text[0]) + text[1..] : text;
    }
}
