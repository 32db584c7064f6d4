using System.Text.Json.Serialization;

namespace Stemma.Text;

/// <summary>Where something stands in a report: the contract's <c>Span</c>.</summary>
/// <param name="Report">The report's id.</param>
/// <param name="Start">First UTF-16 code unit in the report's body.</param>
/// <param name="End">One past the last.</param>
/// <param name="Quote">Exactly the text between them.</param>
/// <remarks>Together a Web Annotation TextPositionSelector and TextQuoteSelector.</remarks>
public sealed record ReportSpan(string Report, int Start, int End, string Quote)
{
    [JsonIgnore]
    public TextSpan Span => new(Start, End);

    /// <exception cref="ArgumentOutOfRangeException"><paramref name="span"/> reaches past <paramref name="body"/>.</exception>
    public static ReportSpan Of(string report, string body, TextSpan span) =>
        new(report, span.Start, span.End, span.In(body).ToString());
}
