using Stemma.Evaluation.Quantities;

namespace Stemma.Cli.Tests.Evaluation;

public sealed class QuantitiesEvaluationTests : IDisposable
{
    private readonly TemporaryCases cases = new();

    public void Dispose() => cases.Dispose();

    [Fact]
    public void A_case_is_right_when_all_its_amounts_and_no_others_are_found()
    {
        string path = cases.Write("CurrencyModel.json", """
            [
              { "Input": "They paid about $5 million.", "Results": [ { "Text": "$5 million", "Start": 16, "End": 25, "Resolution": { "value": "5000000", "unit": "Dollar" } } ] },
              { "Input": "They paid $5 and $6.", "Results": [ { "Text": "$5", "Start": 10, "End": 11, "Resolution": { "value": "5" } } ] },
              { "Input": "They paid $7.", "Results": [ { "Text": "$7", "Start": 10, "End": 11, "Resolution": { "value": "8" } } ] }
            ]
            """);
        QuantitiesScore.Row row = Assert.Single(new QuantitiesEvaluation().Run([path], null, default).Models);
        Assert.Equal(new QuantitiesScore.Row("currency", Cases: 3, LeftOut: 0, Right: 1, Gold: 3, Found: 4, Exact: 2), row);
        Assert.Equal(100d / 3, row.Share, 6);
    }

    [Fact]
    public void Cases_of_other_conventions_are_left_out_and_named()
    {
        string path = cases.Write("NumberModel.json", """
            [
              { "Input": "192.168.1.2", "Results": [] },
              { "Input": "2.5^-1", "Results": [ { "Text": "2.5^-1", "Start": 0, "End": 5, "Resolution": { "value": "0.4" } } ] },
              { "Input": "one over three", "Results": [ { "Text": "one over three", "Start": 0, "End": 13, "Resolution": { "value": "0.333333333333333" } } ] },
              { "Input": "seven", "NotSupported": "dotnet, java", "Results": [ { "Text": "seven", "Start": 0, "End": 4, "Resolution": { "value": "7" } } ] },
              { "Input": "seven", "NotSupported": "javascript", "Results": [ { "Text": "seven", "Start": 0, "End": 4, "Resolution": { "value": "7" } } ] }
            ]
            """);
        using StringWriter misses = new();
        QuantitiesScore.Row row = new QuantitiesEvaluation().Run([path], misses, default).All;
        Assert.Equal((1, 4, 1), (row.Cases, row.LeftOut, row.Right));
        Assert.Contains("number: left out, powers and exponents: 2.5^-1", misses.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_another_model_is_refused() =>
        Assert.Throws<InvalidDataException>(() => new QuantitiesEvaluation().Run([cases.Write("ChoiceModel.json", "[]")], null, default));

    [CorpusFact("recognizers/NumberModel.json")]
    public void The_recognizers_cases_are_answered()
    {
        QuantitiesScore score = new QuantitiesEvaluation().Run(Enum.GetNames<RecognizerModel>().Select(m => ReferenceFactAttribute.CorpusPath($"recognizers/{m}Model.json")), null, default);
        Assert.InRange(score.All.Share, 96, 100);
        Assert.All(score.Models, m => Assert.InRange(m.Share, 90, 100));
    }
}
