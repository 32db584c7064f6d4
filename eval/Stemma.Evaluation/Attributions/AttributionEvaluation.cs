using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Stemma.Annotations;
using Stemma.Attributions;
using Stemma.Text;

namespace Stemma.Evaluation.Attributions;

/// <summary>Measures attributions against PolNeAR as <c>gold/attribution_score.py</c> does.</summary>
/// <remarks>
/// Exact: the same words. Overlap: at least half of the words of the union in common. Source and content are scored within attributions whose cue
/// overlaps; "all" wants cue, source and content of one attribution. PolNeAR does not nest, so ours with a parent are left out.
/// </remarks>
public sealed partial class AttributionEvaluation
{
    public static readonly EvaluationTask Task = new("attribution", "Attributions: exact and overlap F1 of cue, source, content and all three, over PolNeAR's form.");

    private readonly Annotator annotator = new();

    /// <exception cref="JsonException">A line is no JSON object.</exception>
    /// <exception cref="KeyNotFoundException">A line lacks a field.</exception>
    public ImmutableArray<AttributionTally> Run(string path, CancellationToken cancellation)
    {
        Dictionary<(string, string), int> right = [];
        int gold = 0, found = 0, goldSources = 0, foundSources = 0;
        foreach (string line in GoldLines.Read(path))
        {
            cancellation.ThrowIfCancellationRequested();
            using JsonDocument document = JsonDocument.Parse(line);
            string text = document.RootElement.GetProperty("text").GetString() ?? "";
            WordSets[] asked = [.. Gold(document.RootElement, text).Where(w => w.Cue.Count > 0 && w.Content.Count > 0)];
            List<WordSets> free = [.. Ours(text).Where(w => w.Cue.Count > 0 && w.Content.Count > 0)];
            gold += asked.Length;
            found += free.Count;
            goldSources += asked.Count(w => w.Source.Count > 0);
            foundSources += free.Count(w => w.Source.Count > 0);
            foreach (WordSets wanted in asked)
            {
                WordSets? best = free.MaxBy(p => (wanted.Cue.SetEquals(p.Cue), wanted.Cue.Intersect(p.Cue).Count(), wanted.Content.Intersect(p.Content).Count()));
                if (best is null || !wanted.Cue.Overlaps(best.Cue))
                    continue;
                free.Remove(best);
                Count(right, wanted, best);
            }
        }

        return [.. from part in (string[])["cue", "source", "content", "all"]
                   from how in (string[])["exact", "overlap"]
                   select new AttributionTally(part, how, right.GetValueOrDefault((part, how)), part == "source" ? goldSources : gold, part == "source" ? foundSources : found)];
    }

    private static void Count(Dictionary<(string, string), int> right, WordSets gold, WordSets ours)
    {
        void Add(string part, string how, bool ok) => right[(part, how)] = right.GetValueOrDefault((part, how)) + (ok ? 1 : 0);
        bool source = gold.Source.Count > 0 && gold.Source.SetEquals(ours.Source);
        Add("cue", "exact", gold.Cue.SetEquals(ours.Cue));
        Add("cue", "overlap", true);
        Add("source", "exact", source);
        Add("source", "overlap", Overlap(gold.Source, ours.Source));
        Add("content", "exact", gold.Content.SetEquals(ours.Content));
        Add("content", "overlap", Overlap(gold.Content, ours.Content));
        Add("all", "exact", gold.Cue.SetEquals(ours.Cue) && gold.Source.SetEquals(ours.Source) && gold.Content.SetEquals(ours.Content));
        Add("all", "overlap", Overlap(gold.Content, ours.Content) && (gold.Source.Count == 0 || Overlap(gold.Source, ours.Source)));
    }

    private static bool Overlap(HashSet<int> a, HashSet<int> b)
    {
        int common = a.Intersect(b).Count();
        return a.Count > 0 && b.Count > 0 && 2 * common >= a.Count + b.Count - common;
    }

    private static IEnumerable<WordSets> Gold(JsonElement document, string text)
    {
        int[] units = GoldLines.CodeUnits(text);
        ImmutableArray<TextSpan> words = Words(text);
        foreach (JsonElement attribution in document.GetProperty("attributions").EnumerateArray())
        {
            HashSet<int> Of(string part) => Covered(words, attribution.GetProperty(part).EnumerateArray().Select(s => new TextSpan(units[s[0].GetInt32()], units[s[1].GetInt32()])));
            yield return new WordSets(Of("source"), Of("cue"), Of("content"));
        }
    }

    private IEnumerable<WordSets> Ours(string text)
    {
        ImmutableArray<TextSpan> words = Words(text);
        foreach (Attribution a in annotator.Annotate(text).Attributions.Where(a => a.Parent is null))
            yield return new WordSets(Covered(words, a.Source), Covered(words, a.Cue), Covered(words, a.Content));
    }

    private static ImmutableArray<TextSpan> Words(string text) => [.. Word().Matches(text).Select(m => new TextSpan(m.Index, m.Index + m.Length))];

    private static HashSet<int> Covered(ImmutableArray<TextSpan> words, IEnumerable<TextSpan> spans)
    {
        HashSet<int> covered = [];
        foreach (TextSpan span in spans)
        {
            for (int i = 0; i < words.Length && words[i].Start < span.End; i++)
            {
                if (words[i].End > span.Start)
                    covered.Add(i);
            }
        }

        return covered;
    }

    [GeneratedRegex(@"\w+(?:['\u2019]\w+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    private sealed record WordSets(HashSet<int> Source, HashSet<int> Cue, HashSet<int> Content);
}
