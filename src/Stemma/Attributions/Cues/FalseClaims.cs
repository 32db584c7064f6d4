using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>"It is untrue that C", "The claim that C is false": the report, or whoever it speaks for, denies C.</summary>
internal static class FalseClaims
{
    public static Frame? Try(ReadingText text, int t, Window window)
    {
        if (text.Class[t] != That || t + 2 >= window.To)
            return null;
        return ItIs(text, t, window) ?? ClaimIs(text, t, window);
    }

    private static bool IsFalse(ReadingText text, int t) => text.Lower[t] is "false" or "untrue" or "wrong" or "incorrect" or "baseless" or "unfounded" or "nonsense" or "fabricated" or "groundless" or "inaccurate";

    /// <summary>"called it a wicked lie", "calls the report nonsense": the name that somebody gives it denies it.</summary>
    public static bool CallsFalse(ReadingText text, int from, Window window)
    {
        // "called the motion baseless" speaks of a paper; "called the claim baseless", "called it a lie" of what was said.
        bool said = text.Class[from] is Pronoun || text.Lower[from] is "this" or "that" or "these" or "those" or "it"
            || (from + 1 < window.To && text.Lower[from + 1] is "claim" or "claims" or "report" or "reports" or "allegation" or "allegations" or "accusation" or "accusations" or "suggestion" or "rumour" or "rumours" or "rumor" or "rumors" or "story" or "stories");
        for (int t = from; said && t < Math.Min(window.To, from + 9); t++)
        {
            if (text.Class[t] is Stop or Comma or That or Wh || text.Lower[t] is "not" or "no" or "if")
                return false;
            if (t > from && (IsFalse(text, t) && text.Lower[t] is not "wrong" || text.Lower[t] is "lie" or "lies" or "fabrication" or "fabrications" or "falsehood" or "falsehoods" or "invention" or "fiction" or "rubbish" or "slander" or "smear" or "libel" or "hoax" or "bunk" or "hogwash" or "preposterous" or "ludicrous"))
                return true;
        }

        return false;
    }

    private static Frame? ItIs(ReadingText text, int that, Window window)
    {
        int t = that - 1;
        bool untrue = t > window.From && (IsFalse(text, t) || text.Lower[t] is "true" or "correct");
        if (!untrue)
            return null;
        bool positive = text.Lower[t] is "true" or "correct";
        int be = t - 1;
        bool negated = false;
        while (be > window.From && text.Class[be] is Adverb or Negation)
            negated |= text.Class[be--] == Negation;
        if (be <= window.From || text.Class[be] != Be || text.Lower[be - 1] is not "it" || positive != negated)
            return null;
        return Denial(window, new TokenRange(be, that), that + 1);
    }

    private static Frame? ClaimIs(ReadingText text, int that, Window window)
    {
        int noun = Noun(text, that, window);
        if (noun < window.From || !(text.Lower[noun] is "claim" or "claims" or "report" or "reports" or "allegation" or "allegations" or "suggestion" or "suggestions" or "assertion"
            or "statement" or "story" or "rumour" or "rumours" or "rumor" or "rumors" or "accusation" or "accusations"))
            return null;
        for (int t = window.To - 1; t > that + 2; t--)
        {
            if (!IsFalse(text, t))
                continue;
            int be = t - 1;
            while (be > that && text.Class[be] is Adverb)
                be--;
            if (be <= that + 2 || text.Class[be] != Be)
                return null;
            Frame frame = Denial(window, new TokenRange(be, t + 1), -1);
            frame.Content.Add(new TokenRange(that + 1, be));
            return frame;
        }

        return null;
    }

    /// <summary>"the claim that", "the claim of the other side that"; -1 where no noun stands there.</summary>
    private static int Noun(ReadingText text, int that, Window window)
    {
        if (that == window.From || text.Class[that - 1] is not (WordClass.Noun or Name))
            return -1;
        for (int t = that - 1; t > Math.Max(window.From, that - 8); t--)
        {
            if (text.Class[t] is Preposition)
                return text.Lower[t] is "of" or "by" or "from" ? t - 1 : that - 1;
            if (text.Class[t] is not (WordClass.Noun or Name or Adjective or Determiner or Possessive))
                break;
        }

        return that - 1;
    }

    private static Frame Denial(Window window, TokenRange cue, int after) => new()
    {
        Window = window,
        Cue = cue,
        Stance = Stance.Denies,
        Certainty = Certainty.Certain,
        Manner = CueManner.Hearsay,
        Lemma = "false",
        After = after,
    };
}
