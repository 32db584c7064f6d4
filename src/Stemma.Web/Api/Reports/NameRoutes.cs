using System.Collections.Immutable;
using Stemma.Store;

namespace Stemma.Web.Api;

/// <summary>The names in a store, by which reports are found.</summary>
internal static class NameRoutes
{
    public static IEnumerable<ApiRoute> All { get; } =
    [
        Of("people", "person", "People that reports name"),
        Of("organisations", "organisation", "Organisations that reports name"),
        Of("places", "place", "Places that reports name"),
        Of("origins", "origin", "Origins of what reports state"),
        Of("outlets", "outlet", "Outlets"),
    ];

    private static ApiRoute Of(string list, string kind, string summary) => new()
    {
        Path = "/api/v1/" + list,
        Name = "list" + char.ToUpperInvariant(list[0]) + list[1..],
        Tag = "names",
        Summary = summary + ", by name.",
        Details = $"Names are folded as searches fold them: small letters, no accents. `?{kind}=NAME` of a search takes them.",
        Parameters = [ApiParameter.Text("q", "What the name begins with."), ApiParameter.Limit, ApiParameter.Cursor],
        Answers = [("application/json", nameof(NamePage))],
        Serve = async call =>
        {
            ImmutableArray<NameCount> names = await call.Store.NamesAsync(kind, call.Text("q"), call.Cursor(), call.Limit, call.Cancellation);
            await call.JsonAsync(new NamePage(kind, names, call.Next(names.Length < call.Limit ? null : names[^1].Name)));
        },
    };
}

/// <param name="Next">Cursor of the next page; null where there is none.</param>
internal sealed record NamePage(string Kind, ImmutableArray<NameCount> Names, string? Next);
