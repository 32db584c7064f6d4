using System.Collections.Immutable;
using Stemma.Text;

namespace Stemma.Web.Pages.Reports;

/// <summary>Cuts a long text into parts that a page can hold, between paragraphs where it can.</summary>
public static class TextParts
{
    /// <summary>Characters of a part, about: a long feature article is one part, a report of 200,000 characters is ten.</summary>
    public const int Size = 20_000;

    /// <returns>At least one; together they are the text.</returns>
    public static ImmutableArray<TextSpan> Of(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        ImmutableArray<TextSpan>.Builder parts = ImmutableArray.CreateBuilder<TextSpan>();
        int start = 0;
        while (body.Length - start > Size + (Size / 4))
        {
            int end = body.LastIndexOf("\n\n", start + Size, Size / 2, StringComparison.Ordinal);
            end = end > start ? end + 2 : body.LastIndexOf(' ', start + Size, Size / 2) is var blank && blank > start ? blank + 1 : start + Size;
            if (char.IsLowSurrogate(body[end]))
                end--;
            parts.Add(new TextSpan(start, end));
            start = end;
        }

        parts.Add(new TextSpan(start, body.Length));
        return parts.ToImmutable();
    }

    /// <summary>Paragraphs of a part: non-empty runs between line ends.</summary>
    public static IEnumerable<TextSpan> Paragraphs(string body, TextSpan part)
    {
        ArgumentNullException.ThrowIfNull(body);
        int start = part.Start;
        while (start < part.End)
        {
            int end = body.IndexOf('\n', start, part.End - start);
            end = end < 0 ? part.End : end;
            if (!body.AsSpan(start, end - start).IsWhiteSpace())
                yield return new TextSpan(start, end);
            start = end + 1;
        }
    }
}
