using System.Collections.Immutable;
using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>Finds every cue of a report with its source, and where its content begins.</summary>
internal sealed class CueFinder
{
    private readonly CueLexicon lexicon;
    private readonly NounCueFinder nouns;

    public CueFinder(CueLexicon lexicon)
    {
        this.lexicon = lexicon;
        nouns = new NounCueFinder();
    }

    /// <returns>In text order of their cues.</returns>
    public List<Frame> Find(ReadingText text)
    {
        List<Frame> frames = [];
        for (int u = 0; u < text.Units.Length; u++)
        {
            Unit unit = text.Units[u];
            int from = frames.Count;
            FindIn(text, new Window(unit.Tokens.From, unit.Tokens.To, -1, u), frames);
            foreach (Window inner in QuoteWindows(text, u))
                FindIn(text, inner, frames);
            frames.Sort(from, frames.Count - from, Comparer<Frame>.Create((a, b) => a.Cue.From != b.Cue.From ? a.Cue.From.CompareTo(b.Cue.From) : a.Cue.To.CompareTo(b.Cue.To)));
        }

        return frames;
    }

    /// <summary>The sentences inside the quotations of a unit.</summary>
    private static IEnumerable<Window> QuoteWindows(ReadingText text, int u)
    {
        TokenRange tokens = text.Units[u].Tokens;
        int from = -1;
        for (int t = tokens.From; t <= tokens.To; t++)
        {
            int quote = t < tokens.To ? text.Scope[t] : -1;
            if (from >= 0 && (quote != text.Scope[from] || text.Class[t - 1] == Stop))
            {
                if (t - from >= 4)
                    yield return new Window(from, t, text.Scope[from], u);
                from = -1;
            }

            if (from < 0 && quote >= 0)
                from = t;
        }
    }

    private void FindIn(ReadingText text, Window window, List<Frame> frames)
    {
        int first = frames.Count;
        for (int t = window.From; t < window.To; t++)
        {
            if (text.Scope[t] != window.Quote)
                continue;
            Frame? frame = PrepositionalCues.Try(text, t, window) ?? FalseClaims.Try(text, t, window) ?? Citations.Try(text, t, window) ?? Silences.Try(text, t, window) ?? PutIt.Try(text, t, window) ?? Polls.Try(text, t, window) ?? TryVerb(text, t, window, frames, first) ?? nouns.Try(text, t, window) ?? Questions.Try(text, t, window) ?? HearsayAdverbs.Try(text, t, window);
            if (frame is null)
                continue;
            if (frames.Count > first && frames[^1].Cue.Overlaps(frame.Cue))
                continue;
            frames.Add(frame);
            if (frame.Inner is not null)
            {
                frames.Add(frame.Inner);
                t = Math.Max(t, frame.Inner.Cue.To - 1);
            }

            if (TellsOutlet(text, frame) is { } told)
                frames.Add(told);
            t = Math.Max(t, frame.Cue.To - 1);
        }

        if (window.Quote < 0 && HeadlineCue.Try(text, window) is { } headline && !frames.Skip(first).Any(f => f.Cue.Overlaps(headline.Cue)))
            frames.Add(headline);
    }

    private Frame? TryVerb(ReadingText text, int t, Window window, List<Frame> frames, int first)
    {
        ImmutableArray<CueForm> readings = lexicon.Find(text.Lower[t]);
        if (readings.IsEmpty || !IsVerbal(text, t, window, readings))
            return null;
        VerbGroup group = VerbGroup.Of(text, t, window.From);
        foreach (CueForm reading in readings)
        {
            CueEntry entry = reading.Entry;
            int end = AfterParticles(text, entry, t + 1, window.To);
            if (end < 0)
                continue;
            if (window.Quote >= 0 && entry.Manner is CueManner.Attitude or CueManner.Intent)
                continue;
            Frame? frame = group.Passive ? PassiveCues.Build(text, entry, group, end, window) : ActiveCues.Build(text, entry, group, end, window, frames, first);
            if (frame is not null)
                return frame;
        }

        return null;
    }

    private static int AfterParticles(ReadingText text, CueEntry entry, int at, int high)
    {
        foreach (string particle in entry.Particles)
        {
            if (at >= high || text.Lower[at] != particle)
                return -1;
            at++;
        }

        return at;
    }

    /// <summary>Whether a spelling of the lexicon is a verb here: by tag, and against the tag where the form leaves no doubt.</summary>
    private static bool IsVerbal(ReadingText text, int t, Window window, ImmutableArray<CueForm> readings)
    {
        WordClass c = text.Class[t];
        if (c is FiniteVerb or BaseVerb or Ing or Participle)
            return c != Participle && c != Ing || !ModifiesNoun(text, t, window);
        if (c is Determiner or Pronoun or Preposition or Adverb or Coordinator or Subordinator)
            return false;
        bool past = readings.Any(r => (r.Forms & (VerbForms.Past | VerbForms.Participle | VerbForms.Ing)) != 0);
        if (text.Lower[t] is "said" or "says" or "say" or "told" or "tells")
            return true;
        if (t + 1 >= window.To || t == window.From)
            return false;
        bool plain = c is Noun && !text.IsCapital(t) && readings.Any(r => (r.Forms & (VerbForms.ThirdPerson | VerbForms.Base)) != 0);
        // "..., the daily reports." and "Media claim that": taggers take these verbs for nouns.
        if (plain && text.Class[t - 1] is Noun or Name && (text.Class[t + 1] is Stop or Comma || text.Class[t + 1] is That))
        {
            int start = NounPhrases.Left(text, t, window.From);
            if (start >= 0 && text.Class[t + 1] is That)
                return NounPhrases.StartsClause(text, start, window.From) && text.Class[Math.Max(window.From, start - 1)] is not FiniteVerb && Sources.IsPlural(text, t - 1) == !text.Lower[t].EndsWith('s') || text.Lower[t - 1] is "media";
            return start > window.From && text.Class[start - 1] is Comma or QuoteMark && SubjectFinder.ClauseBefore(text, start - 1, window);
        }

        // "Meridian reports that C": one strange name at the head of a sentence that has no other verb to stand on.
        if (plain && t == window.From + 1 && text.IsCapital(t - 1) && text.Class[t - 1] is Adjective && text.Class[t + 1] is That && text.Lower[t].EndsWith('s') && text.Tokens[t].Deprel is "root" && ClauseStart.Looks(text, t + 2, window.To))
            return true;
        // "'C,' groaned a neighbour": between a quotation and a phrase.
        if (past && c is Noun or Adjective && !text.IsCapital(t) && text.Class[t - 1] is QuoteMark && t - 2 >= window.From && text.QuoteOf[t - 2] >= 0 && text.Class[t + 1] is Determiner or Name)
            return true;
        bool complement = text.Class[t + 1] is That && !text.IsCapital(t);
        return c is Noun or Adjective && past && complement && NounPhrases.IsNominal(text.Class[t - 1]);
    }

    /// <summary>"the alleged thief", "his expected visit": a participle between a determiner and its noun.</summary>
    private static bool ModifiesNoun(ReadingText text, int t, Window window) =>
        t > window.From && t + 1 < window.To && text.Class[t - 1] is Determiner or Possessive or Adjective && text.Class[t + 1] is Noun or Name or Adjective;

    /// <summary>"told Yonhap that ...", "an official cited by Yonhap said": the medium is itself a holder, around the source.</summary>
    private static Frame? TellsOutlet(ReadingText text, Frame frame)
    {
        TokenRange medium = frame.Listeners;
        for (int t = frame.Source.From + 1; t + 2 < frame.Source.To; t++)
        {
            if (text.Lower[t] is not ("cited" or "quoted") || text.Lower[t + 1] is not "by")
                continue;
            medium = new TokenRange(t + 2, frame.Source.To);
            frame.Source = new TokenRange(frame.Source.From, t);
            return Passing(frame, medium);
        }

        return !medium.IsEmpty && (frame.Lemma is "hear" or "learn" || Media.IsOutlet(text, medium) || (frame.Lemma is "according to" && Media.IsAgency(text, medium))) ? Passing(frame, medium) : null;
    }

    private static Frame Passing(Frame frame, TokenRange medium) => new()
    {
        Window = frame.Window,
        Cue = frame.Cue,
        Stance = Stance.Asserts,
        Certainty = Certainty.Certain,
        Manner = CueManner.Speech,
        Lemma = "tell",
        Source = medium,
        Carries = frame,
    };
}
