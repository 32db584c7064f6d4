namespace Stemma.Language.Coreference;

/// <summary>What is asked of a pronoun itself, once for all its candidates.</summary>
internal readonly struct PronounContext
{
    public PronounContext(MentionList mentions, int index, int[] speakers, ReferenceLexicon lexicon)
    {
        TextSyntax syntax = mentions.Syntax;
        Mention = mentions.All[index];
        Index = index;
        Group = Mention.Pronoun switch
        {
            PronounClass.He or PronounClass.She => 0,
            PronounClass.They => 1,
            PronounClass.It => 2,
            PronounClass.I => 3,
            PronounClass.We => 4,
            _ => 5,
        };
        Governor = syntax.GovernorOf(Mention.Head);
        Reports = Governor >= 0 && lexicon.Reports(syntax.Tokens[Governor].Lemma);
        int first = syntax.Text.Sentences[Mention.Sentence].FirstToken;
        OpensSentence = Mention.Head <= first + 1;
        OpensParagraph = OpensSentence && (Mention.Sentence == 0 || syntax.Text.Sentences[Mention.Sentence - 1].Paragraph != syntax.Text.Sentences[Mention.Sentence].Paragraph);
        Last = -1;
        for (int i = index - 1; i >= 0 && i >= index - 40 && Last < 0; i--)
        {
            if (mentions.All[i].Pronoun == Mention.Pronoun && mentions.All[i].Quote == Mention.Quote)
                Last = i;
        }

        LastSpeaker = -1;
        for (int i = index - 1; i >= 0 && i >= index - 60 && LastSpeaker < 0; i--)
        {
            Mention other = mentions.All[i];
            if (other.Role == Role.Subject && other.Quote < 0 && syntax.GovernorOf(other.Top) is >= 0 and int verb && lexicon.Reports(syntax.Tokens[verb].Lemma))
                LastSpeaker = i;
        }

        Speaker = Mention.Quote >= 0 ? speakers[Mention.Quote] : -1;
    }

    public Mention Mention { get; }

    /// <summary>Index of the nearest pronoun of the same class before it, inside the same quotation or outside any as it is itself; -1 where none is in sight.</summary>
    public int Last { get; }

    /// <summary>Index of the nearest mention before it that says something, outside quotations; -1 where none is in sight.</summary>
    public int LastSpeaker { get; }

    public int Index { get; }

    /// <summary>0 he and she, 1 they, 2 it, 3 I, 4 we, 5 you: pronouns that are weighed alike.</summary>
    public int Group { get; }

    public int Governor { get; }

    /// <summary>Its governor is a verb of saying.</summary>
    public bool Reports { get; }

    public bool OpensSentence { get; }

    public bool OpensParagraph { get; }

    /// <summary>Index of the mention whose words the pronoun is among; -1 outside quotations and where nobody is told.</summary>
    public int Speaker { get; }
}
