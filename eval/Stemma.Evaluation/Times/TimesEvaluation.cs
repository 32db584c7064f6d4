using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Stemma.Annotations;
using Stemma.Times;

namespace Stemma.Evaluation.Times;

/// <summary>Measures time expressions against TIMEX3 gold as TempEval-3 does (task A): relaxed, strict, type, value.</summary>
/// <remarks>
/// Gold lines: <c>{ "id", "published", "text", "times": [ { "start", "end", "type", "value" } ] }</c> with offsets in code points, one line a document, gzipped
/// or not. The same rules as <c>gold/times_score.py</c>: a gold expression takes the found one that overlaps it and fits best (value, then span), and each is
/// taken once.
/// </remarks>
public sealed class TimesEvaluation
{
    public static readonly EvaluationTask Task = new("times", "Time expressions: relaxed, strict, type and value F1 as TempEval-3 prints them.");

    private readonly Annotator annotator = new();
    private readonly TimeResolver resolver = new();

    /// <param name="misses">Where wrong and missed expressions are listed, or null.</param>
    /// <exception cref="JsonException">A line is no JSON object.</exception>
    /// <exception cref="KeyNotFoundException">A line lacks a field.</exception>
    public TimesScore Run(string path, TextWriter? misses, CancellationToken cancellation)
    {
        TimesScore total = new(0, 0, 0, 0, 0, 0, 0);
        foreach (string line in Lines(path))
        {
            cancellation.ThrowIfCancellationRequested();
            if (line.Trim().Length == 0)
                continue;
            using JsonDocument document = JsonDocument.Parse(line);
            TimesScore one = Score(document.RootElement, misses);
            total = new(total.Gold + one.Gold, total.Found + one.Found, 0, total.Relaxed + one.Relaxed, total.Strict + one.Strict, total.Type + one.Type, total.Value + one.Value);
        }

        return total;
    }

    private TimesScore Score(JsonElement gold, TextWriter? misses)
    {
        string text = gold.GetProperty("text").GetString() ?? "";
        DateOnly? published = Reports.ReportTime.TryParse(gold.GetProperty("published").GetString(), out Reports.ReportTime time) ? time.Day : null;
        ImmutableArray<ResolvedTime> settled = resolver.Resolve(annotator.Annotate(text).Times, published);
        int[] units = CodeUnits(text);
        List<ResolvedTime> free = [.. settled];
        (int relaxed, int strict, int type, int value, int asked) = (0, 0, 0, 0, 0);
        foreach (JsonElement expected in gold.GetProperty("times").EnumerateArray())
        {
            asked++;
            (int start, int end) = (units[expected.GetProperty("start").GetInt32()], units[expected.GetProperty("end").GetInt32()]);
            string wanted = expected.GetProperty("value").GetString() ?? "";
            // MaxBy keeps the first of equals, as Python's max does.
            ResolvedTime? best = free.Where(t => t.Span.Start < end && t.Span.End > start)
                .MaxBy(t => (t.Value == wanted ? 2 : 0) + (t.Span.Start == start && t.Span.End == end ? 1 : 0));
            if (best is not null)
            {
                free.Remove(best);
                relaxed++;
                strict += best.Span.Start == start && best.Span.End == end ? 1 : 0;
                type += best.Type.ToString().Equals(expected.GetProperty("type").GetString(), StringComparison.OrdinalIgnoreCase) ? 1 : 0;
                value += best.Value == wanted ? 1 : 0;
            }

            if (misses is not null && best?.Value != wanted)
                misses.WriteLine($"{gold.GetProperty("id").GetString()}: '{text[start..end]}' is {wanted}, got {(best is null ? "nothing" : $"'{best.Span.In(text)}' {best.Value}")}");
        }

        return new(asked, settled.Length, 0, relaxed, strict, type, value);
    }

    /// <summary>The UTF-16 offset of each code point, and of the end.</summary>
    private static int[] CodeUnits(string text)
    {
        List<int> offsets = new(text.Length + 1);
        for (int i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            offsets.Add(i);
            if (i + 1 >= text.Length)
                break;
        }

        offsets.Add(text.Length);
        return [.. offsets];
    }

    private static IEnumerable<string> Lines(string path)
    {
        using FileStream file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using StreamReader reader = new(plain, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
