using System.Globalization;
using Microsoft.AspNetCore.Http;
using Stemma.Claims;
using Stemma.Lineages;
using Stemma.Reports;
using Stemma.Web.Pages.Shell;

namespace Stemma.Web.Pages.Stories;

/// <summary>How a reader asked for a story: at which time, compared with which, and what of it is open.</summary>
/// <param name="Story">The id as asked for.</param>
public sealed record StoryAsked(string Story)
{
    /// <summary>Null: as it stands.</summary>
    public ReportTime? AsOf { get; init; }

    /// <summary>Null: changes are not asked for.</summary>
    public ReportTime? Since { get; init; }

    /// <summary>Ids of the two ends of the arrow whose passages are shown; null: of none.</summary>
    public (string From, string To)? Edge { get; init; }

    /// <summary>Null: the whole story.</summary>
    public StoryPart? Part { get; init; }

    /// <summary>Only claims of that status.</summary>
    public ClaimStatus? Status { get; init; }

    /// <summary>Whether the boxes to tick stand open, in a list that has some.</summary>
    public bool Ticks { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public static StoryAsked Of(string story, StoryPart? part, IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        string[] ends = query["edge"].ToString().Split('~');
        return new StoryAsked(story)
        {
            AsOf = ReportTime.TryParse(query["asOf"], out ReportTime asOf) ? asOf : null,
            Since = ReportTime.TryParse(query["since"], out ReportTime since) ? since : null,
            Edge = ends.Length == 2 ? (ends[0], ends[1]) : null,
            Part = part,
            Status = Enum.TryParse(query["status"], ignoreCase: true, out ClaimStatus status) && Enum.IsDefined(status) ? status : null,
            Ticks = query["tick"] == "all",
            Page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out int page) && page > 1 ? page : 1,
        };
    }

    /// <summary>The whole story, at the same time.</summary>
    public string Link(string? fragment = null) => Address(Paths.Story(Story), [], fragment);

    public string PartLink(StoryPart part, int page = 1, ClaimStatus? status = null, bool ticks = false) => Address(
        Paths.Part(Story, part),
        [("status", status?.ToString().ToLowerInvariant()), ("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null), ("tick", ticks ? "all" : null)],
        null);

    /// <summary>From the page itself: a drawing has hundreds of them.</summary>
    public string EdgeLink(Derivation edge)
    {
        ArgumentNullException.ThrowIfNull(edge);
        return Address("", [("edge", edge.From + "~" + edge.To)], "passages");
    }

    private string Address(string path, IEnumerable<(string Name, string? Value)> more, string? fragment)
    {
        IEnumerable<(string Name, string? Value)> all = [("asOf", AsOf?.ToString()), ("since", Part is null ? Since?.ToString() : null), .. more];
        string query = string.Join('&', all.Where(p => p.Value is not null).Select(p => p.Name + "=" + Uri.EscapeDataString(p.Value!).Replace("%7E", "~", StringComparison.Ordinal)));
        return path + (query.Length == 0 ? "" : "?" + query) + (fragment is null ? "" : "#" + fragment);
    }
}
