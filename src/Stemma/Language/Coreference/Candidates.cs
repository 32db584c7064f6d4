namespace Stemma.Language.Coreference;

/// <summary>Lists whom a pronoun may mean, the nearest first: those that agree with it and that grammar does not rule out.</summary>
internal static class Candidates
{
    public const int Most = 24;

    /// <summary>Sentences looked back at.</summary>
    private const int SentencesBack = 5;

    /// <summary>Mentions looked back at: more in so few sentences are a list.</summary>
    private const int MentionsBack = 60;

    /// <summary>Paragraphs looked back at for who says "I" or "we".</summary>
    private const int ParagraphsBack = 4;

    /// <summary>For he, she, it and they.</summary>
    public static void OfThirdPerson(MentionList mentions, in PronounContext pronoun, List<Candidate> candidates)
    {
        Mention p = pronoun.Mention;
        for (int i = pronoun.Index - 1; i >= 0 && i >= pronoun.Index - MentionsBack && candidates.Count < Most; i--)
        {
            Mention m = mentions.All[i];
            if (mentions.Syntax.Distance(m.Head, p.Head) > SentencesBack)
                break;
            if (m.Pronoun != PronounClass.Who && Agrees(p, m) && !IsRuledOut(mentions.Syntax, pronoun, m))
                Add(mentions, candidates, m, i, pronoun);
        }

        // "In his speech, Holm said": the subject of a clause that the pronoun stands under.
        for (int i = pronoun.Index + 1; i < mentions.All.Count && candidates.Count < Most && mentions.All[i].Sentence == p.Sentence; i++)
        {
            Mention m = mentions.All[i];
            if (m.Form == MentionForm.Name && m.Role == Role.Subject && Agrees(p, m) && mentions.Syntax.GovernorOf(m.Top) is >= 0 and int governor
                && governor != pronoun.Governor && mentions.Syntax.IsUnder(p.Head, governor))
            {
                Add(mentions, candidates, m, i, pronoun);
                break;
            }
        }
    }

    /// <summary>For I, we and you: those that stood before, and who speaks the quotation.</summary>
    public static void OfSpeakers(MentionList mentions, in PronounContext pronoun, List<Candidate> candidates)
    {
        Mention p = pronoun.Mention;
        int paragraph = mentions.Syntax.ParagraphOf(p.Head);
        if (pronoun.Speaker >= 0 && p.Pronoun == PronounClass.I)
            Add(mentions, candidates, mentions.All[pronoun.Speaker], pronoun.Speaker, pronoun);
        for (int i = pronoun.Index - 1; i >= 0 && i >= pronoun.Index - (3 * MentionsBack) && candidates.Count < Most; i--)
        {
            Mention m = mentions.All[i];
            if (paragraph - mentions.Syntax.ParagraphOf(m.Head) > ParagraphsBack)
                break;
            if (m.Pronoun is PronounClass.I or PronounClass.We or PronounClass.You)
                Add(mentions, candidates, m, i, pronoun);
        }
    }

    private static void Add(MentionList mentions, List<Candidate> candidates, Mention m, int index, in PronounContext pronoun)
    {
        Referent referent = m.Referent;
        int subject = m.Role == Role.Subject ? index : -1;
        if (referent.SlotOf != pronoun.Index)
        {
            int between = 0;
            if (candidates.Count > 0)
            {
                Candidate nearer = candidates[^1];
                bool counts = nearer.Subject >= 0 && mentions.Syntax.ParagraphOf(mentions.All[nearer.Subject].Head) == mentions.Syntax.ParagraphOf(pronoun.Mention.Head);
                between = nearer.Between + (counts ? 1 : 0);
            }

            (referent.SlotOf, referent.Slot) = (pronoun.Index, candidates.Count);
            candidates.Add(new Candidate(referent, index, subject, candidates.Count, between));
        }
        else if (candidates[referent.Slot].Subject < 0 && subject >= 0)
        {
            candidates[referent.Slot] = candidates[referent.Slot] with { Subject = subject };
        }
    }

    private static bool Agrees(Mention p, Mention m)
    {
        Referent referent = m.Referent;
        switch (p.Pronoun)
        {
            case PronounClass.He or PronounClass.She:
                bool human = referent.Kind == ReferentKind.Person || referent.MayBePerson
                    || (m.Form != MentionForm.Pronoun && referent.Kind == ReferentKind.Unknown);
                return human && !referent.Plural && m.Pronoun is PronounClass.None or PronounClass.He or PronounClass.She
                    && referent.Female != (p.Pronoun == PronounClass.He);
            case PronounClass.They:
                return m.Pronoun is PronounClass.None or PronounClass.They && (referent.Plural || referent.Kind is ReferentKind.Body || m.Pronoun == PronounClass.They
                    || (referent.Kind == ReferentKind.Person && m.Form == MentionForm.Noun));
            default:
                return m.Pronoun is PronounClass.None or PronounClass.It && !referent.Plural && referent.Kind != ReferentKind.Person;
        }
    }

    /// <summary>An object is not its own subject, and "his wife" is not he (Chomsky's principle B, and i within i).</summary>
    private static bool IsRuledOut(TextSyntax syntax, in PronounContext pronoun, Mention m)
    {
        Mention p = pronoun.Mention;
        if (pronoun.Governor < 0 || m.Sentence != p.Sentence)
            return false;
        if (p.Role == Role.Possessor && pronoun.Governor >= m.First && pronoun.Governor < m.End)
            return true;
        return !p.Reflexive && p.Role is Role.Object or Role.Subject && m.Role is Role.Object or Role.Subject && syntax.GovernorOf(m.Top) == pronoun.Governor
            && syntax.RowHead(m.Top) == m.Top == (syntax.RowHead(p.Head) == p.Head);
    }
}
