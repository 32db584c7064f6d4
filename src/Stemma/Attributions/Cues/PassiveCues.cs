using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>"is believed to have left", "it was reported that", "was announced by the ministry", "was quoted as saying".</summary>
internal static class PassiveCues
{
    public static Frame? Build(ReadingText text, CueEntry entry, VerbGroup group, int afterVerb, Window window)
    {
        if (group.Infinitive)
            return null;
        Subject subject = SubjectFinder.Find(text, group with { HasAuxiliary = true }, afterVerb, window);
        int p = afterVerb;
        int q = Adjuncts.Skip(text, p, window.To);
        if (entry.Lemma is "quote" or "cite" && q + 1 < window.To && text.Lower[q] is "as" && text.Class[q + 1] is Ing && !subject.Range.IsEmpty)
            return QuotedAs(text, group, subject, q, window);
        if (q >= window.To)
            return null;
        if (text.Lower[q] is "by" && q + 1 < window.To)
            return By(text, entry, group, subject, q, window);
        if (entry.Lemma is "ask" or "tell")
            return null;
        bool clausal = entry.TakesClause && entry.Manner is CueManner.Speech or CueManner.Thought;
        if (!clausal)
            return null;
        bool it = subject.Range.Length == 1 && text.Lower[subject.Range.From] is "it";
        if (it && text.Class[q] == That)
            return Hearsay(text, entry, group, q, window, InMedium(text, p, q));
        if (text.Class[q] == To && !subject.Range.IsEmpty && q + 1 < window.To && text.Class[q + 1] is BaseVerb or Be or Have or Do or Adverb && IsOpinion(entry.Lemma))
        {
            Frame frame = Hearsay(text, entry, group, q, window);
            frame.Content.Add(subject.Antecedent.IsEmpty || it ? subject.Range : subject.Antecedent);
            return frame;
        }

        return null;
    }

    private static bool IsOpinion(string lemma) => lemma is "say" or "believe" or "think" or "expect" or "report" or "know" or "presume" or "allege" or "estimate" or "understand"
        or "suspect" or "fear" or "assume" or "project" or "forecast" or "predict" or "anticipate" or "claim" or "consider" or "see" or "hear";

    /// <summary>"It has been suggested in the Norland press that": the medium that says it; none where there is none.</summary>
    private static TokenRange InMedium(ReadingText text, int from, int that)
    {
        for (int t = from; t + 1 < that; t++)
        {
            if (text.Lower[t] is "in" or "on" && NounPhrases.BaseRight(text, t + 1, that) is int end and > 0
                && (text.Lower[end - 1] is "press" or "media" or "papers" or "newspapers" or "reports" or "tabloids" || Media.IsOutlet(text, new TokenRange(t + 1, end))))
                return new TokenRange(t + 1, end);
        }

        return TokenRange.None;
    }

    private static Frame Hearsay(ReadingText text, CueEntry entry, VerbGroup group, int from, Window window, TokenRange medium = default)
    {
        Certainty certainty = entry.Lemma is "know" or "say" or "report" or "see" ? Certainty.Certain : entry.Certainty < Certainty.Probable ? entry.Certainty : Certainty.Probable;
        return new Frame
        {
            Window = window,
            Cue = new TokenRange(group.Start, group.Main + 1),
            Stance = group.Negated ? Stance.Asserts : entry.Stance,
            Certainty = certainty,
            Manner = medium.IsEmpty ? CueManner.Hearsay : CueManner.Speech,
            Lemma = entry.Lemma,
            Source = medium,
            Negated = group.Negated,
            After = from,
        };
    }

    private static Frame? By(ReadingText text, CueEntry entry, VerbGroup group, Subject subject, int by, Window window)
    {
        // "would not be quoted by name", "was told by telephone": how, not by whom.
        if (text.Lower[by + 1] is "name" or "phone" or "telephone" or "email" or "e-mail" or "letter" or "radio" or "text" or "hand" or "mistake")
            return null;
        int end = NounPhrases.Right(text, by + 1, window.To);
        if (end < 0 || subject.Range.IsEmpty || !(entry.TakesNoun || entry.TakesClause) || entry.Manner is CueManner.Intent || entry.Lemma is "see")
            return null;
        Frame frame = ActiveCues.Open(text, entry, group, group.Main + 1, window);
        frame.Source = new TokenRange(by + 1, end);
        // "She was told by a colleague on Friday that the post was hers": who is told is no part of what is said.
        if (entry.TakesAddressee && entry.TakesClause && ThatBehind(text, end, window.To) is int that and > 0)
        {
            frame.After = that;
            frame.Listeners = subject.Antecedent.IsEmpty ? subject.Range : subject.Antecedent;
            return frame;
        }

        frame.Content.Add(subject.Antecedent.IsEmpty ? subject.Range : subject.Antecedent);
        return frame;
    }

    /// <summary>The "that" of a clause behind phrases that tell when and where; -1 where another verb or mark comes first.</summary>
    private static int ThatBehind(ReadingText text, int from, int high)
    {
        for (int t = from; t + 1 < Math.Min(high, from + 16); t++)
        {
            if (text.Class[t] is That)
                return ClauseStart.Looks(text, t + 1, high) ? t : -1;
            if (text.Class[t] is Stop or Colon or Comma or QuoteMark or Wh || NounPhrases.IsFinite(text, t))
                return -1;
        }

        return -1;
    }

    private static Frame QuotedAs(ReadingText text, VerbGroup group, Subject subject, int at, Window window)
    {
        bool trails = at + 2 >= window.To || text.Class[at + 2] is Stop || (text.Class[at + 2] is Comma && text.Class[Math.Min(at + 3, window.To - 1)] is not QuoteMark);
        Frame frame = Quoted(group, subject, at, window);
        if (!trails)
            frame.After = text.Class[at + 2] is Comma or Colon ? at + 3 : at + 2;
        else if (subject.Left > window.From)
            frame.BeforeEnd = subject.Left;
        return frame;
    }

    private static Frame Quoted(VerbGroup group, Subject subject, int at, Window window) => new()
    {
        Window = window,
        Cue = new TokenRange(group.Start, at + 2),
        Stance = Stance.Asserts,
        Certainty = Certainty.Certain,
        Manner = CueManner.Speech,
        Lemma = "quote",
        Source = subject.Range,
        Antecedent = subject.Antecedent,
    };
}
