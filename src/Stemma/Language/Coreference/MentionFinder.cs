using System.Collections.Immutable;

namespace Stemma.Language.Coreference;

/// <summary>Lists a text's mentions: its names, its personal pronouns, and the nouns that may be meant by one.</summary>
internal sealed class MentionFinder(ReferenceLexicon lexicon)
{
    /// <returns>In text order, none overlapping.</returns>
    public List<Mention> Find(TextSyntax syntax)
    {
        ImmutableArray<Token> tokens = syntax.Tokens;
        ImmutableArray<EntityMention> entities = syntax.Text.Entities;
        List<Mention> mentions = new(tokens.Length / 4);
        Dictionary<(EntityKind, string), Referent> named = [];
        Dictionary<string, Referent> unnamed = new(StringComparer.Ordinal);
        int e = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            while (e < entities.Length && entities[e].Span.End <= tokens[i].Span.Start)
                e++;
            if (e < entities.Length && entities[e].Span.Start < tokens[i].Span.End)
            {
                int end = i + 1;
                while (end < tokens.Length && tokens[end].Span.Start < entities[e].Span.End)
                    end++;
                mentions.Add(OfName(syntax, e, i, end, ReferentOf(entities[e], named)));
                i = end - 1;
            }
            else if (tokens[i].Upos == Upos.Pron)
            {
                if (OfPronoun(syntax, i) is { } pronoun)
                    mentions.Add(pronoun);
            }
            else if (tokens[i].Upos is Upos.Noun or Upos.Propn && OfNoun(syntax, i, unnamed) is { } noun)
            {
                mentions.Add(noun);
            }
        }

        return mentions;
    }

    /// <summary>One for all mentions of a name.</summary>
    private Referent ReferentOf(EntityMention entity, Dictionary<(EntityKind, string), Referent> named)
    {
        if (named.TryGetValue((entity.Kind, entity.Name), out Referent? known))
            return known;
        Referent referent = new()
        {
            Kind = entity.Kind switch
            {
                EntityKind.Person => ReferentKind.Person,
                EntityKind.Organisation => ReferentKind.Body,
                EntityKind.Place => ReferentKind.Place,
                _ => ReferentKind.Thing,
            },
            Female = entity.Kind == EntityKind.Person ? entity.Female : null,
            Name = entity,
            MayBePerson = entity.Kind != EntityKind.Person && lexicon.MayBePerson(entity.Name),
        };
        named.Add((entity.Kind, entity.Name), referent);
        return referent;
    }

    private static Mention OfName(TextSyntax syntax, int index, int first, int end, Referent referent)
    {
        ImmutableArray<Token> tokens = syntax.Tokens;
        int head = end - 1;
        for (int i = first; i < end; i++)
        {
            if (tokens[i].Head < first || tokens[i].Head >= end)
            {
                head = i;
                break;
            }
        }

        // "spokesman Rutger Holm", however the parser joins the two: the noun right before bears the relation.
        int above = tokens[head].Head;
        bool beside = above == first - 1 && above >= 0 && tokens[head].Deprel is "appos" or "flat" or "compound" or "nmod:desc" or "nmod:unmarked" or "dep"
            && tokens[above].Upos is Upos.Noun or Upos.Propn;
        int top = beside ? above : head;
        return new Mention
        {
            First = first,
            End = end,
            Head = head,
            Top = top,
            Form = MentionForm.Name,
            Definite = true,
            Role = syntax.RoleOf(top),
            Sentence = syntax.SentenceOf[head],
            Quote = syntax.QuoteOf[head],
            Entity = index,
            Referent = referent,
        };
    }

    private static Mention? OfPronoun(TextSyntax syntax, int token)
    {
        ReadOnlySpan<char> word = syntax.Tokens[token].Span.In(syntax.Text.Text);
        PronounClass pronoun = Pronouns.ClassOf(word);
        if (pronoun == PronounClass.None)
            return null;
        return new Mention
        {
            First = token,
            End = token + 1,
            Head = token,
            Top = token,
            Form = MentionForm.Pronoun,
            Pronoun = pronoun,
            Reflexive = word.EndsWith("self", StringComparison.OrdinalIgnoreCase) || word.EndsWith("selves", StringComparison.OrdinalIgnoreCase),
            Role = syntax.RoleOf(token),
            Sentence = syntax.SentenceOf[token],
            Quote = syntax.QuoteOf[token],
            Entity = -1,
            Referent = new Referent
            {
                Kind = pronoun is PronounClass.It or PronounClass.They ? ReferentKind.Unknown : ReferentKind.Person,
                Female = pronoun switch { PronounClass.She => true, PronounClass.He => false, _ => null },
                Plural = pronoun is PronounClass.They or PronounClass.We,
            },
        };
    }

    /// <param name="unnamed">Proper nouns that no name covers, so that one that comes again means the same.</param>
    private Mention? OfNoun(TextSyntax syntax, int token, Dictionary<string, Referent> unnamed)
    {
        ImmutableArray<Token> tokens = syntax.Tokens;
        Token noun = tokens[token];
        if (noun.Deprel is "compound" or "flat" or "fixed" or "goeswith" or "nmod:desc" or "obl:unmarked" or "nmod:unmarked" or "amod")
            return null;
        string lemma = noun.Upos == Upos.Propn ? noun.Lemma.ToLowerInvariant() : noun.Lemma;
        (bool definite, bool possessed, bool indefinite, bool counted) = (false, false, false, false);
        for (int i = token - 1; i >= 0 && i >= token - 6 && syntax.SentenceOf[i] == syntax.SentenceOf[token]; i--)
        {
            if (tokens[i].Head != token)
                continue;
            ReadOnlySpan<char> word = tokens[i].Span.In(syntax.Text.Text);
            if (tokens[i].Deprel is "nmod:poss")
                possessed = true;
            else if (tokens[i].Deprel is "det" && Is(word, "the", "this", "that", "these", "those"))
                definite = true;
            else if (tokens[i].Deprel is "det" && Is(word, "a", "an", "some", "another", "any"))
                indefinite = true;
            else if (tokens[i].Deprel is "nummod")
                counted = true;
        }

        ReferentKind kind = lexicon.Kind(lemma);
        bool plural = noun.Xpos is "NNS" or "NNPS" || counted;
        Referent? referent = null;
        string form = noun.Span.In(syntax.Text.Text).ToString();
        bool proper = noun.Xpos == "NNP" && !definite && !indefinite && !possessed && kind == ReferentKind.Unknown;
        if (!proper || !unnamed.TryGetValue(form, out referent))
            referent = new Referent { Kind = kind, Female = kind == ReferentKind.Person ? lexicon.Female(lemma) : null, Plural = plural };
        if (proper)
            unnamed[form] = referent;
        return new Mention
        {
            First = token,
            End = token + 1,
            Head = token,
            Top = token,
            Form = proper ? MentionForm.Name : MentionForm.Noun,
            Definite = definite,
            Possessed = possessed,
            Indefinite = indefinite,
            Role = syntax.RoleOf(token),
            Sentence = syntax.SentenceOf[token],
            Quote = syntax.QuoteOf[token],
            Entity = -1,
            Referent = referent,
        };
    }

    private static bool Is(ReadOnlySpan<char> word, params ReadOnlySpan<string> words)
    {
        foreach (string other in words)
        {
            if (word.Equals(other, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
