using System.Collections.Immutable;
using Stemma.Store;

namespace Stemma.Web.Api;

/// <summary>What reports can be found by.</summary>
internal static class ReportFilter
{
    public static ImmutableArray<ApiParameter> Parameters { get; } =
    [
        ApiParameter.Text("q", "Words that all have to be there; `\"words in a row\"`, `-word`. Nothing else in it is syntax.", "avalanche \"road authority\""),
        ApiParameter.Text("person", "Name of a person in the report."),
        ApiParameter.Text("organisation", "Name of an organisation in it."),
        ApiParameter.Text("place", "Name of a place in it."),
        ApiParameter.Text("origin", "Name of an origin of something it states: a person, a body, a document, an agency."),
        ApiParameter.Text("outlet", "Who published it."),
        ApiParameter.Time("from", "Published, or arrived where that is unknown, not earlier."),
        ApiParameter.Time("until", "And before."),
    ];

    /// <returns>Null where nothing is asked of reports.</returns>
    public static ReportQuery? Read(ApiCall call)
    {
        ReportQuery query = new()
        {
            Text = call.Text("q"),
            Person = call.Text("person"),
            Organisation = call.Text("organisation"),
            Place = call.Text("place"),
            Origin = call.Text("origin"),
            Outlet = call.Text("outlet"),
            From = call.Time("from")?.SortKey,
            Until = call.Time("until")?.SortKey,
        };
        return query == new ReportQuery() ? null : query;
    }
}
