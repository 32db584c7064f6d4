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
        foreach ((string name, EntityKind kind, List<Mention> all, int said) in ranked)
        {
            // One report's person may be another's body; the first, more often named, stands.
            if (known.Contains(Fold(name)))
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
            else if (kind == EntityKind.Organisation && said > 0 && bodies.Count < MaxBodies)
            {
                bodies.Add(new Point(name, of, null, [Clearest(all).Sentence.At]));
            }

            if (people.Count + bodies.Count > before)
                known.Add(Fold(name));
        }

        return [.. people.Take(Max - bodies.Count), .. bodies];
    }

    /// <summary>Name and role, with a sentence that has both, or one with each.</summary>
    private static Point? Introduction(string name, List<Mention> mentions)
    {
        foreach (var role in mentions.Where(m => m.Entity.Role is { Length: > 2 } r && char.IsLetterOrDigit(r[0]) && !SentenceShape.IsBrokenOff(r))
            .GroupBy(m => PlainText.OneLine(m.Entity.Role!), StringComparer.Ordinal)
            .OrderByDescending(g => g.Key.Contains(' ', StringComparison.Ordinal))
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
                    return new Point($"{PlainText.OneLine(name)}, {role.Key}", [], null, [mention.Sentence.At]);
            }
        }

        return null;
    }

    /// <summary>One person under two spellings: "Ban Ki-moon", "Ban Ki Moon".</summary>
    private static string Fold(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

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
