using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Text;

namespace Stemma.Attributions;

/// <summary>The verbs of <c>Cues.en.tsv</c> under each of their spellings.</summary>
internal sealed class CueLexicon
{
    private readonly FrozenDictionary<string, ImmutableArray<CueForm>> forms;

    public CueLexicon()
    {
        Dictionary<string, List<CueForm>> found = new(StringComparer.Ordinal);
        foreach (string[] row in Resources.Table("Attributions/Cues.en.tsv"))
        {
            CueEntry entry = Read(row);
            string[] irregular = row[1] == "-" ? [] : row[1].Split('|');
            string? past = irregular.Length > 0 ? irregular[0] : null;
            string? participle = irregular.Length > 0 ? irregular[^1] : null;
            foreach ((string form, VerbForms kind) in Inflection.Forms(entry.Lemma.Split(' ')[0], past, participle))
                Add(found, form, new CueForm(entry, kind));
        }

        // Longest particles first, so that "call for" is tried before "call".
        forms = found.ToFrozenDictionary(p => p.Key, p => p.Value.OrderByDescending(f => f.Entry.Particles.Length).ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>All readings of a spelling in small letters; those with more particles first. Empty where it is no cue.</summary>
    public ImmutableArray<CueForm> Find(string lower) => forms.TryGetValue(lower, out ImmutableArray<CueForm> found) ? found : [];

    private static void Add(Dictionary<string, List<CueForm>> found, string form, CueForm reading)
    {
        if (!found.TryGetValue(form, out List<CueForm>? list))
            found[form] = list = [];
        int same = list.FindIndex(f => ReferenceEquals(f.Entry, reading.Entry));
        if (same >= 0)
            list[same] = reading with { Forms = list[same].Forms | reading.Forms };
        else
            list.Add(reading);
    }

    private static CueEntry Read(string[] row)
    {
        string[] words = row[0].Split(' ');
        ImmutableArray<string> complements = [.. row[2].Split(',')];
        return new CueEntry
        {
            Lemma = row[0],
            Particles = [.. words[1..]],
            Stance = Enum.Parse<Stance>(row[3], ignoreCase: true),
            Certainty = Enum.Parse<Certainty>(row[4], ignoreCase: true),
            Manner = Enum.Parse<CueManner>(row[5], ignoreCase: true),
            TakesClause = complements.Contains("that"),
            TakesQuote = complements.Contains("quote"),
            TakesNoun = complements.Contains("np"),
            TakesInfinitive = complements.Contains("inf"),
            TakesQuestion = complements.Contains("if"),
            TakesAddressee = complements.Contains("addr"),
            Raises = complements.Contains("raise"),
            IsWeak = complements.Contains("weak"),
            Prepositions = [.. complements.Where(c => c is "of" or "about" or "on" or "with" or "at" or "in" or "for" or "like" or "as")],
        };
    }
}
