using System.Collections.Immutable;
using Stemma.Reports;
using Stemma.Tests.Briefs;
using Stemma.Tests.Design;
using Stemma.Text;
using Stemma.Weighing;

namespace Stemma.Tests.Exports;

/// <summary>The stories that every form is written of.</summary>
internal static class ExportStories
{
    private static readonly Lazy<Picture> Sample = new(Analyse);

    /// <summary>The sample of eight reports, as the engine weighs it.</summary>
    public static Picture Avalanche => Sample.Value;

    /// <summary>The invented story, with a person's word on one claim.</summary>
    public static Picture Reviewed(string? words)
    {
        Story story = InventedStory.Story();
        ReportSpan at = InventedStory.At(InventedStory.Wire, "Nobody is hurt");
        Correction verdict = new()
        {
            Id = "k7",
            Kind = CorrectionKind.Accept,
            Target = CorrectionTarget.Claim,
            What = [new CorrectionAnchor { Report = at.Report, Start = at.Start, End = at.End, Quote = at.Quote }],
            To = words,
            Who = "Ana Reviewer",
            When = new DateTimeOffset(2031, 2, 5, 9, 0, 0, TimeSpan.FromHours(1)),
            Why = "Checked with the hospital.",
        };
        return new Picture("1", [story with { Corrections = [verdict] }], []);
    }

    private static Picture Analyse()
    {
        ImmutableArray<RawReport> raw = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples", "avalanche"), "*.txt").Order(StringComparer.Ordinal)
            .Select(f => new RawReport { Input = Path.GetFileName(f), Text = File.ReadAllText(f), Url = $"https://news.example/{Path.GetFileNameWithoutExtension(f)}?a=1&b=2" })];
        return new Analyst().Analyse(raw, [], new AnalysisOptions(), default);
    }
}
