using System.Text;
using System.Text.RegularExpressions;
using Stemma.Language;
using Stemma.Text;

namespace Stemma.Training;

/// <summary>Measures pronouns for people on GUM's coreference: right among the resolved, and share resolved, of those that have a name at all.</summary>
internal static partial class PronounEvaluation
{
    public static void Run(string path, string genres, int show)
    {
        LanguageEngine engine = new();
        int asked = 0, answered = 0, right = 0;
        foreach (IGrouping<string, GoldSentence> document in Conllu.Read(path).Where(s => !s.IsWithheld).GroupBy(s => s.Document))
        {
            if (!genres.Split(',').Any(g => document.Key.StartsWith("GUM_" + g, StringComparison.Ordinal)))
                continue;
            StringBuilder text = new();
            List<TextSpan> spans = [];
            List<int> ends = [];
            List<GoldWord> words = [];
            foreach (GoldSentence sentence in document)
            {
                foreach (GoldWord word in sentence.Words)
                {
                    spans.Add(new TextSpan(text.Length, text.Length + word.Form.Length));
                    text.Append(word.Form).Append(word.Glued ? "" : " ");
                    words.Add(word);
                }

                text.Append(' ');
                ends.Add(spans.Count);
            }

            List<(string Id, int From, int To)> mentions = Mentions(words);
            LinguisticText read = engine.Analyse(text.ToString(), spans, ends);
            PronounResolver resolver = new(read);
            HashSet<string> named = [.. mentions.Where(m => Enumerable.Range(m.From, m.To - m.From).Any(i => words[i].Upos == "PROPN")).Select(m => m.Id)];
            foreach ((string id, int from, int to) in mentions)
            {
                if (to - from != 1 || words[from].Lemma is not ("he" or "she" or "his" or "her") || !named.Contains(id))
                    continue;
                asked++;
                if (resolver.Resolve(from) is not { } mention)
                    continue;
                answered++;
                bool hit = mentions.Any(m => m.Id == id && spans[m.From].Start <= mention.Span.Start && spans[m.To - 1].End >= mention.Span.End && m.To - m.From < 12);
                right += hit ? 1 : 0;
                if (!hit && show-- > 0)
                    Console.WriteLine($"{read.Text[Math.Max(0, spans[from].Start - 150)..spans[from].Start]}[{words[from].Form}] -> {mention.Name}");
            }
        }

        Console.WriteLine(FormattableString.Invariant($"{asked} pronouns, right {100.0 * right / Math.Max(1, answered):F1} % of those resolved, resolved {100.0 * answered / Math.Max(1, asked):F1} %"));
    }

    private static List<(string Id, int From, int To)> Mentions(List<GoldWord> words)
    {
        List<(string, int, int)> mentions = [];
        Dictionary<string, Stack<int>> open = [];
        for (int i = 0; i < words.Count; i++)
        {
            string? entity = words[i].Misc.Split('|').FirstOrDefault(m => m.StartsWith("Entity=", StringComparison.Ordinal));
            foreach (Match match in entity is null ? [] : Bracket().Matches(entity["Entity=".Length..]).Cast<Match>())
            {
                string id = match.Groups["id"].Value;
                if (match.Groups["open"].Success)
                {
                    if (!open.TryGetValue(id, out Stack<int>? stack))
                        open.Add(id, stack = new Stack<int>());
                    stack.Push(i);
                }

                if (match.Groups["close"].Success && open.TryGetValue(id, out Stack<int>? starts) && starts.Count > 0)
                    mentions.Add((id, starts.Pop(), i + 1));
            }
        }

        return mentions;
    }

    [GeneratedRegex(@"(?<open>\()(?<id>\d+)(-[^()]*)?(?<close>\))?|(?<id>\d+)(?<close>\))")]
    private static partial Regex Bracket();
}
