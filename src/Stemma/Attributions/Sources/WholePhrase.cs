using Stemma.Language;

namespace Stemma.Attributions;

/// <summary>Widens a source to the whole noun phrase it is the heart of, as the parse has it: "eight in ten <b>voters</b>", "<b>Jan Holm</b>, a lawyer who advises the firm".</summary>
/// <remarks>
/// PolNeAR's annotators marked whole phrases (Newell et al. 2018). The rules find the words that name somebody; this tells where their description begins and ends, and is
/// asked only once everything else is settled.
/// </remarks>
internal static class WholePhrase
{
    /// <summary>Longest source, in tokens: past it, it is more likely the parse that went astray.</summary>
    private const int Longest = 40;

    /// <param name="cues">For each token whether it belongs to a cue: a source does not grow over a relative clause in which somebody says something else.</param>
    public static TokenRange Of(ReadingText text, Frame frame, bool[] cues)
    {
        TokenRange source = frame.Source;
        int head = Head(text, source);
        if (head < 0)
            return source;
        (int low, int high) = Bounds(text, frame);
        int whole = Above(text, head, source, low);
        int from = source.From, to = source.To;
        while (from > low && IsUnder(text, from - 1, whole, low, high))
            from--;
        while (to < high && IsUnder(text, to, whole, low, high))
            to++;
        if (Array.IndexOf(cues, true, source.To, Math.Max(0, to - source.To)) >= 0)
            to = source.To;
        while (to > source.To && (text.Tokens[to - 1].Upos == Upos.Punct || text.Class[to - 1] is WordClass.Possessive))
            to--;
        while (from < source.From && text.Tokens[from].Upos is Upos.Punct or Upos.Adp)
            from++;
        return to - from > Longest ? source : new TokenRange(from, to);
    }

    /// <summary>The source may not reach into the cue, its content, or another sentence.</summary>
    private static (int Low, int High) Bounds(ReadingText text, Frame frame)
    {
        TokenRange source = frame.Source;
        int low = frame.Window.From, high = frame.Window.To;
        foreach (TokenRange other in (TokenRange[])[frame.Cue, .. frame.Content])
        {
            if (other.IsEmpty)
                continue;
            if (other.From < source.From)
                low = Math.Max(low, Math.Min(other.To, source.From));
            if (other.To > source.To)
                high = Math.Min(high, Math.Max(other.From, source.To));
        }

        return (Math.Min(low, source.From), Math.Max(high, source.To));
    }

    private static int Head(ReadingText text, TokenRange source)
    {
        for (int t = source.From; t < source.To; t++)
        {
            int head = text.Tokens[t].Head;
            if ((head < source.From || head >= source.To) && text.Tokens[t].Upos is Upos.Noun or Upos.Propn or Upos.Num)
                return t;
        }

        return -1;
    }

    /// <summary>"<b>half</b> of the voters": who is counted hangs on the count.</summary>
    private static int Above(ReadingText text, int head, TokenRange source, int low)
    {
        int of = source.From - 1;
        if (of <= low || text.Lower[of] is not ("of" or "in") || text.Tokens[of].Head != head)
            return head;
        int above = text.Tokens[head].Head;
        return above >= low && above < of && text.Tokens[above].Upos is Upos.Noun or Upos.Num or Upos.Adj or Upos.Det or Upos.Pron or Upos.Adv ? above : head;
    }

    private static bool IsUnder(ReadingText text, int token, int head, int low, int high)
    {
        int at = token;
        for (int steps = 0; steps < 30 && at >= low && at < high; steps++)
        {
            if (at == head)
                return true;
            string relation = text.Tokens[at].Deprel;
            if (relation is "parataxis" or "discourse" or "dep" || (relation is "conj" && text.Tokens[at].Upos is Upos.Verb or Upos.Aux))
                return false;
            at = text.Tokens[at].Head;
        }

        return false;
    }
}
