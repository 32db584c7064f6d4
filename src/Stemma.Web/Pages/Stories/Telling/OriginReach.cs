using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Weighing;

namespace Stemma.Web.Pages.Stories.Telling;

/// <summary>An origin with how far its words went.</summary>
/// <param name="Statements">Assertions that come from it.</param>
/// <param name="Reports">In how many reports.</param>
public sealed record OriginReach(Origin Origin, int Statements, int Reports)
{
    /// <summary>By reach, furthest first; ties by the story's own order.</summary>
    public static ImmutableArray<OriginReach> Of(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        ILookup<string, string> reports = story.Assertions.SelectMany(a => a.Attribution.Select(s => s.Origin).OfType<string>().Select(o => (Origin: o, a.Report))).ToLookup(a => a.Origin, a => a.Report, StringComparer.Ordinal);
        return [.. story.Origins.Select(o => new OriginReach(o, reports[o.Id].Count(), reports[o.Id].Distinct(StringComparer.Ordinal).Count())).OrderByDescending(o => o.Reports).ThenByDescending(o => o.Statements)];
    }

    public static string Basis(OriginBasis basis) => basis switch
    {
        OriginBasis.FirstHand => "first hand",
        OriginBasis.NamedOfficial => "named official",
        OriginBasis.UnnamedOfficial => "unnamed official",
        OriginBasis.Document => "document or data",
        OriginBasis.OtherMedia => "other media",
        OriginBasis.SocialPost => "social post",
        _ => "basis not told",
    };
}
