using System.Text;

namespace Stemma.Training;

/// <summary>Lists the nouns and adjectives that the corpora write in small letters and hardly ever as names.</summary>
internal static class CommonWords
{
    private const int Rarest = 2;

    public static void Train(IReadOnlyList<string> corpora, string output)
    {
        Dictionary<string, (int Small, int Name)> counts = new(StringComparer.Ordinal);
        foreach (GoldWord word in corpora.SelectMany(Conllu.Read).Where(s => !s.IsWithheld).SelectMany(s => s.Words))
        {
            if (word.Form.Length < 3 || !word.Form.All(char.IsAsciiLetter))
                continue;
            string form = word.Form.ToLowerInvariant();
            (int small, int name) = counts.GetValueOrDefault(form);
            if (word.Xpos is "NN" or "NNS" or "JJ" && char.IsLower(word.Form[0]))
                small++;
            else if (word.Xpos is "NNP")
                name++;
            counts[form] = (small, name);
        }

        string[] words = [.. counts.Where(c => c.Value.Small >= Rarest && c.Value.Small >= c.Value.Name).Select(c => c.Key).Order(StringComparer.Ordinal)];
        using StreamWriter writer = new(output, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        writer.WriteLine("# Learned by tools/Stemma.Training from UD English EWT (CC BY-SA 4.0) and GUM (CC BY 4.0); see Language/MODEL.md. Do not edit.");
        foreach (IGrouping<char, string> letter in words.GroupBy(w => w[0]))
            writer.WriteLine(string.Join(' ', letter));
        Console.WriteLine($"{words.Length} words");
    }
}
