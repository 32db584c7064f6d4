using System.Collections.Frozen;
using System.Collections.Immutable;
using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>Finds the heads of what is stated to happen or hold: main verbs, and nouns that name happenings.</summary>
internal sealed class EventFinder
{
    private static readonly FrozenSet<string> Nouns = FrozenSet.ToFrozenSet(Text.Resources.Table("Attributions/EventNouns.en.tsv").Select(r => r[0]), StringComparer.Ordinal);

    private static readonly ImmutableArray<string> Endings = ["ation", "ition", "ction", "ssion", "ption", "ision", "usion", "tment", "gement", "cement", "lement", "nment", "sement"];

    /// <returns>In text order.</returns>
    public ImmutableArray<EventMention> Find(ReadingText text, List<Frame> frames)
    {
        ImmutableArray<EventMention>.Builder found = ImmutableArray.CreateBuilder<EventMention>();
        foreach (Unit unit in text.Units)
        {
            for (int t = unit.Tokens.From; t < unit.Tokens.To; t++)
            {
                if (IsVerb(text, t, unit.Tokens) || IsEventNoun(text, t))
                    found.Add(Mention(text, t, unit.Tokens));
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
        return !(text.Class[t] is Ing && text.Lower[t] is "including" or "following" or "according" or "regarding" or "concerning") && text.Lower[t] is not ("according" or "based" or "let");
    }

    private static bool IsEventNoun(ReadingText text, int t)
    {
        if (text.Class[t] is not Noun)
            return false;
        string lower = text.Lower[t];
        string singular = lower.EndsWith('s') && lower.Length > 4 && !lower.EndsWith("ss", StringComparison.Ordinal) ? lower[..^1] : lower;
        if (Nouns.Contains(lower) || Nouns.Contains(singular))
            return true;
        return lower.Length > 7 && Endings.Any(e => lower.EndsWith(e, StringComparison.Ordinal)) && !(t + 1 < text.Tokens.Length && text.Class[t + 1] is Noun);
    }

    private static EventMention Mention(ReadingText text, int t, TokenRange unit)
    {
        Certainty certainty = Certainty.Certain;
        bool negative = false;
        EventTense tense = text.Tokens[t].Xpos is "VBZ" or "VBP" ? EventTense.Present : EventTense.Past;
        bool verb = text.Class[t] is not Noun;
        int low = Math.Max(unit.From, t - 8);
        for (int i = t - 1; i >= low; i--)
        {
            WordClass c = text.Class[i];
            if (CommitmentReader.HedgeOf(text, i) is { } hedge && (verb || c is Adjective))
                certainty = hedge < certainty ? hedge : certainty;
            if (c == Negation || text.Lower[i] is "no" or "without")
                negative = true;
            if (text.Lower[i] is "will" or "'ll" or "wo" or "would" or "shall")
                tense = EventTense.Future;
            else if (c == Modal && tense != EventTense.Future)
                tense = EventTense.Future;
            else if (c == To && verb)
            {
                tense = EventTense.Future;
                continue;
            }
            else if (c == Be && verb && tense == EventTense.Past && text.Lower[i] is "is" or "are" or "am" && text.Class[t] is Ing)
                tense = EventTense.Present;

            bool governs = c is Be or Have or Do or Modal or Negation or Adverb or To || (CommitmentReader.HedgeOf(text, i) is not null);
            if (!governs && !(!verb && c is Adjective or Determiner or Noun or Possessive))
                break;
        }

        if (verb && certainty == Certainty.Certain && IsConditional(text, t, unit))
            certainty = Certainty.Uncommitted;
        return new EventMention(text.Tokens[t].Span, text.Tokens[t].Lemma, certainty, negative ? Polarity.Negative : Polarity.Positive, tense);
    }

    /// <summary>A verb in the clause behind "if", "unless" or "whether".</summary>
    private static bool IsConditional(ReadingText text, int t, TokenRange unit)
    {
        for (int i = t - 1; i >= Math.Max(unit.From, t - 10); i--)
        {
            if (text.Lower[i] is "if" or "unless" or "whether")
                return true;
            if (text.Class[i] is Comma or Stop or Colon or FiniteVerb)
                return false;
        }

        return false;
    }
}
