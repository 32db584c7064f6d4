using System.Collections.Immutable;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Stemma.Reports;

namespace Stemma.Intake.Pages;

/// <summary>What schema.org's NewsArticle and its kin say in a page's JSON-LD (https://schema.org/NewsArticle).</summary>
internal sealed record LinkedData
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public string? Headline { get; private init; }

    /// <summary>The whole text, where a page carries it here and shows it by script; null where it does not.</summary>
    public string? Body { get; private init; }

    public string? Publisher { get; private init; }

    public string? Url { get; private init; }

    public ReportTime? Published { get; private init; }

    public ReportTime? Updated { get; private init; }

    public ImmutableArray<string> Authors { get; private init; } = [];

    /// <summary>Of the first article in it; empty where there is none, or it is broken.</summary>
    public static LinkedData Of(IHtmlDocument document)
    {
        foreach (IElement script in document.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using JsonDocument json = JsonDocument.Parse(script.TextContent, Options);
                if (Article(json.RootElement, 0) is { } article)
                    return Of(article);
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                // Broken JSON-LD is common and no fault of the report: the page's other marks stand in for it.
            }
        }

        return new LinkedData();
    }

    private static LinkedData Of(JsonElement article) => new()
    {
        Headline = PageMetadata.Clean(System.Net.WebUtility.HtmlDecode(Text(article, "headline"))),
        Body = System.Net.WebUtility.HtmlDecode(Text(article, "articleBody")),
        Publisher = article.TryGetProperty("publisher", out JsonElement publisher) ? Names(publisher).FirstOrDefault() : null,
        Url = Uri.TryCreate(Text(article, "url"), UriKind.Absolute, out Uri? uri) && uri.Scheme.StartsWith("http", StringComparison.Ordinal) ? uri.AbsoluteUri : null,
        Published = PageTime.Read(Text(article, "datePublished")),
        Updated = PageTime.Read(Text(article, "dateModified")),
        Authors = article.TryGetProperty("author", out JsonElement author) ? [.. Names(author)] : [],
    };

    private static JsonElement? Article(JsonElement element, int depth)
    {
        if (depth > 4)
            return null;
        if (element.ValueKind == JsonValueKind.Array)
            return element.EnumerateArray().Select(e => Article(e, depth + 1)).FirstOrDefault(a => a is not null);
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        if (element.TryGetProperty("@type", out JsonElement type) && IsArticle(type))
            return element;
        return element.TryGetProperty("@graph", out JsonElement graph) ? Article(graph, depth + 1) : null;
    }

    private static bool IsArticle(JsonElement type) => type.ValueKind switch
    {
        JsonValueKind.String => type.GetString() is { } name && (name.EndsWith("Article", StringComparison.Ordinal) || name is "BlogPosting" or "LiveBlogPosting" or "Report"),
        JsonValueKind.Array => type.EnumerateArray().Any(IsArticle),
        _ => false,
    };

    private static IEnumerable<string> Names(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => PageMetadata.Clean(element.GetString()) is { } name ? [name] : [],
        JsonValueKind.Object => PageMetadata.Clean(Text(element, "name")) is { } name ? [name] : [],
        JsonValueKind.Array => element.EnumerateArray().Where(e => e.ValueKind != JsonValueKind.Array).SelectMany(Names),
        _ => [],
    };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
