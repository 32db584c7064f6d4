namespace Stemma.Evaluation.Lineage;

/// <summary>Seeded chance that is the same on every machine and with every runtime (SplitMix64, Steele et al. 2014).</summary>
internal sealed class Chance(ulong seed)
{
    private ulong state = seed;

    /// <returns>0 to below <paramref name="below"/>, which is at least 1.</returns>
    public int Next(int below) => (int)(Bits() % (ulong)below);

    public bool Is(double probability) => Bits() >> 11 < probability * (1UL << 53);

    public T Of<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    private ulong Bits()
    {
        unchecked
        {
            ulong z = state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
