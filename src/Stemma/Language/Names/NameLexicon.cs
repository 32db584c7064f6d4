using System.Collections.Frozen;
using Stemma.Text;

namespace Stemma.Language.Names;

/// <summary>The word lists behind names: words that tell kinds, places of the world, given names.</summary>
internal sealed class NameLexicon
{
    /// <summary>"Democratic People's Republic of Korea", with its clitic a token of its own.</summary>
    private const int LongestPlace = 7;

    private readonly FrozenDictionary<string, NameCues>.AlternateLookup<ReadOnlySpan<char>> words;
    private readonly FrozenDictionary<string, NameCues>.AlternateLookup<ReadOnlySpan<char>> places;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> placeOpenings;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> common;
    private readonly FrozenDictionary<string, string> canonical;

    public NameLexicon()
    {
        Dictionary<string, NameCues> words = new(StringComparer.Ordinal);
        foreach (string[] row in Resources.Table("Language/Names/NameWords.en.tsv"))
            Add(words, row[1], CueOf(row[0]), ' ');
        foreach (string[] row in Resources.Table("Language/Names/GivenNames.en.tsv"))
            Add(words, row[1], row[0] switch { "f" => NameCues.FemaleGiven, "m" => NameCues.MaleGiven, _ => NameCues.EitherGiven }, ' ');

        Dictionary<string, NameCues> places = new(StringComparer.Ordinal);
        Dictionary<string, string> canonical = new(StringComparer.Ordinal);
        foreach (string[] row in Resources.Table("Language/Names/Places.en.tsv"))
        {
            NameCues cue = row[0] switch { "country" => NameCues.Country, "place" => NameCues.Place, _ => NameCues.People };
            string[] names = row[1].Split('|');
            foreach (string name in names)
            {
                places.TryAdd(name, cue);
                if (cue == NameCues.Country)
                    canonical.TryAdd(name, names[0]);
            }

            foreach (string people in row.Length > 2 ? row[2].Split('|') : [])
                places.TryAdd(people, NameCues.People);
        }

        this.words = words.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        this.places = places.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        this.canonical = canonical.ToFrozenDictionary(StringComparer.Ordinal);
        common = Resources.Table("Language/Names/CommonWords.en.tsv").SelectMany(r => r[0].Split(' ')).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        placeOpenings = places.Keys.Select(p => p.Split(' ')[0]).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Canonical name of a country ("UK" gives "United Kingdom"), or null.</summary>
    public string? Country(string name) => canonical.GetValueOrDefault(name);

    public NameCues Word(ReadOnlySpan<char> form) => words.TryGetValue(form, out NameCues cues) ? cues : NameCues.None;

    /// <summary>The cues of each token of a sentence. Capitals are read as if only the first letter had one.</summary>
    /// <param name="cues">Receives one for each token.</param>
    public void Fill(string text, ReadOnlySpan<TextSpan> tokens, bool capitals, Span<NameCues> cues)
    {
        Span<char> folded = stackalloc char[64];
        for (int i = 0; i < tokens.Length; i++)
        {
            ReadOnlySpan<char> form = Form(tokens[i].In(text), capitals, folded);
            NameCues cue = Word(form);
            if (capitals && cue == NameCues.None && form.Length > 0 && form.Length <= folded.Length)
            {
                // A common noun ("spokesman") stands in small letters in the lists.
                folded[0] = char.ToLowerInvariant(folded[0]);
                cue = Word(form);
                folded[0] = char.ToUpperInvariant(folded[0]);
            }

            if (form.Length is > 2 and <= 64 && char.IsUpper(form[0]))
            {
                form.CopyTo(folded);
                folded[0] = char.ToLowerInvariant(folded[0]);
                if (common.Contains(folded[..form.Length]))
                    cue |= NameCues.Common;
            }

            cues[i] = cue;
        }

        MarkPlaces(text, tokens, capitals, cues);
    }

    private void MarkPlaces(string text, ReadOnlySpan<TextSpan> tokens, bool capitals, Span<NameCues> cues)
    {
        Span<char> folded = stackalloc char[64];
        Span<char> joined = stackalloc char[128];
        for (int i = 0; i < tokens.Length; i++)
        {
            ReadOnlySpan<char> first = Form(tokens[i].In(text), capitals, folded);
            if (first.Length == 0 || !char.IsUpper(first[0]) || !placeOpenings.Contains(first))
                continue;
            int length = 0;
            int best = 0;
            NameCues bestCue = NameCues.None;
            for (int j = i; j < tokens.Length && j < i + LongestPlace; j++)
            {
                ReadOnlySpan<char> part = Form(tokens[j].In(text), capitals, folded);
                bool space = j > i && tokens[j].Start > tokens[j - 1].End;
                if (length + part.Length + 1 > joined.Length)
                    break;
                if (space)
                    joined[length++] = ' ';
                part.CopyTo(joined[length..]);
                length += part.Length;
                if (places.TryGetValue(joined[..length], out NameCues cue))
                    (best, bestCue) = (j + 1 - i, cue);
            }

            for (int j = 0; j < best; j++)
                cues[i + j] |= j == 0 ? bestCue : bestCue | NameCues.Inside;
            if (best > 0)
                i += best - 1;
        }
    }

    /// <summary>The form, or in a capital sentence its title-cased copy in <paramref name="buffer"/>; short ones stay ("UK", "OF").</summary>
    private static ReadOnlySpan<char> Form(ReadOnlySpan<char> form, bool capitals, Span<char> buffer)
    {
        if (!capitals || form.Length > buffer.Length || form.Length < 3 || form.Contains('.'))
            return form;
        for (int i = 0; i < form.Length; i++)
            buffer[i] = i == 0 ? form[i] : char.ToLowerInvariant(form[i]);
        return buffer[..form.Length];
    }

    private static NameCues CueOf(string kind) => kind switch
    {
        "org" => NameCues.Organisation,
        "orgend" => NameCues.OrganisationEnd,
        "placeend" => NameCues.PlaceEnd,
        "placestart" => NameCues.PlaceStart,
        "thing" => NameCues.Thing,
        "vessel" => NameCues.Vessel,
        "title" => NameCues.Title,
        "role" => NameCues.Role,
        "femalerole" => NameCues.FemaleRole,
        "malerole" => NameCues.MaleRole,
        "notname" => NameCues.NotName,
        "particle" => NameCues.Particle,
        "placeprep" => NameCues.PlacePreposition,
        "placenoun" => NameCues.PlaceNoun,
        "reporting" => NameCues.Reporting,
        _ => throw new InvalidOperationException($"NameWords.en.tsv has a row of the unknown kind '{kind}'."),
    };

    private static void Add(Dictionary<string, NameCues> words, string list, NameCues cue, char separator)
    {
        foreach (string word in list.Split(separator, StringSplitOptions.RemoveEmptyEntries))
            words[word] = words.GetValueOrDefault(word) | cue;
    }
}
