using System.Text;

namespace Stemma.Training;

/// <summary>Learns the table and the suffix rules of <see cref="Stemma.Language.Tagging.Lemmatizer"/>.</summary>
internal static class LemmaTrainer
{
    private const int LongestSuffix = 6;

    public static void Train(IReadOnlyList<string> corpora, string output)
    {
        Dictionary<(string Xpos, string Form), Dictionary<string, int>> counts = [];
        foreach (GoldWord word in corpora.SelectMany(Conllu.Read).Where(s => !s.IsWithheld).SelectMany(s => s.Words))
        {
            if (word.Xpos is "NNP" or "_" || word.Misc.Contains("CorrectForm", StringComparison.Ordinal) || word.Lemma == "_" && word.Form != "_")
                continue;
            (string, string) key = (word.Xpos, word.Form.ToLowerInvariant().Replace('’', '\''));
            if (!counts.TryGetValue(key, out Dictionary<string, int>? lemmas))
                counts.Add(key, lemmas = []);
            string lemma = word.Lemma == "I" ? "I" : word.Lemma.ToLowerInvariant().Replace('’', '\'');
            lemmas[lemma] = lemmas.GetValueOrDefault(lemma) + 1;
        }

        List<(string Xpos, string Form, string Lemma, int Count)> types = [.. counts
            .Select(c => (c.Key.Xpos, c.Key.Form, c.Value.OrderByDescending(l => l.Value).ThenBy(l => l.Key, StringComparer.Ordinal).First().Key, c.Value.Values.Sum()))
            .OrderBy(t => t.Item1, StringComparer.Ordinal).ThenBy(t => t.Item2, StringComparer.Ordinal)];
        SortedDictionary<string, (int Cut, string Add)> rules = Rules(types);

        using StreamWriter writer = new(output, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        writer.WriteLine("# Learned by tools/Stemma.Training from UD English EWT (CC BY-SA 4.0) and GUM (CC BY 4.0); see Language/MODEL.md. Do not edit.");
        writer.WriteLine("# form	tag	form	lemma");
        writer.WriteLine("# rule	tag	suffix	characters to cut	characters to add");
        int exceptions = 0;
        foreach ((string xpos, string form, string lemma, int count) in types)
        {
            bool irregular = Apply(rules, xpos, form) != lemma;
            bool verb = xpos is "VBD" or "VBN" or "NNS" or "JJR" or "JJS";

            // Regular but frequent forms stand in the table too: their lemma then costs no allocation.
            if ((irregular && count >= (verb ? 1 : 2)) || (count >= 8 && !irregular))
            {
                writer.WriteLine($"form\t{xpos}\t{form}\t{lemma}");
                exceptions++;
            }
        }

        foreach ((string key, (int cut, string add)) in rules)
        {
            string[] parts = key.Split(' ');
            writer.WriteLine($"rule\t{parts[0]}\t{parts[1]}\t{cut}\t{add}");
        }

        Console.WriteLine($"{types.Count} types, {exceptions} forms, {rules.Count} rules");
    }

    private static SortedDictionary<string, (int Cut, string Add)> Rules(List<(string Xpos, string Form, string Lemma, int Count)> types)
    {
        Dictionary<string, Dictionary<(int, string), int>> votes = [];
        foreach ((string xpos, string form, string lemma, _) in types)
        {
            int common = 0;
            while (common < form.Length && common < lemma.Length && form[common] == lemma[common])
                common++;
            if (common == 0)
                continue;
            (int, string) script = (form.Length - common, lemma[common..]);
            for (int length = 0; length <= Math.Min(LongestSuffix, form.Length); length++)
            {
                string key = xpos + " " + form[^length..];
                if (!votes.TryGetValue(key, out Dictionary<(int, string), int>? scripts))
                    votes.Add(key, scripts = []);
                scripts[script] = scripts.GetValueOrDefault(script) + 1;
            }
        }

        SortedDictionary<string, (int Cut, string Add)> rules = new(StringComparer.Ordinal);
        foreach ((string key, Dictionary<(int, string), int> scripts) in votes.OrderBy(v => v.Key.Length).ThenBy(v => v.Key, StringComparer.Ordinal))
        {
            ((int cut, string add), int best) = scripts.OrderByDescending(s => s.Value).ThenBy(s => s.Key.Item1).First();
            string[] parts = key.Split(' ');
            if (parts[1].Length > 0 && (best < 2 || best * 2 < scripts.Values.Sum()))
                continue;
            (int, string)? inherited = parts[1].Length > 0 ? Find(rules, parts[0], parts[1][1..]) : null;
            if (inherited != (cut, add))
                rules.Add(key, (cut, add));
        }

        return rules;
    }

    private static (int Cut, string Add)? Find(SortedDictionary<string, (int Cut, string Add)> rules, string xpos, string form)
    {
        for (int length = Math.Min(LongestSuffix, form.Length); length >= 0; length--)
        {
            if (rules.TryGetValue(xpos + " " + form[^length..], out (int, string) rule))
                return rule;
        }

        return null;
    }

    private static string Apply(SortedDictionary<string, (int Cut, string Add)> rules, string xpos, string form) =>
        Find(rules, xpos, form) is (int cut, string add) && cut < form.Length ? form[..^cut] + add : form;
}
