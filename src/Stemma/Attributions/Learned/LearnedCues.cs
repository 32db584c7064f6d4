namespace Stemma.Attributions;

/// <summary>What the trained model takes for a cue and what is none by its grammar, whatever the words: it was trained on one year's politics and reads acts of courts and boards as sayings.</summary>
internal static class LearnedCues
{
    /// <param name="main">The cue's verb or noun.</param>
    /// <param name="content">Without what stands outside the sentence.</param>
    public static bool IsNone(ReadingText text, CueEntry? entry, TokenRange cue, int main, List<TokenRange> source, List<TokenRange> content)
    {
        if (source.Count > 0 && IsFigure(text, source[0]))
            return true;
        // "a tractor with two seats, called Daisy": a participle that describes its noun has nobody who speaks behind it.
        if (source.Count > 0 && source[0].From >= cue.To && text.Class[main] is WordClass.Participle or WordClass.FiniteVerb && !content.Exists(r => Enumerable.Range(r.From, r.Length).Any(t => text.QuoteOf[t] >= 0))
            && (text.Tokens[main].Deprel.StartsWith("acl", StringComparison.Ordinal) || text.Tokens[main].Lemma is "name" or "call" or "dub" or "nickname" or "title"))
            return true;
        // "called it twice", "called the desk at nine": rang up.
        if (entry is { Lemma: "call" } && content.Count > 0 && content[0].From + 1 < text.Tokens.Length && text.Class[content[0].From] is WordClass.Pronoun && text.Class[content[0].From + 1] is WordClass.Number or WordClass.Preposition or WordClass.Stop)
            return true;
        bool passive = text.Class[main] is WordClass.Participle or WordClass.FiniteVerb && source.Count > 0 && source[0].To <= cue.From && VerbGroup.Of(text, main, Math.Max(0, main - 8)).Passive;
        // "The staff were warned that the roof might fall": its subject is told something and says nothing.
        if (passive && entry is { TakesAddressee: true })
            return true;
        if (LearnedFrames.IsClauseOrQuotation(text, content) && !IsObject(text, content[0], main))
            return false;
        if (passive)
            return true;
        // "calls off the match": another verb than the one in the lexicon.
        if (entry is { Particles.IsEmpty: true } && main + 1 < text.Tokens.Length && text.Tokens[main + 1].Xpos is "RP" && entry.Prepositions.IsEmpty)
            return true;
        return Acts.Contains(text.Tokens[main].Lemma);
    }

    /// <summary>What a court, a board or the police does to somebody by saying so or by hand.</summary>
    private static readonly System.Collections.Frozen.FrozenSet<string> Acts = System.Collections.Frozen.FrozenSet.Create(StringComparer.Ordinal,
        "acquit convict sentence clear free jail imprison fine arrest detain release elect appoint nominate hire fire sack suspend expel evict fund pay sell buy close open cancel postpone halt order".Split(' '));

    private static bool IsFigure(ReadingText text, TokenRange source)
    {
        for (int t = source.From; t < source.To; t++)
        {
            if (text.Class[t] is not (WordClass.Number or WordClass.Stop or WordClass.Comma))
                return false;
        }

        return true;
    }

    /// <summary>"fined <b>him</b> and would not wait": what follows the verb is its object, and the verb further on is not of a clause that is said.</summary>
    private static bool IsObject(ReadingText text, TokenRange content, int main)
    {
        if (content.From != main + 1 || text.QuoteOf[content.From] >= 0)
            return false;
        for (int t = content.From; t < Math.Min(content.To, content.From + 8); t++)
        {
            if (text.Tokens[t].Head == main && text.Tokens[t].Deprel is "obj")
                return true;
        }

        return false;
    }
}
