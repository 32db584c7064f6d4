using System.Collections.Immutable;

namespace Stemma.Evaluation.Distortions;

/// <summary>How many altered statements of one kind were tried, and what became of them.</summary>
/// <param name="Support">Counted as support of the true statement: wrong.</param>
/// <param name="NotRead">Nothing was read where the altered words stand, so that nothing could be counted.</param>
/// <param name="UnalteredSupport">Of the same statements, left as they are in a copy: counted as support, as they should be.</param>
public sealed record DistortionTally(DistortionKind Kind, int Tried, int Support, int NotRead, int UnalteredSupport);

/// <summary>What <c>stemma eval distortions</c> prints.</summary>
/// <param name="Misses">Altered statements that were counted as support, before and after.</param>
public sealed record DistortionReport(int Stories, ImmutableArray<DistortionTally> Kinds, ImmutableArray<string> Misses)
{
    public int Tried => Kinds.Sum(k => k.Tried);

    public int Support => Kinds.Sum(k => k.Support);

    /// <param name="misses">Lists them as well.</param>
    public void WriteTo(TextWriter output, bool misses)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.WriteLine($"{Tried} true statements of {Stories} stories, each altered in a copy");
        output.WriteLine($"{"kind",-10} {"tried",6} {"counted as support",19} {"not read",9} {"support if unaltered",21}");
        foreach (DistortionTally kind in Kinds)
            output.WriteLine(Row(kind.Kind.ToString().ToLowerInvariant(), kind));
        output.WriteLine(Row("all", new DistortionTally(default, Tried, Support, Kinds.Sum(k => k.NotRead), Kinds.Sum(k => k.UnalteredSupport))));
        if (misses)
        {
            foreach (string miss in Misses)
                output.WriteLine("  " + miss);
        }
    }

    private static string Row(string name, DistortionTally tally) => $"{name,-10} {tally.Tried,6} {tally.Support,19} {tally.NotRead,9} {tally.UnalteredSupport,21}";
}
