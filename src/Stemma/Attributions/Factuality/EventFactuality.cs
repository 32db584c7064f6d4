using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>Certainty, polarity and tense of one event, from the words that govern it.</summary>
/// <remarks>Looks back over auxiliaries, adverbs and the verb that an infinitive hangs on; FactBank's reading of control verbs
/// ("plans to": not committed; "failed to": did not happen).</remarks>
internal sealed class EventFactuality
{
    private const int Reach = 8;

    public EventMention Read(ReadingText text, int t, TokenRange unit)
    {
        Certainty certainty = Certainty.Certain;
        bool negative = false;
        bool verb = text.Class[t] is not Noun;
        EventTense tense = text.Tokens[t].Xpos is "VBZ" or "VBP" ? EventTense.Present : EventTense.Past;
        bool infinitive = false;
        int low = Math.Max(unit.From, t - Reach);
        for (int i = t - 1; i >= low; i--)
        {
            WordClass c = text.Class[i];
            Certainty? hedge = CommitmentReader.HedgeOf(text, i) ?? (c == Modal ? OfModal(text.Lower[i]) : null);
            if (hedge is { } lowered && (verb || c is Adjective))
                certainty = lowered < certainty ? lowered : certainty;
            negative |= c == Negation || (text.Lower[i] is "no" or "without" && !(verb && infinitive));
            if (c == Modal)
                tense = EventTense.Future;
            else if (c == To && verb && i == t - 1 - AdverbsBefore(text, t))
            {
                tense = EventTense.Future;
                infinitive = true;
                continue;
            }
            else if (c == Be && tense == EventTense.Past && text.Lower[i] is "is" or "are" or "am" && text.Class[t] is Ing)
            {
                tense = EventTense.Present;
            }

            if (infinitive || (verb && text.Class[t] is Ing))
            {
                Govern(text, i, infinitive, ref certainty, ref negative);
                if (!(c is Noun or Name or Pronoun or Determiner or Adjective or Adverb or Negation or Be or Have))
                    break;
                if (i < t - 5)
                    break;
                continue;
            }

            bool governs = c is Be or Have or Do or Modal or Negation or Adverb || hedge is not null || (!verb && c is Adjective or Determiner or Noun or Possessive);
            if (!governs)
            {
                if (!verb)
                    negative |= Undoes(text.Tokens[i].Lemma) && c is FiniteVerb or Participle or BaseVerb or Ing;
                break;
            }
        }

        if (!verb)
            negative |= UndoneBehind(text, t, unit);
        if (verb && certainty == Certainty.Certain && IsConditional(text, t, unit))
            certainty = Certainty.Uncommitted;
        if (Governors.IsDeontic(text, t))
            certainty = Certainty.Uncommitted;
        Certainty governed = Governors.Of(text, t);
        certainty = governed < certainty ? governed : certainty;
        return new EventMention(text.Tokens[t].Span, text.Tokens[t].Lemma, certainty, negative ? Polarity.Negative : Polarity.Positive, tense);
    }

    /// <summary>"Would" tells of what had yet to come or of what might: less than a fact in three of five uses in news (MEANTIME), and so it reads here.
    /// The statement it stands in may be certain all the same ("said it would close").</summary>
    private static Certainty? OfModal(string lower) => lower switch
    {
        "can" => Certainty.Possible,
        "would" or "'d" => Certainty.Probable,
        _ => null,
    };

    private static int AdverbsBefore(ReadingText text, int t)
    {
        int n = 0;
        while (t - 1 - n > 0 && n < 3 && text.Class[t - 1 - n] is Adverb)
            n++;
        return n;
    }

    /// <summary>What the verb, noun or adjective that an infinitive or -ing form hangs on does to it.</summary>
    private static void Govern(ReadingText text, int i, bool infinitive, ref Certainty certainty, ref bool negative)
    {
        string lemma = text.Tokens[i].Lemma;
        if (lemma is "fail" or "refuse" or "decline" or "stop" or "cease" or "avoid" or "prevent" or "unable" or "failure" or "refusal")
            negative = true;
        if (!infinitive)
            return;
        Certainty? given = lemma switch
        {
            "plan" or "want" or "intend" or "seek" or "aim" or "wish" or "hope" or "attempt" or "try" or "order" or "ask" or "urge" or "agree" or "propose" or "offer" or "schedule" or "decide" or "ready" or "willing" or "prepare"
                or "effort" or "option" or "decision" or "bid" or "proposal" or "agreement" or "require" or "vow" or "promise" or "pledge" or "threaten" or "choose" or "select" or "desire" or "intent" or "intention" => Certainty.Uncommitted,
            "expect" or "likely" or "appear" or "seem" or "believe" or "think" or "suppose" or "presume" => Certainty.Probable,
            _ => null,
        };
        if (given is { } value && value < certainty)
            certainty = value;
    }

    private static bool Undoes(string lemma) => lemma is "cancel" or "reject" or "prevent" or "avoid" or "stop" or "scrap" or "abandon" or "block" or "halt" or "suspend" or "deny" or "avert" or "veto" or "exit";

    /// <summary>"the deal was cancelled".</summary>
    private static bool UndoneBehind(ReadingText text, int t, TokenRange unit)
    {
        for (int i = t + 1; i < Math.Min(unit.To, t + 5); i++)
        {
            if (text.Class[i] is Participle && text.Class[i - 1] is Be && Undoes(text.Tokens[i].Lemma))
                return true;
            if (text.Class[i] is not (Be or Have or Adverb))
                return false;
        }

        return false;
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
