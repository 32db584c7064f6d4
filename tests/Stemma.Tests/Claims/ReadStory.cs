using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Tests.Claims;

/// <summary>One story of short texts, read and weighed by the whole engine.</summary>
internal static class ReadStory
{
    /// <param name="texts">One a report, of different outlets, a day apart.</param>
    public static Story Of(params string[] texts) => Of([.. texts.Select((t, i) => ($"Outlet {(char)('A' + i)}", (string?)null, t))]);

    /// <param name="told">One a report, a day apart.</param>
    public static Story Of(params (string Outlet, string? Headline, string Text)[] told)
    {
        ImmutableArray<RawReport> reports = [.. told.Select((t, i) => new RawReport
        {
            Input = $"r{i}",
            Outlet = t.Outlet,
            Headline = t.Headline,
            Published = new ReportTime(new DateTimeOffset(2031, 3, 4 + i, 12, 0, 0, TimeSpan.Zero)),
            Text = t.Text,
        })];
        // Grouping is not what is asked here: short texts may be too little for it.
        ReportReader reader = new();
        Stemma.Annotations.Annotator annotator = new();
        ImmutableArray<(Report, Stemma.Annotations.Annotation)> members = [.. reports.Select(reader.Read).Select(r => (r, annotator.Annotate(r.Body)))];
        return new StoryAnalyst().Analyse("s", members, new AnalysisOptions())!;
    }

    public static string[] Statements(Story story) => [.. story.Claims.Select(c => c.Statement)];

    /// <summary>The claim that an assertion with these words belongs to.</summary>
    public static Claim ClaimOf(Story story, string words) => story.Claims.Single(c => c.Id == story.Assertions.First(a => a.At.Quote.Contains(words, StringComparison.Ordinal)).Claim);
}
