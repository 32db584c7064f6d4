using Stemma.Text;

namespace Stemma.Web.Pages.Reports;

/// <summary>What is marked in a text.</summary>
public enum MarkKind
{
    /// <summary>The passage that a link led to.</summary>
    Target,
    Quote,
    Source,
    Cue,
    Hedge,
    Time,
    Quantity,

    /// <summary>Carried over from, or to, another report.</summary>
    Kept,

    /// <summary>Carried over, and changed.</summary>
    Changed,
}

/// <param name="Note">What it is, in a line; null where the mark says it all.</param>
public sealed record TextMark(TextSpan Span, MarkKind Kind, string? Note);

/// <summary>A stretch of text over which the same marks lie.</summary>
/// <param name="Marks">Indices into the list of marks, in order; empty for plain text.</param>
/// <param name="Ends">Indices of the marks that end with it.</param>
public sealed record MarkedStretch(TextSpan Span, IReadOnlyList<int> Marks, IReadOnlyList<int> Ends);
