using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Stemma.Annotations;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Benchmarks;

/// <summary>Seconds to weigh one story of 10, 100 and 1,000 reports that have been annotated: lineage, claims, origins, differences, brief; on one thread.</summary>
/// <remarks>
/// The story is invented from the sentences of real texts: a few hundred sentences are its facts, and each report prints some of them, some with other figures, in an order of
/// its own; every fifth report is a copy of an earlier one, cut. So claims have many holders, as in a large story.
/// </remarks>
internal static class WeighOneStory
{
    private const int Seed = 7;

    public static void Run(Texts texts)
    {
        string[] sentences = SentencesOf(texts);
        Console.WriteLine(FormattableString.Invariant($"texts: {texts.Name}; a story drawn from {sentences.Length} of their sentences"));
        Annotator annotator = new();
        StoryAnalyst analyst = new();
        ReportReader reader = new();
        ImmutableArray<(Report, Annotation)> all = [.. Reports(sentences, 1200).Select(r => reader.Read(r)).DistinctBy(r => r.Id).Take(1000).Select(r => (r, annotator.Annotate(r.Body)))];
        foreach (int count in (ReadOnlySpan<int>)[10, 100, 1000])
        {
            ImmutableArray<(Report, Annotation)> some = all[..count];
            Story? story = null;
            Round first = SteadyState.Time(() => analyst.Analyse("s", some, new AnalysisOptions()));
            SteadyState.WarmUp(() => analyst.Analyse("s", some, new AnalysisOptions()));
            Round[] rounds = [.. Enumerable.Range(0, count == 1000 ? 3 : 7).Select(_ => SteadyState.Time(() => story = analyst.Analyse("s", some, new AnalysisOptions())))];
            Timing timing = new(rounds);
            Console.WriteLine(FormattableString.Invariant($"{count,5} reports: {timing.Processor:F3} s of processor time, {timing.Wall:F3} s by the clock; {story!.Claims.Length} claims of {story.Assertions.Length} assertions, {story.Differences.Length} differences; first call {first.Processor:F3} s"));
        }
    }

    internal static string[] SentencesOf(Texts texts) =>
        [.. texts.All.SelectMany(t => t.Split('\n')).SelectMany(p => p.Split(". ")).Select(s => s.Trim().TrimEnd('.')).Where(s => s.Length is > 60 and < 220).Take(400)];

    internal static IEnumerable<RawReport> Reports(string[] sentences, int count)
    {
        Random random = new(Seed);
        List<string[]> printed = [];
        for (int i = 0; i < count; i++)
        {
            string[] own = i % 5 == 4 && printed.Count > 0
                ? [.. printed[random.Next(printed.Count)].Take(8)]
                : [.. Enumerable.Range(0, 14).Select(_ => sentences[(int)(random.NextDouble() * random.NextDouble() * sentences.Length)]).Distinct().Select(s => Other(s, random))];
            printed.Add(own);
            StringBuilder text = new();
            foreach (string sentence in own)
                text.Append(sentence).Append(".\n\n");
            yield return new RawReport
            {
                Input = FormattableString.Invariant($"{i}.txt"),
                Outlet = "Outlet " + (i % 200).ToString(CultureInfo.InvariantCulture),
                Headline = own[0],
                Published = new ReportTime(new DateTimeOffset(2031, 5, 5, 0, 0, 0, TimeSpan.Zero).AddMinutes(i * 3)),
                Text = text.ToString(),
            };
        }
    }

    /// <summary>In one sentence of eight another digit.</summary>
    private static string Other(string sentence, Random random)
    {
        if (random.Next(8) > 0)
            return sentence;
        int at = sentence.AsSpan().IndexOfAnyInRange('1', '8');
        return at < 0 ? sentence : sentence[..at] + (char)(sentence[at] + 1) + sentence[(at + 1)..];
    }
}
