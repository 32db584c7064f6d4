using System.Globalization;

namespace Stemma.Intake.Archives;

/// <summary>Where a record begins in its file: a byte of the file, and in a packed file how many unpacked bytes behind it.</summary>
/// <param name="Byte">From 0; in a packed file the first byte of a gzip member.</param>
/// <param name="Within">0 where every record is a member of its own, as the standard recommends.</param>
internal readonly record struct ArchiveOffset(long Byte, long Within)
{
    /// <summary>"81920", or "0+81920".</summary>
    public override string ToString() =>
        Byte.ToString(CultureInfo.InvariantCulture) + (Within == 0 ? "" : "+" + Within.ToString(CultureInfo.InvariantCulture));

    public static bool TryParse(ReadOnlySpan<char> text, out ArchiveOffset offset)
    {
        int plus = text.IndexOf('+');
        long within = 0;
        bool right = long.TryParse(plus < 0 ? text : text[..plus], NumberStyles.None, CultureInfo.InvariantCulture, out long at)
            && (plus < 0 || long.TryParse(text[(plus + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out within));
        offset = new ArchiveOffset(at, within);
        return right;
    }
}
