namespace Stemma.Evaluation.Cases;

/// <summary>A text cut by code points.</summary>
/// <remarks>
/// The reference scorer cuts by code points where spans count UTF-16 units, so that its windows shift by one for each character beyond
/// the Basic Multilingual Plane before them. Windows are wide and such characters rare; we follow it, to agree to the last item.
/// </remarks>
internal readonly struct CodePointText
{
    private readonly string text;
    private readonly int[]? starts; // null: every character is one code point

    public CodePointText(string text)
    {
        this.text = text;
        if (!text.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
            return;
        List<int> at = new(text.Length + 1);
        for (int i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
            at.Add(i);
        at.Add(text.Length);
        starts = [.. at];
    }

    public int Length => starts is null ? text.Length : starts.Length - 1;

    /// <summary>What stands from <paramref name="start"/> to before <paramref name="end"/>; shorter or empty where the text ends.</summary>
    public string Slice(int start, int end)
    {
        end = Math.Min(end, Length);
        start = Math.Clamp(start, 0, Length);
        if (end <= start)
            return "";
        return starts is null ? text[start..end] : text[starts[start]..starts[end]];
    }

    /// <summary>How many code points stand before an offset in UTF-16 units.</summary>
    public static int CountBefore(string text, int utf16) => new CodePointText(text[..utf16]).Length;
}
