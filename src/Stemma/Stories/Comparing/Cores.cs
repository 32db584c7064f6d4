namespace Stemma.Stories;

/// <summary>What most reports of one set have and the other set lacks: two events told by one template differ in just that.</summary>
/// <remarks>A term is of a set's core if at least half of its reports have it. All figures are parts by squared weight, 0 to 1.</remarks>
/// <param name="NamesMissingInB">Part of the core names of A, places left out, that no report of B has.</param>
/// <param name="PlacesMissingInB">The same of names of places.</param>
/// <param name="HeaviestMissingInB">The same of the three heaviest core names, places or not.</param>
/// <param name="SharedOfA">Part of all core terms of A that B has.</param>
internal readonly record struct Cores(
    double NamesMissingInA, double NamesMissingInB, double PlacesMissingInA, double PlacesMissingInB, double HeaviestMissingInA, double HeaviestMissingInB, double SharedOfA, double SharedOfB)
{
    public static Cores Of(MemberSet a, MemberSet b)
    {
        Side left = new(), right = new();
        ReadOnlySpan<TermSum> x = a.Sums, y = b.Sums;
        int i = 0, j = 0;
        while (i < x.Length || j < y.Length)
        {
            bool inA = j == y.Length || i < x.Length && x[i].Id <= y[j].Id, inB = i == x.Length || j < y.Length && y[j].Id <= x[i].Id;
            if (inA)
                left.Add(in x[i], a.Count, inB);
            if (inB)
                right.Add(in y[j], b.Count, inA);
            i += inA ? 1 : 0;
            j += inB ? 1 : 0;
        }

        return new Cores(
            right.NamesMissing, left.NamesMissing, right.PlacesMissing, left.PlacesMissing, right.HeaviestMissing, left.HeaviestMissing, left.Shared, right.Shared);
    }

    /// <summary>One set as it is gone through.</summary>
    private struct Side
    {
        private double names;
        private double namesMissing;
        private double places;
        private double placesMissing;
        private double all;
        private double shared;
        private (double Square, bool Missing) first;
        private (double Square, bool Missing) second;
        private (double Square, bool Missing) third;

        public readonly double NamesMissing => names > 0 ? namesMissing / names : 0;

        public readonly double PlacesMissing => places > 0 ? placesMissing / places : 0;

        public readonly double Shared => all > 0 ? shared / all : 0;

        public readonly double HeaviestMissing =>
            first.Square > 0 ? ((first.Missing ? first.Square : 0) + (second.Missing ? second.Square : 0) + (third.Missing ? third.Square : 0)) / (first.Square + second.Square + third.Square) : 0;

        public void Add(in TermSum sum, int reports, bool isShared)
        {
            if (sum.Reports * 2 < reports)
                return;
            double square = (double)sum.Weight * sum.Weight / ((double)reports * reports);
            all += square;
            if (isShared)
                shared += square;
            if (!sum.IsName)
                return;
            if (sum.IsPlace)
            {
                places += square;
                placesMissing += isShared ? 0 : square;
            }
            else
            {
                names += square;
                namesMissing += isShared ? 0 : square;
            }

            if (square > first.Square)
                (first, second, third) = ((square, !isShared), first, second);
            else if (square > second.Square)
                (second, third) = ((square, !isShared), second);
            else if (square > third.Square)
                third = (square, !isShared);
        }
    }
}
