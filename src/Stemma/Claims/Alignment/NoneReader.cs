using System.Collections.Frozen;
using Stemma.Language;
using Stemma.Text;

namespace Stemma.Claims;

/// <summary>Reads what a statement says there is none of, and what its "not" hangs on.</summary>
internal sealed class NoneReader(Concepts concepts, FrozenSet<string> stopWords)
{
    /// <summary>Of these, and of whatever is only told, "no" says nothing about the event: "no comment", "no decision", "no sign".</summary>
    private static readonly FrozenSet<string> Idle = WordList.Set("Alignment/IdleNones.en.tsv");

    public static bool HasNegation(LinguisticText text, TextSpan span)
    {
        (int first, int end) = TokenIndex.Tokens(text, span);
        for (int i = first; i < end; i++)
        {
            if (IsNegation(text.Tokens[i]))
                return true;
        }

        return false;
    }

    /// <summary>What "not", "never" or "no" hangs on in the tree, and the verb of a noun that it hangs on.</summary>
    public IEnumerable<string> Denied(LinguisticText text, TextSpan span)
    {
        (int first, int end) = TokenIndex.Tokens(text, span);
        for (int i = first; i < end; i++)
        {
            Token token = text.Tokens[i];
            if (!IsNegation(token) || token.Head < first || token.Head >= end)
                continue;
            int at = token.Head;
            yield return Concept(at);
            if (text.Tokens[at].Upos is not Upos.Verb && text.Tokens[at].Deprel.StartsWith("nsubj", StringComparison.Ordinal) && text.Tokens[at].Head >= first && text.Tokens[at].Head < end)
                yield return Concept(text.Tokens[at].Head);
        }

        string Concept(int t) => concepts.Of(text, t);
    }

    /// <summary>"<b>No</b> member of staff", "none of the children": the noun, and what it is of.</summary>
    public IEnumerable<string> Of(LinguisticText text, TextSpan span)
    {
        (int first, int end) = TokenIndex.Tokens(text, span);
        for (int i = first; i < end; i++)
        {
            int noun = text.Tokens[i].Lemma.ToLowerInvariant() switch { "no" when text.Tokens[i].Deprel is "det" => text.Tokens[i].Head, "none" or "neither" => i, _ => -1 };
            if (noun < first || noun >= end)
                continue;
            for (int t = first; t < end; t++)
            {
                if (t != i && (t == noun || (text.Tokens[t].Head == noun && text.Tokens[t].Deprel is "nmod" or "compound")) && !stopWords.Contains(text.Tokens[t].Lemma.ToLowerInvariant()) && text.Tokens[t].Upos is not Upos.Pron)
                    yield return concepts.Of(text, t);
            }
        }
    }

    /// <summary>The nouns that are said not to be there, as subject: "<b>no drone</b> was seen", "there was <b>no bird</b>". "She gave no name" and "no station from which anybody was sent away" say less.</summary>
    public IEnumerable<string> Things(LinguisticText text, TextSpan span)
    {
        (int first, int end) = TokenIndex.Tokens(text, span);
        for (int i = first; i < end; i++)
        {
            int noun = text.Tokens[i].Head;
            if (text.Tokens[i] is not { Lemma: var no, Deprel: "det" } || !no.Equals("no", StringComparison.OrdinalIgnoreCase) || noun < first || noun >= end)
                continue;
            if (text.Tokens[noun].Deprel.StartsWith("nsubj", StringComparison.Ordinal) && !Idle.Contains(text.Tokens[noun].Lemma.ToLowerInvariant()) && !IsNarrowed(noun))
                yield return concepts.Of(text, noun);
        }

        bool IsNarrowed(int noun)
        {
            for (int t = first; t < end; t++)
            {
                if (text.Tokens[t].Head == noun && (text.Tokens[t].Deprel.StartsWith("acl", StringComparison.Ordinal) || text.Tokens[t].Deprel is "amod"))
                    return true;
            }

            return false;
        }
    }

    private static bool IsNegation(Token token) =>
        token.Lemma.ToLowerInvariant() is "not" or "no" or "n't" or "never" or "nobody" or "none" or "neither" or "nor" or "nothing";
}
