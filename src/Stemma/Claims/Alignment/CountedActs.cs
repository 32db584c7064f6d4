using System.Collections.Frozen;
using Stemma.Language;
using Stemma.Text;

namespace Stemma.Claims;

/// <summary>What happens to what is counted, read off the tree: "40 fighters <b>killed</b>", "<b>arrested</b> two men", "a <b>loss</b> of 12 jobs".</summary>
/// <remarks>Words that only stand near a number may tell of another thing; the word that governs the counted noun does not.</remarks>
internal static class CountedActs
{
    private const int Steps = 4;

    /// <summary>What a count does.</summary>
    private static readonly FrozenSet<string> Rising = FrozenSet.Create(StringComparer.Ordinal, "rise", "climb", "grow", "increase", "jump", "fall", "drop", "stand", "reach", "bring", "put", "raise");

    /// <param name="span">The amount, number and counted noun.</param>
    /// <returns>Indices of the tokens that say what happens; none where the tree tells nothing.</returns>
    public static List<int> Of(LinguisticText text, TextSpan span)
    {
        (int first, int end) = TokenIndex.Tokens(text, span);
        List<int> acts = [];
        int noun = Head(text, first, end);
        if (noun < 0)
            return acts;
        acts.Add(noun);
        for (int i = noun + 1; i < Math.Min(text.Tokens.Length, noun + 6); i++)
        {
            if (text.Tokens[i].Head == noun && text.Tokens[i].Deprel is "acl" or "acl:relcl" or "amod" && text.Tokens[i].Upos is Upos.Verb or Upos.Adj)
                acts.Add(i);
        }

        // "The value is 64 million": what is said to be so much.
        for (int i = Math.Max(0, noun - 30); i < noun; i++)
        {
            if (text.Tokens[i].Head == noun && text.Tokens[i].Deprel is "nsubj")
                acts.Add(i);
        }

        int at = noun;
        for (int step = 0; step < Steps && text.Tokens[at].Head >= 0; step++)
        {
            Token token = text.Tokens[at];
            int head = token.Head;
            switch (Plain(token.Deprel))
            {
                case "nsubj" or "obj" or "iobj" or "obl":
                    acts.Add(head);
                    // "The number of dead has risen to eight": what has risen.
                    if (token.Deprel is "obl" && Rising.Contains(text.Tokens[head].Lemma.ToLowerInvariant()))
                    {
                        for (int i = Math.Max(0, head - 10); i < head; i++)
                        {
                            if (text.Tokens[i].Head == head && text.Tokens[i].Deprel is "nsubj" or "nsubj:pass")
                                acts.AddRange(Enumerable.Range(Math.Max(0, i - 4), Math.Min(9, head - Math.Max(0, i - 4))).Where(t => t == i || (text.Tokens[t].Head == i && text.Tokens[t].Deprel is "nmod" or "compound")));
                        }
                    }

                    // "Seven are known to have died": what they are known for.
                    for (int i = head + 1; i < Math.Min(text.Tokens.Length, head + 8); i++)
                    {
                        if (text.Tokens[i].Head == head && (text.Tokens[i].Deprel is "xcomp" || (text.Tokens[i].Deprel is "advcl" or "ccomp" && text.Tokens[head].Lemma is "know" or "believe" or "fear" or "say" or "report" or "presume" or "think" or "confirm")))
                            acts.Add(i);
                    }

                    return acts;
                case "nmod" or "nummod" or "compound":
                    acts.Add(head);
                    at = head;
                    break;
                case "conj" or "appos" or "list":
                    at = head;
                    break;
                default:
                    return acts;
            }
        }

        return acts;
    }

    /// <summary>Whether the amount is a verb's subject or object, or the statement's own main word.</summary>
    public static bool IsCore(LinguisticText text, TextSpan span)
    {
        (int first, int end) = TokenIndex.Tokens(text, span);
        int noun = Head(text, first, end);
        return noun >= 0 && Plain(text.Tokens[noun].Deprel) is "nsubj" or "obj" or "iobj" or "root" or "conj";
    }

    private static int Head(LinguisticText text, int first, int end)
    {
        for (int t = first; t < end; t++)
        {
            int head = text.Tokens[t].Head;
            if ((head < first || head >= end) && text.Tokens[t].Upos is not Upos.Punct)
                return t;
        }

        return -1;
    }

    private static string Plain(string relation)
    {
        int colon = relation.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? relation : relation[..colon];
    }
}
