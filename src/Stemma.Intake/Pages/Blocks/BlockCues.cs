using System.Collections.Frozen;
using System.Text;

namespace Stemma.Intake.Pages;

/// <summary>Finds the words by which blocks around an article give themselves away.</summary>
internal sealed class BlockCues
{
    /// <summary>How many of a block's first and last words are looked at.</summary>
    private const int Reach = 16;

    private const int MaxPhrase = 4;

    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> phrases;

    public BlockCues()
    {
        Dictionary<string, int> found = [];
        using StreamReader rows = new(typeof(BlockCues).Assembly.GetManifestResourceStream("Pages.BlockCues.tsv")
            ?? throw new InvalidDataException("The assembly was built without its list of cues. Build it again from a clean checkout."), Encoding.UTF8);
        while (rows.ReadLine() is { } row)
        {
            if (row.Length == 0 || row[0] == '#')
                continue;
            string[] fields = row.Split('\t');
            int bit = 1 << (int)Enum.Parse<CueGroup>(fields[0]);
            foreach (string phrase in fields[1].Split('|', StringSplitOptions.RemoveEmptyEntries))
                found[phrase] = found.GetValueOrDefault(phrase) | bit;
        }

        phrases = found.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <returns>The groups whose words it begins with, and those whose words stand anywhere near its ends; one bit a <see cref="CueGroup"/>.</returns>
    public (int Begins, int Holds) Of(string text)
    {
        Span<int> starts = stackalloc int[Reach + 1];
        Span<char> small = stackalloc char[256];
        int begins = 0, holds = 0;
        Look(text.AsSpan(0, Math.Min(text.Length, 200)), true, starts, small, ref begins, ref holds);
        if (text.Length > 200)
            Look(text.AsSpan(text.Length - 120), false, starts, small, ref begins, ref holds);
        return (begins, holds);
    }

    private void Look(ReadOnlySpan<char> text, bool first, Span<int> starts, Span<char> small, ref int begins, ref int holds)
    {
        int length = Math.Min(text.Length, small.Length);
        for (int i = 0; i < length; i++)
            small[i] = text[i] == '’' ? '\'' : char.ToLowerInvariant(text[i]);
        ReadOnlySpan<char> words = small[..length];
        int count = 0, at = 0;
        while (at < length && count < starts.Length)
        {
            starts[count++] = at;
            int space = words[at..].IndexOf(' ');
            at = space < 0 ? length + 1 : at + space + 1;
        }

        int last = count == starts.Length ? count - 1 : count;
        for (int i = 0; i < last; i++)
        {
            for (int n = 1; n <= MaxPhrase && i + n <= last; n++)
            {
                int end = i + n < count ? starts[i + n] - 1 : length;
                ReadOnlySpan<char> phrase = words[starts[i]..end];
                if (!phrases.TryGetValue(phrase, out int bits) && (phrase.IsEmpty || phrase[^1] is not (':' or '.' or ',' or '!' or ')') || !phrases.TryGetValue(phrase[..^1], out bits)))
                    continue;
                holds |= bits;
                if (first && i == 0)
                    begins |= bits;
            }
        }
    }
}
