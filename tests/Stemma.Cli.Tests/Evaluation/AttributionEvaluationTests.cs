using System.Collections.Immutable;
using Stemma.Evaluation.Attributions;

namespace Stemma.Cli.Tests.Evaluation;

public sealed class AttributionEvaluationTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void What_is_found_word_for_word_counts_as_exact_and_what_is_not_there_as_missed()
    {
        // The second gold attribution stands on words that attribute nothing.
        File.WriteAllText(path, """
            {"text": "😀 The mayor said the quay was shut. Gulls sat on it.", "attributions": [{"source": [[2, 11]], "cue": [[12, 16]], "content": [[17, 34]]}, {"source": [[36, 41]], "cue": [[42, 45]], "content": [[46, 51]]}]}
            """);
        ImmutableArray<AttributionTally> tallies = new AttributionEvaluation().Run(path, default);
        AttributionTally all = tallies.Single(t => t is { Part: "all", How: "exact" });
        Assert.Equal((1, 2, 1), (all.Right, all.Gold, all.Found));
        Assert.Equal(50, all.Recall);
        Assert.Equal(100, all.Precision);
    }

    [Fact]
    public void Certainty_and_polarity_of_found_events_are_compared()
    {
        File.WriteAllText(path, """
            {"text": "The quay might close. The mill did not burn.", "events": [{"start": 15, "end": 20, "certainty": "POSSIBLE", "polarity": "POS"}, {"start": 39, "end": 43, "certainty": "CERTAIN", "polarity": "NEG"}]}
            """);
        CertaintyScore score = new CertaintyEvaluation().Run(path, default);
        Assert.Equal((2, 2, 100.0, 100.0), (score.Gold, score.Found, score.CertaintyMacroF1, score.PolarityMacroF1));
    }
}
