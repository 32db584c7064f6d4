using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Differences;

namespace Stemma.Briefs.Rendering;

/// <summary>Lays a dispute out side by side: the difference that a disputed point tells, and what is disputed in one line.</summary>
internal static class Disputes
{
    /// <returns>The conflict of which the point tells at least two sides; null for a point that is one sentence of one report.</returns>
    public static Difference? Of(StoryLookup lookup, Point point) => point.Support is not null || point.Evidence.Length < 2
        ? null
        : lookup.Story.Differences.FirstOrDefault(d => d.Verdict == Verdict.Conflict && d.Positions.Count(p => Tells(lookup, point, p)) > 1);

    /// <summary>Those that stand under no disputed point.</summary>
    public static ImmutableArray<Difference> Untold(StoryLookup lookup)
    {
        HashSet<string> told = [.. lookup.Story.Brief.Disputed.Select(p => Of(lookup, p)?.Id).OfType<string>()];
        return [.. lookup.Story.Differences.Where(d => !told.Contains(d.Id))];
    }

    /// <summary>"How many or how much: 47 or 300 (… polling stations were not counted)", "Whether it is so: an envoy has left".</summary>
    public static string Question(Difference difference)
    {
        string asked = difference.Kind switch
        {
            DifferenceKind.Number => "How many or how much",
            DifferenceKind.Time => "When",
            DifferenceKind.Place => "Where",
            DifferenceKind.Person => "Who",
            DifferenceKind.Existence => "Whether it is so: " + PlainText.OneLine(difference.About),
            _ => "How sure it is",
        };
        if (difference.Kind is DifferenceKind.Existence)
            return asked;
        string values = ": " + string.Join(" or ", difference.Positions.Select(p => Figures.Shown(p.Value)).Distinct(StringComparer.Ordinal));
        return $"{asked}{values} ({PlainText.OneLine(difference.About)})";
    }

    private static bool Tells(StoryLookup lookup, Point point, Position position) => position.Assertions.Select(lookup.Assertion).OfType<Assertion>()
        .Any(a => point.Evidence.Any(e => e.Report == a.Report && e.Span.Contains(a.At.Start)));
}
