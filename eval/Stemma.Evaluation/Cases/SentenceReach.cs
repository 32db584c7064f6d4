using System.Text.Json;
using System.Text.RegularExpressions;

namespace Stemma.Evaluation.Cases;

/// <summary>Whether an assertion says what a pattern finds: in its own words, or in its sentence where the find touches its words.</summary>
internal static partial class SentenceReach
{
    private const int Reach = 300; // characters to either side, as the reference scorer looks

    public static bool Says(ScoredStory story, JsonElement assertion, string pattern)
    {
        JsonElement at = ScoredStory.At(assertion);
        if (Wording.Hit(pattern, at.Text("quote")))
            return true;
        CodePointText body = new(story.Body(assertion.Text("report")));
        (int start, int end) = (at.Count("start"), at.Count("end"));

        string before = body.Slice(0, start);
        int low = Math.Max(0, start - Reach);
        foreach (Match stop in SentenceEnd().Matches(before))
            low = Math.Max(low, CodePointText.CountBefore(before, stop.Index + stop.Length));
        string after = body.Slice(Math.Max(end - 2, 0), body.Length);
        Match close = SentenceEnd().Match(after);
        int sentenceEnd = close.Success ? end + CodePointText.CountBefore(after, close.Index + close.Length) : body.Length;
        int high = Math.Min(end + Reach, sentenceEnd);

        string sentence = body.Slice(low, high);
        return Wording.Compiled(pattern).Matches(sentence).Any(m =>
            low + CodePointText.CountBefore(sentence, m.Index) < end
            && low + CodePointText.CountBefore(sentence, m.Index + m.Length) > start);
    }

    [GeneratedRegex(@"[.!?][""\u201d]?\s|\n")]
    private static partial Regex SentenceEnd();
}
