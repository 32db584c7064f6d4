using System.Collections.Immutable;
using Stemma.Lineages;

namespace Stemma.Evaluation.Lineage;

/// <summary>What was found of one edge of a family.</summary>
internal readonly record struct GoldEdge(Making Making, bool Linked, bool Right, bool AsText, double Kept);

/// <summary>What was found in one family.</summary>
internal sealed record FamilyResult(IReadOnlyList<GoldEdge> Edges, int Found, int FoundRight, int IndependentPairs, int FalseCopies, IReadOnlyList<string> Misses)
{
    /// <summary>Another report stands for a parent if it holds as much of the child, but for this part.</summary>
    private const double AsMuch = 0.02;

    public static FamilyResult Of(IReadOnlyList<FamilyMember> family, ImmutableArray<Derivation> found)
    {
        Dictionary<string, FamilyMember> members = family.ToDictionary(m => m.Id, StringComparer.Ordinal);
        ImmutableArray<Derivation> mine = [.. found.Where(d => members.ContainsKey(d.To) && d.Kind != DerivationKind.Cites)];
        List<GoldEdge> edges = [];
        HashSet<(string, string)> right = [];
        List<string> misses = [];
        foreach (FamilyMember child in family)
        {
            foreach (string parent in child.Parents)
            {
                HashSet<string> accepted = Accepted(child, members[parent], family);
                bool twins = members[parent].Raw.Text == child.Raw.Text;
                Derivation[] forth = [.. found.Where(d => d.From == child.Id && accepted.Contains(d.To))];
                Derivation[] back = [.. found.Where(d => d.To == child.Id && d.From == parent && !(child.HasTime && twins))];
                right.UnionWith(forth.Select(d => (d.From, d.To)));
                edges.Add(new GoldEdge(child.Making, forth.Length + back.Length > 0, forth.Length > 0, forth.Any(d => d.Kind is DerivationKind.Verbatim or DerivationKind.Rewrite), WordRows.Held(child.Raw.Text, members[parent].Raw.Text, 5)));
                if (forth.Length == 0)
                    misses.Add($"{(back.Length > 0 ? "turned" : "missed")}  {child.Id} -> {parent}{(child.Credited ? " (credited)" : "")}");
            }
        }

        misses.AddRange(mine.Where(d => !right.Contains((d.From, d.To)))
            .Select(d => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"wrong   {d.From} {d.Kind} {d.To}, share {d.Share:0.00}")));
        string[] real = [.. family.Where(m => m.Parents.Count == 0).Select(m => m.Id)];
        return new FamilyResult(
            edges,
            mine.Length,
            mine.Count(d => right.Contains((d.From, d.To))),
            real.Length * (real.Length - 1) / 2,
            mine.Count(d => d.Kind is DerivationKind.Verbatim or DerivationKind.Rewrite && real.Contains(d.From) && real.Contains(d.To)),
            misses);
    }

    /// <summary>The parent, and others of its kin, made before the child, that hold as much of the child's text: from which of them it was taken nobody could tell.</summary>
    private static HashSet<string> Accepted(FamilyMember child, FamilyMember parent, IReadOnlyList<FamilyMember> family)
    {
        double held = WordRows.Held(child.Raw.Text, parent.Raw.Text, 3);
        return [.. family
            .TakeWhile(m => m != child)
            .Where(m => m == parent || (m.Parents.Contains(parent.Id) || parent.Parents.Contains(m.Id)) && WordRows.Held(child.Raw.Text, m.Raw.Text, 3) >= held - AsMuch)
            .Select(m => m.Id)];
    }
}
