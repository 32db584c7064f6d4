using System.Globalization;
using System.Text.Json;
using Stemma.Intake.Carriers;
using Stemma.Intake.JsonLines;
using Stemma.Intake.Pages;
using Stemma.Reports;

namespace Stemma.Intake.Feeds;

/// <summary>Reads JSON Feed 1.0 and 1.1 (jsonfeed.org): a report an item.</summary>
internal sealed class JsonFeedReader(IntakeSink sink, PageReader pages)
{
    /// <summary>Whether an object says that it is one.</summary>
    public static bool IsFeed(JsonElement json) =>
        // By its raw text: a string with half a character cannot be asked for its value.
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("version", out JsonElement version)
        && version.GetRawText().Replace("\\/", "/", StringComparison.Ordinal) is "\"https://jsonfeed.org/version/1.1\"" or "\"https://jsonfeed.org/version/1\"" or "\"https://jsonfeed.org/version/1.0\"" or "\"http://jsonfeed.org/version/1\"";

    /// <exception cref="InputRejectedException">It has no items.</exception>
    public void Read(string input, JsonElement json, Carrier carrier)
    {
        JsonFields feed = new(json);
        HashSet<string> names = new(StringComparer.Ordinal);
        int count = 0;
        foreach (JsonFields item in feed.Objects("items"))
        {
            string number = (++count).ToString(CultureInfo.InvariantCulture), name = input + "#" + number;
            try
            {
                string? id = FeedText.Line(item.Text("id"));
                name = input + "#" + (id is not null && names.Add(id) ? id : number);
                sink.Add(ReportOf(feed, item, name, id, carrier));
            }
            catch (InputRejectedException e)
            {
                sink.Reject(name, e.Message);
            }
        }

        if (count == 0)
            throw new InputRejectedException("a feed without items");
    }

    private RawReport ReportOf(JsonFields feed, JsonFields item, string name, string? id, Carrier carrier)
    {
        ReportTime? published = Time("date_published"), updated = Time("date_modified");
        string? html = item.Text("content_html"), text = item.Text("content_text", "summary");
        // A link list's item is about a page elsewhere; the text is the feed's own, and so is its address.
        string? url = Web(item.Text("url")) ?? Web(item.Text("external_url")) ?? Web(id), home = Web(feed.Text("home_page_url")) ?? Web(feed.Text("feed_url"));
        RawReport report = carrier.Part(name) with
        {
            Id = id,
            ItemId = ItemName.Of("feed", id, url, home, name),
            Url = url,
            Outlet = FeedHead.OutletOf(FeedText.Line(feed.Text("title")), home),
            Published = published ?? updated,
            Updated = published is not null && updated != published ? updated : null,
            Headline = FeedText.Line(item.Text("title")),
            Authors = [.. Authors(item).DefaultIfEmpty().SelectMany(a => a is null ? Authors(feed) : [a]).Distinct(StringComparer.OrdinalIgnoreCase)],
            Language = item.Text("language") ?? feed.Text("language"),
            Text = text ?? "",
        };
        RawReport read = html is null ? report : pages.Read(html, report) with { Url = report.Url };
        return read with { Text = Footer.Remove(read.Text) };

        ReportTime? Time(string field) => CarrierTime.Read(item.Text(field), zero => sink.Remark(name, zero));
    }

    private static IEnumerable<string> Authors(JsonFields holder) => holder.Objects("authors", "author").Select(a => FeedText.Line(a.Text("name"))).OfType<string>();

    private static string? Web(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? address.AbsoluteUri : null;
}
