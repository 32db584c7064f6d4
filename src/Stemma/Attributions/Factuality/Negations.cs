using Stemma.Language;

namespace Stemma.Attributions;

/// <summary>Whether a verb, or what stands for one, is denied by the tree: "was <b>not</b> there", "<b>no</b> prosecutor would bring it", "had <b>no</b> evidence", "there is <b>no</b> magic in it".</summary>
internal static class Negations
{
    private const int Window = 25;

    /// <param name="from">First token looked at; nothing before it denies.</param>
    public static bool Denies(LinguisticText text, int verb, int from)
    {
        bool negative = false;
        bool light = text.Tokens[verb].Lemma is "be" or "have" or "see" or "find" or "give" or "offer" or "make" or "do" or "get" or "take" or "show" or "hold" or "exist" or "receive";
        for (int i = Math.Max(from, verb - Window); i < Math.Min(text.Tokens.Length, verb + Window); i++)
        {
            Token token = text.Tokens[i];
            // "had at no point confessed": hung on the verb or on its auxiliary.
            if (token.Deprel is "obl" && (token.Head == verb || (token.Head >= 0 && text.Tokens[token.Head] is { Deprel: "aux" or "aux:pass" } aux && aux.Head == verb))
                && Is(text, i, "point", "time", "stage", "moment", "way", "circumstances") && HasNo(text, i, from))
                negative = !negative;
            if (token.Head == verb)
            {
                if (i < verb && (IsNot(text, i) || (token.Deprel is "cc:preconj" && Is(text, i, "neither"))))
                    negative = !negative;
                else if (token.Deprel is "aux" or "aux:pass" or "cop" && HasNot(text, i, from))
                    negative = !negative;
                else if (i > verb && i <= verb + 2 && IsNot(text, i) && (text.Tokens[verb].Upos is Upos.Aux || text.Tokens[verb].Lemma is "be" or "have"))
                    negative = !negative;
                else if (token.Deprel.StartsWith("nsubj", StringComparison.Ordinal) && (IsNobody(text, i) || HasNo(text, i, from)))
                    negative = true;
                else if (light && token.Deprel is "obj" && (IsNobody(text, i) || HasNo(text, i, from)))
                    negative = true;
            }
        }

        // "There is no evidence": the tree may hang everything on the noun.
        return negative || (text.Tokens[verb].Upos is Upos.Noun && HasExpletive(text, verb, from) && HasNo(text, verb, from));
    }

    /// <summary>The word that a clause hangs on: of the tokens of a range, the first one that hangs on nothing within it and may carry a clause; -1 where there is none.</summary>
    public static int MainWord(LinguisticText text, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            Token token = text.Tokens[i];
            if ((token.Head < from || token.Head >= to) && token.Upos is Upos.Verb or Upos.Adj or Upos.Noun or Upos.Aux or Upos.Propn or Upos.Adv or Upos.Pron && HasSubject(text, i, from))
                return i;
        }

        return -1;
    }

    private static bool HasSubject(LinguisticText text, int verb, int from)
    {
        for (int i = Math.Max(from, verb - Window); i < Math.Min(text.Tokens.Length, verb + 8); i++)
        {
            if (text.Tokens[i].Head == verb && text.Tokens[i].Deprel is "nsubj" or "nsubj:pass" or "expl" or "csubj")
                return true;
        }

        return false;
    }

    private static bool IsNot(LinguisticText text, int i) =>
        Is(text, i, "not", "n't", "n’t", "never") && !(i + 1 < text.Tokens.Length && Is(text, i + 1, "only", "just", "merely", "least"));

    private static bool HasNot(LinguisticText text, int aux, int from)
    {
        for (int i = Math.Max(from, aux - 2); i < Math.Min(text.Tokens.Length, aux + 3); i++)
        {
            if (text.Tokens[i].Head == aux && IsNot(text, i))
                return true;
        }

        return false;
    }

    private static bool IsNobody(LinguisticText text, int i) =>
        Is(text, i, "nobody", "none", "nothing", "neither") || (Is(text, i, "one") && i > 0 && Is(text, i - 1, "no"));

    private static bool HasNo(LinguisticText text, int noun, int from)
    {
        for (int i = Math.Max(from, noun - 6); i < noun; i++)
        {
            if (text.Tokens[i].Head == noun && Is(text, i, "no", "neither"))
                return true;
            // "not one witness", "not a single witness".
            if (i + 1 <= noun && Is(text, i, "not") && (Is(text, i + 1, "one") || (i + 2 < noun && Is(text, i + 1, "a") && Is(text, i + 2, "single"))))
                return true;
        }

        return false;
    }

    private static bool HasExpletive(LinguisticText text, int noun, int from)
    {
        for (int i = Math.Max(from, noun - 10); i < noun; i++)
        {
            if (text.Tokens[i].Head == noun && text.Tokens[i].Deprel is "expl")
                return true;
        }

        return false;
    }

    private static bool Is(LinguisticText text, int token, params ReadOnlySpan<string> words)
    {
        ReadOnlySpan<char> form = text.Tokens[token].Span.In(text.Text);
        foreach (string word in words)
        {
            if (form.Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
