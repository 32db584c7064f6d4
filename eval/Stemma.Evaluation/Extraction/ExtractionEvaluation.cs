using System.Collections.Immutable;
using System.Text.Json;
using Stemma.Intake;
using Stemma.Reports;

namespace Stemma.Evaluation.Extraction;

/// <summary>Reads pages as <c>stemma read</c> does, and holds what comes out against their true texts, headlines and dates.</summary>
public sealed class ExtractionEvaluation
{
    public static EvaluationTask Task { get; } = new("extraction", "Article bodies of web pages, as the article-extraction-benchmark scores them; headlines and dates too, where gold for them is given.");

    /// <param name="folder">With <c>ground-truth.json</c> and <c>html/</c>.</param>
    /// <param name="factsFile">JSON: by page, its <c>title</c> and the <c>dates</c> of publication that it states; null: not asked.</param>
    /// <exception cref="FileNotFoundException">One of them is not there.</exception>
    public ExtractionResult Run(string folder, string? factsFile, CancellationToken cancellation)
    {
        ImmutableArray<GoldPage> pages = PageCorpus.Read(folder);
        ReportReader reader = new();
        Dictionary<string, Report> reports = [];
        IntakeResult intake = new InputReader(Stream.Null).Read(pages.Select(p => p.File), cancellation);
        foreach (RawReport raw in intake.Reports)
            reports.TryAdd(Path.GetFileName(raw.Input).Split('.')[0], reader.Read(raw));
        ExtractionFigures bodies = ExtractionFigures.Of(
            pages.ToDictionary(p => p.Key, p => (string?)p.Text), reports.ToDictionary(r => r.Key, r => (string?)r.Value.Body));
        return new ExtractionResult(bodies, factsFile is null ? null : Facts(pages, reports, factsFile));
    }

    private static PageFactsScore Facts(ImmutableArray<GoldPage> pages, Dictionary<string, Report> reports, string file)
    {
        using JsonDocument gold = JsonDocument.Parse(File.ReadAllText(file));
        PageFactsScore score = new();
        foreach (GoldPage page in pages)
        {
            if (!gold.RootElement.TryGetProperty(page.Key, out JsonElement facts))
                continue;
            Report? report = reports.GetValueOrDefault(page.Key);
            if (facts.TryGetProperty("title", out JsonElement title))
                score.AddTitle(page.Key, title.GetString(), report?.Headline);
            if (facts.TryGetProperty("dates", out JsonElement dates) && dates.GetArrayLength() > 0)
                score.AddDate(page.Key, [.. dates.EnumerateArray().Select(d => d.GetString()!)], report?.Published?.Day);
        }

        return score;
    }
}
