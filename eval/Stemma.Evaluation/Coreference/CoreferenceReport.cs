using System.Collections.Immutable;
using System.Globalization;

namespace Stemma.Evaluation.Coreference;

/// <summary>What was reached where events are linked within sets of one kind.</summary>
/// <param name="SameLemma">The baseline: mentions of one set whose head words have the same lemma are one event.</param>
public sealed record CoreferenceLevel(string Name, int Sets, CoreferenceScore SameLemma, CoreferenceScore Ours)
{
    /// <summary>CoNLL F1 over the baseline, in points.</summary>
    public double Gain => 100 * (Ours.Conll - SameLemma.Conll);
}

/// <summary>What <c>stemma eval coreference</c> prints.</summary>
public sealed record CoreferenceReport(int Reports, int Mentions, ImmutableArray<CoreferenceLevel> Levels)
{
    public void WriteTo(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.WriteLine($"{Reports} reports, {Mentions} gold mentions of events; recall, precision, F1 in percent");
        foreach (CoreferenceLevel level in Levels)
        {
            output.WriteLine($"within {level.Sets} {level.Name}");
            output.WriteLine($"  same lemma  {level.SameLemma}");
            output.WriteLine($"  stemma      {level.Ours}");
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  over same lemma {level.Gain:+0.0;-0.0} points"));
        }
    }
}
