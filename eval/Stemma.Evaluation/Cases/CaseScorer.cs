using System.Text.Json;

namespace Stemma.Evaluation.Cases;

/// <summary>Scores one picture against the gold of one case: what share of the gold's questions it answers, by category.</summary>
/// <remarks>
/// The same questions, categories and rules as the scorer <c>gold/score.py</c> that the project is measured by; a test holds the two
/// together. A field that the gold does not have is not asked. Safe to call from many threads at once.
/// </remarks>
public static class CaseScorer
{
    /// <param name="picture">What <c>stemma brief --format json</c> prints.</param>
    /// <param name="gold">The case's <c>gold.json</c>.</param>
    /// <exception cref="System.Text.RegularExpressions.RegexParseException">A pattern of the gold is broken.</exception>
    public static CaseScore Score(JsonElement picture, JsonElement gold)
    {
        ScoredStory story = new(picture, gold);
        Tally tally = new();
        ReportRules.Ask(story, tally);
        AttributionRules.Ask(story, tally);
        ValueRules.Ask(story, tally);
        SharedRules.Ask(story, tally);
        LineageRules.Ask(story, tally);
        ClaimRules.Ask(story, tally);
        DistortionRules.Ask(story, tally);
        BriefRules.Ask(story, tally);
        return tally.ToScore();
    }
}
