using System.Collections.Frozen;
using Stemma.Text;

namespace Stemma.Language;

/// <summary>How a word reacts to a full stop after it.</summary>
internal enum StopKind : byte
{
    /// <summary>No abbreviation: the stop is a token of its own.</summary>
    None,

    /// <summary>Stands before a name ("Dr."): never ends a sentence.</summary>
    Title,

    /// <summary>Takes its stop only before a number ("No. 10").</summary>
    Number,

    /// <summary>A month or day: ends a sentence only before a capital.</summary>
    Month,

    /// <summary>A state: takes its stop after a comma, or before a comma or a number.</summary>
    State,

    /// <summary>Always in the middle ("vs.", "e.g.").</summary>
    Middle,

    /// <summary>May end a sentence ("Inc.", "U.S."): what follows decides.</summary>
    Either,
}

/// <summary>The closed word lists behind tokens and sentences (<c>Tokens.en.tsv</c>).</summary>
internal sealed class TokenLexicon
{
    private readonly FrozenDictionary<string, StopKind>.AlternateLookup<ReadOnlySpan<char>> stops;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> prefixes;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> units;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> apart;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> starters;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> speech;

    public TokenLexicon()
    {
        Dictionary<string, StopKind> kinds = new(StringComparer.OrdinalIgnoreCase);
        Dictionary<string, HashSet<string>> sets = new(StringComparer.Ordinal);
        foreach (string[] row in Resources.Table("Language/Tokens.en.tsv"))
        {
            string[] forms = row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (Enum.TryParse(row[0], ignoreCase: true, out StopKind kind))
            {
                // The first line that lists a form wins: "gov." is a title before it is a department.
                foreach (string form in forms)
                    kinds.TryAdd(form, kind);
            }
            else
            {
                sets.Add(row[0], [.. forms]);
            }
        }

        stops = kinds.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        prefixes = Frozen("prefix");
        units = Frozen("unit");
        apart = Frozen("apart");
        starters = Frozen("starter");
        speech = Frozen("speech");

        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Frozen(string kind) =>
            sets[kind].ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <param name="word">Without its full stop.</param>
    public StopKind Stop(ReadOnlySpan<char> word) => stops.TryGetValue(word, out StopKind kind) ? kind : StopKind.None;

    public bool IsPrefix(ReadOnlySpan<char> word) => prefixes.Contains(word);

    public bool IsUnit(ReadOnlySpan<char> word) => units.Contains(word);

    public bool StandsApart(ReadOnlySpan<char> word) => apart.Contains(word);

    public bool StartsSentences(ReadOnlySpan<char> word) => starters.Contains(word);

    public bool IsSpeech(ReadOnlySpan<char> word) => speech.Contains(word);
}
