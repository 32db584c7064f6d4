namespace Stemma.Claims;

/// <summary>Words with weights, for a cosine that always sums in the same order.</summary>
internal sealed class WordBag
{
    public static readonly WordBag Empty = new([]);

    private readonly string[] words;
    private readonly double[] weights;
    private readonly double length;

    /// <param name="weighed">A word given twice counts once, with its first weight.</param>
    public WordBag(IEnumerable<(string Word, double Weight)> weighed)
    {
        (string Word, double Weight)[] sorted = [.. weighed.DistinctBy(w => w.Word, StringComparer.Ordinal).OrderBy(w => w.Word, StringComparer.Ordinal)];
        words = [.. sorted.Select(w => w.Word)];
        weights = [.. sorted.Select(w => w.Weight)];
        length = Math.Sqrt(weights.Sum(w => w * w));
    }

    public bool IsEmpty => words.Length == 0;

    /// <returns>0 to 1 for weights of at least 0; 0 where one is empty.</returns>
    public double Cosine(WordBag other)
    {
        double both = 0;
        for (int i = 0, j = 0; i < words.Length && j < other.words.Length;)
        {
            int order = string.CompareOrdinal(words[i], other.words[j]);
            if (order == 0)
                both += weights[i] * other.weights[j];
            if (order <= 0)
                i++;
            if (order >= 0)
                j++;
        }

        return both > 0 ? both / (length * other.length) : 0;
    }
}
