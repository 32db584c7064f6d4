using System.Collections.Immutable;
using System.Globalization;

namespace Stemma.Evaluation.Briefs;

/// <summary>How many points of how many briefs have a fault, and which.</summary>
/// <param name="Briefs">How many briefs were read.</param>
/// <param name="Points">How many points stand in them.</param>
/// <param name="Faults">Kind, and the point with the reason, in order of reading.</param>
public sealed record BriefsScore(int Briefs, int Points, ImmutableArray<(BriefFault Kind, string What)> Faults)
{
    public int Count(BriefFault kind) => Faults.Count(f => f.Kind == kind);

    public void WriteTo(TextWriter output, bool misses)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (misses)
        {
            foreach ((BriefFault kind, string what) in Faults)
                output.WriteLine($"{Name(kind)}: {what}");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"briefs",-28} {Briefs,6}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"points",-28} {Points,6}"));
        foreach (BriefFault kind in Enum.GetValues<BriefFault>())
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Name(kind),-28} {Count(kind),6} {(Points == 0 ? 0 : 100.0 * Count(kind) / Points),6:0.0} %"));
    }

    private static string Name(BriefFault kind) => kind switch
    {
        BriefFault.WithoutEvidence => "without evidence",
        BriefFault.NotInEvidence => "not standing in evidence",
        BriefFault.Duplicate => "duplicate",
        _ => "broken off",
    };
}
