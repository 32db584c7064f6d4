using System.Collections.Frozen;
using System.Collections.Immutable;
using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>Finds the heads of what is stated to happen or hold: main verbs, copulas, and nouns that name happenings.</summary>
internal sealed class EventFinder
{
    private static readonly FrozenSet<string> Nouns = FrozenSet.ToFrozenSet(Text.Resources.Table("Attributions/EventNouns.en.tsv").Select(r => r[0]), StringComparer.Ordinal);

    private static readonly ImmutableArray<string> Endings = ["ation", "ition", "ction", "ssion", "ption", "ision", "usion", "tment", "gement", "cement", "lement", "nment", "sement", "vement"];

    private readonly EventFactuality factuality = new();

    /// <returns>In text order.</returns>
    public ImmutableArray<EventMention> Find(ReadingText text)
    {
        ImmutableArray<EventMention>.Builder found = ImmutableArray.CreateBuilder<EventMention>();
        foreach (Unit unit in text.Units)
        {
            for (int t = unit.Tokens.From; t < unit.Tokens.To; t++)
            {
                if (IsVerb(text, t, unit.Tokens) || IsCopula(text, t) || IsEventNoun(text, t))
                    found.Add(factuality.Read(text, t, unit.Tokens));
            }
        }

        return found.ToImmutable();
    }

    private static bool IsVerb(ReadingText text, int t, TokenRange unit)
    {
        if (text.Class[t] is not (FiniteVerb or BaseVerb or Ing or Participle))
            return false;
        // "rising prices", "the wounded man": a participle in front of its noun is a property, not a happening.
        if (text.Class[t] is Ing or Participle && t > unit.From && t + 1 < unit.To && text.Class[t - 1] is Determiner or Adjective or Possessive && text.Class[t + 1] is Noun or Name or Adjective)
            return false;
        return text.Lower[t] is not ("including" or "following" or "according" or "regarding" or "concerning" or "based" or "let");
    }

    /// <summary>"is" and "has" where they are no auxiliaries: a state holds.</summary>
    private static bool IsCopula(ReadingText text, int t) =>
        (text.Class[t] is Be && text.Tokens[t].Deprel is "cop" or "root" or "ccomp" or "advcl" or "acl:relcl" or "parataxis" or "xcomp")
        || (text.Class[t] is Have or Do && text.Tokens[t].Deprel is not ("aux" or "aux:pass" or ""));

    private static bool IsEventNoun(ReadingText text, int t)
    {
        if (text.Class[t] is not Noun)
            return false;
        string lower = text.Lower[t];
        if (Nouns.Contains(lower) || (lower.EndsWith('s') && lower.Length > 3 && (Nouns.Contains(lower[..^1]) || (lower.EndsWith("ies", StringComparison.Ordinal) && Nouns.Contains(lower[..^3] + "y")) || (lower.EndsWith("es", StringComparison.Ordinal) && Nouns.Contains(lower[..^2])))))
            return true;
        return lower.Length > 7 && Endings.Any(e => lower.EndsWith(e, StringComparison.Ordinal) || (lower.EndsWith('s') && lower.AsSpan(0, lower.Length - 1).EndsWith(e, StringComparison.Ordinal)));
    }
}
