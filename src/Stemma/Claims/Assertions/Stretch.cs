using System.Collections.Immutable;
using Stemma.Text;

namespace Stemma.Claims;

/// <summary>The words of one statement.</summary>
/// <param name="Span">What is shown of it.</param>
/// <param name="More">Words that belong to it and stand elsewhere: read with it, not shown.</param>
/// <param name="Hidden">Words inside <paramref name="Span"/> that are another statement's: shown, not read.</param>
/// <param name="Reading">The pieces in which it reads as a sentence of its own ("Fourteen rebels" + "were killed in Kolm").</param>
internal sealed record Stretch(TextSpan Span, ImmutableArray<TextSpan> More, ImmutableArray<TextSpan> Hidden, ImmutableArray<TextSpan> Reading)
{
    public static Stretch Of(TextSpan span) => new(span, [], [], [span]);
}
