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

    [Fact]
    public void Another_tools_answers_are_scored_by_the_same_rules()
    {
        File.WriteAllText(path, """{"id": "a", "published": "2026-10-14", "text": "They met on Monday.", "times": [{"start": 12, "end": 18, "type": "DATE", "value": "2026-10-12"}]}""");
        using TemporaryCases cases = new();
        string answers = cases.Write("answers.jsonl", """{"id": "a", "times": [{"start": 9, "end": 18, "type": "TIME", "value": "2026-10-12"}]}""");
        Assert.Equal(new TimesScore(Gold: 1, Found: 1, Missing: 0, Relaxed: 1, Strict: 0, Type: 0, Value: 1), new TimesEvaluation(answers).Run(path, null, default));
    }

    [Fact]
    public void A_calendars_cases_count_where_their_conventions_are_TIMEX3s()
    {
        using TemporaryCases cases = new();
        string file = cases.Write("DateTimeModel.json", """
            [
              { "Input": "They left on January 5.", "Context": { "ReferenceDateTime": "2026-10-14T00:00:00" }, "Results": [
                { "Text": "january 5", "Start": 13, "End": 21, "TypeName": "datetimeV2.date", "Resolution": { "values": [
                  { "timex": "XXXX-01-05", "type": "date", "value": "2026-01-05" }, { "timex": "XXXX-01-05", "type": "date", "value": "2027-01-05" } ] } } ] },
              { "Input": "It was from 2014 to 2018.", "Results": [
                { "Text": "from 2014 to 2018", "Start": 7, "End": 23, "TypeName": "datetimeV2.daterange", "Resolution": { "values": [ { "timex": "(2014-01-01,2018-01-01,P4Y)", "type": "daterange" } ] } } ] }
            ]
            """);
        using StringWriter misses = new();
        Assert.Equal(new TimesScore(Gold: 1, Found: 1, Missing: 0, Relaxed: 1, Strict: 1, Type: 1, Value: 1), new TimesEvaluation().Run(file, misses, default));
        Assert.Contains("left out, a range told by its two ends, or a period as one: 1 cases", misses.ToString(), StringComparison.Ordinal);
    }

    [CorpusFact("meantime/times.jsonl.gz")]
    public void News_is_read_as_well_as_is_stated()
    {
        TimesScore score = new TimesEvaluation().Run(ReferenceFactAttribute.CorpusPath("meantime/times.jsonl.gz"), null, default);
        Assert.InRange(score.Rates(score.Relaxed).F1, 94, 100);
        Assert.InRange(score.Rates(score.Strict).F1, 90, 100);
        Assert.InRange(score.Rates(score.Value).F1, 86, 100);
    }
}
