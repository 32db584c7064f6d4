namespace Stemma.Benchmarks;

/// <summary>What the rounds of one kind took.</summary>
internal sealed record Timing(IReadOnlyList<Round> Rounds)
{
    /// <summary>Seconds of the median round by the clock.</summary>
    public double Wall => Median(Rounds.Select(r => r.Wall));

    /// <summary>Seconds of processor time of the median round.</summary>
    public double Processor => Median(Rounds.Select(r => r.Processor));

    /// <summary>Bytes allocated in the median round.</summary>
    public double Bytes => Median(Rounds.Select(r => (double)r.Bytes));

    /// <summary>Seconds of processor time by which this kind takes longer than another: the median over rounds that stood side by side.</summary>
    public double Over(Timing other) => Median(Rounds.Zip(other.Rounds, (a, b) => a.Processor - b.Processor));

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
