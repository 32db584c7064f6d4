using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>Content that a relative clause points back to: "something Moscow has denied", "which the ministry rejects", "what he said".</summary>
internal static class Antecedents
{
    /// <param name="before">Last token before the source.</param>
    public static bool Take(ReadingText text, CueEntry entry, Frame frame, int before, Window window)
    {
        if (text.Class[before] == Wh && text.Lower[before] is "what" && (entry.TakesNoun || entry.TakesClause))
        {
            frame.Content.Add(new TokenRange(before, before + 1));
            return true;
        }

        if (!entry.TakesNoun && entry.Lemma is not "say")
            return false;
        int t = before;
        bool relative = text.Class[t] is That || (text.Class[t] is Wh && text.Lower[t] is "which");
        if (relative)
            t--;
        if (t < window.From)
            return false;

        // "..., something / a charge / claims (that) S denied": what was denied is the clause before the comma.
        int pointer = t;
        if (text.Class[t] is Noun or Pronoun && IsPointer(text.Lower[t]))
        {
            pointer = NounPhrases.BaseRight(text, t, t + 1) > 0 ? LeftOf(text, t, window.From) : t;
            t = pointer - 1;
            if (t > window.From && text.Class[t] is Comma or Dash)
            {
                frame.BeforeEnd = t;
                return true;
            }

            if (text.Class[before] is not (That or Wh))
            {
                frame.Content.Add(new TokenRange(pointer, relative ? before : before + 1));
                return true;
            }
        }

        if (relative && t > window.From && text.Class[t] is Comma && text.Class[before] is Wh && entry.Stance is Stance.Denies or Stance.Confirms or Stance.Doubts)
        {
            frame.BeforeEnd = t;
            return true;
        }

        if (!relative && entry.Manner is CueManner.Attitude or CueManner.Intent)
            return false;
        int end = relative ? before : before + 1;
        while (end > window.From && text.Class[end - 1] is Comma)
            end--;
        int start = NounPhrases.Left(text, end, window.From);
        if (start < 0 || (!relative && entry.Lemma is "say"))
            return false;
        frame.Content.Add(new TokenRange(start, end));
        return true;
    }

    private static int LeftOf(ReadingText text, int noun, int low)
    {
        int start = NounPhrases.Left(text, noun + 1, low);
        return start < 0 ? noun : start;
    }

    private static bool IsPointer(string lower) => lower is "something" or "charge" or "charges" or "claim" or "claims" or "allegation" or "allegations" or "accusation" or "accusations"
        or "assertion" or "assertions" or "suggestion" or "suggestions" or "report" or "reports" or "figure" or "version" or "account" or "notion" or "idea" or "fact" or "move" or "step" or "which";
}
