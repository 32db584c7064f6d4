using System.Collections.Immutable;
using System.Text.Json;
using Stemma.Reports;

namespace Stemma.Intake.Pages;

/// <summary>What schema.org's NewsArticle and its kin say in a page's JSON-LD (https://schema.org/NewsArticle).</summary>
internal sealed record LinkedData
{
    public string? Headline { get; private init; }

    public string? Description { get; private init; }

    /// <summary>The whole text, where a page carries it here; null where it does not.</summary>
    public string? Body { get; private init; }

    public string? Publisher { get; private init; }

    public string? Url { get; private init; }

    public string? Language { get; private init; }

    public string? Dateline { get; private init; }

    public ReportTime? Published { get; private init; }

    public ReportTime? Updated { get; private init; }

    public ImmutableArray<string> Authors { get; private init; } = [];

    /// <summary>Corrections and clarifications that the page keeps apart from its text.</summary>
    public ImmutableArray<string> Corrections { get; private init; } = [];

    public bool IsLiveBlog { get; private init; }

    /// <summary>The posts of a live blog, in order of the page.</summary>
    public ImmutableArray<LinkedData> Posts { get; private init; } = [];

    /// <summary>Of the first article in it; empty where there is none, or it is broken.</summary>
    public static LinkedData Of(PageTree tree)
    {
        LinkedData? first = null;
        ReportTime? loose = null;
        for (int i = 0; i < tree.Count; i++)
        {
            if (tree[i].Tag != Tag.Script || tree[i].End == i + 1 || !tree.Attribute(i, "type").Trim().StartsWith("application/ld+json", StringComparison.OrdinalIgnoreCase))
                continue;
            using JsonDocument? json = LooseJson.Parse(tree.Raw(i + 1));
            if (json is null)
            {
                loose ??= LooseTime(tree.Raw(i + 1));
                continue;
            }

            try
            {
                if (Article(json.RootElement, 0, IsArticle) is { } article)
                {
                    LinkedData data = Of(article, 0);
                    if (first is null || (first.Published is null && data.Published is not null))
                        first = data;
                }
                else if (Article(json.RootElement, 0, IsPage) is { } page)
                    loose ??= PageTime.Read(Text(page, "datePublished"));
            }
            catch (InvalidOperationException)
            {
                // Half a character in a name or a value ("\ud800"): the block is as good as broken.
                loose ??= LooseTime(tree.Raw(i + 1));
            }
        }

        first ??= new LinkedData();
        return first.Published is null ? first with { Published = loose } : first;
    }

    /// <summary>The publication time of a block that is broken elsewhere.</summary>
    private static ReportTime? LooseTime(ReadOnlySpan<char> text)
    {
        int at = text.IndexOf("\"datePublished\"");
        ReadOnlySpan<char> value = at < 0 ? default : text[(at + 15)..].TrimStart().TrimStart(':').TrimStart();
        int end = value.Length > 1 && value[0] == '"' ? value[1..].IndexOf('"') : -1;
        return end is > 0 and < 64 ? PageTime.Read(value.Slice(1, end).ToString()) : null;
    }

    private static LinkedData Of(JsonElement article, int depth) => new()
    {
        Headline = PageText.Line(Text(article, "headline") ?? Text(article, "name")),
        Description = PageText.Line(Text(article, "description")),
        Body = Text(article, "articleBody") is { } body ? References.Resolve(body) : null,
        Publisher = First(article, "publisher") ?? First(article, "sourceOrganization"),
        Url = PageText.Address(Text(article, "url")) ?? PageText.Address(Text(article, "mainEntityOfPage") ?? Text(article, "@id")),
        Language = PageText.Clean(Text(article, "inLanguage")),
        Dateline = PageText.Line(Text(article, "dateline")),
        Published = PageTime.Read(Text(article, "datePublished")) ?? PageTime.Read(Text(article, "dateCreated")),
        Updated = PageTime.Read(Text(article, "dateModified")),
        Authors = article.TryGetProperty("author", out JsonElement author) || article.TryGetProperty("creator", out author) ? [.. Names(author, "name")] : [],
        Corrections = article.TryGetProperty("correction", out JsonElement correction) ? [.. Names(correction, "text").Where(c => PageText.Address(c) is null)] : [],
        IsLiveBlog = article.TryGetProperty("@type", out JsonElement type) && type.ToString().Contains("LiveBlogPosting", StringComparison.Ordinal),
        Posts = depth == 0 && article.TryGetProperty("liveBlogUpdate", out JsonElement posts) && posts.ValueKind == JsonValueKind.Array
            ? [.. posts.EnumerateArray().Where(p => p.ValueKind == JsonValueKind.Object).Take(1000).Select(p => Of(p, 1))] : [],
    };

    private static string? First(JsonElement article, string name) => article.TryGetProperty(name, out JsonElement value) ? Names(value, "name").FirstOrDefault() : null;

    private static JsonElement? Article(JsonElement element, int depth, Func<JsonElement, bool> wanted)
    {
        if (depth > 4)
            return null;
        if (element.ValueKind == JsonValueKind.Array)
            return element.EnumerateArray().Take(200).Select(e => Article(e, depth + 1, wanted)).FirstOrDefault(a => a is not null);
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        if (element.TryGetProperty("@type", out JsonElement type) && wanted(type))
            return element;
        foreach (string name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage", "article"])
        {
            if (element.TryGetProperty(name, out JsonElement inner) && Article(inner, depth + 1, wanted) is { } article)
                return article;
        }

        return null;
    }

    private static bool IsArticle(JsonElement type) => type.ValueKind switch
    {
        JsonValueKind.String => type.GetString() is { } name && (name.EndsWith("Article", StringComparison.Ordinal) || name.EndsWith("BlogPosting", StringComparison.Ordinal) || name.EndsWith("/Report", StringComparison.Ordinal) || name is "Report"),
        JsonValueKind.Array => type.EnumerateArray().Any(IsArticle),
        _ => false,
    };

    /// <summary>What is dated but called a page, or a check of a claim.</summary>
    private static bool IsPage(JsonElement type) => type.ValueKind switch
    {
        JsonValueKind.String => type.GetString() is { } name && (name.EndsWith("WebPage", StringComparison.Ordinal) || name is "ClaimReview" or "Recipe" or "VideoObject"),
        JsonValueKind.Array => type.EnumerateArray().Any(IsPage),
        _ => false,
    };

    private static IEnumerable<string> Names(JsonElement element, string field) => element.ValueKind switch
    {
        JsonValueKind.String => PageText.Line(element.GetString()) is { } name ? [name] : [],
        JsonValueKind.Object => Text(element, field) is { } text && PageText.Line(text) is { } name ? [name]
            : element.TryGetProperty(field, out JsonElement several) && several.ValueKind == JsonValueKind.Array ? Names(several, field) : [],
        JsonValueKind.Array => element.EnumerateArray().Take(50).Where(e => e.ValueKind != JsonValueKind.Array).SelectMany(e => Names(e, field)),
        _ => [],
    };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
