namespace Stemma.Evaluation.Language;

/// <summary>The counts of all measures, over a sentence or any number of them.</summary>
public sealed class Tally
{
    private static readonly int Measures = Enum.GetValues<Measure>().Length;

    private static ReadOnlySpan<Measure> OfRawWords =>
        [Measure.RawTokens, Measure.RawUpos, Measure.RawXpos, Measure.RawLemma, Measure.RawUas, Measure.RawLas];

    private readonly int[] counts = new int[3 * Measures];

    public Score this[Measure measure] => new(counts[3 * (int)measure], counts[3 * (int)measure + 1], counts[3 * (int)measure + 2]);

    public void Add(Measure measure, int gold, int found, int right)
    {
        Span<int> three = counts.AsSpan(3 * (int)measure, 3);
        three[0] += gold;
        three[1] += found;
        three[2] += right;
    }

    /// <summary>Counts one answer to one question.</summary>
    public void Add(Measure measure, bool right) => Add(measure, 1, 1, right ? 1 : 0);

    /// <summary>Counts words read from raw text, whether or not they align.</summary>
    internal void AddRawWords(int gold, int found)
    {
        foreach (Measure measure in OfRawWords)
            Add(measure, gold, found, 0);
    }

    public void Add(Tally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (int i = 0; i < counts.Length; i++)
            counts[i] += other.counts[i];
    }

    public static Tally Sum(IEnumerable<Tally> tallies)
    {
        ArgumentNullException.ThrowIfNull(tallies);
        Tally sum = new();
        foreach (Tally tally in tallies)
            sum.Add(tally);
        return sum;
    }
}
