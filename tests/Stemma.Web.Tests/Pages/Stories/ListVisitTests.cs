using Microsoft.AspNetCore.Http;
using Stemma.Web.Pages.Stories.Listing;

namespace Stemma.Web.Tests.Pages.Stories;

public sealed class ListVisitTests
{
    private static readonly DateTimeOffset Noon = DateTimeOffset.FromUnixTimeSeconds(10_000);

    [Theory]
    [InlineData(null, null)] // never here
    [InlineData("0.7.9000", null)] // the first visit, still going on
    [InlineData("0.7.8000", 7L)] // the second
    [InlineData("3.7.9000", 3L)] // a visit that goes on keeps what it found new
    [InlineData("30.70.9000", null)] // another store, made anew
    [InlineData("x.7.9000", null)]
    [InlineData("1.2", null)]
    [InlineData("1.99999999999999999999.3", null)]
    public void What_was_seen_is_what_stood_at_the_end_of_the_visit_before(string? cookie, long? seen)
    {
        DefaultHttpContext http = new();
        if (cookie is not null)
            http.Request.Headers.Cookie = "list=" + cookie;
        Assert.Equal(seen, ListVisit.Note(http, 9, Noon));
        Assert.Contains($"list={seen ?? 0}.9.10000;", http.Response.Headers.SetCookie.ToString(), StringComparison.Ordinal);
    }
}
