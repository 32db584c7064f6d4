using System.Collections.Immutable;

namespace Stemma.Evaluation.Mentions;

/// <summary>Draws from a GUM document what <see cref="MentionsEvaluation"/> asks.</summary>
internal sealed class MentionQuestions
{
    private readonly GumDocument document;
    private readonly Dictionary<string, List<GoldMention>> chains = [];

    /// <summary>The smallest mention that each word is in, or null.</summary>
    private readonly GoldMention?[] smallest;

    public MentionQuestions(GumDocument document)
    {
        this.document = document;
        smallest = new GoldMention?[document.Words.Length];
        foreach (GoldMention mention in document.Mentions)
        {
            if (!chains.TryGetValue(mention.Chain, out List<GoldMention>? chain))
                chains.Add(mention.Chain, chain = []);
            chain.Add(mention);
            for (int i = mention.First; i < mention.End; i++)
            {
                if (smallest[i] is not { } other || other.Length >= mention.Length)
                    smallest[i] = mention;
            }
        }
    }

    /// <summary>The smallest mention in gold that a word is in, or null where it is in none.</summary>
    public GoldMention? Around(int word) => smallest[word];

    public IEnumerable<MentionQuestion> All()
    {
        foreach (GoldMention mention in document.Mentions)
        {
            if (mention.Kind == "person" && KindOf(mention) is { } kind)
            {
                List<GoldMention> chain = chains[mention.Chain];
                ImmutableArray<GoldMention> others = [.. chain.Where(m => !ReferenceEquals(m, mention))];
                yield return new MentionQuestion(kind, WordsOf(mention), !ReferenceEquals(chain[0], mention), others, [.. others.Where(m => KindOf(m) == MentionKind.Name)]);
            }
        }

        for (int i = 0; i < document.Words.Length; i++)
        {
            int referent = document.Words[i].Referent;
            if (document.Words[i].Lower is "who" or "whom" && referent >= 0 && smallest[referent] is { Kind: "person" } person)
                yield return new MentionQuestion(MentionKind.Who, [i], IsAsked: true, [person], []);
        }
    }

    /// <returns>Null for a mention by a common noun, and for pronouns that are not personal.</returns>
    private MentionKind? KindOf(GoldMention mention)
    {
        GumWord first = document.Words[mention.First];
        if (mention.Length > 1 || first.Upos != "PRON")
            return IsName(mention) ? MentionKind.Name : null;
        return first.Lower switch
        {
            "he" or "him" or "his" or "himself" or "she" or "her" or "hers" or "herself" => MentionKind.HeOrShe,
            "they" or "them" or "'em" or "their" or "theirs" or "themselves" or "themself" => MentionKind.They,
            "i" or "me" or "my" or "mine" or "myself" => MentionKind.I,
            "we" or "us" or "'s" or "our" or "ours" or "ourselves" => MentionKind.We,
            "you" or "your" or "yours" or "yourself" or "yourselves" => MentionKind.You,
            _ => null,
        };
    }

    /// <summary>"Watson", "Professor Eastman", "former senator Ann Rowe"; not "the Pope" nor "a Fellow", whose proper nouns describe.</summary>
    private bool IsName(GoldMention mention)
    {
        int head = document.HeadOf(mention);
        if (document.Words[head].Upos != "PROPN")
            return false;
        for (int i = mention.First; i < head; i++)
        {
            if (document.Words[i].Governor == head && document.Words[i].Deprel == "det")
                return false;
        }

        return true;
    }

    private ImmutableArray<int> WordsOf(GoldMention mention)
    {
        if (mention.Length == 1)
            return [mention.First];
        ImmutableArray<int> own = [.. Enumerable.Range(mention.First, mention.Length).Where(i => document.Words[i].Upos == "PROPN" && ReferenceEquals(smallest[i], mention))];
        return own.IsEmpty ? [mention.First] : own;
    }
}
