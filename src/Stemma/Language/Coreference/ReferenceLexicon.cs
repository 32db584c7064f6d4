using System.Collections.Frozen;
using Stemma.Text;

namespace Stemma.Language.Coreference;

/// <summary>What common nouns mean, a person or something else, a woman or a man; and which verbs report.</summary>
/// <remarks>The nouns' kinds are counted on a corpus (<c>NounKinds.en.tsv</c>), with the roles of <c>NameWords.en.tsv</c> added.</remarks>
internal sealed class ReferenceLexicon
{
    private readonly FrozenDictionary<string, ReferentKind> kinds;
    private readonly FrozenDictionary<string, bool> female;
    private readonly FrozenSet<string> reporting;

    /// <summary>Known places, and words that name bodies.</summary>
    private readonly FrozenSet<string> neverPeople;

    public ReferenceLexicon()
    {
        Dictionary<string, ReferentKind> kinds = new(StringComparer.Ordinal);
        Dictionary<string, bool> female = new(StringComparer.Ordinal);
        HashSet<string> reporting = new(StringComparer.Ordinal);
        HashSet<string> neverPeople = new(StringComparer.Ordinal);
        foreach (string[] row in Resources.Table("Language/Coreference/NounKinds.en.tsv"))
        {
            ReferentKind kind = row[0] switch { "person" => ReferentKind.Person, "body" => ReferentKind.Body, "place" => ReferentKind.Place, _ => ReferentKind.Thing };
            foreach (string word in row[1].Split(' '))
                kinds[word] = kind;
        }

        foreach (string[] row in Resources.Table("Language/Coreference/NounSexes.en.tsv"))
        {
            foreach (string word in row[1].Split(' '))
                female[word] = row[0] == "female";
        }

        foreach (string[] row in Resources.Table("Language/Names/NameWords.en.tsv"))
        {
            foreach (string word in row[0] is "role" ? row[1].Split(' ') : [])
                kinds.TryAdd(word, ReferentKind.Person);
            foreach (string word in row[0] is "femalerole" or "malerole" ? row[1].Split(' ') : [])
                female.TryAdd(word, row[0] == "femalerole");
            foreach (string word in row[0] is "notname" ? row[1].Split(' ') : [])
                kinds.TryAdd(word.ToLowerInvariant(), ReferentKind.Thing);
            if (row[0] is "org" or "orgend" or "placeend" or "thing")
                neverPeople.UnionWith(row[1].Split(' '));
            if (row[0] is "reporting")
                reporting.UnionWith(row[1].Split(' '));
        }

        foreach (string[] row in Resources.Table("Language/Names/Places.en.tsv"))
            neverPeople.UnionWith(row.Skip(1).SelectMany(cell => cell.Split('|')));
        foreach (string word in female.Keys)
            kinds[word] = ReferentKind.Person;
        this.kinds = kinds.ToFrozenDictionary(StringComparer.Ordinal);
        this.female = female.ToFrozenDictionary(StringComparer.Ordinal);
        this.neverPeople = neverPeople.ToFrozenSet(StringComparer.Ordinal);
        this.reporting = reporting.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <param name="lemma">In small letters.</param>
    public ReferentKind Kind(string lemma)
    {
        if (kinds.TryGetValue(lemma, out ReferentKind kind))
            return kind;
        bool agent = lemma.EndsWith("man", StringComparison.Ordinal) || lemma.EndsWith("woman", StringComparison.Ordinal) || lemma.EndsWith("person", StringComparison.Ordinal)
            || lemma.EndsWith("ist", StringComparison.Ordinal) || lemma.EndsWith("ian", StringComparison.Ordinal);
        return agent ? ReferentKind.Person : ReferentKind.Unknown;
    }

    /// <returns>Null where the noun does not tell.</returns>
    public bool? Female(string lemma)
    {
        if (female.TryGetValue(lemma, out bool known))
            return known;
        return lemma.EndsWith("woman", StringComparison.Ordinal) ? true : lemma.EndsWith("man", StringComparison.Ordinal) && lemma.Length > 5 ? false : null;
    }

    /// <summary>Whether a name that was not taken for a person's may be one all the same: no known place, no acronym, no word of a body in it.</summary>
    public bool MayBePerson(string name)
    {
        if (neverPeople.Contains(name) || name.AsSpan().IndexOfAnyInRange('a', 'z') < 0)
            return false;
        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup = neverPeople.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (Range word in name.AsSpan().Split(' '))
        {
            if (lookup.Contains(name.AsSpan()[word]))
                return false;
        }

        return true;
    }

    /// <summary>Whether a verb's subject is wont to be who speaks, by its lemma.</summary>
    public bool Reports(string lemma) => reporting.Contains(lemma);
}
