using System.Text;
using Stemma.Language;
using Stemma.Text;

namespace Stemma.Training;

/// <summary>Entity F1 of the whole engine on gold tokens, by exact span and kind.</summary>
internal static class EntityEvaluation
{
    /// <param name="block">Sentences read as one report: the corpus does not say where its documents end.</param>
    public static void Run(string path, bool rulesOnly, int block, int show)
    {
        LanguageEngine engine = new(new LanguageOptions { NameModel = !rulesOnly });
        int right = 0, found = 0, wanted = 0, rightSpans = 0;
        foreach (GoldSentence[] report in Conllu.Read(path).Chunk(block))
        {
            StringBuilder text = new();
            List<TextSpan> spans = [];
            List<int> ends = [];
            HashSet<(int, int, EntityKind)> gold = [];
            foreach (GoldSentence sentence in report)
            {
                int[] labels = GoldNames.LabelsOf(sentence.Words);
                foreach ((int from, int to, EntityKind kind) in GoldNames.Spans(labels))
                    gold.Add((spans.Count + from, spans.Count + to, kind));
                foreach (GoldWord word in sentence.Words)
                {
                    spans.Add(new TextSpan(text.Length, text.Length + word.Form.Length));
                    text.Append(word.Form).Append(word.Glued ? "" : " ");
                }

                text.Append('\n');
                ends.Add(spans.Count);
            }

            LinguisticText read = engine.Analyse(text.ToString(), spans, ends);
            Dictionary<int, int> starts = spans.Select((s, i) => (s.Start, i)).ToDictionary(p => p.Start, p => p.i);
            Dictionary<int, int> closings = spans.Select((s, i) => (s.End, i)).ToDictionary(p => p.End, p => p.i);
            HashSet<(int From, int To, EntityKind Kind)> ours = [.. read.Entities.Select(e => (starts[e.Span.Start], closings[e.Span.End] + 1, e.Kind))];
            found += ours.Count;
            wanted += gold.Count;
            right += ours.Count(gold.Contains);
            HashSet<(int, int)> goldSpans = [.. gold.Select(g => (g.Item1, g.Item2))];
            rightSpans += ours.Count(o => goldSpans.Contains((o.From, o.To)));
            foreach ((int from, int to, EntityKind kind) in ours.Where(o => !gold.Contains(o)).OrderBy(o => o.From))
            {
                if (show-- > 0)
                    Console.WriteLine($"{kind,-12} {Around(read.Text, new TextSpan(spans[from].Start, spans[to - 1].End))}");
            }
        }

        Console.WriteLine(FormattableString.Invariant(
            $"entities P {100.0 * right / found:F1}  R {100.0 * right / wanted:F1}  F1 {200.0 * right / (found + wanted):F1}  (spans alone F1 {200.0 * rightSpans / (found + wanted):F1})"));
    }

    private static string Around(string text, TextSpan span) =>
        $"{text[Math.Max(0, span.Start - 50)..span.Start]}[{span.In(text)}]{text[span.End..Math.Min(text.Length, span.End + 40)]}".ReplaceLineEnding();

    private static string ReplaceLineEnding(this string text) => text.Replace("\n", " / ", StringComparison.Ordinal);
}
