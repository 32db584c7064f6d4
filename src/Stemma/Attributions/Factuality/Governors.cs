using Stemma.Language;

namespace Stemma.Attributions;

/// <summary>What the words above an event in the tree make of it: "filed for <b>bankruptcy</b>", "in order to <b>cut</b> costs", "it is expected that the plane will <b>land</b>".</summary>
/// <remarks>
/// MEANTIME's guidelines, after FactBank (Saurí and Pustejovsky 2009): what is only sought, planned, meant or a condition is uncommitted; what is expected or forecast is
/// probable; what is considered is possible. Looks up a few steps, through objects, clauses and conjuncts, never through "because" or a relative clause's noun.
/// </remarks>
internal static class Governors
{
    private const int Steps = 3;

    public static Certainty Of(ReadingText text, int t)
    {
        Certainty certainty = Certainty.Certain;
        int at = t;
        for (int step = 0; step < Steps; step++)
        {
            Token token = text.Tokens[at];
            int head = token.Head;
            if (head < 0)
                break;
            string relation = Plain(token.Deprel);
            if (relation is "conj")
            {
                // A conjunct shares what governs its head, and the head's auxiliary where it has none of its own.
                if (HasOwn(text, at))
                    break;
                at = head;
                if (IsDeontic(text, at))
                    return Certainty.Uncommitted;
                continue;
            }

            Certainty? given = relation switch
            {
                "advcl" => IsPurpose(text, at) || HasMark(text, at, "if", "unless", "whether") ? Certainty.Uncommitted : null,
                "xcomp" or "ccomp" or "acl" or "csubj" => OfClause(text, head, at),
                "obj" or "obl" or "nmod" or "nsubj:pass" => text.Tokens[t].Upos is Upos.Noun or Upos.Propn ? OfObject(text, head, relation, at) : null,
                "nsubj" => text.Tokens[t].Upos is Upos.Noun or Upos.Propn ? OfPredicate(text, head) : null,
                "compound" => text.Tokens[t].Upos is Upos.Noun or Upos.Propn ? Certainty.Certain : null,
                _ => null,
            };
            if (given is not { } value)
                break;
            certainty = value < certainty ? value : certainty;
            if (relation is not ("compound" or "xcomp" or "ccomp"))
                break;
            at = head;
        }

        return certainty;
    }

    private static Certainty? OfClause(ReadingText text, int governor, int clause) => text.Tokens[governor].Lemma switch
    {
        "expect" or "forecast" or "predict" or "project" or "anticipate" or "estimate" or "envision" or "envisage" or "foresee" => Certainty.Probable,
        "consider" or "contemplate" or "weigh" or "mull" or "discuss" or "speculate" => Certainty.Possible,
        "set" or "due" or "slate" or "schedule" or "prefer" or "insist" or "demand" or "recommend" or "request" or "earmark"
            => HasMark(text, clause, "to") || text.Lower[governor] is "insisted" or "insists" or "insist" or "demanded" or "demands" or "recommended" or "prefer" or "prefers" or "requested" ? Certainty.Uncommitted : null,
        _ => null,
    };

    /// <summary>"A meeting is <b>possible</b>".</summary>
    private static Certainty? OfPredicate(ReadingText text, int governor) => text.Tokens[governor].Lemma switch
    {
        "possible" or "conceivable" or "thinkable" => Certainty.Possible,
        "likely" or "probable" or "imminent" => Certainty.Probable,
        _ => null,
    };

    private static Certainty? OfObject(ReadingText text, int governor, string relation, int noun) => text.Tokens[governor].Lemma switch
    {
        "seek" or "negotiate" or "propose" or "plan" or "request" or "demand" or "want" or "promise" or "require" or "urge" or "threaten" => relation is "obj" ? Certainty.Uncommitted : null,
        "file" or "apply" or "bid" or "call" or "push" or "ask" or "hope" or "wait" or "prepare" => HasCase(text, noun, "for") ? Certainty.Uncommitted : null,
        "expect" or "forecast" or "predict" or "anticipate" => relation is "obj" or "nsubj:pass" ? Certainty.Probable : null,
        "consider" or "discuss" or "weigh" or "mull" => relation is "obj" ? Certainty.Possible : null,
        _ => null,
    };

    /// <summary>"in order to cut", "to rescue the bank": an infinitive that says what something is done for.</summary>
    /// <remarks>A bare "to" is left alone: as often it tells what came of it ("grew to become").</remarks>
    private static bool IsPurpose(ReadingText text, int verb)
    {
        for (int i = verb - 1; i >= Math.Max(0, verb - 4); i--)
        {
            if (text.Lower[i] is "to")
                return (i > 0 && text.Lower[i - 1] is "order" or "as" or "effort" or "bid" or "attempt") || text.Tokens[verb].Head > verb;
        }

        return false;
    }

    /// <summary>"should be cut": a duty or a plan, told as neither done nor likely.</summary>
    public static bool IsDeontic(ReadingText text, int verb)
    {
        for (int i = verb - 1; i >= Math.Max(0, verb - 5); i--)
        {
            if (text.Tokens[i].Head == verb && text.Lower[i] is "should" or "must" or "shall")
                return text.Lower[i] is "should";
        }

        return false;
    }

    private static bool HasMark(ReadingText text, int verb, params ReadOnlySpan<string> marks)
    {
        for (int i = verb - 1; i >= Math.Max(0, verb - 14); i--)
        {
            if (text.Tokens[i].Head != verb || Plain(text.Tokens[i].Deprel) is not ("mark" or "advmod"))
                continue;
            foreach (string mark in marks)
            {
                if (text.Lower[i] == mark)
                    return true;
            }
        }

        return false;
    }

    private static bool HasCase(ReadingText text, int noun, string preposition)
    {
        for (int i = noun - 1; i >= Math.Max(0, noun - 8); i--)
        {
            if (text.Tokens[i].Head == noun && text.Tokens[i].Deprel is "case")
                return text.Lower[i] == preposition;
        }

        return false;
    }

    private static bool HasOwn(ReadingText text, int verb)
    {
        for (int i = verb - 1; i >= Math.Max(0, verb - 5); i--)
        {
            if (text.Tokens[i].Head == verb && Plain(text.Tokens[i].Deprel) is "aux" && text.Lower[i] is not ("to" or "be" or "been" or "being"))
                return true;
        }

        return false;
    }

    private static string Plain(string relation)
    {
        int colon = relation.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || relation is "nsubj:pass" ? relation : relation[..colon];
    }
}
