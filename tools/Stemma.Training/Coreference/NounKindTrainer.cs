using Stemma.Evaluation.Mentions;

namespace Stemma.Training.Coreference;

/// <summary>Counts in GUM what common nouns mean: people, bodies, places, or things.</summary>
internal static class NounKindTrainer
{
    /// <summary>Seen less often, a noun's kind is chance.</summary>
    private const int Least = 2;

    public static void Train(string[] corpora, string output)
    {
        SortedDictionary<string, Dictionary<string, int>> counts = new(StringComparer.Ordinal);
        foreach (GumDocument document in corpora.SelectMany(c => GumReader.Read(c, [])))
        {
            foreach (GoldMention mention in document.Mentions)
            {
                int head = document.HeadOf(mention);
                GumWord word = document.Words[head];
                if (word.Upos != "NOUN" || word.Lemma.Any(c => !char.IsLetter(c) && c != '-'))
                    continue;
                string kind = mention.Kind switch { "person" => "person", "organization" => "body", "place" => "place", _ => "thing" };
                if (!counts.TryGetValue(word.Lemma, out Dictionary<string, int>? kinds))
                    counts.Add(word.Lemma, kinds = []);
                kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            }
        }

        using StreamWriter writer = new(output) { NewLine = "\n" };
        writer.WriteLine("# What common nouns most often mean, counted in GUM train (made by train-noun-kinds; see MODEL.md). kind, words");
        foreach (string kind in (string[])["person", "body", "place", "thing"])
        {
            IEnumerable<string> words = counts.Where(c => c.Value.Values.Sum() >= Least && c.Value.MaxBy(k => k.Value).Key == kind && 10 * c.Value[kind] >= 6 * c.Value.Values.Sum()).Select(c => c.Key);
            foreach (string[] row in words.Chunk(60))
                writer.WriteLine($"{kind}\t{string.Join(' ', row)}");
        }
    }
}
