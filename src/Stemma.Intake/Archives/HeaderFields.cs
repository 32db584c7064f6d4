namespace Stemma.Intake.Archives;

/// <summary>Named fields as WARC and HTTP write them, a line each, up to a blank line; names in any letters, the first of a name counts.</summary>
internal sealed class HeaderFields
{
    private const int MaxLine = 16 * 1024;
    private const int MaxFields = 512;

    private readonly Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null where the field is missing.</summary>
    public string? this[string name] => fields.GetValueOrDefault(name);

    /// <summary>Reads fields from a source.</summary>
    /// <returns>Null: the source ends before the blank line, or there are too many fields.</returns>
    public static HeaderFields? Read(RecordSource source)
    {
        HeaderFields header = new();
        string? last = null;
        for (int count = 0; count < MaxFields; count++)
        {
            string? line = source.Line(MaxLine);
            if (line is null)
                return null;
            if (line.Length == 0)
                return header;
            last = header.Add(line, last);
        }

        return null;
    }

    /// <summary>Reads fields that stand before a blank line in some bytes.</summary>
    /// <param name="length">How many bytes they and the blank line take.</param>
    /// <returns>Null: no blank line.</returns>
    public static HeaderFields? Read(ReadOnlySpan<byte> bytes, out int length)
    {
        HeaderFields header = new();
        string? last = null;
        length = 0;
        for (int count = 0; count < MaxFields; count++)
        {
            int end = bytes[length..].IndexOf((byte)'\n');
            if (end < 0)
                return null;
            string line = System.Text.Encoding.Latin1.GetString(bytes.Slice(length, Math.Min(end, MaxLine))).TrimEnd('\r');
            length += end + 1;
            if (line.Length == 0)
                return header;
            last = header.Add(line, last);
        }

        return null;
    }

    private string? Add(string line, string? last)
    {
        // A line that begins with white space goes on with the one before (WARC 1.0, old HTTP).
        if (line[0] is ' ' or '\t' && last is not null)
        {
            if (fields[last].Length < MaxLine)
                fields[last] += " " + line.Trim();
            return last;
        }

        int colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
            return last;
        string name = line[..colon].Trim();
        fields.TryAdd(name, line[(colon + 1)..].Trim());
        return name;
    }
}
