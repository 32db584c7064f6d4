using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Stemma.Reports;
using Stemma.Store;
using Stemma.Web.Serving;

namespace Stemma.Web.Api;

/// <summary>One request to the API: what it asks, read strictly, and the ways to answer it.</summary>
internal sealed class ApiCall(HttpContext context, ApiRoute route)
{
    private const int LongestText = 1000;

    public HttpContext Context { get; } = context;

    public HttpRequest Request => Context.Request;

    public HttpResponse Response => Context.Response;

    public CancellationToken Cancellation => Context.RequestAborted;

    public IStoryStore Store => Service<IStoryStore>();

    public T Service<T>()
        where T : notnull => Context.RequestServices.GetRequiredService<T>();

    /// <summary>A part of the path.</summary>
    public string Part(string name) => (string)Request.RouteValues[name]!;

    /// <summary>A wrong name is told rather than passed over: who filters by <c>min-reports</c> must not get all.</summary>
    public void CheckQuery()
    {
        foreach (string name in Request.Query.Keys)
        {
            if (!route.Parameters.Any(p => p.Name == name))
                throw new ProblemException(Problem.BadQuery, $"There is no such parameter here. There {(route.Parameters.IsEmpty ? "are none" : "are: " + string.Join(", ", route.Parameters.Select(p => p.Name)))}.");
            if (Request.Query[name].Count > 1)
                throw new ProblemException(Problem.BadQuery, $"{name} is given more than once.");
        }
    }

    public string? Text(string name)
    {
        string? text = Request.Query[name];
        if (text is { Length: > LongestText })
            throw new ProblemException(Problem.BadQuery, FormattableString.Invariant($"{name} is longer than {LongestText} characters."));
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    public int Number(string name, int usual, int least, int most)
    {
        if (Text(name) is not { } text)
            return usual;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? number
            : throw new ProblemException(Problem.BadQuery, FormattableString.Invariant($"{name} takes a whole number from {least} to {most}."));
    }

    public int Limit => Number("limit", 50, 1, 1000);

    public ReportTime? Time(string name)
    {
        if (Text(name) is not { } text)
            return null;
        return ReportTime.TryParse(text, out ReportTime time)
            ? time
            : throw new ProblemException(Problem.BadQuery, $"{name} takes a day such as 2026-03-09 or a moment such as 2026-03-09T00:50:00+01:00 (with + written as %2B).");
    }

    public string? OneOf(string name, params string[] values)
    {
        if (Text(name) is not { } text)
            return null;
        return values.Contains(text, StringComparer.Ordinal) ? text : throw new ProblemException(Problem.BadQuery, $"{name} is one of {string.Join(", ", values)}.");
    }

    /// <summary>Where a page begins; null for the first.</summary>
    public string? Cursor() => Text("cursor") is not { } text ? null : PageCursor.Read(text) ?? throw new ProblemException(Problem.BadQuery, "The cursor is none that this server gave.");

    public long? NumberCursor() => Cursor() is not { } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long mark) ? mark : throw new ProblemException(Problem.BadQuery, "The cursor is none that this server gave for this list.");

    /// <summary>Says where the next page is.</summary>
    public string? Next(string? place)
    {
        if (place is null)
            return null;
        string cursor = PageCursor.Write(place);
        IEnumerable<string> kept = Request.Query.Where(q => q.Key != "cursor").Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value.ToString())}");
        Response.Headers.Link = $"<{Request.Path}?{string.Join('&', kept.Append("cursor=" + cursor))}>; rel=\"next\"";
        return cursor;
    }

    /// <summary>Answers with JSON, tagged by its content; with 304 where the caller has it already.</summary>
    public Task JsonAsync<T>(T value)
    {
        byte[] body = ApiJson.Bytes(value);
        return ApiAnswer.SendAsync(Context, body, "application/json", ApiAnswer.TagOf(body));
    }
}
