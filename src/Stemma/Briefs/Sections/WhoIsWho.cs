using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Claims;
using Stemma.Language;

namespace Stemma.Briefs.Sections;

/// <summary>People and bodies of the story, with the role that a report gives them.</summary>
internal static class WhoIsWho
{
    private const int Max = 12;
    private const int MaxBodies = 4;
    private const int MaxClaims = 12;
    private const int Cited = 2;

    private static readonly ImmutableArray<string> Relatives = [" who ", " which ", " that ", " whose "];

    private static readonly FrozenSet<string> Courtesies = new[] { "Dr", "Prof", "Mr", "Mrs", "Ms" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Titles = new[]
    {
        "Dr", "Prof", "Professor", "Mr", "Mrs", "Ms", "Rep", "Sen", "Lt", "Sgt", "Gov", "Gen", "Col", "Capt", "Cpl", "Rev", "Sir", "Dame", "Lord", "Lady", "Judge", "Justice", "Officer",
    }.ToFrozenSet(StringComparer.Ordinal);

    private sealed record Mention(StorySentence Sentence, EntityMention Entity);

    public static ImmutableArray<Point> Write(StoryMaterial material)
    {
        List<Mention> mentions = [.. Mentions(material)];
        Dictionary<string, List<string>> claims = ClaimsByName(material);
        Dictionary<string, string> fullNames = FullNames(mentions);
        var ranked = mentions
            .GroupBy(m => (Key: Fold(fullNames.GetValueOrDefault(m.Entity.Name, m.Entity.Name)), m.Entity.Kind))
            .Select(g => (Name: Commonest(g.Select(m => fullNames.GetValueOrDefault(m.Entity.Name, m.Entity.Name))), g.Key.Kind, Members: g))
            .Select(g => (g.Name, g.Kind, Mentions: g.Members.ToList(), Said: claims.GetValueOrDefault(g.Name)?.Count ?? 0))
            .OrderByDescending(g => g.Mentions.Count + (2 * g.Said))
            .ThenBy(g => g.Name, StringComparer.Ordinal)
            .ToList();

        List<Point> people = [], bodies = [];
        HashSet<string> known = new(StringComparer.Ordinal);
        List<ImmutableArray<string>> keys = [];
        FrozenSet<string> outlets = Outlets(material);
        FrozenSet<string> surnames = mentions.Where(m => m.Entity.Kind == EntityKind.Person && m.Entity.Name.Contains(' ', StringComparison.Ordinal))
            .Select(m => PersonNames.Key(m.Entity.Name)).Where(k => k.Length > 1).Select(k => k[^1]).ToFrozenSet(StringComparer.Ordinal);
        foreach ((string name, EntityKind kind, List<Mention> all, int said) in ranked)
        {
            // One report's person may be another's body; the first, more often named, stands.
            if (known.Contains(Fold(name)))
                continue;
            ImmutableArray<string> key = kind == EntityKind.Person ? PersonNames.Key(name) : BodyKey(name);
            // Who is told under another spelling is not told again; a surname that several bear, or that became a body by mistake, tells nothing.
            if (keys.Exists(k => kind == EntityKind.Person ? PersonNames.AreOne(k, key) : k.SequenceEqual(key)) || (key.Length == 1 && surnames.Contains(key[0])))
                continue;
            int before = people.Count + bodies.Count;
            ImmutableArray<string> of = [.. (claims.GetValueOrDefault(name) ?? []).Distinct(StringComparer.Ordinal).Take(MaxClaims)];
            if (kind == EntityKind.Person && people.Count < Max)
            {
                // Without a role a name tells nothing, unless the whole story is about it.
                if (Introduction(name, all) is { } point)
                    people.Add(point with { Claims = of });
                else if (all.Count >= 3 && name.Contains(' ', StringComparison.Ordinal))
                    people.Add(new Point(name, of, null, [Clearest(all).Sentence.At]));
            }
            else if (kind == EntityKind.Organisation && said > 0 && bodies.Count < MaxBodies && !outlets.Contains(Fold(name)))
            {
                bodies.Add(new Point(name, of, null, [Clearest(all).Sentence.At]));
            }

            if (people.Count + bodies.Count > before)
            {
                known.Add(Fold(name));
                keys.Add(key);
            }
        }

        return [.. people.Take(Max - bodies.Count), .. bodies];
    }

    /// <summary>Name and role, with a sentence that has both, or one with each.</summary>
    private static Point? Introduction(string name, List<Mention> mentions)
    {
        foreach (var role in mentions.Select(m => (Mention: m, Role: Role(name, m.Entity.Role)))
            .Where(m => m.Role is { Length: > 2 } r && char.IsLetterOrDigit(r[0]) && !SentenceShape.IsBrokenOff(r))
            .GroupBy(m => m.Role!, StringComparer.Ordinal)
            .OrderBy(g => IsTitle(g.Key))
            .ThenByDescending(g => g.Key.Contains(' ', StringComparison.Ordinal))
            .ThenByDescending(g => g.Count())
            .ThenByDescending(g => g.Key.Length)
            .ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            ImmutableArray<string> words = Words.Of(role.Key);
            // The sentence has the full name: a surname's possessive ("Osk's") would leave it out.
            foreach (Mention mention in mentions)
            {
                ImmutableArray<string> said = mention.Sentence.Words;
                if (words.Length > 0 && words.Length <= 14 && words.All(said.Contains) && Words.Of(name).All(said.Contains))
                    return new Point(IsTitle(role.Key) ? $"{role.Key} {PlainText.OneLine(name)}" : $"{PlainText.OneLine(name)}, {role.Key}", [], null, [mention.Sentence.At]);
            }
        }

        return null;
    }

    private static string Fold(string name) => PersonNames.Fold(name);

    /// <summary>The role without a relative clause that was cut short, the title that follows it ("health chief Dr.") and the name itself.</summary>
    private static string? Role(string name, string? role)
    {
        if (role is null)
            return null;
        string text = PlainText.OneLine(role);
        foreach (string relative in Relatives)
        {
            if (text.IndexOf(relative, StringComparison.Ordinal) is > 0 and int at)
                text = text[..at];
        }

        string[] words = text.TrimEnd(',', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string surname = name[(name.LastIndexOf(' ') + 1)..];
        int end = words.Length;
        while (end > 1 && (Courtesies.Contains(words[end - 1].TrimEnd('.')) || words[end - 1] == surname))
            end--;
        return string.Join(' ', words.Take(end));
    }

    private static bool IsTitle(string role) => Titles.Contains(role.TrimEnd('.'));

    /// <summary>"Ministry of Transport" and "Transport Ministry" are one.</summary>
    private static ImmutableArray<string> BodyKey(string name) =>
        [.. name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Fold).Where(w => w is not ("of" or "for" or "the" or "and" or "")).Order(StringComparer.Ordinal)];

    /// <summary>Names of the story's outlets and agencies, their short forms and initials: whoever reports is no party.</summary>
    private static FrozenSet<string> Outlets(StoryMaterial material)
    {
        // Who lets others speak is a news outlet; a ministry or a firm that publishes speaks for itself, and is a party.
        HashSet<string> names = [.. material.Set.Assertions.SelectMany(a => a.Attribution).Where(s => s.Kind is SourceKind.Outlet or SourceKind.Agency).Select(s => s.Name)];
        names.UnionWith(material.Reports.SelectMany(r => r.Report.Agencies));
        names.UnionWith(material.Sentences
            .Where(s => s.Report.Report.Outlet is { Length: > 0 })
            .GroupBy(s => s.Report.Report.Outlet!, StringComparer.Ordinal)
            .Where(g => g.SelectMany(s => s.Assertions).SelectMany(a => a.Attribution).Select(s => s.Name).Distinct(StringComparer.Ordinal).Count(n => n != g.Key) >= Cited)
            .Select(g => g.Key));
        HashSet<string> folded = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            folded.Add(Fold(name));
            folded.Add(Fold(string.Concat(words.Where(w => char.IsUpper(w[0])).Select(w => w[0]))));
            if (words[0] == "The")
                folded.Add(Fold(string.Join(' ', words.Skip(1))));
            // "The Comet" of the "Daily Comet".
            if (words.Length > 1 && words[^1].Length > 4)
                folded.Add(Fold(words[^1]));
        }

        folded.Remove("");
        return folded.ToFrozenSet(StringComparer.Ordinal);
    }

    private static string Commonest(IEnumerable<string> names) =>
        names.GroupBy(n => n, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;

    private static Mention Clearest(List<Mention> mentions) =>
        mentions.OrderByDescending(m => m.Entity.Span.Length).ThenBy(m => m.Sentence.ReportIndex).ThenBy(m => m.Sentence.Index).First();

    private static IEnumerable<Mention> Mentions(StoryMaterial material)
    {
        foreach (var report in material.Sentences.GroupBy(s => s.ReportIndex))
        {
            List<StorySentence> sentences = [.. report];
            int at = 0;
            foreach (EntityMention entity in sentences[0].Report.Annotation.Language.Entities)
            {
                while (at < sentences.Count && sentences[at].Span.End <= entity.Span.Start)
                    at++;
                if (at < sentences.Count && sentences[at].Span.Contains(entity.Span) && entity.Kind is EntityKind.Person or EntityKind.Organisation)
                    yield return new Mention(sentences[at], entity);
            }
        }
    }

    private static Dictionary<string, List<string>> ClaimsByName(StoryMaterial material)
    {
        Dictionary<string, List<string>> claims = new(StringComparer.Ordinal);
        foreach (Assertion assertion in material.Set.Assertions)
        {
            foreach (Source source in assertion.Attribution.Where(s => !s.Anonymous && s.Kind is not (SourceKind.Outlet or SourceKind.Agency)))
            {
                if (!claims.TryGetValue(source.Name, out List<string>? list))
                    claims.Add(source.Name, list = []);
                list.Add(assertion.Claim);
            }
        }

        return claims;
    }

    /// <summary>A surname alone belongs to the one full name that ends in it; where two do, it belongs to none.</summary>
    private static Dictionary<string, string> FullNames(List<Mention> mentions)
    {
        ImmutableArray<string> names = [.. mentions.Where(m => m.Entity.Kind == EntityKind.Person).Select(m => m.Entity.Name).Distinct(StringComparer.Ordinal)];
        ILookup<string, string> byPart = names
            .Where(n => n.Contains(' ', StringComparison.Ordinal))
            .SelectMany(n => new[] { n[..n.IndexOf(' ', StringComparison.Ordinal)], n[(n.LastIndexOf(' ') + 1)..] }.Distinct().Select(part => (part, n)))
            .ToLookup(p => p.part, p => p.n, StringComparer.Ordinal);
        Dictionary<string, string> full = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (!name.Contains(' ', StringComparison.Ordinal))
            {
                if (byPart[name].Take(2).ToList() is [string owner])
                    full.Add(name, owner);
            }
            else if (byPart[name[(name.LastIndexOf(' ') + 1)..]].Where(n => n.EndsWith(" " + name, StringComparison.Ordinal)).Take(2).ToList() is [string whole])
            {
                full.Add(name, whole); // "Lo Presti", "Van der Meer"
            }
        }

        return full;
    }
}
