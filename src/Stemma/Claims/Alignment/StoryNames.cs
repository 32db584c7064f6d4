using System.Collections.Frozen;
using Stemma.Language;
using Stemma.Weighing;

namespace Stemma.Claims;

/// <summary>One key for each name of a story, whichever way a report writes it.</summary>
/// <remarks>
/// A person is known by the longest form that ends in the same family name, where the story has only one such person; a
/// place also by its people's adjective ("Norwegian" beside "Norway"). Two persons of one family name stay apart.
/// </remarks>
internal sealed class StoryNames
{
    private static readonly FrozenDictionary<string, string> Nicknames = Text.Resources.Table("Claims/Alignment/Nicknames.en.tsv")
        .SelectMany(r => r[1].Split(',').Select(n => KeyValuePair.Create(n, r[0]))).ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, string> people;
    private readonly FrozenDictionary<string, string> spellings;
    private readonly FrozenDictionary<string, string> places;

    public StoryNames(IEnumerable<DatedReport> reports)
    {
        Dictionary<string, SortedSet<string>> byFamily = new(StringComparer.Ordinal);
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        SortedSet<string> placeNames = new(StringComparer.Ordinal);
        foreach (EntityMention entity in reports.SelectMany(r => r.Annotation.Language.Entities))
        {
            string name = Fold(entity.Name);
            if (entity.Kind is EntityKind.Person)
            {
                name = Bare(name);
                string family = LastWord(name);
                if (!byFamily.TryGetValue(family, out SortedSet<string>? forms))
                    byFamily.Add(family, forms = new(StringComparer.Ordinal));
                forms.Add(name);
                counts[name] = counts.GetValueOrDefault(name) + 1;
            }
            else if (entity.Kind is EntityKind.Place)
            {
                placeNames.Add(name);
            }
        }

        Dictionary<string, string> persons = new(StringComparer.Ordinal);
        foreach ((string family, SortedSet<string> forms) in byFamily)
        {
            string[] full = [.. forms.Where(f => f.Contains(' ', StringComparison.Ordinal))];
            // "Ban Ki Moon" and "Ki Moon", "A. Watson" and "Adrienne Watson": one person if the longer holds the shorter's last words.
            string longest = Longest(full, family);
            bool one = full.All(f => FirstWord(f)[0] == FirstWord(longest)[0] || Given(FirstWord(f)) == Given(FirstWord(longest)) || longest.EndsWith(" " + f, StringComparison.Ordinal));
            foreach (string form in forms)
                persons[form] = one ? longest : Longest(full.Where(f => form.Contains(' ', StringComparison.Ordinal) && Given(FirstWord(f)) == Given(FirstWord(form))), form);
            foreach (string form in full)
                persons.TryAdd(FirstWord(form), one ? longest : persons[form]);
        }

        people = persons.ToFrozenDictionary(StringComparer.Ordinal);
        spellings = Spellings(counts).ToFrozenDictionary(StringComparer.Ordinal);
        places = placeNames.ToFrozenDictionary(p => p, p => Country(p, placeNames), StringComparer.Ordinal);
    }

    public string Person(string name)
    {
        string folded = Bare(Fold(name));
        return people.GetValueOrDefault(folded, folded);
    }

    /// <summary>The key of a person under the spelling that the story uses most: one and the same whoever misspells it.</summary>
    /// <remarks>Only for telling how many people there are. Where a name is compared, a misspelling is a difference.</remarks>
    public string Spelt(string name)
    {
        string person = Person(name);
        return spellings.GetValueOrDefault(person, person);
    }

    public string Place(string name)
    {
        string folded = Fold(name);
        return places.GetValueOrDefault(folded, folded);
    }

    private IEnumerable<KeyValuePair<string, string>> Spellings(Dictionary<string, int> counts)
    {
        // A misspelling keeps the first letter of each word: names that share those are few.
        foreach (IGrouping<string, KeyValuePair<string, int>> alike in counts.GroupBy(c => people.GetValueOrDefault(c.Key, c.Key), StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, g.Sum(c => c.Value)))
            .Where(c => c.Key.Contains(' ', StringComparison.Ordinal)).GroupBy(c => string.Concat(c.Key.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w[0])), StringComparer.Ordinal))
        {
            string[] known = [.. alike.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key)];
            for (int i = 1; i < known.Length; i++)
            {
                if (Array.Find(known[..i], k => NameLikeness.IsMisspelling(k, known[i])) is { } right)
                    yield return KeyValuePair.Create(known[i], right);
            }
        }
    }

    /// <summary>Lower case, no possessive, no article, single spaces.</summary>
    /// <remarks>Marks over letters are left out: one report writes "Vendôme", the next "Vendome".</remarks>
    public static string Fold(string name)
    {
        string folded = Plain(name).Replace('’', '\'').ToLowerInvariant();
        if (folded.EndsWith("'s", StringComparison.Ordinal))
            folded = folded[..^2];
        if (folded.StartsWith("the ", StringComparison.Ordinal))
            folded = folded[4..];
        return string.Join(' ', folded.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Plain(string name)
    {
        if (System.Text.Ascii.IsValid(name))
            return name;
        System.Text.StringBuilder plain = new(name.Length);
        foreach (char c in name.Normalize(System.Text.NormalizationForm.FormD))
        {
            if (System.Globalization.CharUnicodeInfo.GetUnicodeCategory(c) is not System.Globalization.UnicodeCategory.NonSpacingMark)
                plain.Append(c);
        }

        return plain.ToString().Normalize(System.Text.NormalizationForm.FormC);
    }

    private static string Longest(IEnumerable<string> names, string otherwise) =>
        names.OrderByDescending(f => f.Length).ThenBy(f => f, StringComparer.Ordinal).FirstOrDefault(otherwise);

    private static string Given(string name) => Nicknames.GetValueOrDefault(name, name);

    /// <summary>The name without a form of address before it.</summary>
    private static string Bare(string folded)
    {
        int blank = folded.IndexOf(' ', StringComparison.Ordinal);
        return blank > 0 && Attributions.Sources.IsTitle(folded[..blank]) ? folded[(blank + 1)..] : folded;
    }

    private static string Country(string place, SortedSet<string> all)
    {
        foreach (string ending in (ReadOnlySpan<string>)["ians", "ian", "eans", "ean", "ans", "an", "ese", "ish", "i", "n"])
        {
            if (!place.EndsWith(ending, StringComparison.Ordinal) || place.Length - ending.Length < 3)
                continue;
            string stem = place[..^ending.Length];
            string? match = all.FirstOrDefault(p => p != place && p.Length <= stem.Length + 3 && p.StartsWith(stem, StringComparison.Ordinal));
            if (match is not null)
                return match;
        }

        return place;
    }

    private static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..];

    private static string FirstWord(string name) => name.IndexOf(' ', StringComparison.Ordinal) is var at and > 0 ? name[..at] : name;
}
