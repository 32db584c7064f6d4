using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>"A poll by the institute had the mayor ahead by four points", "the survey puts the party at 31 percent": a poll says where somebody stands.</summary>
internal static class Polls
{
    /// <summary>Words between the verb and where somebody stands.</summary>
    private const int Reach = 12;

    public static Frame? Try(ReadingText text, int t, Window window)
    {
        if (text.Tokens[t].Lemma is not ("have" or "put" or "give" or "place" or "show" or "see") || text.Class[t] is not (FiniteVerb or Have or Participle or BaseVerb) || window.Quote >= 0)
            return null;
        int subject = text.SubjectOf[t];
        if (!(subject >= window.From && subject < t && IsPoll(text.Lower[subject])))
            subject = Before(text, t, window);
        if (subject < window.From)
            return null;
        if (!Stands(text, t + 1, window))
            return null;
        int start = NounPhrases.Left(text, subject + 1, window.From);
        if (start < 0)
            return null;
        return new Frame
        {
            Window = window,
            Cue = new TokenRange(t, t + 1),
            Stance = Stance.Asserts,
            Certainty = Certainty.Certain,
            Manner = CueManner.Evidence,
            Lemma = "put",
            Source = new TokenRange(start, Math.Max(subject + 1, NounPhrases.Right(text, start, t))),
            After = t + 1,
        };
    }

    private static bool IsPoll(string word) => word is "poll" or "polls" or "survey" or "surveys" or "projection" or "projections" or "forecast" or "forecasts" or "canvass" or "polling" or "pollster" or "pollsters";

    /// <summary>The poll that a long description parts from its verb; -1 where a verb or a mark stands in between.</summary>
    private static int Before(ReadingText text, int verb, Window window)
    {
        for (int t = verb - 1; t >= window.From && !NounPhrases.IsFinite(text, t) && text.Class[t] is not (Comma or Stop or Colon or That or Wh); t--)
        {
            if (IsPoll(text.Lower[t]) && text.Class[t + 1] is not (Noun or Name))
                return t;
        }

        return -1;
    }

    /// <summary>Somebody, and then "ahead", "up by", "on 31 percent".</summary>
    private static bool Stands(ReadingText text, int from, Window window)
    {
        int end = NounPhrases.BaseRight(text, from, window.To);
        for (int t = end; end > 0 && t < Math.Min(window.To, end + Reach); t++)
        {
            if (text.Lower[t] is "ahead" or "behind" or "level" or "tied" or "leading" or "trailing" or "up" or "down" or "first" or "second" or "third" or "last" or "neck")
                return true;
            if (text.Lower[t] is "at" or "on")
                return t + 1 < window.To && text.Class[t + 1] is Number;
            if (text.Class[t] is Stop or Comma or That || NounPhrases.IsFinite(text, t))
                return false;
        }

        return false;
    }
}
