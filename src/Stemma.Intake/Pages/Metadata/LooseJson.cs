using System.Text;
using System.Text.Json;

namespace Stemma.Intake.Pages;

/// <summary>Reads JSON as pages write it: with comments, trailing commas, line ends inside strings, and wrapped in what once hid it from browsers.</summary>
internal static class LooseJson
{
    /// <summary>Longest block that is looked at, in characters.</summary>
    private const int MaxLength = 4 * 1024 * 1024;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <returns>Null where it is broken beyond that: no fault of the report, whose other marks stand in for it.</returns>
    public static JsonDocument? Parse(ReadOnlySpan<char> text)
    {
        text = Unwrap(text.Trim());
        if (text.IsEmpty || text.Length > MaxLength || text[0] is not ('{' or '['))
            return null;
        // Half of a pair of surrogates is no text; the parser would throw on it.
        if (!IsWellFormed(text))
            return null;
        return TryParse(text.ToString()) ?? TryParse(Mend(text));
    }

    private static JsonDocument? TryParse(string text)
    {
        try
        {
            return JsonDocument.Parse(text.AsMemory(), Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                return false;
            i++;
        }

        return true;
    }

    private static ReadOnlySpan<char> Unwrap(ReadOnlySpan<char> text)
    {
        foreach (string open in (ReadOnlySpan<string>)["<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["])
        {
            if (text.StartsWith(open))
                text = text[open.Length..].Trim();
        }

        int end = text.LastIndexOfAny('}', ']');
        // "]]>" of a CDATA section ends in brackets too.
        while (end > 0 && text[end] == ']' && text[0] == '{')
            end = text[..end].LastIndexOfAny('}', ']');
        return end < 0 ? text : text[..(end + 1)];
    }

    /// <summary>Control characters within strings become spaces.</summary>
    private static string Mend(ReadOnlySpan<char> text)
    {
        StringBuilder mended = new(text.Length);
        foreach (char c in text)
            mended.Append(c < ' ' ? ' ' : c);
        return mended.ToString();
    }
}
