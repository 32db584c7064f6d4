using System.Collections.Immutable;

namespace Stemma.Stories;

/// <summary>The numbers of grouping, all in one place because they are tuned together.</summary>
/// <remarks>
/// Trained in November 2026 by <c>Stemma.Training train-grouping 5 2,1,0.7,0,0,0</c> on the AllSides stream, the ECB+ train and dev stories and, as a third set so that press
/// releases, columns and broadcasts are met, the fictional stories of the development cases. Times are shifted by up to a day, as all those of a story of AllSides are
/// the same, and a third of the dates is taken away in one copy of each set. Join and JoinAlone were then raised by hand from where the sets alone
/// would have them (-0.75 and -0.5), until nothing of our own samples was joined that does not belong. The weights of measures of time (<see cref="Bond.OfTime"/>) were
/// then moved towards those of <c>fit-times</c>, which also meets stories of weeks (decision 9).
/// </remarks>
internal sealed record GroupingWeights
{
    public static readonly GroupingWeights Default = new();

    /// <summary>What a word counts in the headline, in the lead; 1 in the rest of the body.</summary>
    public double Headline { get; init; } = 4;

    public double Lead { get; init; } = 2;

    /// <summary>Factors of a name of one word, of several, and of a number.</summary>
    public double Name { get; init; } = 1.3;

    public double FullName { get; init; } = 0.7;

    public double Number { get; init; } = 0.5;

    /// <summary>Further factor of a name that is used as a place.</summary>
    public double Place { get; init; } = 0.8;

    public double RarityPower { get; init; } = 1.0;

    /// <summary>How many texts the background counts for against the stories of the stream.</summary>
    public double BackgroundTexts { get; init; } = 500;

    /// <summary>Scale of the decay between two times, in days: at one scale apart 39 % of it, at three 99 %.</summary>
    public double DecayDays { get; init; } = 3;

    /// <summary>Log-odds from which a report joins a story, below which a story comes apart, from which two stories are one.</summary>
    public double Join { get; init; } = -0.4;

    /// <summary>Added to <see cref="Join"/> where the story is one report: two reports from one town on one day have as much in common.</summary>
    public double JoinAlone { get; init; } = 0.65;

    /// <summary>How far below its threshold of joining a member may be before it has to leave, so that stories do not flicker.</summary>
    public double Leave { get; init; } = 0.5;

    /// <summary>Reports a story has to have before it can come apart.</summary>
    public int SmallestSplit { get; init; } = 5;

    public double Split { get; init; } = -1.2;

    public double Merge { get; init; } = -0.5;

    /// <summary>Logistic regression over <see cref="Bond.Names"/>, in their order, for a report and a story.</summary>
    public ImmutableArray<double> Bonds { get; init; } =
    [
        -7.46, 7.85, -0.28, 6.72, 0.02, -2.84, -2.21, 5.59, 1.47, -4.50, -0.06, 0.00, 1.68, 0.84, -2.57, 0.81, -1.40, 1.57,
        -1.32, 0.36, -1.82, -3.46, 3.38, 1.09, 0.83, 1.93, 1.08, -0.38, -1.09, -1.83, -3.14, 1.67, 0.20, 2.92, 0.67, 0.20,
        -0.41, 1.11, 0.07, -0.97, 1.03, 0.62, -0.04, -0.52, 0.01,
    ];

    /// <summary>The same for two stories, or two parts of one.</summary>
    public ImmutableArray<double> PairBonds { get; init; } =
    [
        -10.42, 5.83, 3.79, 0.00, 0.64, -2.56, 0.06, 6.16, 1.12, -3.94, -0.57, -3.05, 1.95, 0.39, -3.54, -1.48, -0.44, -0.57,
        3.73, 0.00, -4.75, -4.86, 7.10, 2.37, 1.65, 1.90, 3.28, -0.16, -3.30, -0.62, -0.29, 1.16, 0.85, 0.00, 0.04, -0.07,
        0.42, 1.64, -0.84, -0.26, 0.64, -0.28, 0.21, 0.01, 0.42,
    ];

    /// <summary>Log-odds that a report and a story are one event.</summary>
    public double LogOdds(double[] bond) => Sum(Bonds, bond);

    /// <summary>Log-odds that two sets of reports tell one story.</summary>
    public double PairLogOdds(double[] bond) => Sum(PairBonds, bond);

    private static double Sum(ImmutableArray<double> weights, double[] bond)
    {
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
            sum += weights[i] * bond[i];
        return sum;
    }
}
