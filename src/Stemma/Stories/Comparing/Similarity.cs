namespace Stemma.Stories;

/// <summary>How alike two reports are, 0 to 1: in all terms, in names alone, in other words alone.</summary>
internal readonly record struct Similarity(double All, double Names, double Words)
{
    public static Similarity Between(Fingerprint a, Fingerprint b)
    {
        double names = 0, words = 0;
        int i = 0, j = 0;
        ReadOnlySpan<Term> left = a.Terms.AsSpan(), right = b.Terms.AsSpan();
        while (i < left.Length && j < right.Length)
        {
            ulong x = left[i].Id, y = right[j].Id;
            if (x == y)
            {
                double product = (double)left[i].Weight * right[j].Weight;
                if (left[i].IsName || right[j].IsName)
                    names += product;
                else
                    words += product;
            }

            // Without branches, which nobody could predict: whichever is behind goes on, or both.
            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }

        return Of(names, words, a, b);
    }

    /// <param name="names">Products of the weights of shared names, added up; then of other words.</param>
    public static Similarity Of(double names, double words, Fingerprint a, Fingerprint b) =>
        new(names + words, Share(names, a.NameLength * b.NameLength), Share(words, a.WordLength * b.WordLength));

    private static double Share(double product, double lengths) => lengths > 0 ? Math.Min(1, product / lengths) : 0;
}
