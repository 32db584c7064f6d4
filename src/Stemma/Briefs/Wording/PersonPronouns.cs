using System.Collections.Immutable;
using Stemma.Language;
using Stemma.Language.Coreference;

namespace Stemma.Briefs;

/// <summary>"He", "him", "his" and their like within a sentence that names nobody they could mean.</summary>
internal static class PersonPronouns
{
    private static readonly ReferenceLexicon Lexicon = new();

    /// <summary>Puts a name for each pronoun for one person, outside quotation marks, that has no person before it in the sentence, or is the object of a verb
    /// whose subject is the only person there is ("Kim invited him").</summary>
    /// <returns>False where such a pronoun has no sure name: the sentence cannot stand alone.</returns>
    public static bool Settle(StorySentence sentence, SentenceText text)
    {
        ImmutableArray<Token> all = sentence.Report.Annotation.Language.Tokens;
        string body = sentence.Report.Report.Body;
        bool quoted = SentenceShape.BeginsInQuote(sentence);
        List<int> people = [];
        for (int i = sentence.Sentence.FirstToken; i < sentence.Sentence.EndToken && i < all.Length; i++)
        {
            Token token = all[i];
            if (!text.Kept.Contains(token.Span))
                continue;
            ReadOnlySpan<char> word = token.Span.In(body);
            if (word is "\"" or "“" or "”" or "''" or "``")
                quoted = word is "“" or "``" || (word is "\"" && !quoted);
            if (IsPerson(sentence, token) || text.Replaces(token.Span))
                people.Add(i);
            else if (!quoted && IsPronoun(word))
            {
                bool bare = people.Count == 0 && !PersonFollows(sentence, all, i);
                bool other = token.Deprel is "obj" or "iobj" && people.Count == 1 && all[people[0]].Deprel == "nsubj" && all[people[0]].Head == token.Head;
                if (!bare && !other)
                    continue;
                if (sentence.Pronouns.PersonAt(token.Span) is not var (name, at) || (other && name.Contains(all[people[0]].Span.In(body), StringComparison.Ordinal)))
                    return false;
                bool owner = word is "his" or "His" || (word is "her" or "Her" && token.Deprel.StartsWith("nmod", StringComparison.Ordinal));
                text.NamedAt.Add(at);
                text.Replace(token.Span, owner ? $"[{name}]'s" : $"[{name}]");
                people.Add(i);
            }
        }

        return true;
    }

    private static bool IsPronoun(ReadOnlySpan<char> word) => word is "he" or "him" or "his" or "she" or "her" or "He" or "His" or "She" or "Her";

    private static bool IsPerson(StorySentence sentence, Token token) =>
        (token.Upos == Upos.Noun && Lexicon.Kind(token.Lemma) == ReferentKind.Person)
        || sentence.Report.Annotation.Language.Entities.Any(e => e.Kind == EntityKind.Person && e.Span.Contains(token.Span));

    /// <summary>"In his speech the mayor said": whom it means stands further on.</summary>
    private static bool PersonFollows(StorySentence sentence, ImmutableArray<Token> all, int i)
    {
        for (int t = i + 1; t < Math.Min(Math.Min(sentence.Sentence.EndToken, all.Length), i + 14); t++)
        {
            if (all[t].Deprel.StartsWith("nsubj", StringComparison.Ordinal) && IsPerson(sentence, all[t]))
                return true;
        }

        return false;
    }
}
