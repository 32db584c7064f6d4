using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Stemma.Browser.Tests.Harness;
using Stemma.Claims;
using Stemma.Intake;
using Stemma.Lineages;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Browser.Tests.Large;

/// <summary>Stories of many reports, drawn from the sentences of a sample.</summary>
internal static class InventedStory
{
    /// <summary>So many reports: each prints some of the sample's sentences in an order of its own, every fifth copies an earlier one.</summary>
    public static RawReport[] Reports(int count)
    {
        string[] sentences = [.. new InputReader().Read([Path.Combine(Machine.Root, "samples", "avalanche")], default).Reports
            .SelectMany(r => (r.Text ?? "").Split('\n')).SelectMany(p => p.Split(". ")).Select(s => s.Trim().TrimEnd('.')).Where(s => s.Length is > 50 and < 260).Distinct()];
        Random random = new(11);
        List<string[]> printed = [];
        for (int i = 0; i < count; i++)
        {
            printed.Add(i % 5 == 4
                ? [.. printed[random.Next(printed.Count)].Take(7)]
                : [.. Enumerable.Range(0, 12).Select(_ => sentences[(int)(random.NextDouble() * random.NextDouble() * sentences.Length)]).Distinct()]);
        }

        return [.. printed.Select((own, i) => new RawReport
        {
            Input = FormattableString.Invariant($"{i}.txt"),
            Outlet = "The Daily Outlet " + (i % 40).ToString(CultureInfo.InvariantCulture),
            Headline = own[0],
            Url = FormattableString.Invariant($"https://outlet{i % 40}.example/2026/02/{i}"),
            Published = new ReportTime(new DateTimeOffset(2026, 2, 4, 15, 0, 0, TimeSpan.Zero).AddMinutes(i * 7)),
            Text = new StringBuilder().AppendJoin(".\n\n", own).Append('.').ToString(),
        })];
    }

    /// <summary>The same story as if each of its reports had been copied, again and again: a picture made by hand, which nobody could wait for.</summary>
    public static Story Multiplied(Story story, int times, string id)
    {
        ImmutableArray<Report> reports = [.. story.Reports.SelectMany(r => Enumerable.Range(0, times).Select(i => r with
        {
            Id = Name(r.Id, i),
            Outlet = i == 0 ? r.Outlet : FormattableString.Invariant($"{r.Outlet} {i}"),
            Published = r.Published is { Moment: { } moment } ? new ReportTime(moment.AddMinutes(i * 11)) : r.Published,
        })).OrderBy(r => r.Published?.SortKey)];
        ImmutableArray<Assertion> assertions = [.. story.Assertions.SelectMany(a => Enumerable.Range(0, times).Select(i => i == 0 ? a : a with { Id = Name(a.Id, i), Report = Name(a.Report, i), At = a.At with { Report = Name(a.Report, i) }, Quotes = [], Times = [], Quantities = [] }))];
        return story with
        {
            Id = id,
            Reports = reports,
            Assertions = assertions,
            Claims = [.. story.Claims.Select(c => c with
            {
                Assertions = [.. c.Assertions.SelectMany(a => Enumerable.Range(0, times).Select(i => Name(a, i)))],
                Support = c.Support with { Reports = c.Support.Reports * times, Outlets = c.Support.Outlets * times },
            })],
            Lineage = [.. story.Lineage, .. story.Reports.SelectMany(r => Enumerable.Range(1, times - 1).Select(i => new Derivation(Name(r.Id, i), r.Id, DerivationKind.Verbatim, 1, [], [])))],
        };

        static string Name(string id, int i) => i == 0 ? id : FormattableString.Invariant($"{id}x{i}");
    }
}
