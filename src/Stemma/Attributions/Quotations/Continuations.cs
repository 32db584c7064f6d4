using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>Gives quotations without a cue of their own to the speaker of the one before them.</summary>
/// <remarks>
/// Only whole sentences in quotation marks, right behind the speaker's words or, if those were quoted too, at the head of the
/// next paragraph. What is not in quotation marks stays the report's own.
/// </remarks>
internal static class Continuations
{
    /// <summary>Tokens of a reporter's question.</summary>
    private const int MostAsked = 20;

    public static void Apply(ReadingText text, List<Frame> frames)
    {
        bool[] taken = Taken(text, frames);
        int f = 0;
        Frame? speaker = null;
        int speakerUnit = -2;
        for (int u = 0; u < text.Units.Length; u++)
        {
            int first = f;
            while (f < frames.Count && frames[f].Window.Unit == u)
                f++;
            Frame? here = Speaker(frames, first, f);
            TokenRange tokens = text.Units[u].Tokens;
            if (here is not null && speaker is not null && speakerUnit == u - 1 && text.Units[u].Paragraph == text.Units[u - 1].LastParagraph
                && OpensWithQuote(text, tokens, out int alone) && !taken[alone] && IsSpeech(text, alone) && StandsAlone(text, frames, first, f, alone))
            {
                speaker.Content.Add(WithMarks(text, alone));
                taken[alone] = true;
            }

            if (here is null && speaker is not null && speakerUnit == u - 1 && OpensWithQuote(text, tokens, out int quote) && !taken[quote] && IsSpeech(text, quote))
            {
                bool sameParagraph = text.Units[u].Paragraph == text.Units[u - 1].LastParagraph;
                bool quotedBefore = speaker.Content.Exists(r => HasQuote(text, r));
                if (sameParagraph || quotedBefore || EndsWithColon(text, text.Units[u - 1].Tokens))
                {
                    foreach (int q in QuotesIn(text, tokens))
                    {
                        if (!taken[q] && IsSpeech(text, q))
                            speaker.Content.Add(WithMarks(text, q));
                        taken[q] = true;
                    }

                    speakerUnit = u;
                    continue;
                }
            }

            if (here is not null)
                (speaker, speakerUnit) = (here, u);
            else if (speaker is not null && speakerUnit == u - 1 && IsQuestion(text, tokens) && first == f)
                speakerUnit = u; // "Had there been one? 'I have answered that.'": the reporter asks in between
        }
    }

    /// <summary>"'We left at nine.' <b>He said</b> that the road was clear": the quotation is a sentence by itself, though no sentence ends between it and the next speaker.</summary>
    private static bool StandsAlone(ReadingText text, List<Frame> frames, int from, int to, int quote)
    {
        TokenRange range = text.QuoteTokens[quote];
        if (text.Class[range.To - 1] is not Stop)
            return false;
        for (int i = from; i < to; i++)
        {
            if (frames[i].Window.Quote < 0 && frames[i].Cue.From < range.To)
                return false;
        }

        return true;
    }

    /// <summary>Which quotations stand in somebody's content.</summary>
    private static bool[] Taken(ReadingText text, List<Frame> frames)
    {
        bool[] taken = new bool[text.Quotes.Length];
        foreach (Frame frame in frames)
        {
            if (frame.Window.Quote >= 0)
                continue;
            foreach (TokenRange range in frame.Content)
            {
                for (int t = range.From; t < range.To; t++)
                {
                    if (text.QuoteOf[t] >= 0)
                        taken[text.QuoteOf[t]] = true;
                }
            }
        }

        return taken;
    }

    /// <summary>Whose words a unit ends with: its last speaker outside quotations who is not inside another's content.</summary>
    private static Frame? Speaker(List<Frame> frames, int from, int to)
    {
        Frame? found = null;
        for (int i = from; i < to; i++)
        {
            Frame frame = frames[i];
            if (frame.Window.Quote >= 0 || frame.Carries is not null || frame.Cites || frame.Manner is not CueManner.Speech || frame.Stance is Stance.Withholds || frame.Lemma is "ask" or "wonder")
                continue;
            if (found is null || !found.Content.Exists(r => r.Contains(frame.Cue.From)))
                found = frame;
        }

        return found;
    }

    /// <summary>A short question of the reporter's own.</summary>
    private static bool IsQuestion(ReadingText text, TokenRange tokens)
    {
        for (int t = tokens.From; t < tokens.To; t++)
        {
            if (text.QuoteOf[t] >= 0)
                return false;
        }

        return tokens.Length is > 1 and < MostAsked && text.Lower[tokens.To - 1] is "?";
    }

    private static bool OpensWithQuote(ReadingText text, TokenRange tokens, out int quote)
    {
        int t = tokens.From;
        if (t < tokens.To && text.Class[t] == QuoteMark)
            t++;
        quote = t < tokens.To ? text.QuoteOf[t] : -1;
        return quote >= 0 && text.QuoteTokens[quote].From <= t;
    }

    private static IEnumerable<int> QuotesIn(ReadingText text, TokenRange tokens)
    {
        int last = -1;
        for (int t = tokens.From; t < tokens.To; t++)
        {
            if (text.QuoteOf[t] > last)
                yield return last = text.QuoteOf[t];
        }
    }

    /// <summary>A sentence rather than a title or a scare quote.</summary>
    private static bool IsSpeech(ReadingText text, int quote)
    {
        TokenRange range = text.QuoteTokens[quote];
        if (range.Length < 3)
            return false;
        for (int t = range.From; t < range.To; t++)
        {
            if (NounPhrases.IsFinite(text, t) || text.Class[t] is Stop or BaseVerb)
                return true;
        }

        return false;
    }

    private static bool HasQuote(ReadingText text, TokenRange range)
    {
        for (int t = range.From; t < range.To; t++)
        {
            if (text.QuoteOf[t] >= 0)
                return true;
        }

        return false;
    }

    private static bool EndsWithColon(ReadingText text, TokenRange tokens) => !tokens.IsEmpty && text.Class[tokens.To - 1] == Colon;

    private static TokenRange WithMarks(ReadingText text, int quote)
    {
        TokenRange range = text.QuoteTokens[quote];
        int from = range.From > 0 && text.Class[range.From - 1] == QuoteMark ? range.From - 1 : range.From;
        int to = range.To < text.Tokens.Length && text.Class[range.To] == QuoteMark ? range.To + 1 : range.To;
        return new TokenRange(from, to);
    }
}
