namespace Stemma.Stories;

/// <summary>The similarities of the kept members of one set, pair by pair, so that each pair is compared once in its life.</summary>
internal sealed class Likenesses
{
    /// <summary>Row i has the similarity of member i to each member before it.</summary>
    private readonly List<double[]> rows = new(1);

    /// <summary>Sum over all pairs.</summary>
    private double sum;

    public double Of(int a, int b) => a > b ? rows[a][b] : rows[b][a];

    /// <summary>Mean over the pairs; 0 for fewer than two members.</summary>
    public double Mean => rows.Count < 2 ? 0 : sum / (rows.Count * (rows.Count - 1) / 2);

    /// <param name="before">The members so far.</param>
    public void Add(List<Fingerprint> before, Fingerprint member)
    {
        double[] row = before.Count == 0 ? [] : new double[before.Count];
        for (int i = 0; i < row.Length; i++)
            sum += row[i] = Similarity.Between(before[i], member).All;
        rows.Add(row);
    }

    public void RemoveAt(int index)
    {
        rows.RemoveAt(index);
        for (int i = index; i < rows.Count; i++)
            rows[i] = [.. rows[i].AsSpan(0, index), .. rows[i].AsSpan(index + 1)];

        // Added up anew: taking away would leave behind what rounding left.
        sum = 0;
        foreach (double[] row in rows)
        {
            foreach (double likeness in row)
                sum += likeness;
        }
    }
}
