using Stemma.Language;
using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>Full names of the people of a report, by surname.</summary>
/// <remarks>The language stage's names where it found any; where it did not, runs of capitalised names behind a role or before an apposition.</remarks>
internal sealed class NameIndex
{
    private readonly Dictionary<string, string> bySurname = new(StringComparer.Ordinal);

    public NameIndex(ReadingText text, List<Frame> frames)
    {
        foreach (EntityMention mention in text.Source.Entities)
        {
            if (mention.Kind == EntityKind.Person)
                Remember(mention.Name);
        }

        foreach (Frame frame in frames)
        {
            TokenRange source = frame.Antecedent.IsEmpty ? frame.Source : frame.Antecedent;
            if (!source.IsEmpty && Sources.NamedPerson(text, source) is { } name)
                Remember(text.Words(name));
        }
    }

    /// <summary>"Adrienne Watson" for "Watson"; the words themselves where no fuller form is known.</summary>
    public string Full(ReadingText text, TokenRange name)
    {
        if (Entities.Covering(text, text.Span(name)) is { Kind: EntityKind.Person } mention)
            return mention.Name;
        string words = text.Words(name);
        return !words.Contains(' ', StringComparison.Ordinal) && bySurname.TryGetValue(words, out string? full) ? full : words;
    }

    /// <summary>The full name where the phrase is a lone surname, with or without a title, of somebody named elsewhere.</summary>
    public string? PersonBySurname(ReadingText text, TokenRange range)
    {
        int from = range.From;
        while (from < range.To - 1 && Sources.IsTitle(text.Lower[from]))
            from++;
        bool lone = true;
        for (int t = from; t < range.To; t++)
            lone &= text.Class[t] is Name || text.Lower[t] is "-";
        return lone && bySurname.TryGetValue(text.Words(new TokenRange(from, range.To)), out string? full) ? full : null;
    }

    private void Remember(string name)
    {
        int space = name.LastIndexOf(' ');
        if (space > 0)
            bySurname.TryAdd(name[(space + 1)..], name);
    }
}
