using System.IO.Compression;
using System.Text;

namespace Stemma.Evaluation.Attributions;

/// <summary>Gold files of one JSON object a line, plain or gzipped, with offsets in code points.</summary>
internal static class GoldLines
{
    public static IEnumerable<string> Read(string path)
    {
        using Stream file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using StreamReader reader = new(plain, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
                yield return line;
        }
    }

    /// <summary>The UTF-16 offset of each code point, and of the end.</summary>
    public static int[] CodeUnits(string text)
    {
        List<int> offsets = new(text.Length + 1);
        for (int i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
            offsets.Add(i);
        offsets.Add(text.Length);
        return [.. offsets];
    }
}
