using Stemma.Evaluation.Times;

namespace Stemma.Cli.Tests.Evaluation;

public sealed class TimesEvaluationTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Relaxed_strict_type_and_value_are_counted_apart()
    {
        // Offsets are code points: the emoji is one.
        File.WriteAllText(path, """
            {"id": "a", "published": "2026-10-14", "text": "😀 They met on Monday and left early Friday.", "times": [{"start": 14, "end": 20, "type": "DATE", "value": "2026-10-12"}, {"start": 36, "end": 42, "type": "DATE", "value": "2026-10-09"}]}
            {"id": "b", "published": "2026-10-14", "text": "It has no dates but this: 3 May 2020.", "times": [{"start": 3, "end": 6, "type": "TIME", "value": "PT1H"}]}

            """);
        TimesScore score = new TimesEvaluation().Run(path, null, default);
        Assert.Equal(new TimesScore(Gold: 3, Found: 3, Missing: 0, Relaxed: 2, Strict: 1, Type: 2, Value: 2), score);
        Assert.Equal(200d / 3, score.Rates(score.Value).F1, 6);
    }
}
