namespace Stemma.Intake.NewsFormats;

/// <summary>Words of an input as they may stand in a reason: short, and on one line.</summary>
internal static class Shown
{
    private const int MaxLength = 40;

    public static string Of(string text)
    {
        string line = string.Concat(text.Where(c => !char.IsControl(c)));
        return line.Length > MaxLength ? line[..(char.IsHighSurrogate(line[MaxLength - 1]) ? MaxLength - 1 : MaxLength)] + "…" : line;
    }
}
