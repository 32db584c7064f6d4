using System.Collections.Immutable;
using System.Text.Json;
using Stemma.Annotations;
using Stemma.Attributions;

namespace Stemma.Evaluation.Attributions;

/// <summary>Measures certainty and polarity of events against MEANTIME as <c>gold/events_score.py</c> does.</summary>
/// <remarks>Gold events whose head ours also has are compared; how many ours printed is told beside, since printing every word would find them all.</remarks>
public sealed class CertaintyEvaluation
{
    public static readonly EvaluationTask Task = new("certainty", "Events: share found, certainty and polarity as accuracy and macro F1, over MEANTIME's form.");

    private readonly Annotator annotator = new();

    /// <exception cref="JsonException">A line is no JSON object.</exception>
    /// <exception cref="KeyNotFoundException">A line lacks a field.</exception>
    public CertaintyScore Run(string path, CancellationToken cancellation)
    {
        int total = 0, printed = 0;
        List<(string Gold, string Ours)> certainty = [], polarity = [];
        foreach (string line in GoldLines.Read(path))
        {
            cancellation.ThrowIfCancellationRequested();
            using JsonDocument document = JsonDocument.Parse(line);
            string text = document.RootElement.GetProperty("text").GetString() ?? "";
            int[] units = GoldLines.CodeUnits(text);
            ImmutableArray<EventMention> events = annotator.Annotate(text).Events;
            printed += events.Length;
            foreach (JsonElement gold in document.RootElement.GetProperty("events").EnumerateArray())
            {
                total++;
                (int start, int end) = (units[gold.GetProperty("start").GetInt32()], units[gold.GetProperty("end").GetInt32()]);
                EventMention? hit = events.FirstOrDefault(e => e.Span.Start < end && e.Span.End > start);
                if (hit is null)
                    continue;
                certainty.Add((gold.GetProperty("certainty").GetString() ?? "", Name(hit.Certainty)));
                if (gold.GetProperty("polarity").GetString() is "POS" or "NEG")
                    polarity.Add((gold.GetProperty("polarity").GetString()!, hit.Polarity == Polarity.Positive ? "POS" : "NEG"));
            }
        }

        return new CertaintyScore(total, certainty.Count, printed, Accuracy(certainty), Macro(certainty), Accuracy(polarity), Macro(polarity));
    }

    private static string Name(Certainty certainty) => certainty switch
    {
        Certainty.Certain => "CERTAIN",
        Certainty.Probable => "PROBABLE",
        Certainty.Possible => "POSSIBLE",
        _ => "UNDERSPECIFIED",
    };

    private static double Accuracy(List<(string Gold, string Ours)> pairs) => pairs.Count == 0 ? 0 : 100.0 * pairs.Count(p => p.Gold == p.Ours) / pairs.Count;

    private static double Macro(List<(string Gold, string Ours)> pairs)
    {
        string[] labels = [.. pairs.Select(p => p.Gold).Distinct()];
        return labels.Length == 0 ? 0 : 100.0 * labels.Average(l =>
            2.0 * pairs.Count(p => p.Gold == l && p.Ours == l) / (pairs.Count(p => p.Gold == l) + pairs.Count(p => p.Ours == l)));
    }
}
