using System.Collections.Frozen;
using System.Text;

namespace Stemma.Intake.Pages;

/// <summary>Tells the groups of common words that a class name or id holds.</summary>
internal sealed class ClassWords
{
    /// <summary>A longer name was made by a machine.</summary>
    private const int MaxName = 400;

    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> alone;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> pairs;

    public ClassWords()
    {
        Dictionary<string, int> words = [], twos = [];
        using StreamReader rows = new(typeof(ClassWords).Assembly.GetManifestResourceStream("Pages.ClassWords.tsv")
            ?? throw new InvalidDataException("The assembly was built without its list of class words. Build it again from a clean checkout."), Encoding.UTF8);
        while (rows.ReadLine() is { } row)
        {
            if (row.Length == 0 || row[0] == '#')
                continue;
            string[] fields = row.Split('\t');
            int bit = 1 << (int)Enum.Parse<ClassGroup>(fields[0]);
            foreach (string word in fields[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                Dictionary<string, int> list = word.Contains('-', StringComparison.Ordinal) ? twos : words;
                list[word] = list.GetValueOrDefault(word) | bit;
            }
        }

        alone = words.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        pairs = twos.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <returns>One bit a <see cref="ClassGroup"/>.</returns>
    public int Groups(ReadOnlySpan<char> names)
    {
        if (names.Length is 0 or > MaxName)
            return 0;
        int groups = 0;
        // Both words of a pair are kept in one buffer with the hyphen between, in small letters.
        Span<char> buffer = stackalloc char[(MaxName * 2) + 2];
        int previous = 0, start = 0;
        for (int i = 0; i <= names.Length; i++)
        {
            bool letter = i < names.Length && char.IsLetter(names[i]);
            if (letter && !(char.IsUpper(names[i]) && i > start && char.IsLower(names[i - 1])))
                continue;
            if (i > start)
            {
                int at = previous == 0 ? 0 : previous + 1;
                if (previous > 0)
                    buffer[previous] = '-';
                names[start..i].ToLowerInvariant(buffer[at..]);
                Span<char> word = buffer.Slice(at, i - start);
                groups |= alone.TryGetValue(word, out int one) ? one : 0;
                if (previous > 0)
                    groups |= pairs.TryGetValue(buffer[..(at + word.Length)], out int two) ? two : 0;
                word.CopyTo(buffer);
                previous = word.Length;
            }

            if (i < names.Length && char.IsWhiteSpace(names[i]))
                previous = 0;
            start = letter ? i : i + 1;
        }

        return groups;
    }
}
