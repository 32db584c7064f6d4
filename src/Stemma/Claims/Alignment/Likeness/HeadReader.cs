using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Language;
using Stemma.Language.Networks;
using Stemma.Language.Tagging;
using Stemma.Text;

namespace Stemma.Claims;

/// <summary>Finds what a statement hangs on: its main word by the tree, and what that word only carries ("made an <b>arrest</b>", "is set to <b>visit</b>").</summary>
internal sealed class HeadReader(WordVectors vectors, Concepts concepts)
{
    private const int Most = 4;

    private static readonly FrozenSet<string> Light = FrozenSet.Create(StringComparer.Ordinal,
        "be", "have", "make", "take", "get", "do", "give", "hold", "see", "go", "come", "keep", "put", "carry", "set", "begin", "start", "continue", "occur", "happen", "lead", "cause", "face", "remain", "become");

    private static readonly FrozenSet<string> AgentRelations = FrozenSet.Create(StringComparer.Ordinal, "nsubj", "nmod:poss", "csubj", "obl:agent");
    private static readonly FrozenSet<string> PatientRelations = FrozenSet.Create(StringComparer.Ordinal, "obj", "iobj", "nsubj:pass");

    /// <param name="conceptAt">The concept of the word or phrase that starts at a token, or null.</param>
    /// <returns>Main word first, at most four.</returns>
    public ImmutableArray<Head> Read(LinguisticText text, Draft draft, Func<int, string?> nameAt, Func<int, string?> conceptAt)
    {
        List<int> heads = Tokens(text, draft);
        return [.. heads.Select(h => Of(text, h, nameAt, conceptAt))];
    }

    /// <summary>Indices of the words, main word first.</summary>
    public static List<int> Tokens(LinguisticText text, Draft draft)
    {
        // A lot that stands behind its fellow hangs on the verb of both.
        TextSpan[] pieces = [draft.Span, .. draft.More.Where(m => TokenIndex.Sentence(text, m.Start) == draft.Sentence)];
        return Tokens(text, [.. pieces.Order().SelectMany(p => TokenIndex.Tokens(text, p) is var (first, end) ? Enumerable.Range(first, end - first) : [])
            .Where(t => !draft.Hidden.Any(h => h.Contains(text.Tokens[t].Span))).Distinct()]);
    }

    private static List<int> Tokens(LinguisticText text, int[] inside)
    {
        HashSet<int> within = [.. inside];
        List<int> heads = [];
        int main = -1;
        foreach (int i in inside)
        {
            Token token = text.Tokens[i];
            if (!within.Contains(token.Head) && token.Upos is Upos.Verb or Upos.Noun or Upos.Propn or Upos.Adj or Upos.Num or Upos.Aux or Upos.Adv
                && (main < 0 || (text.Tokens[main].Upos is not (Upos.Verb or Upos.Aux) && token.Upos is Upos.Verb or Upos.Aux)))
                main = i;
        }

        if (main < 0)
            return heads;
        heads.Add(main);
        for (int k = 0; k < heads.Count && heads.Count < Most; k++)
        {
            int at = heads[k];
            bool light = IsLight(at);
            foreach (int i in inside)
            {
                Token token = text.Tokens[i];
                if (heads.Count == Most || token.Head != at || heads.Contains(i))
                    continue;
                bool carries = token.Deprel is "xcomp" or "ccomp" || (token.Deprel is "conj" && token.Upos == text.Tokens[at].Upos)
                    || (light && token.Deprel is "obj" or "nsubj:pass" or "nsubj" or "obl" && token.Upos is Upos.Noun);
                if (carries)
                    heads.Add(i);
            }
        }

        // What a light verb carries tells what happened; the verb itself would make "has a link" and "has supplies" one thing.
        List<int> telling = [.. heads.Where(h => !IsLight(h))];
        return telling.Count > 0 ? telling : heads;

        bool IsLight(int token) => Light.Contains(text.Tokens[token].Lemma.ToLowerInvariant());
    }

    private Head Of(LinguisticText text, int at, Func<int, string?> nameAt, Func<int, string?> conceptAt)
    {
        Sentence sentence = text.Sentences[TokenIndex.Sentence(text, text.Tokens[at].Span.Start)];
        int first = sentence.FirstToken, end = sentence.EndToken;
        Token token = text.Tokens[at];
        string concept = conceptAt(at) ?? concepts.Of(text, at);
        int from = at;
        for (int steps = 0; steps < 3 && text.Tokens[from].Deprel is "conj" or "xcomp" && text.Tokens[from].Head >= first && text.Tokens[from].Head < end && !HasSubject(from); steps++)
            from = text.Tokens[from].Head;
        SortedSet<string> agents = new(StringComparer.Ordinal), patients = new(StringComparer.Ordinal);
        for (int i = first; i < end; i++)
        {
            Token child = text.Tokens[i];
            if (child.Head != at && (child.Head != from || child.Deprel is not ("nsubj" or "nsubj:pass")))
                continue;
            if (AgentRelations.Contains(child.Deprel))
                agents.UnionWith(Words(i));
            else if (PatientRelations.Contains(child.Deprel) || (token.Upos is Upos.Noun && child.Deprel is "nmod"))
                patients.UnionWith(Words(i));
        }

        return new Head(concept, concepts.IsKnown(concept), vectors.Find(WordForm.HashOf(text.Text, token.Span)), [.. agents], [.. patients]);

        bool HasSubject(int verb)
        {
            for (int i = first; i < end; i++)
            {
                if (text.Tokens[i].Head == verb && text.Tokens[i].Deprel.StartsWith("nsubj", StringComparison.Ordinal))
                    return true;
            }

            return false;
        }

        IEnumerable<string> Words(int noun)
        {
            if (nameAt(noun) is { } name)
                yield return name;
            else if (text.Tokens[noun].Upos is not Upos.Pron)
                yield return conceptAt(noun) ?? concepts.Of(text, noun);
            for (int i = Math.Max(first, noun - 6); i < Math.Min(end, noun + 7); i++)
            {
                Token part = text.Tokens[i];
                if (part.Head != noun || part.Deprel is not ("compound" or "amod" or "nmod" or "nmod:poss" or "flat" or "appos"))
                    continue;
                yield return nameAt(i) ?? concepts.Of(text, i);
            }
        }
    }
}
