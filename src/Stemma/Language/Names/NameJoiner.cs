using System.Globalization;
using System.Text;

namespace Stemma.Language.Names;

/// <summary>Joins the names of one report that mean the same: "Watson" and "Adrienne Watson", "KCNA" and "Korean Central News Agency".</summary>
/// <remarks>
/// A shorter name belongs to a fuller one before it, else to one after it; <see cref="Namesakes"/> tells apart people of one surname.
/// A body is found again by its first words, its head word ("the Ministry") and its initials.
/// </remarks>
internal sealed class NameJoiner(NameLexicon lexicon)
{
    public void Join(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<NameCues> cues, List<NameMention> names)
    {
        Dictionary<string, List<NameMention>> byPart = new(StringComparer.Ordinal);
        Dictionary<string, NameMention> fullest = new(StringComparer.Ordinal);
        Dictionary<string, NameMention> acronyms = new(StringComparer.Ordinal);
        foreach (NameMention name in names)
        {
            string key = Same(Plain(text, tokens, name));
            if (!fullest.TryAdd(key, name))
            {
                fullest[key].Times++;
                continue;
            }

            if (name.Length < 2)
                continue;
            if (name.Kind == EntityKind.Person)
            {
                Index(byPart, tokens[name.End - 1].Span.In(text).ToString(), name);
                Index(byPart, tokens[name.First].Span.In(text).ToString(), name);
            }
            else if (name.Kind == EntityKind.Organisation)
            {
                acronyms.TryAdd(Initials(text, tokens, name, all: false), name);
                acronyms.TryAdd(Initials(text, tokens, name, all: true), name);
                Index(byPart, "org:" + tokens[name.First].Span.In(text).ToString(), name);
                for (int i = name.First; i < name.End; i++)
                {
                    if ((cues[i] & (NameCues.Organisation | NameCues.OrganisationEnd)) != 0)
                        Index(byPart, "head:" + tokens[i].Span.In(text).ToString(), name);
                }
            }
        }

        NameMention? before = null;
        foreach (NameMention name in names)
        {
            string words = Plain(text, tokens, name);
            NameMention same = fullest[Same(words)];
            name.Of = same.Of ?? same;

            // "Korean Central News Agency (KCNA)": what stands in brackets right after a name is its short form.
            if (before is not null && name.First == before.End + 1 && text[tokens[before.End].Span.Start] == '(' && name.Length == 1
                && before.Length > 1 && IsShortOf(words, text, tokens, before))
                (same.Of, name.Of) = (before.Of ?? before, before.Of ?? before);
            else if (name.Length == 1 && acronyms.TryGetValue(words, out NameMention? full) && words.Length > 1)
                (name.Of, name.Kind) = (full.Of ?? full, full.Kind);
            else if (Fuller(text, tokens, cues, byPart, name, words) is { } found)
                name.Of = found.Of ?? found;
            if (name.Kind == EntityKind.Other && name.Of is { Kind: EntityKind.Organisation })
                name.Kind = EntityKind.Organisation;
            before = name;
        }
    }

    /// <summary>The name a mention goes by within its report.</summary>
    public string Canonical(string text, ReadOnlySpan<Token> tokens, NameMention name)
    {
        string words = Plain(text, tokens, name.Of ?? name);
        if (name.Kind == EntityKind.Place && lexicon.Country(words) is { } country)
            return country;
        return words.Contains('\n', StringComparison.Ordinal) ? string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : words;
    }

    /// <summary>The words, in a dateline or headline without its capitals: "TROMSO" is the "Tromso" of the text.</summary>
    private static string Plain(string text, ReadOnlySpan<Token> tokens, NameMention name)
    {
        string words = name.Words(text, tokens);
        bool capitals = words.AsSpan().IndexOfAnyInRange('a', 'z') < 0 && words.Contains('.', StringComparison.Ordinal) == false;
        return capitals && (words.Length > 5 || (words.Length > 3 && name.Kind is EntityKind.Person or EntityKind.Place)) ? NameKinds.Capitalised(words) : words;
    }

    /// <summary>"Ban Ki-moon" and "Ban Ki Moon" are one, and so are "Erdoğan" and "Erdogan".</summary>
    private static string Same(string words)
    {
        if (!Ascii.IsValid(words) && !words.Any(char.IsSurrogate))
            words = Unaccented(words);
        return words.AsSpan().IndexOfAny('-', '’', ' ') >= 0
            ? words.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace('’', '\'').ToUpperInvariant()
            : words;
    }

    private static string Unaccented(string words)
    {
        StringBuilder plain = new(words.Length);
        foreach (char c in words.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                plain.Append(c);
        }

        return plain.ToString();
    }

    private static void Index(Dictionary<string, List<NameMention>> index, string key, NameMention name)
    {
        if (!index.TryGetValue(key, out List<NameMention>? list))
            index.Add(key, list = []);

        // A report has few people of one surname; a hostile text may have many, and every later one would be compared with all.
        if (list.Count < 16)
            list.Add(name);
    }

    private static NameMention? Fuller(
        string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<NameCues> cues, Dictionary<string, List<NameMention>> byPart, NameMention name, string words)
    {
        if (name.Kind == EntityKind.Person)
        {
            if (name.Length > 1)
                return SamePerson(text, tokens, byPart, name);
            return byPart.TryGetValue(words, out List<NameMention>? people) ? Namesakes.Choose(people, name, text, tokens, words) : null;
        }

        if (name.Kind == EntityKind.Place)
            return null;
        if (name.Length == 1 && (cues[name.First] & (NameCues.Organisation | NameCues.OrganisationEnd)) != 0
            && byPart.TryGetValue("head:" + words, out List<NameMention>? bodies))
            return Nearest(bodies, name);
        // "Varda" may be the town of the "Varda Gazette": only what the report uses as a body is its short form.
        if (name.Kind != EntityKind.Organisation && name.Length > 1)
            return null;
        if (!byPart.TryGetValue("org:" + tokens[name.First].Span.In(text).ToString(), out List<NameMention>? longer))
            return null;
        NameMention? best = null;
        foreach (NameMention other in longer)
        {
            if (other.Length > name.Length && Begins(text, tokens, other, name) && (best is null || other.First < name.First))
                best = other;
        }

        return best;
    }

    /// <summary>"Jan J. Novak" after "Jan Novak".</summary>
    private static NameMention? SamePerson(string text, ReadOnlySpan<Token> tokens, Dictionary<string, List<NameMention>> byPart, NameMention name)
    {
        if (!byPart.TryGetValue(tokens[name.End - 1].Span.In(text).ToString(), out List<NameMention>? people))
            return null;
        foreach (NameMention other in people)
        {
            if (other.First < name.First && other.Length != name.Length && tokens[other.First].Span.In(text).SequenceEqual(tokens[name.First].Span.In(text))
                && tokens[other.End - 1].Span.In(text).SequenceEqual(tokens[name.End - 1].Span.In(text)))
                return other;
        }

        return null;
    }

    /// <summary>The last one before the name; where there is none, the first after it.</summary>
    private static NameMention? Nearest(List<NameMention> candidates, NameMention name)
    {
        NameMention? best = null;
        foreach (NameMention other in candidates)
        {
            if (!ReferenceEquals(other, name) && (best is null || (other.First < name.First && other.First > best.First)))
                best = other;
        }

        return best;
    }

    private static bool Begins(string text, ReadOnlySpan<Token> tokens, NameMention longer, NameMention shorter)
    {
        for (int i = 0; i < shorter.Length; i++)
        {
            if (!tokens[longer.First + i].Span.In(text).SequenceEqual(tokens[shorter.First + i].Span.In(text)))
                return false;
        }

        return true;
    }

    private static bool IsShortOf(string words, string text, ReadOnlySpan<Token> tokens, NameMention full)
    {
        if (words.Length < 2 || !char.IsUpper(words[1]))
            return false;
        string initials = Initials(text, tokens, full, all: true);

        // Foreign bodies' acronyms come from their own language: the first letter or most letters must do.
        int hits = 0;
        foreach (char c in words)
            hits += initials.Contains(char.ToUpperInvariant(c), StringComparison.Ordinal) ? 1 : 0;
        return hits * 2 >= words.Length || words[0] == initials[0];
    }

    private static string Initials(string text, ReadOnlySpan<Token> tokens, NameMention name, bool all)
    {
        Span<char> initials = stackalloc char[16];
        int length = 0;
        for (int i = name.First; i < name.End && length < initials.Length; i++)
        {
            char c = text[tokens[i].Span.Start];
            if (char.IsUpper(c) || (all && char.IsLower(c)))
                initials[length++] = char.ToUpperInvariant(c);
        }

        return initials[..length].ToString();
    }
}
