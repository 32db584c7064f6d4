using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Language.Networks;

namespace Stemma.Attributions;

/// <summary>Joins what the trained model marks with what the rules found: cues that the rules miss, sources and content where they went astray.</summary>
/// <remarks>
/// The rules know chains, stance and where clauses end; the model knows more ways to say that somebody says. So a rule's frame stands where both agree on what is said, and
/// the model's words are taken where there is no frame or where the two hardly overlap.
/// </remarks>
internal static class LearnedFrames
{
    /// <summary>Least probability of a cue that no rule found. These four were swept on PolNeAR dev, each as far as no figure of our own stories falls.</summary>
    private const float ToAdd = 0.4f;

    /// <summary>The same where no word of it is in the lexicon and what follows is a mere phrase ("arrested a man critical of the mayor").</summary>
    private const float ToAddStranger = 0.8f;

    /// <summary>Least probability of a cue whose source or content is taken over.</summary>
    private const float ToCorrect = 0.5f;

    /// <summary>A rule's content that shares less than this part of the union with the model's is replaced by it.</summary>
    private const float Agreement = 0.3f;

    /// <summary>A rule's cue that the model gives less than this is no cue ("called on Friday", "the law requires a permit").</summary>
    private const float ToDrop = 0.3f;

    /// <summary>Verbs and nouns that do nothing but report: the model, which knows the outermost source alone, reads many that stand inside another's words as none.</summary>
    private static readonly FrozenSet<string> Plain = FrozenSet.Create(StringComparer.Ordinal, "say", "tell", "report", "write", "add", "quote", "cite", "announce", "statement", "account", "put");

    public static void Join(ReadingText text, List<Frame> frames, AttributionNetwork network, EncodedText encoded, CueLexicon lexicon)
    {
        float[] chances = new float[text.Tokens.Length];
        List<LearnedAttribution> learned = network.Read(text, encoded, chances);
        List<Frame> fresh = [];
        HashSet<Frame> kept = [];
        foreach (LearnedAttribution marked in learned)
        {
            Frame? same = frames.Find(f => f.Window.Quote < 0 && marked.Cue.Exists(c => c.Overlaps(f.Cue)));
            if (same is not null)
            {
                kept.Add(same);
                if (marked.Probability >= ToCorrect)
                    Correct(text, same, marked);
            }
            else if (marked.Probability >= ToAdd && marked.Content.Count > 0 && !IsTold(frames, marked.Cue[0].From) && New(text, marked, lexicon) is { } frame)
            {
                fresh.Add(frame);
            }
        }

        List<Frame> dropped = frames.FindAll(f => IsDoubtful(text, f) && !kept.Contains(f) && Mean(chances, f.Cue) < ToDrop && !IsNested(frames, f) && !frames.Exists(o => o.Outer == f || o.Carries == f || o.SharesSourceOf == f));
        foreach (Frame frame in dropped)
        {
            frames.Remove(frame);
            GiveBack(text, frames, frame);
        }

        frames.AddRange(fresh);
        frames.Sort((a, b) => a.Window.Unit != b.Window.Unit ? a.Window.Unit.CompareTo(b.Window.Unit) : a.Cue.From != b.Cue.From ? a.Cue.From.CompareTo(b.Cue.From) : a.Cue.To.CompareTo(b.Cue.To));
    }

    /// <summary>Whether the model may overrule what a rule took for a cue: documents and hearsay, silences and denials, and plain reporting it does not know well enough.</summary>
    private static bool IsDoubtful(ReadingText text, Frame frame) =>
        text.Class[frame.Cue.From] is not WordClass.Preposition && frame.Window.Quote < 0 && frame.Carries is null && frame.Outer is null && !frame.Cites
        && frame.Manner is CueManner.Attitude or CueManner.Intent or CueManner.Thought or CueManner.Speech
        && frame.Stance is not (Stance.Withholds or Stance.Denies) && !Plain.Contains(frame.Lemma) && !SpeaksOfFigure(text, frame) && !SaysThat(text, frame) && !ClosesQuotation(text, frame);

    /// <summary>"'It never rang,' snapped a neighbour": a verb that closes a quotation says it, in whatever tone.</summary>
    private static bool ClosesQuotation(ReadingText text, Frame frame) =>
        frame is { Manner: CueManner.Speech, BeforeEnd: > 0 } && frame.Source.From >= frame.Cue.To && text.QuoteOf[Math.Max(0, frame.BeforeEnd - 2)] >= 0 && text.Class[frame.BeforeEnd - 1] is WordClass.QuoteMark;

    /// <summary>"The firm maintains <b>that</b> the valve was shut": a verb of speech with a clause of its own says it, however seldom the model has seen the verb.</summary>
    private static bool SaysThat(ReadingText text, Frame frame) =>
        frame is { Manner: CueManner.Speech, Stance: Stance.Asserts or Stance.Confirms, Content: [var content, ..] } && !frame.Source.IsEmpty
        && (frame.IsNoun ? text.Class[content.From - 1] is WordClass.Be || frame.Lemma is "rumour" or "rumours" or "rumor" or "rumors" or "claim" or "claims" or "report" or "reports" : content.From == frame.Cue.To) && text.Class[content.From] is WordClass.That && content.To > content.From + 1 && ClauseStart.Looks(text, content.From + 1, content.To);

    /// <summary>"The army speaks of eight dead": who gives a figure tells something, in whatever verb.</summary>
    private static bool SpeaksOfFigure(ReadingText text, Frame frame) =>
        frame is { Stance: Stance.Asserts, Lemma: "speak of" or "talk of" or "speak" or "talk", Content: [var content, ..] }
        && Enumerable.Range(content.From, Math.Min(3, content.Length)).Any(t => text.Class[t] is WordClass.Number || text.Lower[t] is "several" or "dozens" or "scores" or "hundreds" or "thousands");

    /// <summary>Whether a rule has these words in somebody's mouth: the model marks the outermost source alone, so the two do not agree, and the rule knows better.</summary>
    private static bool IsTold(List<Frame> frames, int token) =>
        frames.Exists(f => f.Manner is not (CueManner.Intent or CueManner.Attitude) && f.Content.Exists(c => c.Contains(token)));

    /// <summary>"They have begun, she said, and would <b>question</b> staff": what was taken for the next cue is what she said.</summary>
    private static void GiveBack(ReadingText text, List<Frame> frames, Frame dropped)
    {
        Frame? speaker = frames.Find(f => f.Window == dropped.Window && f.Resumes >= 0 && dropped.Cue.From >= f.Resumes && dropped.Cue.From <= f.Resumes + 3);
        if (speaker is null || speaker.Content.Exists(c => c.To > speaker.Resumes))
            return;
        int end = dropped.Content.Aggregate(dropped.Cue.To, (most, c) => Math.Max(most, c.To));
        speaker.Content.Add(ContentSettler.Trim(text, new TokenRange(speaker.Resumes, end)));
    }

    private static float Mean(float[] chances, TokenRange range)
    {
        float sum = 0;
        for (int t = range.From; t < range.To; t++)
            sum += chances[t];
        return range.IsEmpty ? 0 : sum / range.Length;
    }

    private static bool IsNested(List<Frame> frames, Frame frame) =>
        frames.Exists(o => o != frame && Math.Abs(o.Window.Unit - frame.Window.Unit) < 6 && o.Content.Exists(c => c.Contains(frame.Cue.From)));

    private static bool HasVerb(ReadingText text, TokenRange range)
    {
        for (int t = range.From; t < range.To; t++)
        {
            if (NounPhrases.IsFinite(text, t))
                return true;
        }

        return false;
    }

    private static void Correct(ReadingText text, Frame frame, LearnedAttribution marked)
    {
        TokenRange source = Longest(text, marked.Source);
        if (frame.Source.IsEmpty && frame.SharesSourceOf is null && frame.Manner != CueManner.Hearsay && !source.IsEmpty && !source.Overlaps(frame.Cue))
            frame.Source = source;
        // "A. B. That is according to X": what stands in sentences before its own.
        if (frame.Content.Exists(c => c.To <= text.Units[frame.Window.Unit].Tokens.From))
            return;
        // "'C,' is how she puts it": a quotation is all of it.
        if (frame is { Lemma: "put", BeforeEnd: > 0 } && text.Class[frame.BeforeEnd - 1] is WordClass.QuoteMark or WordClass.Comma)
            return;
        // "C, though C, said X, who lives there": where an inverted verb closes what is said, no model knows better.
        if (frame.BeforeEnd >= 0 && frame.Content.Count > 0 && (frame.Source.From >= frame.Cue.To || (frame.Source.From > frame.Window.From && text.Lower[frame.Source.From - 1] is "as")))
            return;
        // "C at ten, the ministry said.": where the model marks a phrase of the sentence, which is no statement, what closes with its source is all of it.
        if (frame is { BeforeEnd: >= 0, Content.Count: 1 } && (frame.Cue.To >= frame.Window.To || text.Class[frame.Cue.To] is WordClass.Stop) && frame.Source.To <= frame.Cue.From && frame.Source.From == frame.BeforeEnd && marked.Content.TrueForAll(r => r.From >= frame.Content[0].From && r.To <= frame.Content[0].To && !HasVerb(text, r)))
            return;
        if (marked.Content.Count == 0 || frame.Carries is not null || frame.Cites || frame.Absorbed)
            return;
        List<TokenRange> content = Within(text, marked.Content, text.Units[frame.Window.Unit].Tokens);
        if (IsInserted(text, frame, content))
            return;
        int common = 0, own = 0, theirs = content.Sum(r => r.Length);
        foreach (TokenRange range in frame.Content)
        {
            own += range.Length;
            foreach (TokenRange other in content)
                common += Math.Max(0, Math.Min(range.To, other.To) - Math.Max(range.From, other.From));
        }

        if (content.Count == 0 || common >= Agreement * (own + theirs - common))
            return;
        frame.Content.Clear();
        frame.Content.AddRange(Merged(text, content));
    }

    /// <summary>"The line, she said, rang for an hour, and whoever answered hung up": the sentence runs on around the cue, and the model took one side of it alone.</summary>
    private static bool IsInserted(ReadingText text, Frame frame, List<TokenRange> content) =>
        frame is { BeforeEnd: >= 0, Resumes: >= 0, Content: [var front, _, ..] } && frame.Source.To <= frame.Cue.From && front.To <= frame.Source.From
        && content.TrueForAll(c => frame.Content.Exists(own => own.Contains(c)))
        && (!HasVerb(text, front) || !content.Exists(c => c.Overlaps(front)));

    private static Frame? New(ReadingText text, LearnedAttribution marked, CueLexicon lexicon)
    {
        TokenRange cue = Longest(text, marked.Cue);
        int unit = text.UnitOf(cue.From);
        Unit within = text.Units[unit];
        if (cue.To > within.Tokens.To || text.Scope[cue.From] >= 0)
            return null;
        CueEntry? entry = null;
        int main = cue.To - 1;
        for (int t = cue.To - 1; t >= cue.From && entry is null; t--)
        {
            ImmutableArray<CueForm> readings = lexicon.Find(text.Lower[t]);
            // "reported back": the verb is the cue, whatever its particle can be elsewhere.
            if (readings.IsEmpty || (t > cue.From && text.Class[t] is WordClass.Adverb))
                continue;
            entry = readings[^1].Entry;
            main = t;
        }

        List<TokenRange> content = Within(text, marked.Content, within.Tokens);
        if (content.Count == 0 || (entry is null && marked.Probability < ToAddStranger && !IsClauseOrQuotation(text, content)) || LearnedCues.IsNone(text, entry, cue, main, marked.Source, content))
            return null;
        bool negated = text.Class[main] is WordClass.FiniteVerb or WordClass.BaseVerb or WordClass.Participle && VerbGroup.Of(text, main, within.Tokens.From).Negated;
        Frame frame = new()
        {
            Window = new Window(within.Tokens.From, within.Tokens.To, -1, unit),
            Cue = cue,
            Stance = entry?.Stance ?? Stance.Asserts,
            Certainty = entry?.Certainty ?? Certainty.Certain,
            Manner = entry?.Manner ?? CueManner.Speech,
            Lemma = entry?.Lemma ?? text.Tokens[main].Lemma,
            Negated = negated,
            Source = Longest(text, marked.Source) is var source && source.Overlaps(cue) ? TokenRange.None : source,
        };
        frame.Content.AddRange(Merged(text, content).Where(r => !r.Overlaps(cue)));
        // Verbs that the lexicon has were looked at by the rules: without a source, or with what they cannot say, they are none ("known as the tub").
        return frame.Content.Count > 0 && (entry is null || (!frame.Source.IsEmpty && Takes(text, entry, frame.Content))) ? frame : null;
    }

    /// <summary>Whether what is said is of a kind that the verb can say: "the rules say a lot", "the firm reports to the board" are no attributions.</summary>
    private static bool Takes(ReadingText text, CueEntry entry, List<TokenRange> content)
    {
        int first = content[0].From;
        if (text.Class[first] is WordClass.To && text.Class[Math.Min(first + 1, content[0].To - 1)] is not (WordClass.BaseVerb or WordClass.Be or WordClass.Have or WordClass.Adverb))
            return false;
        if (text.Lower[first] is "as" && !entry.Prepositions.Contains("as"))
            return false;
        if (entry.TakesNoun || (entry.TakesInfinitive && content.Exists(range => Enumerable.Range(range.From, range.Length).Any(t => text.Class[t] is WordClass.To))))
            return true;
        return IsClauseOrQuotation(text, content);
    }

    /// <summary>What is said outside quotation marks ends with its sentence: the model runs on from a headline into the first line.</summary>
    private static List<TokenRange> Within(ReadingText text, List<TokenRange> content, TokenRange unit)
    {
        List<TokenRange> within = [];
        foreach (TokenRange range in content)
        {
            int from = range.From, to = range.To;
            while (from < to && from < unit.From && text.QuoteOf[from] < 0)
                from++;
            while (to > from && to > unit.To && text.QuoteOf[to - 1] < 0)
                to--;
            if (from < to)
                within.Add(new TokenRange(from, to));
        }

        return within;
    }

    internal static bool IsClauseOrQuotation(ReadingText text, List<TokenRange> content) =>
        content.Exists(range => Enumerable.Range(range.From, range.Length).Any(t => text.QuoteOf[t] >= 0 || NounPhrases.IsFinite(text, t) || text.Class[t] is WordClass.BaseVerb));

    /// <summary>The ranges, joined where only marks stand between, without marks at their rims.</summary>
    private static List<TokenRange> Merged(ReadingText text, List<TokenRange> ranges)
    {
        List<TokenRange> merged = [];
        foreach (TokenRange range in ranges)
        {
            if (merged.Count > 0 && OnlyMarks(text, merged[^1].To, range.From))
                merged[^1] = new TokenRange(merged[^1].From, range.To);
            else
                merged.Add(range);
        }

        return [.. merged.Select(r => ContentSettler.Trim(text, r)).Where(r => !r.IsEmpty)];
    }

    private static TokenRange Longest(ReadingText text, List<TokenRange> ranges) =>
        ranges.Count == 0 ? TokenRange.None : Joined(text, ranges).MaxBy(r => r.Length);

    private static List<TokenRange> Joined(ReadingText text, List<TokenRange> ranges)
    {
        List<TokenRange> merged = [];
        foreach (TokenRange range in ranges)
        {
            if (merged.Count > 0 && range.From - merged[^1].To <= 1)
                merged[^1] = new TokenRange(merged[^1].From, range.To);
            else
                merged.Add(range);
        }

        return merged;
    }

    private static bool OnlyMarks(ReadingText text, int from, int to)
    {
        if (to - from > 2)
            return false;
        for (int t = from; t < to; t++)
        {
            if (text.Class[t] is not (WordClass.Comma or WordClass.QuoteMark or WordClass.Dash or WordClass.Stop or WordClass.Colon or WordClass.Bracket))
                return false;
        }

        return true;
    }
}
