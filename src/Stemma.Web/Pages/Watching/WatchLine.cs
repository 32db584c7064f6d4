using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Stemma.Watch;
using Stemma.Web.Pages.Parts;
using Stemma.Web.Pages.Shell;

namespace Stemma.Web.Pages.Watching;

/// <summary>Whether a story or claim is watched, and the button that changes that, as HTML: it stands in the gap of a kept page.</summary>
internal static class WatchLine
{
    /// <summary>Where the line stands on its page.</summary>
    public const string Anchor = "watching";

    /// <param name="watches">Of this story, or of this claim.</param>
    /// <param name="claim">Null: the line is the story's.</param>
    /// <param name="page">Path of the page.</param>
    public static string Of(IReadOnlyCollection<StandingWatch> watches, string story, string? claim, string page, bool isReadOnly)
    {
        StringBuilder line = new();
        foreach (StandingWatch watch in watches)
        {
            line.Append("<p>Watched since <time datetime=\"").Append(watch.Since.ToString("O", CultureInfo.InvariantCulture)).Append("\">").Append(Moments.Of(watch.Since)).Append("</time>");
            if (Only(watch) is { } only)
                line.Append(": ").Append(only).Append(" only");
            line.Append("</p>");
            if (!isReadOnly)
                Form(line, Paths.Watches + "/end", [("id", watch.Id), ("back", page)], "Stop watching");
        }

        if (watches.Count == 0 && !isReadOnly)
            Form(line, Paths.Watches, [("story", story), ("claim", claim), ("back", page)], claim is null ? "Watch this story" : "Watch this claim");
        if (watches.Count > 0)
            line.Append("<a href=\"").Append(Paths.Watches).Append("\">All that is watched</a>");
        return line.Length == 0 ? "" : $"<div class=\"watching no-print\" id=\"{Anchor}\">{line}</div>";
    }

    /// <summary>Which changes a watch tells; null: all.</summary>
    public static string? Only(StandingWatch watch) => watch.Kinds.IsEmpty ? null : string.Join(", ", watch.Kinds.Select(Words));

    public static string Words(AlertKind kind) => kind switch
    {
        AlertKind.Report => "reports",
        AlertKind.Status => "changes of status",
        AlertKind.Origin => "new origins",
        AlertKind.Denial => "denials",
        AlertKind.Number => "figures",
        _ => "withdrawals",
    };

    private static void Form(StringBuilder html, string action, IEnumerable<(string Name, string? Value)> fields, string words)
    {
        html.Append("<form method=\"post\" action=\"").Append(action).Append("\">");
        foreach ((string name, string? value) in fields)
        {
            if (value is not null)
                html.Append("<input type=\"hidden\" name=\"").Append(name).Append("\" value=\"").Append(HtmlEncoder.Default.Encode(value)).Append("\" />");
        }

        html.Append("<button class=\"button small\">").Append(words).Append("</button></form>");
    }
}
