using System.Collections.Immutable;
using System.Globalization;
using Stemma.Evaluation.Cases;

namespace Stemma.Evaluation.Gate;

/// <summary>Holds what the engine reaches against pinned floors: tells what moved, refuses what fell, and pins anew when asked.</summary>
public sealed class EvaluationGate(Func<string, ImmutableArray<CaseResult>> evaluate, TextWriter output)
{
    /// <summary>The gate's sets under a repository: its own gold, the shared cases beside it, and its gold for real reports that stand there.</summary>
    public static ImmutableArray<GateSet> SetsOf(string root) =>
    [
        new("own cases", [Path.Combine(root, "eval", "gold"), Path.Combine(root, "eval", "cases")], Path.Combine(root, "eval", "floors.json"), IsRequired: true),
        new("shared cases", [Path.Combine(root, "..", "shared", "cases")], Path.Combine(root, "eval", "floors.shared.json"), IsRequired: false),
        new("real reports", [Path.Combine(root, "eval", "real")], Path.Combine(root, "eval", "floors.real.json"), IsRequired: true)
        {
            Needs = [Path.Combine(root, "..", "shared", "corpora")],
        },
    ];

    /// <summary>Runs all cases of a set and compares.</summary>
    /// <returns>Whether nothing fell below its floor by more than its band.</returns>
    public bool Check(GateSet set)
    {
        if (IsSkipped(set))
            return true;
        if (Measured(set) is not { } results)
            return !set.IsRequired;
        Floors floors = File.Exists(set.FloorsFile) ? Floors.Parse(File.ReadAllText(set.FloorsFile)) : Floors.Empty;
        bool passes = true;
        foreach (string missing in floors.Cases.Keys.Except(results.Select(r => r.Name), StringComparer.Ordinal))
        {
            output.WriteLine($"{set.Name}: {missing} is pinned but not there");
            passes &= !set.IsRequired;
        }

        List<Movement> movements = [];
        foreach (CaseResult result in results)
        {
            if (!floors.Cases.TryGetValue(result.Name, out CaseFloors? pinned))
            {
                output.WriteLine($"{set.Name}: {result.Name} has no floors yet; pin them with --repin");
                continue;
            }

            if (pinned.Digest != result.Digest)
            {
                output.WriteLine($"{set.Name}: the gold or the reports of {result.Name} changed since its floors were pinned; pin them anew with --repin");
                passes &= !set.IsRequired;
                continue;
            }

            movements.AddRange(Compare(result, pinned, floors));
        }

        Print(set, results, movements);
        return passes && !movements.Any(m => m.Fails);
    }

    /// <summary>Writes what the cases reach now as their floors.</summary>
    /// <returns>False if a floor would sink and <paramref name="allowLower"/> is not given: nothing is written then.</returns>
    public bool Repin(GateSet set, bool allowLower)
    {
        if (IsSkipped(set))
            return true;
        if (Measured(set) is not { } results)
            return !set.IsRequired;
        Floors old = File.Exists(set.FloorsFile) ? Floors.Parse(File.ReadAllText(set.FloorsFile)) : Floors.Empty;
        Movement[] lower = [.. results
            .Where(r => old.Cases.ContainsKey(r.Name))
            .SelectMany(r => Compare(r, old.Cases[r.Name], old))
            .Where(m => m.IsLower)];
        foreach (Movement m in lower)
            output.WriteLine($"{set.Name}: {(allowLower ? "LOWERED" : "would lower")} {m.Case}, {m.Category}: {Share(m.Floor)} -> {Share(m.Now)}");
        if (lower.Length > 0 && !allowLower)
        {
            output.WriteLine($"{set.Name}: not pinned. Floors sink only with --allow-lower, and a reason in the commit.");
            return false;
        }

        ImmutableSortedDictionary<string, CaseFloors> cases =
            results.ToImmutableSortedDictionary(r => r.Name, CaseFloors.Of, StringComparer.Ordinal);
        File.WriteAllText(set.FloorsFile, (old with { Cases = cases }).ToJson());
        output.WriteLine($"{set.Name}: pinned {results.Length} cases in {set.FloorsFile}");
        return true;
    }

    /// <summary>Every category of the floors or of the result, in ordinal order.</summary>
    internal static IEnumerable<Movement> Compare(CaseResult result, CaseFloors pinned, Floors floors)
    {
        ImmutableSortedDictionary<string, double> now = CaseFloors.SharesOf(result);
        return pinned.Shares.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(category => new Movement(
            result.Name, category,
            pinned.Shares.TryGetValue(category, out double floor) ? floor : null,
            now.TryGetValue(category, out double share) ? share : null,
            floors.BandOf(category)));
    }

    private bool IsSkipped(GateSet set)
    {
        if (set.Needs.FirstOrDefault(d => !Directory.Exists(d)) is not { } absent)
            return false;
        output.WriteLine($"{set.Name}: skipped, {absent} is not there");
        return true;
    }

    private ImmutableArray<CaseResult>? Measured(GateSet set)
    {
        if (set.Directories.FirstOrDefault(d => !Directory.Exists(d)) is not { } missing)
            return [.. set.Directories.SelectMany(d => evaluate(d))];
        output.WriteLine(set.IsRequired ? $"{set.Name}: {missing} is missing" : $"{set.Name}: skipped, {missing} is not there");
        return null;
    }

    private void Print(GateSet set, ImmutableArray<CaseResult> results, List<Movement> movements)
    {
        foreach (Movement m in movements.Where(m => m.IsLower || m.IsHigher))
        {
            string verdict = m.Fails ? "FELL" : m.IsLower ? "lower, within its band" : "better";
            output.WriteLine($"{set.Name,-12} {m.Case,-16} {m.Category,-30} {Share(m.Floor),6} -> {Share(m.Now),6}  {verdict}");
        }

        foreach (CaseResult result in results)
            output.WriteLine($"{set.Name,-12} {result.Name,-16} {Floors.Mean,-30} {Share(result.Score.Mean),6}");
        (int fell, int better) = (movements.Count(m => m.Fails), movements.Count(m => m.IsHigher));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{set.Name}: {results.Length} cases, {fell} figures fell, {better} are better than their floors"));
    }

    private static string Share(double? share) =>
        share is { } s ? (100 * s).ToString("0.0", CultureInfo.InvariantCulture) : "none";
}
