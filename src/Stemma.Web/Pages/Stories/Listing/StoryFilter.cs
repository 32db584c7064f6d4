using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Stemma.Store;

namespace Stemma.Web.Pages.Stories.Listing;

/// <summary>What a reader asks the list of stories for; what is left empty asks for nothing.</summary>
public sealed record StoryFilter
{
    public string? Text { get; init; }

    public string? Outlet { get; init; }

    public string? Person { get; init; }

    public string? Place { get; init; }

    /// <summary>Only stories with a report of that day or later.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Only stories of so many reports.</summary>
    public int AtLeast { get; init; } = 1;

    /// <summary>Most contested first, rather than newest.</summary>
    public bool Contested { get; init; }

    /// <summary>From 1; of those that came together.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Where those that came later ended; of the newest.</summary>
    public long? Before { get; init; }

    public bool IsNarrow => Text is not null || Outlet is not null || Person is not null || Place is not null || Since is not null || AtLeast > 1;

    /// <summary>Whether reports have to be searched to know the stories.</summary>
    public bool AsksForReports => Text is not null || Outlet is not null || Person is not null || Place is not null;

    public static StoryFilter Of(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new StoryFilter
        {
            Text = Words("q"),
            Outlet = Words("outlet"),
            Person = Words("person"),
            Place = Words("place"),
            Since = DateOnly.TryParseExact(query["since"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null,
            AtLeast = Number("atLeast") is > 1 and <= 1_000_000 and long least ? (int)least : 1,
            Contested = query["sort"] == "contested",
            Page = Number("page") is > 1 and <= 1_000_000 and long page ? (int)page : 1,
            Before = Number("before"),
        };

        string? Words(string name) => query[name].ToString().Trim() is { Length: > 0 and <= 500 } words ? words : null;

        long? Number(string name) => long.TryParse(query[name], NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;
    }

    public ReportQuery Reports() => new()
    {
        Text = Text,
        Outlet = Outlet,
        Person = Person,
        Place = Place,
        From = Since is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null,
        Limit = 1000,
    };

    /// <summary>The address of this list, or of another page of it.</summary>
    public string Link(int? page = null, long? before = null, bool? contested = null)
    {
        List<(string Name, string? Value)> parts =
        [
            ("q", Text), ("outlet", Outlet), ("person", Person), ("place", Place), ("since", Since?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("atLeast", AtLeast > 1 ? AtLeast.ToString(CultureInfo.InvariantCulture) : null), ("sort", contested ?? Contested ? "contested" : null),
            ("page", page is > 1 ? page.Value.ToString(CultureInfo.InvariantCulture) : null), ("before", (before ?? (page is null ? null : Before))?.ToString(CultureInfo.InvariantCulture)),
        ];
        string query = string.Join('&', parts.Where(p => p.Value is not null).Select(p => p.Name + "=" + Uri.EscapeDataString(p.Value!)));
        return query.Length == 0 ? "/" : "/?" + query;
    }
}

/// <summary>A page of the list of stories.</summary>
/// <param name="Pages">How many there are, where they are numbered; else 0.</param>
/// <param name="Next">Where the next page begins, where they are not; null: there is none.</param>
/// <param name="IsCut">Whether more may fit than were looked at.</param>
public sealed record StoryList(StoryFilter Filter, ImmutableArray<StoryCard> Cards, int Pages, long? Next, bool IsCut);
