using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Language;
using Stemma.Text;

namespace Stemma.Claims;

/// <summary>What a word says, so that "lost their lives" and "died" count as one: a small general thesaurus of news English.</summary>
/// <remarks>A word outside the table stands for itself, cut to its stem, so that "departure" and "departures" meet. Misses every synonym not listed.</remarks>
internal sealed class Concepts
{
    public const string Dying = "die";

    /// <summary>Of whom "fell" and "lost" mean that they died.</summary>
    public static readonly FrozenSet<string> Fallen = FrozenSet.Create(StringComparer.Ordinal, "soldier", "fighter", "person");

    /// <summary>Kinds of people: each of them is a person, and "people" may be meant for any.</summary>
    public static readonly FrozenSet<string> People = FrozenSet.Create(StringComparer.Ordinal, "soldier", "fighter", "civilian", "worker", "child", "customer", "police", "firefighter", "person");

    private readonly FrozenDictionary<string, string> words;
    private readonly FrozenDictionary<string, (string[] Words, string Concept)[]> phrases;

    /// <summary>Rows of things, whose words are nouns.</summary>
    private readonly FrozenSet<string> things = Resources.Table("Claims/Synonyms.en.tsv").Where(r => r.Length > 2 && r[2] == "thing").Select(r => r[0]).ToFrozenSet(StringComparer.Ordinal);

    private readonly FrozenSet<string> rows = Resources.Table("Claims/Synonyms.en.tsv").Select(r => r[0]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Read once: it never changes.</summary>
    public static Concepts Shared { get; } = new();

    private Concepts()
    {
        Dictionary<string, string> single = new(StringComparer.Ordinal);
        Dictionary<string, List<(string[], string)>> several = new(StringComparer.Ordinal);
        foreach (string[] row in Resources.Table("Claims/Synonyms.en.tsv"))
        {
            foreach (string entry in row[1].Split(',', StringSplitOptions.TrimEntries))
            {
                string[] parts = entry.Split(' ');
                if (parts.Length == 1)
                {
                    single.TryAdd(entry, row[0]);
                }
                else
                {
                    if (!several.TryGetValue(parts[0], out List<(string[], string)>? list))
                        several.Add(parts[0], list = []);
                    list.Add((parts, row[0]));
                }
            }
        }

        words = single.ToFrozenDictionary(StringComparer.Ordinal);
        phrases = several.ToFrozenDictionary(p => p.Key, p => p.Value.OrderByDescending(v => v.Item1.Length).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Whether the concept is a row of the thesaurus, so that two different ones are known to be two things.</summary>
    public bool IsKnown(string concept) => rows.Contains(concept);

    /// <summary>The concept of a token, by its form ("works" is a plant, "work" is not), its lemma, or its stem.</summary>
    /// <remarks>A row of nouns holds no verb ("to train") and nothing derived from its words ("shipment", "firmly") but their plurals.</remarks>
    public string Of(LinguisticText text, int token)
    {
        ArgumentNullException.ThrowIfNull(text);
        string lemma = text.Tokens[token].Lemma.ToLowerInvariant();
        bool verb = text.Tokens[token].Upos is Upos.Verb;
        return words.TryGetValue(text.Tokens[token].Span.In(text.Text).ToString().ToLowerInvariant(), out string? concept) && !(verb && things.Contains(concept)) ? concept : Of(lemma, verb);
    }

    /// <param name="lemma">In lower case.</param>
    public string Of(string lemma, bool verb = false)
    {
        string stem = Stem(lemma);
        if (words.TryGetValue(lemma, out string? concept) && !(verb && things.Contains(concept)))
            return concept;
        if (words.TryGetValue(stem, out concept) && (!things.Contains(concept) || (!verb && lemma[stem.Length..] is "s" or "es")))
            return concept;
        // A word that is spelt like a row's concept and does not stand in it ("to miss" beside the missing) is another.
        return rows.Contains(stem) ? stem + "'" : stem;
    }

    /// <summary>The concept of the phrase that starts at <paramref name="at"/>, and how many lemmas it takes up; null where none does.</summary>
    public (string Concept, int Length)? PhraseAt(IReadOnlyList<string> lemmas, int at)
    {
        if (!phrases.TryGetValue(lemmas[at], out (string[] Words, string Concept)[]? candidates))
            return null;
        foreach ((string[] wanted, string concept) in candidates)
        {
            int i = at + 1;
            int found = 1;
            int skipped = 0;
            while (found < wanted.Length && i < lemmas.Count)
            {
                if (lemmas[i] == wanted[found])
                {
                    found++;
                    skipped = 0;
                }
                else if (++skipped > 1)
                {
                    break;
                }

                i++;
            }

            if (found == wanted.Length)
                return (concept, i - at);
        }

        return null;
    }

    /// <summary>Ends of nouns whose verbs end in "-de".</summary>
    private static readonly ImmutableArray<string> Ded = ["rosion", "ecision", "plosion", "vasion", "ivision", "clusion", "llision", "trusion", "suasion"];

    /// <summary>Cuts endings of inflection and of common derivations; never below four letters.</summary>
    internal static string Stem(string lemma)
    {
        // "Corrosion" and "corrode", "division" and "divide".
        if (lemma.Length > 6 && lemma.EndsWith("sion", StringComparison.Ordinal) && Ded.Any(e => lemma.EndsWith(e, StringComparison.Ordinal)))
            return lemma[..^4] + "d";
        foreach (string ending in (ReadOnlySpan<string>)["isation", "ization", "ations", "ation", "ments", "ment", "ions", "ings", "ion", "ing", "ies", "ure", "ed", "ly", "es", "s", "e", "y"])
        {
            if (lemma.Length - ending.Length >= 4 && lemma.EndsWith(ending, StringComparison.Ordinal))
                return lemma[..^ending.Length];
        }

        return lemma;
    }
}
