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

    private readonly Func<TimesDocument, ImmutableArray<ResolvedTime>> find;

    /// <summary>Measures this engine.</summary>
    public TimesEvaluation()
    {
        Annotator annotator = new();
        TimeResolver resolver = new();
        find = document => resolver.Resolve(annotator.Annotate(document.Text).Times, document.Published);
    }

    /// <summary>Measures another tool by what it answered.</summary>
    /// <param name="answers">JSON Lines: <c>{ "id", "times": [ { "start", "end", "type", "value" } ] }</c>, offsets in UTF-16 units. A text without a line counts as read
    /// without a find.</param>
    /// <exception cref="JsonException">A line is no JSON object.</exception>
    /// <exception cref="KeyNotFoundException">A line lacks a field.</exception>
    public TimesEvaluation(string answers)
    {
        Dictionary<string, ImmutableArray<ResolvedTime>> all = Lines(answers).Where(l => l.Trim().Length > 0).Select(Answer).ToDictionary(a => a.Id, a => a.Times, StringComparer.Ordinal);
        find = document => all.GetValueOrDefault(document.Id, []);
    }

    /// <param name="path">JSON Lines as told above, or a file of recognizers' cases (one JSON list), of which those whose conventions differ are left out.</param>
    /// <param name="misses">Where wrong and missed expressions are listed, or null.</param>
    /// <exception cref="JsonException">A line is no JSON object.</exception>
    /// <exception cref="KeyNotFoundException">A line lacks a field.</exception>
    public TimesScore Run(string path, TextWriter? misses, CancellationToken cancellation)
    {
        TimesScore total = new(0, 0, 0, 0, 0, 0, 0);
        SortedDictionary<string, int> leftOut = new(StringComparer.Ordinal);
        foreach (TimesDocument document in Documents(path, leftOut))
        {
            cancellation.ThrowIfCancellationRequested();
            TimesScore one = Score(document, misses);
            total = new(total.Gold + one.Gold, total.Found + one.Found, 0, total.Relaxed + one.Relaxed, total.Strict + one.Strict, total.Type + one.Type, total.Value + one.Value);
        }

        foreach ((string reason, int cases) in leftOut)
            misses?.WriteLine($"left out, {reason}: {cases} cases");
        return total;
    }

    private static IEnumerable<TimesDocument> Documents(string path, SortedDictionary<string, int> leftOut)
    {
        if (path.EndsWith(".json", StringComparison.Ordinal))
        {
            using JsonDocument file = JsonDocument.Parse(File.ReadAllText(path));
            return RecognizerTimes.Read(file.RootElement, leftOut);
        }

        return Lines(path).Where(l => l.Trim().Length > 0).Select(Document);
    }

    private static TimesDocument Document(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement gold = json.RootElement;
        string text = gold.GetProperty("text").GetString() ?? "";
        int[] units = CodeUnits(text);
        return new TimesDocument(
            gold.GetProperty("id").GetString() ?? "",
            text,
            Reports.ReportTime.TryParse(gold.GetProperty("published").GetString(), out Reports.ReportTime time) ? time.Day : null,
            [.. gold.GetProperty("times").EnumerateArray().Select(t => new TimesDocument.Expected(
                units[t.GetProperty("start").GetInt32()],
                units[t.GetProperty("end").GetInt32()],
                t.GetProperty("type").GetString() ?? "",
                [t.GetProperty("value").GetString() ?? ""]))]);
    }

    private TimesScore Score(TimesDocument gold, TextWriter? misses)
    {
        string text = gold.Text;
        ImmutableArray<ResolvedTime> settled = find(gold);
        List<ResolvedTime> free = [.. settled];
        (int relaxed, int strict, int type, int value) = (0, 0, 0, 0);
        foreach (TimesDocument.Expected expected in gold.Times)
        {
            (int start, int end) = (expected.Start, expected.End);
            // MaxBy keeps the first of equals, as Python's max does.
            ResolvedTime? best = free.Where(t => t.Span.Start < end && t.Span.End > start)
                .MaxBy(t => (expected.Values.Contains(t.Value) ? 2 : 0) + (t.Span.Start == start && t.Span.End == end ? 1 : 0));
            if (best is not null)
            {
                free.Remove(best);
                relaxed++;
                strict += best.Span.Start == start && best.Span.End == end ? 1 : 0;
                type += best.Type.ToString().Equals(expected.Type, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
                value += expected.Values.Contains(best.Value) ? 1 : 0;
            }

            if (misses is not null && best is not null && expected.Values.Contains(best.Value) && best.Span != new Text.TextSpan(start, end))
                misses.WriteLine($"{gold.Id}: '{text[start..end]}' was found as '{best.Span.In(text)}'");
            if (misses is not null && (best is null || !expected.Values.Contains(best.Value)))
                misses.WriteLine($"{gold.Id}: '{text[start..end]}' is {string.Join(" or ", expected.Values)}, got {(best is null ? "nothing" : $"'{best.Span.In(text)}' {best.Value}")}");
        }

        foreach (ResolvedTime extra in free)
            misses?.WriteLine($"{gold.Id}: extra '{extra.Span.In(text)}' {extra.Value}");
        return new(gold.Times.Length, settled.Length, 0, relaxed, strict, type, value);
    }

    private static (string Id, ImmutableArray<ResolvedTime> Times) Answer(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        return (json.RootElement.GetProperty("id").GetString() ?? "", [.. json.RootElement.GetProperty("times").EnumerateArray().Select(t => new ResolvedTime(
            new Text.TextSpan(t.GetProperty("start").GetInt32(), t.GetProperty("end").GetInt32()),
            Enum.Parse<TimeType>(t.GetProperty("type").GetString() ?? "", ignoreCase: true),
            t.GetProperty("value").GetString() ?? "",
            null,
            null,
            null,
            null))]);
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
