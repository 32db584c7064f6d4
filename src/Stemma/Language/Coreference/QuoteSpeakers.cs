namespace Stemma.Language.Coreference;

/// <summary>Whose words each quotation is: the subject of the reporting verb beside it.</summary>
/// <remarks>
/// Looks right behind the closing mark, then before the opening one, then takes over whoever spoke before in the same paragraph. The stage of
/// attributions settles who speaks with more care; here it is asked only whom "I" and "he" inside can mean.
/// </remarks>
internal static class QuoteSpeakers
{
    /// <summary>Tokens looked at on either side of a quotation.</summary>
    private const int Reach = 12;

    /// <returns>For each quotation the index of a mention, or -1.</returns>
    public static int[] Find(MentionList mentions, ReferenceLexicon lexicon)
    {
        TextSyntax syntax = mentions.Syntax;
        int[] speakers = new int[syntax.Quotes.Length];
        int at = 0;
        int lastParagraph = -1;
        for (int q = 0; q < speakers.Length; q++)
        {
            while (at < syntax.Tokens.Length && syntax.QuoteOf[at] < q)
                at++;
            int from = at;
            while (at < syntax.Tokens.Length && syntax.QuoteOf[at] == q)
                at++;
            speakers[q] = -1;
            if (from == at)
                continue;
            int paragraph = syntax.ParagraphOf(at - 1);
            for (int t = at; speakers[q] < 0 && t < syntax.Tokens.Length && t < at + Reach && syntax.SentenceOf[t] <= syntax.SentenceOf[at - 1] + 1; t++)
                speakers[q] = Reporter(mentions, lexicon, t);
            int start = syntax.ParagraphOf(from);
            for (int t = from - 1; speakers[q] < 0 && t >= 0 && t > from - Reach && syntax.ParagraphOf(t) == start; t--)
                speakers[q] = Reporter(mentions, lexicon, t);
            if (speakers[q] < 0 && q > 0 && lastParagraph == start)
                speakers[q] = speakers[q - 1];
            lastParagraph = paragraph;
        }

        return speakers;
    }

    private static int Reporter(MentionList mentions, ReferenceLexicon lexicon, int verb)
    {
        TextSyntax syntax = mentions.Syntax;
        return syntax.QuoteOf[verb] < 0 && syntax.SubjectOf[verb] >= 0 && syntax.Tokens[verb].Upos == Upos.Verb && lexicon.Reports(syntax.Tokens[verb].Lemma)
            ? mentions.At(syntax.SubjectOf[verb])
            : -1;
    }
}
