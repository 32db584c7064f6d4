using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Reports;
using Stemma.Stories;
using Stemma.Text;

namespace Stemma.Lineages;

/// <summary>The ways in which other reports name an outlet, agency or issuing body.</summary>
/// <param name="Name">As the report has it, or the agency's canonical name.</param>
/// <param name="Aliases">Folded words of each, longest first: full name, acronym, the name in the dateline's brackets, its distinctive part.</param>
/// <param name="Words">Stems of its telling words, for "Transport Ministry" against "Ministry of Transport of Norway".</param>
/// <param name="IsMedium">Whether nothing in the name says that it is a body that speaks for itself; a release can still be told by its form.</param>
internal sealed record OutletName(string Name, ImmutableArray<ImmutableArray<string>> Aliases, FrozenSet<string> Words, bool IsMedium)
{
    private static readonly FrozenSet<string> MediaWords = Resources.Table("Lineages/OutletWords.en.tsv").SelectMany(r => r).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A word that so many of 10,000 texts have names no house by itself ("Capital" of the Capital Herald).</summary>
    private const int CommonWord = 60;

    /// <summary>Particles inside names, which end their distinctive part ("El Diario de Rio Verde").</summary>
    private static bool IsParticle(string word) => word is "of" or "de" or "del" or "di" or "du" or "des" or "for" or "von" or "and";

    /// <summary>Whether a word is too common in English to name a house by itself.</summary>
    public static bool IsCommon(string folded) => BackgroundFrequencies.IsStopWord(folded) || BackgroundFrequencies.Of(WordStem.Of(folded)) >= CommonWord;

    public static bool IsMediaWord(string folded) => MediaWords.Contains(folded);

    /// <param name="name">Of a report's outlet or of a credited agency.</param>
    /// <param name="dateline">The dateline of a report of its own, or null.</param>
    /// <param name="isPlace">Whether the story uses a folded word as a place: "Bergland" does not name the Bergland Post.</param>
    public static OutletName Of(string name, Dateline? dateline, bool isAgency, Func<string, bool> isPlace)
    {
        string[] words = [.. WordScanner.Scan(name).Select(w => w.Folded)];
        if (words.Length > 1 && words[0] is "the")
            words = words[1..];
        List<string[]> aliases = [words];
        if (Acronym(name) is { } acronym)
            aliases.Add([acronym]);
        if (dateline is not null && Bracketed(dateline.Text) is { Length: > 0 } own && own.All(w => words.Contains(w) || w == Acronym(name)))
            aliases.Add(own); // a copy keeps its agency's dateline, which names the agency and not the copying house
        if (Distinctive(words) is { Length: > 0 } head && !isPlace(head[0]) && !(head.Length == 1 && (head[0].Length < 3 || IsInstitution(head[0]) || IsCommon(head[0]))))
            aliases.Add(head);
        if (words.Length > 1 && IsMediaWord(words[^1]) && words[^1] is not ("news" or "agency" or "live" or "online" or "today" or "uk" or "europe" or "world"))
            aliases.Add(["the", words[^1]]);
        return new OutletName(
            name,
            [.. aliases.Where(a => a.Length > 0).DistinctBy(a => string.Join(' ', a)).OrderByDescending(a => a.Length).Select(a => a.ToImmutableArray())],
            words.Where(w => !BackgroundFrequencies.IsStopWord(w) && !IsParticle(w)).Select(Stem).ToFrozenSet(StringComparer.Ordinal),
            isAgency || !words.Any(IsInstitution) || IsPaper(words[^1]));
    }

    /// <summary>Stem for comparing names of bodies: "Ministry" and "minister" are of one house.</summary>
    public static string Stem(string folded) =>
        folded is "minister" or "ministers" or "ministerial" ? "ministry" : folded is "commissioner" or "commissioners" ? "commission" : WordStem.Of(folded);

    /// <summary>Words that make a body of a name, whatever else is in it ("Office of the Chief Auditor", "Union of Miners").</summary>
    private static bool IsInstitution(string word) =>
        word is "ministry" or "department" or "office" or "commission" or "committee" or "council" or "court" or "police" or "bank" or "authority" or "government"
            or "army" or "board" or "inspectorate" or "tribunal" or "administration" or "laboratory" or "force" or "forces" or "party" or "front" or "hospital" or "university" or "institute" or "mission" or "federation" or "fire" or "coastguard" or "parliament" or "union" or "society" or "foundation" or "campaign" or "chamber";

    /// <summary>Words that make a medium of a name where they end it, whatever else is in it ("Union Post", "Fire and Police Gazette").</summary>
    private static bool IsPaper(string word) =>
        IsMediaWord(word) && !IsInstitution(word) && word is not ("service" or "services" or "association" or "company" or "group" or "network" or "international" or "national"
            or "global" or "corporation" or "inc" or "ltd" or "europe" or "asia" or "africa" or "america" or "uk" or "us" or "usa" or "north" or "south" or "east" or "west" or "leader" or "citizen");

    private static string? Acronym(string name)
    {
        string initials = string.Concat(name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsUpper(w[0]) && w != "The").Select(w => w[0]));
        return initials.Length >= 2 ? initials.ToLowerInvariant() : null;
    }

    private static string[] Bracketed(string dateline)
    {
        int open = dateline.LastIndexOf('('), close = dateline.LastIndexOf(')');
        return open >= 0 && close > open ? [.. WordScanner.Scan(dateline[(open + 1)..close]).Select(w => w.Folded)] : [];
    }

    /// <summary>The name without what many media share: "Orient" of "Orient Wire", "El Diario" of "El Diario de Rio Verde".</summary>
    private static string[] Distinctive(string[] words)
    {
        int end = Array.FindIndex(words, IsParticle);
        if (end <= 0)
            end = words.Length;
        while (end > 0 && IsMediaWord(words[end - 1]))
            end--;
        int start = 0;
        while (start < end && BackgroundFrequencies.IsStopWord(words[start]))
            start++;
        if (end > start + 1 && words[start] is "agencia" or "agence" or "agenzia" or "radio")
            start++;
        return end - start > 0 && end - start < words.Length ? words[start..end] : [];
    }
}
