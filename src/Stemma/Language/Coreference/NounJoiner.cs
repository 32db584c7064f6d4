using System.Collections.Immutable;

namespace Stemma.Language.Coreference;

/// <summary>Joins nouns to what they mean where the words themselves tell: appositions, and "the minister" after a minister.</summary>
internal static class NounJoiner
{
    /// <summary>Mentions looked back at: further back, "the official" may be another.</summary>
    private const int Reach = 60;

    /// <summary>"the captain, Jan Holm" and "Jan Holm, captain of": the noun means whom the name means.</summary>
    public static void JoinAppositions(MentionList mentions)
    {
        ImmutableArray<Token> tokens = mentions.Syntax.Tokens;
        foreach (Mention mention in mentions.All)
        {
            if (mention.Form == MentionForm.Pronoun)
                continue;
            Token head = tokens[mention.Head];
            int other = mentions.At(head.Head);
            if (other < 0 || mentions.All[other].Form == MentionForm.Pronoun || ReferenceEquals(mentions.All[other], mention))
                continue;
            Mention above = mentions.All[other];
            bool apposition = head.Deprel == "appos";
            bool beside = above.End == mention.First && above.Form == MentionForm.Noun && head.Deprel is "flat" or "compound" or "nmod:desc" or "nmod:unmarked" or "dep";
            if (!apposition && !beside)
                continue;
            if (mention.Form == MentionForm.Name && above.Form == MentionForm.Noun && CanBe(above.Referent, mention.Referent))
                above.Referent = mention.Referent;
            else if (mention.Form == MentionForm.Noun && apposition && CanBe(mention.Referent, above.Referent))
                mention.Referent = above.Referent;
        }
    }

    /// <returns>Index of the earlier mention that "the minister" or "the ministry" means; -1 where there is none.</returns>
    public static int Earlier(MentionList mentions, int index)
    {
        Mention noun = mentions.All[index];
        if (!noun.Definite || noun.Referent.Kind is not (ReferentKind.Person or ReferentKind.Body))
            return -1;
        ImmutableArray<Token> tokens = mentions.Syntax.Tokens;
        string lemma = tokens[noun.Head].Lemma;
        for (int i = index - 1; i >= 0 && i > index - Reach; i--)
        {
            Mention earlier = mentions.All[i];
            if (ReferenceEquals(earlier.Referent, noun.Referent) || earlier.Form == MentionForm.Pronoun)
                continue;
            bool same = earlier.Form == MentionForm.Noun
                ? earlier.Referent.Plural == noun.Referent.Plural && tokens[earlier.Head].Lemma.Equals(lemma, StringComparison.OrdinalIgnoreCase)
                : !noun.Referent.Plural && HasRole(earlier.Referent, lemma) && CanBe(noun.Referent, earlier.Referent);
            if (same)
                return i;
        }

        return -1;
    }

    private static bool HasRole(Referent named, string lemma)
    {
        if (named.Name?.Role is not { } role)
            return false;
        int at = role.IndexOf(lemma, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at == 0 || !char.IsLetter(role[at - 1])) && (at + lemma.Length == role.Length || !char.IsLetter(role[at + lemma.Length]));
    }

    private static bool CanBe(Referent noun, Referent named)
    {
        bool kinds = named.Kind switch
        {
            ReferentKind.Person => noun.Kind is ReferentKind.Person or ReferentKind.Unknown,
            ReferentKind.Body => noun.Kind is ReferentKind.Body or ReferentKind.Unknown,
            ReferentKind.Place => noun.Kind is ReferentKind.Place,
            _ => noun.Kind == named.Kind || noun.Kind == ReferentKind.Unknown,
        };
        return kinds && noun.Plural == named.Plural && (noun.Female is null || named.Female is null || noun.Female == named.Female);
    }
}
