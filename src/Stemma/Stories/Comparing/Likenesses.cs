namespace Stemma.Stories;

/// <summary>The similarities of the kept members of one set, pair by pair, so that each pair is compared once in its life.</summary>
internal sealed class Likenesses
{
    /// <summary>Row i has the similarity of member i to each member before it.</summary>
    private readonly List<Similarity[]> rows = new(1);

    /// <summary>Sum over all pairs.</summary>
    private double sum;

    public Similarity Of(int a, int b) => a > b ? rows[a][b] : rows[b][a];

    /// <summary>Mean over the pairs; 0 for fewer than two members.</summary>
    public double Mean => rows.Count < 2 ? 0 : sum / (rows.Count * (rows.Count - 1) / 2);

    /// <param name="toEarlier">Similarity of the new member to each before it; kept.</param>
    public void Add(Similarity[] toEarlier)
    {
        foreach (Similarity likeness in toEarlier)
            sum += likeness.All;
        rows.Add(toEarlier);
    }

    public void RemoveAt(int index)
    {
        rows.RemoveAt(index);
        for (int i = index; i < rows.Count; i++)
            rows[i] = [.. rows[i].AsSpan(0, index), .. rows[i].AsSpan(index + 1)];

        // Added up anew: taking away would leave behind what rounding left.
        sum = 0;
        foreach (Similarity[] row in rows)
        {
            foreach (Similarity likeness in row)
                sum += likeness.All;
        }
    }
}
